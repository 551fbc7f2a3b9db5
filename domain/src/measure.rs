//! In which way an indicator is expressed: its level, a change, a share or a rank.

use crate::definition::{Definition, Term};
use crate::period::Period;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The prices in which a change of money is expressed.
    Prices, "prices: current, constant or not-stated" {
        /// Prices of the day; the change is nominal.
        Current = "current",
        /// Prices of one year throughout; the change is real.
        Constant = "constant",
        /// The source does not say.
        NotStated = "not-stated",
    }
}

vocabulary! {
    /// The area by which a density is counted.
    AreaBasis, "an area: land, industrial-land, approved, planned, developed, administered, core or not-stated" {
        /// All its land.
        Land = "land",
        /// Its industrial land.
        IndustrialLand = "industrial-land",
        /// Area approved by the state or province.
        Approved = "approved",
        /// Area planned.
        Planned = "planned",
        /// Area built up.
        Developed = "developed",
        /// Area that the zone administers.
        Administered = "administered",
        /// Area of its core.
        Core = "core",
        /// The source does not say.
        NotStated = "not-stated",
    }
}

impl AreaBasis {
    /// The area that a figure of an area speaks of.
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

/// In which way an indicator is expressed.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Measure {
    /// The thing itself, in its unit.
    #[default]
    Level,
    /// A change since an earlier period, in per cent or as a factor.
    Change {
        /// The earlier period.
        from: Period,
        /// In which prices.
        prices: Prices,
    },
    /// A part of a whole, in per cent.
    Share {
        /// The whole.
        of: Bilingual,
    },
    /// An amount per square kilometre.
    Density {
        /// Of which area.
        area: AreaBasis,
    },
    /// The growth a year that leads from an earlier period to this one, in per cent.
    YearlyGrowth {
        /// The earlier period.
        from: Period,
    },
    /// A place in an order.
    Rank {
        /// Those among whom, and by what where stated.
        among: Bilingual,
    },
}

impl Measure {
    /// Its id in tables and in the database.
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

    /// Whether it is the thing itself.
    pub const fn is_level(&self) -> bool {
        matches!(self, Self::Level)
    }
}
