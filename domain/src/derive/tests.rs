//! Tests of each rule on figures of one invented zone and on random values.

use super::*;
use crate::derivation::Assumption;
use crate::figure::StatementKind;
use crate::indicator::{Family, Growth};
use crate::measure::{Measure, Prices};
use crate::testing::{self, statement};
use crate::text::Bilingual;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn indicator(growth: Growth) -> Indicator {
    of_family("output", Family::Money, growth)
}

fn of_family(id: &str, family: Family, growth: Growth) -> Indicator {
    let text = Bilingual {
        en: "x".into(),
        zh: "x".into(),
    };
    Indicator {
        id: id.parse().unwrap(),
        name: text.clone(),
        family,
        growth,
        chart: None,
        definition: text.clone(),
        pitfall: text,
    }
}

fn figure(id: &str, value: &str, measure: Measure, level: Option<&str>) -> Figure {
    Figure {
        measure,
        level: level.map(|id| id.parse().unwrap()),
        ..testing::figure(id, "output", "2013", value)
    }
}

fn follow(figures: &[Figure], indicators: &[Indicator]) -> Vec<Figure> {
    derive(&Inputs {
        figures,
        indicators,
        sources: &[],
    })
}

fn change(value: &str, prices: Prices) -> Figure {
    let from = "2012".parse().unwrap();
    figure(
        "rate1",
        value,
        Measure::Change { from, prices },
        Some("level"),
    )
}

#[test]
fn the_year_before_follows_from_a_nominal_rate() {
    let figures = [
        figure("level", "94.4 billion CNY", Measure::Level, None),
        change("6.8 percent", Prices::NotStated),
    ];
    let derived = follow(&figures, &[indicator(Growth::Assumed)]);
    assert_eq!(derived.len(), 1);
    assert_eq!(derived[0].period.to_string(), "2012");
    let ends = [derived[0].interval().low(), derived[0].interval().high()];
    let billions =
        ends.map(|end| (end.number().unwrap() / Decimal::from(1_000_000_000)).to_string());
    assert_eq!(billions, ["88.30", "88.48"]);
    assert!(
        matches!(&derived[0].evidence, Evidence::Derived(d) if d.assumption == Some(Assumption::NominalRate))
    );
}

#[test]
fn nothing_follows_from_a_real_rate() {
    let level = figure("level", "94.4 billion CNY", Measure::Level, None);
    let nominal = [level.clone(), change("6.8 percent", Prices::NotStated)];
    assert!(follow(&nominal, &[indicator(Growth::Real)]).is_empty());
    let constant = [level, change("6.8 percent", Prices::Constant)];
    assert!(follow(&constant, &[indicator(Growth::Nominal)]).is_empty());
}

/// Returns the ends of an interval as text, without open or closed.
fn ends(figure: &Figure) -> (String, String) {
    let show = |end: crate::interval::End| {
        end.number().map_or_else(
            || "none".to_owned(),
            |number| number.normalize().to_string(),
        )
    };
    let interval = figure.interval();
    (show(interval.low()), show(interval.high()))
}

fn pair(low: &str, high: &str) -> (String, String) {
    (low.to_owned(), high.to_owned())
}

#[test]
fn more_than_doubled_gives_a_bound() {
    let mut doubled = change("2 times", Prices::NotStated);
    statement(&mut doubled).hedge = crate::quantity::Hedge::Over;
    let level = figure("level", "120 billion CNY", Measure::Level, None);
    let derived = follow(
        &[level.clone(), doubled.clone()],
        &[indicator(Growth::Assumed)],
    );
    assert_eq!(derived.len(), 1);
    assert_eq!(ends(&derived[0]), pair("0", "60250000000"));
    assert_eq!(derived[0].period.to_string(), "2012");
    assert!(follow(&[level, doubled], &[indicator(Growth::Real)]).is_empty());
}

