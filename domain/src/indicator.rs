//! Indicators: what can be measured of a zone.

use crate::id::IndicatorId;
use crate::quantity::Unit;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The kind of units in which the level of an indicator may be stated.
    Family, "a unit family: money, area, length, count or containers" {
        /// Yuan or dollars.
        Money = "money",
        /// Square kilometres or hectares.
        Area = "area",
        /// Kilometres.
        Length = "length",
        /// Things that are counted, such as enterprises.
        Count = "count",
        /// Containers, in TEU.
        Containers = "containers",
        /// No unit: the indicator has no levels, only ranks, shares or changes.
        None = "none",
    }
}

impl Family {
    /// True if a level may be stated in this unit.
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
    /// The growth chart of a zone page that contains an indicator.
    ChartGroup, "a chart: output or fiscal" {
        /// The output of the zone.
        Output = "output",
        /// The revenue of the zone's government.
        Fiscal = "fiscal",
    }
}

vocabulary! {
    /// The prices in which growth rates of an indicator are published.
    Growth, "a kind of growth: nominal, assumed or real" {
        /// At current prices, like its levels: revenue, trade, tax.
        Nominal = "nominal",
        /// At current prices unless the source states otherwise. Figures derived with this assumption are marked.
        Assumed = "assumed",
        /// At constant prices, unlike its levels: GDP, value added.
        Real = "real",
    }
}

/// An indicator: something that can be measured of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The id in the dataset.
    pub id: IndicatorId,
    /// The name in both languages.
    pub name: Bilingual,
    /// The kind of units of its levels.
    pub family: Family,
    /// The prices in which its growth rates are published.
    pub growth: Growth,
    /// The growth chart that contains it; `None` if no chart does.
    #[serde(default)]
    pub chart: Option<ChartGroup>,
    /// What it measures, as the term is used in statistics.
    pub definition: Bilingual,
    /// A mistake that readers of the figures should avoid.
    pub pitfall: Bilingual,
}
