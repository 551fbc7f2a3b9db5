//! The orders of the list: each is worked out once, when it is first asked for.

use super::choices::Sort;
use super::columns::Columns;
use super::traits::Traits;
use crate::catalogue::Kind;
use std::cmp::Reverse;
use std::sync::OnceLock;

/// For each order the numbers of all zones.
#[derive(Debug)]
pub(super) struct Orders(Vec<OnceLock<Vec<u32>>>);

impl Orders {
    /// None worked out yet.
    pub fn new() -> Self {
        Self(Sort::ALL.iter().map(|_| OnceLock::new()).collect())
    }

    /// The numbers of all zones in an order.
    pub fn of(&self, sort: Sort, columns: &Columns, traits: &Traits) -> &[u32] {
        let place = Sort::ALL.iter().position(|one| *one == sort).unwrap_or(0);
        self.0.get(place).map_or(&[], |order| {
            order.get_or_init(|| work_out(sort, columns, traits))
        })
    }
}

fn work_out(sort: Sort, columns: &Columns, traits: &Traits) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(columns.len()).collect();
    let new_area = Kind::ALL.iter().position(|kind| *kind == Kind::NewArea);
    let at = |n: u32| n as usize;
    // Every order begins from that of the catalogue and is stable, so that equals keep it.
    order.sort_by_key(|n| {
        (
            columns.level[at(*n)],
            Some(usize::from(columns.kind[at(*n)])) != new_area,
        )
    });
    let name = |n: &u32| super::search::folded(columns.name_en.get(at(*n)));
    let kind = |n: &u32| columns.kind[at(*n)];
    let place = |n: &u32| {
        let city = columns.city[at(*n)];
        (columns.province[at(*n)], city == 0, city)
    };
    let area = |n: &u32| traits.area[at(*n)];
    let industry = |n: &u32| columns.industries[at(*n)].first().copied();
    match sort {
        Sort::Catalogue => {}
        Sort::Name => order.sort_by_cached_key(name),
        Sort::NameReversed => order.sort_by_cached_key(|n| Reverse(name(n))),
        Sort::Kind => order.sort_by_key(kind),
        Sort::KindReversed => order.sort_by_key(|n| Reverse(kind(n))),
        Sort::Place => order.sort_by_key(place),
        Sort::PlaceReversed => order.sort_by_key(|n| Reverse(place(n))),
        Sort::Newest => order.sort_by_cached_key(|n| Reverse(columns.approved.get(at(*n)))),
        Sort::Oldest => order.sort_by_cached_key(|n| columns.approved.get(at(*n))),
        Sort::Largest => order.sort_by_key(|n| Reverse(area(n))),
        Sort::Smallest => order.sort_by_key(|n| (area(n).is_none(), area(n))),
        Sort::Industry => order.sort_by_key(|n| (industry(n).is_none(), industry(n))),
        Sort::IndustryReversed => {
            order.sort_by_key(|n| (industry(n).is_none(), Reverse(industry(n))))
        }
        Sort::Figures => order.sort_by_key(|n| Reverse(traits.figures[at(*n)])),
    }
    order
}