#[test]
fn an_amount_is_spread_over_the_area_of_its_year() {
    let indicators = [
        indicator(Growth::Assumed),
        of_family("area", Family::Area, Growth::Assumed),
    ];
    let output = figure("out", "46.91 billion CNY", Measure::Level, None);
    let area = testing::figure("area", "area", "at 2013-12", "268 km2");
    let derived = follow(&[output.clone(), area.clone()], &indicators);
    assert_eq!(derived.len(), 1);
    assert_eq!(derived[0].id.as_str(), "out-per-km2");
    assert_eq!(ends(&derived[0]), pair("174600000", "175400000"));
    let other_year = testing::figure("area", "area", "at 2014", "268 km2");
    assert!(follow(&[output.clone(), other_year], &indicators).is_empty());
    let second = testing::figure("area2", "area", "at 2013", "16 km2");
    assert!(follow(&[output, area, second], &indicators).is_empty());
}

#[test]
fn a_target_asks_for_growth_from_the_last_report() {
    let mut target = testing::figure("goal", "output", "2020", "100 billion CNY");
    statement(&mut target).kind = StatementKind::Target;
    let reported = testing::figure("last", "output", "2017", "62.61 billion CNY");
    let older = testing::figure("old", "output", "2015", "50 billion CNY");
    let derived = follow(
        &[target.clone(), older, reported],
        &[indicator(Growth::Assumed)],
    );
    assert_eq!(derived.len(), 1);
    assert_eq!(ends(&derived[0]), pair("16.69", "17.09"));
    let partial = Figure {
        scope: crate::subject::Scope::Industry {
            name: Bilingual {
                en: "x".into(),
                zh: "x".into(),
            },
        },
        ..testing::figure("part", "output", "2017", "62.61 billion CNY")
    };
    assert!(follow(&[target, partial], &[indicator(Growth::Assumed)]).is_empty());
}

#[test]
fn a_share_of_a_stated_whole_is_an_amount() {
    let whole = figure("whole", "200 billion CNY", Measure::Level, None);
    let of = Bilingual {
        en: "city".into(),
        zh: "市".into(),
    };
    let share = figure(
        "share",
        "15.0 percent",
        Measure::Share { of },
        Some("whole"),
    );
    let derived = follow(&[whole, share.clone()], &[indicator(Growth::Assumed)]);
    assert_eq!(ends(&derived[0]), pair("29820000000", "30180000000"));
    assert!(follow(&[share], &[indicator(Growth::Assumed)]).is_empty());
}

#[test]
fn a_derived_id_leads_back() {
    let back = |id: &str| origin(&id.parse().unwrap()).map(|id| id.to_string());
    assert_eq!(back("t6a2e-before"), Some("t6a2e".to_owned()));
    assert_eq!(back("t6a2e-per-km2"), Some("t6a2e".to_owned()));
    assert_eq!(back("t6a2e"), None);
}

