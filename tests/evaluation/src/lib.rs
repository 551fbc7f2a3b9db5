//! Measures how often the cautions are right, on figures whose truth is known. A tool for developers: its result is the
//! file that the site reads, `server/evaluation.toml`; `cargo xtask evaluate` writes it.
//!
//! The zones are made up and so are their figures, but both are made as real ones are: written in
//! the scales of their sources, rounded, hedged, revised, of several definitions. Half of the cases
//! are as their sources meant them; into each of the others one error is put, as errors happen and
//! not as the checks would like them. Precision is so that of a set in which every second zone has
//! an error; among real zones errors are rarer, and a larger share of the cautions is a false alarm.

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
use domain::check::{Caution, CautionRule, Evidence, References, check};
use domain::evaluation::{Evaluation, RuleScore};
use domain::indicator::Indicator;
use fastrand::Rng;
use std::ops::Range;

/// The seed of the evaluation that the site shows.
pub const SEED: u64 = 2026;

/// Number of cases of each sort.
const CASES: u32 = 200;

/// The rules that are evaluated: those that question, except for a doubt that a person declared.
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

/// Makes 200 cases with an error and 200 without, runs every check on each, and counts.
pub fn run(seed: u64) -> Evaluation {
    run_on(seed, 0..CASES)
}

/// An evaluation on the cases with these indexes, of each sort.
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
    let bench = Bench::new();
    // Each case draws from a generator of its own, so that a change to one leaves the others.
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

/// Adds the cautions of one case. `planted` is the rule that should find its error, where it has one.
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

/// What the checks need beside a case.
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
