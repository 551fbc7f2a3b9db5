//! The sort orders of the list. Each order is computed once, at its first use.

use super::choices::Sort;
use super::columns::Columns;
use super::properties::ZoneProperties;
use crate::catalogue::Kind;
use crate::order::{arrange, by};
use std::cmp::Reverse;
use std::sync::OnceLock;

/// For each order of [`Sort::ALL`], the numbers of all zones in that order.
#[derive(Debug)]
pub(super) struct Orders(Vec<OnceLock<Vec<u32>>>);

impl Orders {
    /// Creates the table without any computed order.
    pub fn new() -> Self {
        Self(Sort::ALL.iter().map(|_| OnceLock::new()).collect())
    }

    /// Returns the numbers of all zones in the given order.
    pub fn of(&self, sort: Sort, columns: &Columns, properties: &ZoneProperties) -> &[u32] {
        let sort = match sort {
            Sort::Automatic => Sort::Output,
            sort => sort,
        };
        let place = Sort::ALL.iter().position(|one| *one == sort).unwrap_or(0);
        self.0.get(place).map_or(&[], |order| {
            order.get_or_init(|| work_out(sort, columns, properties))
        })
    }
}

fn work_out(sort: Sort, columns: &Columns, properties: &ZoneProperties) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(columns.len()).collect();
    let new_area = Kind::ALL.iter().position(|kind| *kind == Kind::NewArea);
    let at = |n: u32| n as usize;
    // Every order starts from the catalogue order. The sort is stable, so that equal zones keep the catalogue order.
    arrange(
        &mut order,
        &by(|n| {
            let kind = usize::from(columns.kind[at(n)]);
            (columns.level[at(n)], Some(kind) != new_area)
        }),
    );
    let kind = by(|n| columns.kind[at(n)]);
    let place = by(|n| {
        let city = columns.city[at(n)];
        (columns.province[at(n)], city == 0, city)
    });
    let approved: Vec<_> = match sort {
        Sort::Newest | Sort::Oldest => (0..columns.len())
            .map(|n| columns.approved.get(n))
            .collect(),
        _ => Vec::new(),
    };
    let approved = by(|n| approved[at(n)]);
    let names: Vec<String> = match sort {
        Sort::Name | Sort::NameReversed => {
            let name = |n| super::search::folded(columns.name_en.get(n));
            (0..columns.len()).map(name).collect()
        }
        _ => Vec::new(),
    };
    let name = |one: u32, other: u32| names[at(one)].cmp(&names[at(other)]);
    let places = match sort.column() {
        Some(column) => columns.values.places(column, columns.len()),
        None => Vec::new(),
    };
    let area = |n: u32| properties.area[at(n)];
    let industry = |n: u32| columns.industries[at(n)].first().copied();
    match sort {
        Sort::Catalogue => {}
        Sort::Name => arrange(&mut order, &name),
        Sort::NameReversed => arrange(&mut order, &|one, other| name(other, one)),
        Sort::Kind => arrange(&mut order, &kind),
        Sort::KindReversed => arrange(&mut order, &|one, other| kind(other, one)),
        Sort::Place => arrange(&mut order, &place),
        Sort::PlaceReversed => arrange(&mut order, &|one, other| place(other, one)),
        Sort::Newest => arrange(&mut order, &|one, other| approved(other, one)),
        Sort::Oldest => arrange(&mut order, &approved),
        Sort::Largest => arrange(&mut order, &by(|n| Reverse(area(n)))),
        Sort::Smallest => arrange(&mut order, &by(|n| (area(n).is_none(), area(n)))),
        Sort::Industry => arrange(&mut order, &by(|n| (industry(n).is_none(), industry(n)))),
        Sort::IndustryReversed => arrange(
            &mut order,
            &by(|n| (industry(n).is_none(), Reverse(industry(n)))),
        ),
        Sort::Figures => arrange(&mut order, &by(|n| Reverse(properties.figures[at(n)]))),
        Sort::Automatic | Sort::Output | Sort::Revenue | Sort::Growth => {
            // Position 0 means "none". Subtracting 1 wraps it to the largest number, so that it sorts last.
            arrange(&mut order, &by(|n| places[at(n)].wrapping_sub(1)));
        }
    }
    order
}