proptest! {
    /// For any true level and rate: after both are rounded as a source prints them, the derived interval still contains
    /// the true level of the year before.
    #[test]
    fn the_truth_stays_inside(before in 1_000_i64..9_999_999, rate in -900_i64..4_000) {
        let before = Decimal::new(before, 3);
        let rate = Decimal::new(rate, 3);
        let after = before * (Decimal::ONE + rate);
        let (level, percent) = (after.round_dp(1), (rate * Decimal::ONE_HUNDRED).round_dp(1));
        prop_assume!(level > Decimal::ZERO);
        let figures = [
            figure("level", &format!("{level:.1} billion CNY"), Measure::Level, None),
            change(&format!("{percent:.1} percent"), Prices::Current),
        ];
        let derived = follow(&figures, &[indicator(Growth::Nominal)]);
        prop_assume!(!derived.is_empty());
        let truth = before * Decimal::from(1_000_000_000);
        // A number exactly half-way may have been rounded up or down, so the ends count as inside.
        let interval = derived[0].interval();
        prop_assert!(interval.low().number().unwrap() <= truth, "{:?} {}", interval, truth);
        prop_assert!(interval.high().number().unwrap() >= truth, "{:?} {}", interval, truth);
    }

    /// For any true amount and area, the derived density contains the true density.
    #[test]
    fn the_true_density_stays_inside(amount in 1_000_i64..9_999_999, area in 100_i64..9_999) {
        let (amount, area) = (Decimal::new(amount, 3), Decimal::new(area, 2));
        let figures = [
            figure("out", &format!("{:.1} billion CNY", amount.round_dp(1)), Measure::Level, None),
            testing::figure("area", "area", "at 2013", &format!("{:.1} km2", area.round_dp(1))),
        ];
        let indicators = [indicator(Growth::Assumed), of_family("area", Family::Area, Growth::Assumed)];
        let derived = follow(&figures, &indicators);
        prop_assume!(!derived.is_empty());
        let truth = amount * Decimal::from(1_000_000_000) / area;
        prop_assert!(derived[0].interval().low().number().unwrap() <= truth);
        prop_assert!(derived[0].interval().high().number().unwrap() >= truth);
    }

    /// For any true multiple, the bound from "more than" contains the true earlier level.
    #[test]
    fn the_true_beginning_stays_below_the_bound(before in 1_000_i64..9_999_999, more in 1_i64..5_000) {
        let before = Decimal::new(before, 3);
        let after = before * (Decimal::TWO + Decimal::new(more, 3));
        let printed = after.round_dp(1);
        let mut doubled = change("2 times", Prices::NotStated);
        statement(&mut doubled).hedge = crate::quantity::Hedge::Over;
        let figures = [figure("level", &format!("{printed:.1} billion CNY"), Measure::Level, None), doubled];
        let derived = follow(&figures, &[indicator(Growth::Assumed)]);
        let truth = before * Decimal::from(1_000_000_000);
        prop_assert!(derived[0].interval().contains(truth), "{:?} {}", derived[0].interval(), truth);
    }

    /// The derived growth contains the true growth for any start, rate and number of years.
    #[test]
    fn required_growth_holds_the_true_one(start in 1_000_i64..999_999, rate in -300_i64..1_500, years in 1_u16..12) {
        let start = Decimal::new(start, 3);
        let factor = Decimal::ONE + Decimal::new(rate, 3);
        let aim = (0..years).fold(start, |value, _| value * factor);
        prop_assume!(aim > Decimal::new(2, 1) && aim < Decimal::from(100_000_000));
        let mut target = testing::figure("goal", "output", &(2010 + years).to_string(), &format!("{:.1} billion CNY", aim.round_dp(1)));
        statement(&mut target).kind = StatementKind::Target;
        let reported = testing::figure("last", "output", "2010", &format!("{:.1} billion CNY", start.round_dp(1)));
        let derived = follow(&[target, reported], &[indicator(Growth::Assumed)]);
        prop_assume!(!derived.is_empty());
        let truth = Decimal::new(rate, 1);
        prop_assert!(derived[0].interval().low().number().unwrap() <= truth, "{:?} {}", derived[0].interval(), truth);
        prop_assert!(derived[0].interval().high().number().unwrap() >= truth, "{:?} {}", derived[0].interval(), truth);
    }

    /// For any true whole and share, the derived part contains the true product.
    #[test]
    fn the_true_part_stays_inside(whole in 1_000_i64..9_999_999, share in 1_i64..1_000) {
        let (whole, share) = (Decimal::new(whole, 3), Decimal::new(share, 1));
        let of = Bilingual { en: "city".into(), zh: "市".into() };
        let figures = [
            figure("whole", &format!("{:.1} billion CNY", whole.round_dp(1)), Measure::Level, None),
            figure("share", &format!("{:.0} percent", share.round_dp(0)), Measure::Share { of }, Some("whole")),
        ];
        let derived = follow(&figures, &[indicator(Growth::Assumed)]);
        // Nothing is derived from a share printed as 0 %, because it may be below zero after rounding.
        prop_assume!(!derived.is_empty());
        let truth = whole * Decimal::from(1_000_000_000) * share / Decimal::ONE_HUNDRED;
        prop_assert!(derived[0].interval().low().number().unwrap() <= truth);
        prop_assert!(derived[0].interval().high().number().unwrap() >= truth);
    }
}
