//! How often the cautions are right, measured on figures whose truth is known.
//!
//! The zones are made up and so are their figures, but both are made as real ones are: written in
//! the scales of their sources, rounded, hedged, revised, of several definitions. Half of the cases
//! are as their sources meant them; into each of the others one error is put, as errors happen and
//! not as the checks would like them. Precision is so that of a pile in which every second zone has
//! an error; among real zones errors are rarer, and more of what fires is a false alarm.

mod case;
mod errors;
mod extras;
mod print;
mod references;
mod traps;
mod zone;

#[cfg(test)]
mod tests;

use crate::check::{Caution, CautionRule, Evidence, References, check};
use crate::indicator::Indicator;
use case::Case;
use fastrand::Rng;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How many cases of each sort a trial has.
const CASES: u32 = 200;

/// The rules under trial: those that question, but for a person's own doubt, which needs no trial.
const RULES: [CautionRule; 9] = [
    CautionRule::GdpAboveOutput,
    CautionRule::ValueAddedAboveGdp,
    CautionRule::UnitSlip,
    CautionRule::AboveNationalTotal,
    CautionRule::ShareAboveWhole,
    CautionRule::DollarRate,
    CautionRule::ApprovedArea,
    CautionRule::GrowthAgainstLevels,
    CautionRule::TwoFoundings,
];

/// What a trial of the cautions found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// What its cases were made from: the same seed gives the same trial.
    pub seed: u64,
    /// Cases with one error in them.
    pub planted: u32,
    /// Cases without.
    pub sound: u32,
    /// Cases whose error a questioning caution names, whichever rule fired.
    pub caught: u32,
    /// Questioning cautions that name no error.
    pub false_alarms: u32,
    /// The same rule by rule; each column adds up to its total.
    pub rules: Vec<RuleScore>,
}

/// What a trial found of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleScore {
    /// The rule.
    pub rule: CautionRule,
    /// Errors put in that are of its sort.
    pub planted: u32,
    /// Those of them that a questioning caution names, be it of another rule: a scale word too
    /// large may stand out among its neighbours before it tops the nation.
    pub caught: u32,
    /// How often this rule fired and named no error.
    pub false_alarms: u32,
}

impl Trial {
    /// Of what fired, how much was right, per mille; all of it where nothing fired.
    pub fn precision(&self) -> u32 {
        per_mille(self.caught, self.caught.saturating_add(self.false_alarms))
    }

    /// Of the errors, how many were caught, per mille; all of them where there were none.
    pub fn recall(&self) -> u32 {
        per_mille(self.caught, self.planted)
    }
}

impl RuleScore {
    /// As [`Trial::precision`]: what was caught of its sort, against its own false alarms.
    pub fn precision(&self) -> u32 {
        per_mille(self.caught, self.caught.saturating_add(self.false_alarms))
    }

    /// As [`Trial::recall`], of the errors of its sort.
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

/// Makes 200 cases with an error and 200 without, runs every check on each, and counts.
pub fn run(seed: u64) -> Trial {
    run_on(seed, 0..CASES)
}

/// A trial of the cases of such indexes, of each sort.
fn run_on(seed: u64, cases: Range<u32>) -> Trial {
    let mut trial = Trial {
        seed,
        planted: 0,
        sound: 0,
        caught: 0,
        false_alarms: 0,
        rules: RULES.into_iter().map(RuleScore::new).collect(),
    };
    let mut rng = Rng::with_seed(seed);
    let bench = Bench::new();
    // Each case draws from a generator of its own, so that a change to one leaves the others.
    for (index, rule) in cases.clone().zip(RULES.into_iter().cycle()) {
        if let Some(case) = case::planted(&mut rng.fork(), index, rule) {
            trial.planted += 1;
            trial.count(&case, Some(rule), &bench.cautions(&case));
        }
    }
    for index in cases {
        if let Some(case) = case::sound(&mut rng.fork(), index) {
            trial.sound += 1;
            trial.count(&case, None, &bench.cautions(&case));
        }
    }
    trial
}

impl Trial {
    /// Counts the cautions of a case into which an error of the sort `planted` was put, or none.
    fn count(&mut self, case: &Case, planted: Option<CautionRule>, cautions: &[Caution]) {
        let mut caught = false;
        for caution in cautions.iter().filter(|caution| caution.rule.questions()) {
            if names_error(caution, case) {
                caught = true;
            } else {
                self.false_alarms += 1;
                if let Some(score) = self.score(caution.rule) {
                    score.false_alarms += 1;
                }
            }
        }
        self.caught += u32::from(caught);
        if let Some(score) = planted.and_then(|rule| self.score(rule)) {
            score.planted += 1;
            score.caught += u32::from(caught);
        }
    }

    fn score(&mut self, rule: CautionRule) -> Option<&mut RuleScore> {
        self.rules.iter_mut().find(|score| score.rule == rule)
    }
}

impl RuleScore {
    const fn new(rule: CautionRule) -> Self {
        Self {
            rule,
            planted: 0,
            caught: 0,
            false_alarms: 0,
        }
    }
}

fn names_error(caution: &Caution, case: &Case) -> bool {
    let figures = caution.figures.iter().map(|id| id.as_str());
    let facts = caution.facts.iter().map(|id| id.as_str());
    figures
        .chain(facts)
        .any(|id| case.wrong.iter().any(|wrong| wrong == id))
}

/// What all cases are judged with.
struct Bench {
    references: References,
    indicators: Vec<Indicator>,
}

impl Bench {
    fn new() -> Self {
        Self {
            references: references::references(),
            indicators: references::indicators(),
        }
    }

    fn cautions(&self, case: &Case) -> Vec<Caution> {
        let evidence = Evidence {
            figures: &case.figures,
            facts: &case.facts,
            indicators: &self.indicators,
            sources: &case.sources,
        };
        check(&evidence, &self.references)
    }
}
