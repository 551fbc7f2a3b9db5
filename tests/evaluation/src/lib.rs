//! Measures the precision and recall of the cautions on generated figures, whose errors are known. It is a tool for
//! developers: `cargo xtask evaluate` writes its result to `server/evaluation.toml`, which the site reads.
//!
//! The zones and their figures are generated to look like real ones: with the scales of their sources, rounded, hedged,
//! revised, and with several definitions. Half of the cases are correct. Every other case contains one realistic error,
//! whether or not the checks find it easily. The precision is therefore that of a set in which every second zone has an
//! error; real zones have fewer errors, so a larger share of their cautions are false alarms.

mod case;
mod errors;
mod extras;
mod print;
mod references;
mod traps;
mod zone;

#[cfg(test)]
mod tests;

use case::Case;
use domain::check::{Caution, CautionRule, CheckInput, ReferenceData, check};
use domain::evaluation::{Evaluation, RuleScore};
use domain::indicator::Indicator;
use fastrand::Rng;
use std::ops::Range;

/// The seed of the evaluation that the site shows.
pub const SEED: u64 = 2026;

/// The number of cases with an error, and also of those without.
const CASES: u32 = 200;

/// The evaluated rules: all rules that question a number or a date, except for the doubt that a person declares.
const RULES: [CautionRule; 13] = [
    CautionRule::GdpAboveOutput,
    CautionRule::ValueAddedAboveGdp,
    CautionRule::TaxAboveOutput,
    CautionRule::UnitSlip,
    CautionRule::AboveNationalTotal,
    CautionRule::ShareAboveWhole,
    CautionRule::DollarRate,
    CautionRule::OtherCurrency,
    CautionRule::SameAmountTwice,
    CautionRule::PublishedEarly,
    CautionRule::ApprovedArea,
    CautionRule::GrowthAgainstLevels,
    CautionRule::TwoFoundings,
];

/// Generates 200 cases with an error and 200 without, runs every check on each, and counts the results.
pub fn run(seed: u64) -> Evaluation {
    run_on(seed, 0..CASES)
}

/// Runs an evaluation on the cases with these indexes, both with and without an error.
fn run_on(seed: u64, cases: Range<u32>) -> Evaluation {
    let mut evaluation = Evaluation {
        seed,
        planted: 0,
        sound: 0,
        caught: 0,
        false_alarms: 0,
        rules: RULES.into_iter().map(empty_score).collect(),
    };
    let mut rng = Rng::with_seed(seed);
    let bench = Checker::new();
    // Each case has its own random generator, so that a change to one case does not change the others.
    for (index, rule) in cases.clone().zip(RULES.into_iter().cycle()) {
        if let Some(case) = case::planted(&mut rng.fork(), index, rule) {
            evaluation.planted += 1;
            count(&mut evaluation, &case, Some(rule), &bench.cautions(&case));
        }
    }
    for index in cases {
        if let Some(case) = case::sound(&mut rng.fork(), index) {
            evaluation.sound += 1;
            count(&mut evaluation, &case, None, &bench.cautions(&case));
        }
    }
    evaluation
}

/// Counts the cautions of one case. `planted` is the rule that should find its error; `None` if the case has no error.
fn count(
    evaluation: &mut Evaluation,
    case: &Case,
    planted: Option<CautionRule>,
    cautions: &[Caution],
) {
    let mut caught = false;
    for caution in cautions.iter().filter(|caution| caution.rule.questions()) {
        if names_error(caution, case) {
            caught = true;
        } else {
            evaluation.false_alarms += 1;
            if let Some(score) = score(evaluation, caution.rule) {
                score.false_alarms += 1;
            }
        }
    }
    evaluation.caught += u32::from(caught);
    if let Some(score) = planted.and_then(|rule| score(evaluation, rule)) {
        score.planted += 1;
        score.caught += u32::from(caught);
    }
}

fn score(evaluation: &mut Evaluation, rule: CautionRule) -> Option<&mut RuleScore> {
    evaluation.rules.iter_mut().find(|score| score.rule == rule)
}

const fn empty_score(rule: CautionRule) -> RuleScore {
    RuleScore {
        rule,
        planted: 0,
        caught: 0,
        false_alarms: 0,
    }
}

fn names_error(caution: &Caution, case: &Case) -> bool {
    let figures = caution.figures.iter().map(|id| id.as_str());
    let facts = caution.facts.iter().map(|id| id.as_str());
    figures
        .chain(facts)
        .any(|id| case.wrong.iter().any(|wrong| wrong == id))
}

/// The input of the checks that is the same for all cases.
struct Checker {
    references: ReferenceData,
    indicators: Vec<Indicator>,
}

impl Checker {
    fn new() -> Self {
        Self {
            references: references::references(),
            indicators: references::indicators(),
        }
    }

    fn cautions(&self, case: &Case) -> Vec<Caution> {
        let evidence = CheckInput {
            figures: &case.figures,
            facts: &case.facts,
            indicators: &self.indicators,
            sources: &case.sources,
        };
        check(&evidence, &self.references)
    }
}
