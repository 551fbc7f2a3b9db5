//! What can be measured of a zone.

use crate::id::IndicatorId;
use crate::quantity::Unit;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The units in which the level of an indicator may be stated.
    Family, "a unit family: money, area, length, count or containers" {
        /// Yuan or dollars.
        Money = "money",
        /// Square kilometres or hectares.
        Area = "area",
        /// Kilometres.
        Length = "length",
        /// Things one can count.
        Count = "count",
        /// Containers.
        Containers = "containers",
        /// Nothing but a place, a share or a change is ever stated.
        None = "none",
    }
}

impl Family {
    /// Whether a level may be stated in this unit.
    pub const fn admits(self, unit: Unit) -> bool {
        matches!(
            (self, unit),
            (Self::Money, Unit::Yuan | Unit::Dollar)
                | (Self::Area, Unit::SquareKilometre | Unit::Hectare)
                | (Self::Length, Unit::Kilometre)
                | (Self::Count, Unit::Count)
                | (Self::Containers, Unit::Teu)
        )
    }
}

vocabulary! {
    /// The growth chart of a zone page in which an indicator is drawn.
    ChartGroup, "a chart: output or fiscal" {
        /// What the zone produces.
        Output = "output",
        /// What the zone's government takes in.
        Fiscal = "fiscal",
    }
}

vocabulary! {
    /// In which prices published growth rates of an indicator are.
    Growth, "a kind of growth: nominal, assumed or real" {
        /// At current prices, like its levels: revenue, trade, tax.
        Nominal = "nominal",
        /// At current prices unless the source says otherwise; what rests on it is marked.
        Assumed = "assumed",
        /// At constant prices, unlike its levels: GDP, value added.
        Real = "real",
    }
}

/// What can be measured of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its name in the dataset.
    pub id: IndicatorId,
    /// What it is called.
    pub name: Bilingual,
    /// The units of its level.
    pub family: Family,
    /// In which prices published growth rates of it are.
    pub growth: Growth,
    /// The growth chart it is drawn in, if any.
    #[serde(default)]
    pub chart: Option<ChartGroup>,
    /// What it measures, as the field uses the word.
    pub definition: Bilingual,
    /// What a reader must beware of.
    pub pitfall: Bilingual,
}
