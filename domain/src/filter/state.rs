//! The state of the atlas page: what a visitor asked for.

use super::choices::{AreaBand, Decade, Grouping, Measure, Presence, Sort};
use super::values::ValueColumn;
use crate::catalogue::{Kind, Level};
use crate::id::{CitySlug, IndicatorId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::small_set::SmallSet;
use serde::{Deserialize, Serialize};

/// How many zones the tray holds.
pub const TRAY_SIZE: usize = 6;

/// What a visitor asked for. Printed in canonical order, so that equal states have equal addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words to search for; empty for none.
    pub q: String,
    /// Any of these levels; all where empty.
    pub levels: SmallSet<Level>,
    /// Any of these kinds; all where empty.
    pub kinds: SmallSet<Kind>,
    /// Any of these provinces; all where empty.
    pub provinces: SmallSet<ProvinceSlug>,
    /// Any of these cities; all where empty.
    pub cities: SmallSet<CitySlug>,
    /// Any of these groups among the leading industries; all where empty.
    pub industries: SmallSet<IndustryGroupId>,
    /// Approved in any of these decades; all where empty.
    pub decades: SmallSet<Decade>,
    /// Of any of these sizes; all where empty.
    pub areas: SmallSet<AreaBand>,
    /// With or without figures beyond the lists; both where empty.
    pub figures: SmallSet<Presence>,
    /// With or without cautions; both where empty.
    pub cautions: SmallSet<Presence>,
    /// Zones of which any of these indicators is known; all zones where empty.
    pub known: SmallSet<IndicatorId>,
    /// Zones of which none of these indicators is known; all zones where empty.
    pub unknown: SmallSet<IndicatorId>,
    /// Approved in this year or later.
    pub from: Option<u16>,
    /// Approved in this year or earlier.
    pub to: Option<u16>,
    /// The order of the list.
    pub sort: Sort,
    /// How the rows are grouped.
    pub grouping: Grouping,
    /// What the tiles are shaded by.
    pub measure: Measure,
    /// The province whose cities the map shows; the whole country where there is none.
    pub zoom: Option<ProvinceSlug>,
    /// The zones in the tray, in the order in which they were picked; at most [`TRAY_SIZE`], each once.
    pub picks: Vec<ZoneSlug>,
    /// The page of the list, counted from 0 here and from 1 in the address.
    pub page: u32,
}

/// A filter of its own: what can be lifted alone, and what its choices are counted without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    /// The words searched for.
    Search,
    /// The levels.
    Level,
    /// The kinds.
    Kind,
    /// The provinces.
    Province,
    /// The cities.
    City,
    /// The groups of industries.
    Industry,
    /// The decades of approval.
    Decade,
    /// The bands of area.
    Area,
    /// With or without figures.
    Figures,
    /// With or without cautions.
    Cautions,
    /// The indicators that must be known.
    Known,
    /// The indicators that must not be known.
    Unknown,
    /// The years of approval.
    Years,
}

impl Dimension {
    /// Every filter, in the order of reading.
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
    /// Whether it leaves out any zone.
    pub fn narrows(&self) -> bool {
        Dimension::ALL
            .iter()
            .any(|dimension| self.narrows_by(*dimension))
    }

    /// Whether this filter of it leaves out any zone.
    pub fn narrows_by(&self, dimension: Dimension) -> bool {
        match dimension {
            Dimension::Search => !self.q.is_empty(),
            Dimension::Level => !self.levels.is_empty(),
            Dimension::Kind => !self.kinds.is_empty(),
            Dimension::Province => !self.provinces.is_empty(),
            Dimension::City => !self.cities.is_empty(),
            Dimension::Industry => !self.industries.is_empty(),
            Dimension::Decade => !self.decades.is_empty(),
            Dimension::Area => !self.areas.is_empty(),
            Dimension::Figures => !self.figures.is_empty(),
            Dimension::Cautions => !self.cautions.is_empty(),
            Dimension::Known => !self.known.is_empty(),
            Dimension::Unknown => !self.unknown.is_empty(),
            Dimension::Years => self.from.is_some() || self.to.is_some(),
        }
    }

    /// This state without one of its filters, back on the first page.
    #[must_use]
    pub fn without(&self, dimension: Dimension) -> Self {
        self.with(|filter| match dimension {
            Dimension::Search => filter.q.clear(),
            Dimension::Level => filter.levels.clear(),
            Dimension::Kind => filter.kinds.clear(),
            Dimension::Province => filter.provinces.clear(),
            Dimension::City => filter.cities.clear(),
            Dimension::Industry => filter.industries.clear(),
            Dimension::Decade => filter.decades.clear(),
            Dimension::Area => filter.areas.clear(),
            Dimension::Figures => filter.figures.clear(),
            Dimension::Cautions => filter.cautions.clear(),
            Dimension::Known => filter.known.clear(),
            Dimension::Unknown => filter.unknown.clear(),
            Dimension::Years => (filter.from, filter.to) = (None, None),
        })
    }

    /// All zones, seen in the same way: order, grouping, map and tray are kept.
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

    /// The column by whose values the list is in order; nothing where it is in another order or divided into provinces.
    pub fn ranked_by(&self) -> Option<ValueColumn> {
        let is_by_match = self.sort == Sort::Automatic && !self.q.is_empty();
        let is_ranking = !is_by_match && self.grouping == Grouping::None;
        self.sort.column().filter(|_| is_ranking)
    }

    /// What of this state decides the list: not the tray and not what the map shows.
    #[must_use]
    pub fn list(&self) -> Self {
        Self {
            measure: Measure::default(),
            zoom: None,
            picks: Vec::new(),
            ..self.clone()
        }
    }

    /// This state changed by `change`, back on the first page.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = Self {
            page: 0,
            ..self.clone()
        };
        change(&mut changed);
        changed
    }

    /// This state on another page of its list, counted from 0.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// This state with a zone taken into the tray, or out of it where it is in; nothing changes
    /// where the tray is full. The page of the list stays.
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
