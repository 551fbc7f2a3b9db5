//! Tests the evaluation, and that precision and recall of the checks do not fall.

use super::*;

/// The seeds with which the limits below were measured.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=20;

/// The least precision and recall of every seed in [`SEEDS`], per mille. Measured: 909 and 645.
const FLOORS: (u32, u32) = (905, 640);

/// For each rule: how many of its errors over all [`SEEDS`] must be caught (of about 310), and how many false alarms it
/// may raise. The limits are slightly looser than the measured values, which are reproducible because the seeds are
/// fixed. If a check improves, tighten its limits.
const RULE_FLOORS: [(CautionRule, u32, u32); 13] = [
    (CautionRule::GdpAboveOutput, 152, 3),
    (CautionRule::ValueAddedAboveGdp, 216, 2),
    (CautionRule::TaxAboveOutput, 242, 4),
    (CautionRule::UnitSlip, 174, 5),
    (CautionRule::AboveNationalTotal, 295, 2),
    (CautionRule::ShareAboveWhole, 204, 2),
    (CautionRule::DollarRate, 224, 60),
    (CautionRule::OtherCurrency, 141, 2),
    (CautionRule::SameAmountTwice, 141, 28),
    (CautionRule::PublishedEarly, 237, 2),
    (CautionRule::ApprovedArea, 278, 55),
    (CautionRule::GrowthAgainstLevels, 164, 34),
    (CautionRule::TwoFoundings, 226, 2),
];

#[test]
fn one_seed_gives_one_evaluation() {
    assert_eq!(run(7), run(7));
    assert_ne!(run(7).rules, run(8).rules);
}

#[test]
fn every_case_is_made() {
    // Each seed runs a tenth of an evaluation, with other case indexes than the seed before.
    for seed in 0..200_u32 {
        let cases = seed * 20..seed * 20 + 20;
        let evaluation = run_on(u64::from(seed), cases);
        assert_eq!(
            (evaluation.planted, evaluation.sound),
            (20, 20),
            "seed {seed}"
        );
    }
}

#[test]
fn the_checks_stay_as_good_as_they_were() {
    let evaluations: Vec<Evaluation> = SEEDS.map(run).collect();
    for evaluation in &evaluations {
        assert_eq!((evaluation.planted, evaluation.sound), (200, 200));
        assert!(evaluation.precision() >= FLOORS.0, "{evaluation:?}");
        assert!(evaluation.recall() >= FLOORS.1, "{evaluation:?}");
    }
    for (score, (rule, caught, false_alarms)) in pooled(&evaluations).iter().zip(RULE_FLOORS) {
        assert_eq!(score.rule, rule);
        assert!(score.caught >= caught, "{score:?}");
        assert!(score.false_alarms <= false_alarms, "{score:?}");
    }
}

#[test]
fn the_rules_add_up() {
    let evaluation = run(SEED);
    let sum = |of: fn(&RuleScore) -> u32| evaluation.rules.iter().map(of).sum::<u32>();
    assert_eq!(sum(|score| score.planted), evaluation.planted);
    assert_eq!(sum(|score| score.caught), evaluation.caught);
    assert_eq!(sum(|score| score.false_alarms), evaluation.false_alarms);
}

#[test]
fn the_file_that_the_site_reads_is_up_to_date() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../server/evaluation.toml");
    let written: Evaluation = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(
        written,
        run(SEED),
        "write the file anew: cargo xtask evaluate"
    );
}

/// Returns the scores of the rules, summed over several evaluations.
fn pooled(evaluations: &[Evaluation]) -> Vec<RuleScore> {
    let mut pooled: Vec<RuleScore> = RULES.into_iter().map(empty_score).collect();
    for score in evaluations.iter().flat_map(|evaluation| &evaluation.rules) {
        let sum = pooled
            .iter_mut()
            .find(|sum| sum.rule == score.rule)
            .unwrap();
        sum.planted += score.planted;
        sum.caught += score.caught;
        sum.false_alarms += score.false_alarms;
    }
    pooled
}
