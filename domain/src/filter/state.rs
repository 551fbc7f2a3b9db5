//! The state of the atlas page: filters, order, map, tray and page.

use super::choices::{AreaBand, Basis, Decade, Grouping, Measure, Presence, Sort};
use super::values::ValueColumn;
use crate::catalogue::{Kind, Level};
use crate::id::{CitySlug, IndicatorId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::small_set::SmallSet;
use serde::{Deserialize, Serialize};

/// The maximum number of zones in the tray.
pub const TRAY_SIZE: usize = 6;

/// The state of the atlas page. It is printed in canonical order, so that equal states have equal URLs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The search text; empty for no search.
    pub q: String,
    /// The time whose levels and types are compared and counted.
    pub basis: Basis,
    /// Accepted levels; empty for all.
    pub levels: SmallSet<Level>,
    /// Accepted kinds; empty for all.
    pub kinds: SmallSet<Kind>,
    /// Accepted provinces; empty for all.
    pub provinces: SmallSet<ProvinceSlug>,
    /// Accepted cities; empty for all.
    pub cities: SmallSet<CitySlug>,
    /// Accepted groups of the leading industries; a zone needs at least one of them. Empty for all.
    pub industries: SmallSet<IndustryGroupId>,
    /// Accepted decades of approval; empty for all.
    pub decades: SmallSet<Decade>,
    /// Accepted area bands; empty for all.
    pub areas: SmallSet<AreaBand>,
    /// With or without figures other than those in the official lists; empty for both.
    pub figures: SmallSet<Presence>,
    /// With or without cautions; empty for both.
    pub cautions: SmallSet<Presence>,
    /// Only zones that have a figure for at least one of these indicators; empty for all zones.
    pub known: SmallSet<IndicatorId>,
    /// Only zones that have no figure for any of these indicators; empty for all zones.
    pub unknown: SmallSet<IndicatorId>,
    /// The first accepted year of approval; `None` for no limit.
    pub from: Option<u16>,
    /// The last accepted year of approval; `None` for no limit.
    pub to: Option<u16>,
    /// The sort order of the list.
    pub sort: Sort,
    /// The grouping of the rows.
    pub grouping: Grouping,
    /// The quantity that the tiles of the map are shaded by.
    pub measure: Measure,
    /// The province whose cities the map shows; `None` for the whole country.
    pub zoom: Option<ProvinceSlug>,
    /// The zones in the tray, in the order in which they were picked; at most [`TRAY_SIZE`], each once.
    pub picks: Vec<ZoneSlug>,
    /// The page of the list, counted from 0 here and from 1 in the URL.
    pub page: u32,
}

/// One of the filters: it can be removed alone, and its facet counts ignore it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FilterKind {
    /// See [`Filter::q`].
    Search,
    /// See [`Filter::levels`].
    Level,
    /// See [`Filter::kinds`].
    Kind,
    /// See [`Filter::provinces`].
    Province,
    /// See [`Filter::cities`].
    City,
    /// See [`Filter::industries`].
    Industry,
    /// See [`Filter::decades`].
    Decade,
    /// See [`Filter::areas`].
    Area,
    /// See [`Filter::figures`].
    Figures,
    /// See [`Filter::cautions`].
    Cautions,
    /// See [`Filter::known`].
    Known,
    /// See [`Filter::unknown`].
    Unknown,
    /// See [`Filter::from`] and [`Filter::to`].
    Years,
}

impl FilterKind {
    /// All filters, in the order in which pages show them.
    pub const ALL: [Self; 13] = [
        Self::Search,
        Self::Level,
        Self::Kind,
        Self::Province,
        Self::City,
        Self::Industry,
        Self::Decade,
        Self::Area,
        Self::Figures,
        Self::Cautions,
        Self::Known,
        Self::Unknown,
        Self::Years,
    ];
}

