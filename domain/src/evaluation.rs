//! How well the checks work on figures whose true values are known. The `evaluation` package measures these numbers.

use crate::check::CautionRule;
use serde::{Deserialize, Serialize};

/// The result of one evaluation of the checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// The seed of the random numbers that generate the cases. The same seed gives the same evaluation.
    pub seed: u64,
    /// Number of cases with one planted error.
    pub planted: u32,
    /// Number of cases without an error.
    pub sound: u32,
    /// Number of planted errors that a questioning caution names, of whichever rule.
    pub caught: u32,
    /// Number of questioning cautions that name no planted error.
    pub false_alarms: u32,
    /// The same counts by rule. The counts of all rules add up to the totals.
    pub rules: Vec<RuleScore>,
}

/// The result for one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleScore {
    /// The rule that should find the errors.
    pub rule: CautionRule,
    /// Number of planted errors that this rule should find.
    pub planted: u32,
    /// Number of these errors that a questioning caution of any rule names. Another rule may fire first: with a wrong
    /// scale word, a figure may differ from its neighbours before it exceeds the national total.
    pub caught: u32,
    /// Number of cautions of this rule that name no error.
    pub false_alarms: u32,
}

impl Evaluation {
    /// Returns the share of questioning cautions that name an error, per mille; 1000 if no caution fired.
    pub fn precision(&self) -> u32 {
        per_mille(self.caught, self.caught.saturating_add(self.false_alarms))
    }

    /// Returns the share of errors that were caught, per mille; 1000 if there were no errors.
    pub fn recall(&self) -> u32 {
        per_mille(self.caught, self.planted)
    }
}

impl RuleScore {
    /// Like [`Evaluation::precision`], for the errors and false alarms of this rule.
    pub fn precision(&self) -> u32 {
        per_mille(self.caught, self.caught.saturating_add(self.false_alarms))
    }

    /// Like [`Evaluation::recall`], for the errors of this rule.
    pub fn recall(&self) -> u32 {
        per_mille(self.caught, self.planted)
    }
}

/// Returns the share of a part, rounded to the nearest per mille; 1000 if the whole is zero.
fn per_mille(part: u32, whole: u32) -> u32 {
    u64::from(part)
        .saturating_mul(1000)
        .saturating_add(u64::from(whole / 2))
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
        assert_eq!((half.precision(), half.recall()), (667, 500));
    }
}
