//! How a figure was derived: the formula, its inputs and its assumption. [`crate::derive`] applies the formulas.

use crate::id::FigureId;
use crate::interval::Interval;
use crate::quantity::Unit;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A formula that derives a figure from others.
    Rule, "a rule such as `level-before-growth`" {
        /// The level of the year before, from a level and its nominal growth rate:
        /// level / (1 + rate).
        LevelBeforeGrowth = "level-before-growth",
        /// The level of an earlier period, from a level and its multiple of the earlier level: level / factor. "More
        /// than doubled" gives an upper bound.
        LevelBeforeMultiple = "level-before-multiple",
        /// An amount per square kilometre: level / area.
        Density = "density",
        /// The yearly growth from the last reported value to a target: (target / value)^(1 / years) - 1.
        RequiredGrowth = "required-growth",
        /// An absolute amount from a share and its whole: whole x share.
        PartOfWhole = "part-of-whole",
    }
}

vocabulary! {
    /// An assumption of a derivation that no source states.
    Assumption, "an assumption: nominal-rate, same-area or steady-growth" {
        /// The growth rate is at current prices, like the level.
        NominalRate = "nominal-rate",
        /// The amount was produced on the area that is stated for the same year.
        SameArea = "same-area",
        /// Growth is the same in each year.
        SteadyGrowth = "steady-growth",
    }
}

/// How a figure was derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// The formula.
    pub rule: Rule,
    /// The ids of the input figures, in the order of the formula.
    pub inputs: Vec<FigureId>,
    /// The assumption; `None` if the formula needs none.
    pub assumption: Option<Assumption>,
    /// The result. Its ends are rounded outward.
    pub interval: Interval,
    /// The unit of the result.
    pub unit: Unit,
}