impl Filter {
    /// True if any filter is set.
    pub fn has_filter(&self) -> bool {
        FilterKind::ALL
            .iter()
            .any(|dimension| self.has_filter_of(*dimension))
    }

    /// True if the filter of this dimension is set.
    pub fn has_filter_of(&self, dimension: FilterKind) -> bool {
        match dimension {
            FilterKind::Search => !self.q.is_empty(),
            FilterKind::Level => !self.levels.is_empty(),
            FilterKind::Kind => !self.kinds.is_empty(),
            FilterKind::Province => !self.provinces.is_empty(),
            FilterKind::City => !self.cities.is_empty(),
            FilterKind::Industry => !self.industries.is_empty(),
            FilterKind::Decade => !self.decades.is_empty(),
            FilterKind::Area => !self.areas.is_empty(),
            FilterKind::Figures => !self.figures.is_empty(),
            FilterKind::Cautions => !self.cautions.is_empty(),
            FilterKind::Known => !self.known.is_empty(),
            FilterKind::Unknown => !self.unknown.is_empty(),
            FilterKind::Years => self.from.is_some() || self.to.is_some(),
        }
    }

    /// Returns this state without one of its filters, on the first page.
    #[must_use]
    pub fn without(&self, dimension: FilterKind) -> Self {
        self.with(|filter| match dimension {
            FilterKind::Search => filter.q.clear(),
            FilterKind::Level => filter.levels.clear(),
            FilterKind::Kind => filter.kinds.clear(),
            FilterKind::Province => filter.provinces.clear(),
            FilterKind::City => filter.cities.clear(),
            FilterKind::Industry => filter.industries.clear(),
            FilterKind::Decade => filter.decades.clear(),
            FilterKind::Area => filter.areas.clear(),
            FilterKind::Figures => filter.figures.clear(),
            FilterKind::Cautions => filter.cautions.clear(),
            FilterKind::Known => filter.known.clear(),
            FilterKind::Unknown => filter.unknown.clear(),
            FilterKind::Years => (filter.from, filter.to) = (None, None),
        })
    }

    /// Returns this state without any filter, on the first page. Order, grouping, map and tray are kept.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            sort: self.sort,
            grouping: self.grouping,
            measure: self.measure,
            zoom: self.zoom.clone(),
            picks: self.picks.clone(),
            ..Self::default()
        }
    }

    /// Returns the column that the list is ranked by; `None` if the list has another order or is grouped by province.
    pub fn ranked_by(&self) -> Option<ValueColumn> {
        let is_by_match = self.order() == Sort::Automatic;
        let is_ranking = !is_by_match && self.grouping == Grouping::None;
        self.sort.column().filter(|_| is_ranking)
    }

    /// Returns the order of the list. Without search text the automatic order is by latest output.
    pub fn order(&self) -> Sort {
        match self.sort {
            Sort::Automatic if self.q.is_empty() => Sort::Output,
            sort => sort,
        }
    }

    /// Returns the part of this state that determines the list: without the tray and without the settings of the map.
    #[must_use]
    pub fn list(&self) -> Self {
        Self {
            measure: Measure::default(),
            zoom: None,
            picks: Vec::new(),
            ..self.clone()
        }
    }

    /// Returns this state with a change applied, on the first page.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = Self {
            page: 0,
            ..self.clone()
        };
        change(&mut changed);
        changed
    }

    /// Returns this state on another page of its list, counted from 0.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// Returns this state with a zone added to the tray, or removed if it is in the tray. If the tray is full, nothing
    /// is added. The page of the list is kept.
    #[must_use]
    pub fn picked(&self, zone: &ZoneSlug) -> Self {
        let mut changed = self.clone();
        if let Some(at) = changed.picks.iter().position(|pick| pick == zone) {
            changed.picks.remove(at);
        } else if changed.picks.len() < TRAY_SIZE {
            changed.picks.push(zone.clone());
        }
        changed
    }
}
