//! In which way an indicator is expressed: its level, a change, a share or a rank.

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
    /// A place in an order.
    Rank {
        /// Those among whom, and by what where stated.
        among: Bilingual,
    },
}

impl Measure {
    /// Whether it is the thing itself.
    pub const fn is_level(&self) -> bool {
        matches!(self, Self::Level)
    }
}
