//! The sort orders of the list. Each order is computed once, at its first use.

use super::choices::Sort;
use super::columns::Columns;
use super::properties::ZoneProperties;
use crate::catalogue::Kind;
use crate::order::{by, sort_indexes};
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
            order.get_or_init(|| compute_order(sort, columns, properties))
        })
    }
}

fn compute_order(sort: Sort, columns: &Columns, properties: &ZoneProperties) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(columns.len()).collect();
    let new_area = Kind::ALL.iter().position(|kind| *kind == Kind::NewArea);
    let at = |n: u32| n as usize;
    // Every order starts from the catalogue order. The sort is stable, so that equal zones keep the catalogue order.
    sort_indexes(
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
        Sort::Name => sort_indexes(&mut order, &name),
        Sort::NameReversed => sort_indexes(&mut order, &|one, other| name(other, one)),
        Sort::Kind => sort_indexes(&mut order, &kind),
        Sort::KindReversed => sort_indexes(&mut order, &|one, other| kind(other, one)),
        Sort::Place => sort_indexes(&mut order, &place),
        Sort::PlaceReversed => sort_indexes(&mut order, &|one, other| place(other, one)),
        Sort::Newest => sort_indexes(&mut order, &|one, other| approved(other, one)),
        Sort::Oldest => sort_indexes(&mut order, &approved),
        Sort::Largest => sort_indexes(&mut order, &by(|n| Reverse(area(n)))),
        Sort::Smallest => sort_indexes(&mut order, &by(|n| (area(n).is_none(), area(n)))),
        Sort::Industry => sort_indexes(&mut order, &by(|n| (industry(n).is_none(), industry(n)))),
        Sort::IndustryReversed => sort_indexes(
            &mut order,
            &by(|n| (industry(n).is_none(), Reverse(industry(n)))),
        ),
        Sort::Figures => sort_indexes(&mut order, &by(|n| Reverse(properties.figures[at(n)]))),
        Sort::Automatic | Sort::Output | Sort::Revenue | Sort::Growth => {
            // Position 0 means "none". Subtracting 1 wraps it to the largest number, so that it sorts last.
            sort_indexes(&mut order, &by(|n| places[at(n)].wrapping_sub(1)));
        }
    }
    order
}
