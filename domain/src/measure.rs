//! How the value of an indicator is expressed: as a level, change, share, density or rank.

use crate::definition::{Definition, Term};
use crate::period::Period;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The prices in which a change of an amount of money is expressed.
    Prices, "prices: current, constant or not-stated" {
        /// Current prices; the change is nominal.
        Current = "current",
        /// Constant prices of one year; the change is real.
        Constant = "constant",
        /// The source does not state the prices.
        NotStated = "not-stated",
    }
}

vocabulary! {
    /// The area by which an amount is divided to get a density.
    AreaBasis, "an area: land, industrial-land, approved, planned, developed, administered, core or not-stated" {
        /// All land of the zone.
        Land = "land",
        /// The industrial land of the zone.
        IndustrialLand = "industrial-land",
        /// Area approved by the state or province.
        Approved = "approved",
        /// Planned area.
        Planned = "planned",
        /// Built-up area.
        Developed = "developed",
        /// Area that the zone administers.
        Administered = "administered",
        /// Area of the core of the zone.
        Core = "core",
        /// The source does not state the area.
        NotStated = "not-stated",
    }
}

impl AreaBasis {
    /// Returns the kind of area that the definition of an area figure states.
    pub fn of(definition: &Definition) -> Self {
        let first = definition.terms().iter().find_map(|term| match term {
            Term::Approved => Some(Self::Approved),
            Term::Planned => Some(Self::Planned),
            Term::Developed => Some(Self::Developed),
            Term::Administered => Some(Self::Administered),
            Term::Core => Some(Self::Core),
            Term::Land => Some(Self::Land),
            _ => None,
        });
        first.unwrap_or(Self::NotStated)
    }
}

/// How the value of an indicator is expressed.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Measure {
    /// The quantity itself, in its unit.
    #[default]
    Level,
    /// A change since an earlier period, in per cent or as a factor.
    Change {
        /// The earlier period.
        from: Period,
        /// The prices in which the change is expressed.
        prices: Prices,
    },
    /// A part of a whole, in per cent.
    Share {
        /// The whole.
        of: Bilingual,
    },
    /// An amount per square kilometre.
    Density {
        /// The area that the amount was divided by.
        area: AreaBasis,
    },
    /// The constant yearly growth from an earlier period to this one, in per cent.
    YearlyGrowth {
        /// The earlier period.
        from: Period,
    },
    /// A rank.
    Rank {
        /// The compared things, and the criterion if the source states it.
        among: Bilingual,
    },
}

impl Measure {
    /// Returns the id of the variant in exported tables and in the database.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Change { .. } => "change",
            Self::Share { .. } => "share",
            Self::Density { .. } => "density",
            Self::YearlyGrowth { .. } => "yearly-growth",
            Self::Rank { .. } => "rank",
        }
    }

    /// True for [`Measure::Level`].
    pub const fn is_level(&self) -> bool {
        matches!(self, Self::Level)
    }
}
