//! How well the checks do on figures whose truth is known. The numbers are measured by the `evaluation` package.

use crate::check::CautionRule;
use serde::{Deserialize, Serialize};

/// The result of one evaluation of the checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// The seed of the random numbers that its cases were made from: the same seed gives the same evaluation.
    pub seed: u64,
    /// Number of cases with one error in them.
    pub planted: u32,
    /// Number of cases without an error.
    pub sound: u32,
    /// Number of cases whose error is named by a questioning caution, whichever rule fired.
    pub caught: u32,
    /// Number of questioning cautions that name no error.
    pub false_alarms: u32,
    /// The same for each rule; each column adds up to its total.
    pub rules: Vec<RuleScore>,
}

/// The result for one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleScore {
    /// The rule.
    pub rule: CautionRule,
    /// Number of planted errors that this rule should find.
    pub planted: u32,
    /// Number of them that a questioning caution of any rule names: a scale word too large may differ from its neighbours
    /// before it exceeds the national total.
    pub caught: u32,
    /// How often this rule fired and named no error.
    pub false_alarms: u32,
}

impl Evaluation {
    /// Share of the cautions that named an error, per mille; 1000 where no caution fired.
    pub fn precision(&self) -> u32 {
        per_mille(self.caught, self.caught.saturating_add(self.false_alarms))
    }

    /// Share of the errors that were caught, per mille; 1000 where there were none.
    pub fn recall(&self) -> u32 {
        per_mille(self.caught, self.planted)
    }
}

impl RuleScore {
    /// As [`Evaluation::precision`], for the errors and the false alarms of this rule.
    pub fn precision(&self) -> u32 {
        per_mille(self.caught, self.caught.saturating_add(self.false_alarms))
    }

    /// As [`Evaluation::recall`], for the errors of this rule.
    pub fn recall(&self) -> u32 {
        per_mille(self.caught, self.planted)
    }
}

fn per_mille(part: u32, whole: u32) -> u32 {
    u64::from(part)
        .saturating_mul(1000)
        .checked_div(u64::from(whole))
        .and_then(|share| u32::try_from(share).ok())
        .unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_a_thousand_per_mille() {
        let empty = RuleScore {
            rule: CautionRule::UnitSlip,
            planted: 0,
            caught: 0,
            false_alarms: 0,
        };
        assert_eq!((empty.precision(), empty.recall()), (1000, 1000));
        let half = RuleScore {
            planted: 4,
            caught: 2,
            false_alarms: 1,
            ..empty
        };
        assert_eq!((half.precision(), half.recall()), (666, 500));
    }
}
