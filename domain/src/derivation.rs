//! Figures that follow from stated figures, by interval arithmetic.

use crate::figure::{Evidence, Figure, Standing};
use crate::id::FigureId;
use crate::indicator::{Growth, Indicator};
use crate::interval::Interval;
use crate::measure::{Measure, Prices};
use crate::quantity::Unit;
use crate::textual::vocabulary;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A way to get a figure from others.
    Rule, "a rule: level-before-growth" {
        /// The level of the year before, from a level and its nominal growth rate:
        /// level / (1 + rate).
        LevelBeforeGrowth = "level-before-growth",
    }
}

/// How a figure was derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// By which rule.
    pub rule: Rule,
    /// From which figures, in the order of the rule's formula.
    pub inputs: Vec<FigureId>,
    /// Whether it rests on prices that the source does not state.
    pub assumes_nominal: bool,
    /// The result, ends rounded outward.
    pub interval: Interval,
    /// In which unit.
    pub unit: Unit,
}

/// Significant digits that the ends of a derived interval keep.
const DIGITS: u32 = 4;

/// Every figure that follows from these, in their order.
///
/// `indicators` must hold the indicator of each figure; a figure whose indicator is missing
/// derives nothing.
pub fn derive(figures: &[Figure], indicators: &[Indicator]) -> Vec<Figure> {
    figures
        .iter()
        .filter_map(|change| level_before_growth(change, figures, indicators))
        .collect()
}

/// The level of the year before, from a level and the growth rate beside it.
///
/// Only where both are reported of the same thing, the rate is of one year, and rates of the
/// indicator are nominal: never for GDP or value added, whose published rates are at constant
/// prices and levels at current ones.
fn level_before_growth(
    change: &Figure,
    figures: &[Figure],
    indicators: &[Indicator],
) -> Option<Figure> {
    let Measure::Change { from, prices } = change.measure else {
        return None;
    };
    let indicator = indicators.iter().find(|i| i.id == change.indicator)?;
    let level = figures
        .iter()
        .find(|f| Some(&f.id) == change.level.as_ref())?;
    let comparable = level.measure.is_level()
        && level.indicator == change.indicator
        && level.subject == change.subject
        && level.scope == change.scope
        && level.definition == change.definition
        && level.period == change.period
        && level.period.year_before() == Some(from);
    let reported = [level, change].iter().all(|figure| {
        figure
            .statement()
            .is_some_and(|s| s.standing == Standing::Reported && !s.hedge.is_convention())
    });
    let real = indicator.growth == Growth::Real || prices == Prices::Constant;
    if !comparable || !reported || real || change.unit() != Unit::Percent {
        return None;
    }
    let factor = change
        .interval()
        .map_increasing(|percent| Decimal::ONE + percent / Decimal::ONE_HUNDRED);
    let interval = level.interval().divide_outward(factor, DIGITS)?;
    Some(Figure {
        id: format!("{}-before", change.id).parse().ok()?,
        period: from,
        level: None,
        note: None,
        evidence: Evidence::Derived(Derivation {
            rule: Rule::LevelBeforeGrowth,
            inputs: vec![level.id.clone(), change.id.clone()],
            assumes_nominal: indicator.growth == Growth::Assumed && prices == Prices::NotStated,
            interval,
            unit: level.unit(),
        }),
        ..level.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Statement;
    use crate::indicator::Family;
    use crate::measure::Measure;
    use crate::quantity::Hedge;
    use crate::receipt::Receipt;
    use crate::text::Bilingual;
    use proptest::prelude::*;

    fn indicator(growth: Growth) -> Indicator {
        let text = Bilingual {
            en: "x".into(),
            zh: "x".into(),
        };
        Indicator {
            id: "output".parse().unwrap(),
            name: text.clone(),
            family: Family::Money,
            growth,
            chart: None,
            pitfall: text,
        }
    }

    fn figure(id: &str, value: &str, measure: Measure, level: Option<&str>) -> Figure {
        Figure {
            id: id.parse().unwrap(),
            subject: Default::default(),
            indicator: "output".parse().unwrap(),
            definition: Default::default(),
            measure,
            period: "2013".parse().unwrap(),
            scope: Default::default(),
            level: level.map(|id| id.parse().unwrap()),
            note: None,
            evidence: Evidence::Stated(Statement {
                quantity: value.parse().unwrap(),
                hedge: Hedge::Exact,
                also: None,
                standing: Standing::Reported,
                receipt: Receipt {
                    source: "s".parse().unwrap(),
                    at: "page".parse().unwrap(),
                    as_stated: value.parse().unwrap(),
                    reading: None,
                },
            }),
        }
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
        let derived = derive(&figures, &[indicator(Growth::Assumed)]);
        assert_eq!(derived.len(), 1);
        assert_eq!(derived[0].period.to_string(), "2012");
        let ends = [derived[0].interval().low(), derived[0].interval().high()];
        let billions =
            ends.map(|end| (end.number().unwrap() / Decimal::from(1_000_000_000)).to_string());
        assert_eq!(billions, ["88.30", "88.48"]);
        assert!(matches!(&derived[0].evidence, Evidence::Derived(d) if d.assumes_nominal));
    }

    #[test]
    fn nothing_follows_from_a_real_rate() {
        let level = figure("level", "94.4 billion CNY", Measure::Level, None);
        let nominal = [level.clone(), change("6.8 percent", Prices::NotStated)];
        assert!(derive(&nominal, &[indicator(Growth::Real)]).is_empty());
        let constant = [level, change("6.8 percent", Prices::Constant)];
        assert!(derive(&constant, &[indicator(Growth::Nominal)]).is_empty());
    }

    proptest! {
        /// Whatever the true level and rate were: once both are rounded as a source prints them,
        /// the derived interval still holds the true level of the year before.
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
            let derived = derive(&figures, &[indicator(Growth::Nominal)]);
            prop_assume!(!derived.is_empty());
            let truth = before * Decimal::from(1_000_000_000);
            // A number exactly half-way may have been rounded to either side, so ends count.
            let interval = derived[0].interval();
            prop_assert!(interval.low().number().unwrap() <= truth, "{:?} {}", interval, truth);
            prop_assert!(interval.high().number().unwrap() >= truth, "{:?} {}", interval, truth);
        }
    }
}
