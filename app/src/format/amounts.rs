//! Formats amounts in each language: with scale, unit and hedge, as intervals, and for an axis.

use super::digits::{four_digits, grouped, shifted};
use super::units::{ScaleWord, money_scale, scale_word, unit_word};
use crate::locale::Locale;
use domain::figure::{Evidence, Figure, Statement};
use domain::interval::{End, Interval};
use domain::measure::Measure;
use domain::quantity::{Hedge, Quantity, Scale, Unit, round_outward};
use domain::{Decimal, RoundingStrategy, round_significant};

/// Formats a quantity with its scale and unit, without its hedge: `94.4 billion yuan`, `944亿元`.
pub fn quantity(locale: Locale, quantity: Quantity) -> String {
    if quantity.unit() == Unit::Place {
        return place(locale, &quantity.digits().to_string());
    }
    let scale = scale_word(locale, quantity.scale(), quantity.number());
    quantity_in(locale, quantity, scale)
}

fn quantity_in(locale: Locale, quantity: Quantity, scale: ScaleWord) -> String {
    let moved = i32::try_from(quantity.scale().exponent()).unwrap_or(0)
        - i32::try_from(scale.exponent).unwrap_or(0);
    let mut digits = shifted(quantity.digits(), moved);
    if quantity.scale() == Scale::One && moved < 0 {
        // The scale word now replaces the trailing zeros: `150000` becomes `15万`.
        digits = digits.normalize();
    }
    let digits = grouped(&digits.to_string());
    format!(
        "{digits}{}{}",
        scale.word,
        unit_word(locale, quantity.unit())
    )
}

fn place(locale: Locale, digits: &str) -> String {
    if locale == Locale::Zh {
        return format!("第{digits}");
    }
    let ending = match (
        digits.ends_with("11") || digits.ends_with("12") || digits.ends_with("13"),
        digits.chars().last(),
    ) {
        (false, Some('1')) => "st",
        (false, Some('2')) => "nd",
        (false, Some('3')) => "rd",
        _ => "th",
    };
    format!("{digits}{ending}")
}

/// Formats a quantity with its hedge: `over 25 billion yuan`, `top 20`.
pub fn hedged(locale: Locale, hedge: Hedge, amount: Quantity) -> String {
    if amount.unit() == Unit::Place && hedge == Hedge::UpTo {
        let digits = amount.digits();
        return match locale {
            Locale::En => format!("top {digits}"),
            Locale::Zh => format!("前{digits}名"),
        };
    }
    with_hedge(locale, hedge, &quantity(locale, amount))
}

/// Adds the word of a hedge to a formatted number.
fn with_hedge(locale: Locale, hedge: Hedge, number: &str) -> String {
    match (locale, hedge) {
        (_, Hedge::Exact) => number.to_owned(),
        (Locale::En, Hedge::Over) => format!("over {number}"),
        (Locale::Zh, Hedge::Over) => format!("超过{number}"),
        (Locale::En, Hedge::AtLeast) => format!("at least {number}"),
        (Locale::Zh, Hedge::AtLeast) => format!("{number}以上"),
        (Locale::En, Hedge::UpTo) => format!("up to {number}"),
        (Locale::Zh, Hedge::UpTo) => format!("至多{number}"),
        (Locale::En, Hedge::Under) => format!("under {number}"),
        (Locale::Zh, Hedge::Under) => format!("不足{number}"),
        (Locale::En, Hedge::About) => format!("about {number}"),
        (Locale::Zh, Hedge::About) => format!("约{number}"),
        (Locale::En, Hedge::Nearly) => format!("nearly {number}"),
        (Locale::Zh, Hedge::Nearly) => format!("近{number}"),
    }
}

/// Formats the value of a figure after correction: a stated value with its hedge and its amount in a second currency,
/// a derived value as an interval.
pub fn value(locale: Locale, figure: &Figure) -> String {
    value_in(locale, figure, None)
}

/// Formats the value of a figure like [`value`], but with this scale if one is given.
pub(crate) fn value_in(locale: Locale, figure: &Figure, scale: Option<ScaleWord>) -> String {
    let amount = match &figure.evidence {
        Evidence::Stated(statement) => stated(locale, statement, statement.read(), scale),
        Evidence::Derived(derivation) => interval(locale, derivation.interval, derivation.unit),
    };
    match figure.measure {
        Measure::Density { .. } => (locale.chart_messages().per_square_kilometre)(&amount),
        _ => amount,
    }
}

/// Formats the value as the source prints it, before correction; `None` if the figure was not corrected.
pub fn printed(locale: Locale, figure: &Figure) -> Option<String> {
    let statement = figure.statement()?;
    statement.correction.as_ref()?;
    Some(stated(locale, statement, statement.quantity, None))
}

fn stated(
    locale: Locale,
    statement: &Statement,
    amount: Quantity,
    scale: Option<ScaleWord>,
) -> String {
    let write = |amount: Quantity| match scale {
        Some(scale) => quantity_in(locale, amount, scale),
        None => quantity(locale, amount),
    };
    let mut text = match (statement.to, scale) {
        (Some(to), _) => (locale.chart_messages().range)(&write(amount), &write(to)),
        (None, Some(_)) => with_hedge(locale, statement.hedge, &write(amount)),
        (None, None) => hedged(locale, statement.hedge, amount),
    };
    if let Some(also) = statement.also {
        let also = write(also);
        match locale {
            Locale::En => text.push_str(&format!(" ({also})")),
            Locale::Zh => text.push_str(&format!("（{also}）")),
        }
    }
    text
}

/// Formats an interval in a suitable scale: `88.30–88.48 billion yuan`.
pub fn interval(locale: Locale, interval: Interval, unit: Unit) -> String {
    let high = round_outward(interval.high(), true).number();
    // A lower bound of "more than zero" is left out if there is an upper bound: it is true of every amount. It is not
    // true of every growth rate.
    let low = match interval.low() {
        End::Open(number) if number.is_zero() && high.is_some() && unit != Unit::Percent => None,
        low => round_outward(low, false).number(),
    };
    let greatest = high.or(low).unwrap_or_default();
    let scale = money_scale(locale, greatest);
    let show = |number: Decimal| {
        let exponent = -i32::try_from(scale.exponent).unwrap_or(0);
        let digits = shifted(number.normalize(), exponent).normalize();
        grouped(&four_digits(digits))
    };
    let unit = unit_word(locale, unit);
    let word = scale.word;
    match (locale, low, high) {
        (_, Some(low), Some(high)) if low == high => format!("{}{word}{unit}", show(low)),
        (_, Some(low), Some(high)) => format!("{}–{}{word}{unit}", show(low), show(high)),
        (Locale::En, Some(low), None) => format!("over {}{word}{unit}", show(low)),
        (Locale::Zh, Some(low), None) => format!("超过{}{word}{unit}", show(low)),
        (Locale::En, None, Some(high)) => format!("under {}{word}{unit}", show(high)),
        (Locale::Zh, None, Some(high)) => format!("不足{}{word}{unit}", show(high)),
        (_, None, None) => String::new(),
    }
}

/// Returns the scale and the unit of a chart's axis with the largest number `greatest`: the power of ten to divide
/// by, and the label above the axis.
pub fn axis_unit(locale: Locale, greatest: Decimal, unit: Unit) -> (u32, String) {
    let scale = money_scale(locale, greatest);
    let name = format!("{}{}", scale.word, unit_word(locale, unit));
    (scale.exponent, name.trim_start().to_owned())
}

/// Formats the value of a figure in the unit of an axis, without the unit: `0.9613–0.9630`. `exponent` is the power
/// of ten of the axis. `written` is the stated number with its hedge; `None` for a derived figure, which has only its
/// `value`.
pub fn on_axis(
    locale: Locale,
    written: Option<(Quantity, Hedge)>,
    value: Interval,
    exponent: u32,
) -> String {
    let exponent = i32::try_from(exponent).unwrap_or(0);
    if let Some((amount, hedge)) = written {
        let moved = i32::try_from(amount.scale().exponent()).unwrap_or(0) - exponent;
        let digits = shifted(amount.digits(), moved).to_string();
        return with_hedge(locale, hedge, &grouped(&digits));
    }
    let show = |number: Decimal| {
        let digits = shifted(number.normalize(), -exponent).normalize();
        grouped(&four_digits(digits))
    };
    let (low, high) = (value.low(), value.high());
    let above = round_outward(low, false).number().filter(|n| !n.is_zero());
    match (above, round_outward(high, true).number()) {
        (Some(low), Some(high)) => format!("{}–{}", show(low), show(high)),
        (Some(low), None) => with_hedge(locale, Hedge::Over, &show(low)),
        (None, Some(high)) => with_hedge(locale, Hedge::Under, &show(high)),
        (None, None) => String::new(),
    }
}

/// Returns the stated number of a figure with its hedge; `None` for a derived figure.
pub fn written(figure: &Figure) -> Option<(Quantity, Hedge)> {
    let statement = figure.statement()?;
    Some((statement.read(), statement.hedge))
}

/// Formats a calculated change in per cent: `12.1–12.6%`.
pub fn percent(locale: Locale, value: Interval) -> String {
    format!(
        "{}{}",
        ends_on_axis(locale, value.low().number(), value.high().number(), 0),
        unit_word(locale, Unit::Percent)
    )
}

/// Formats a calculated value in the unit of an axis with the power of ten `exponent`, without the unit. Returns one
/// number if both ends are equal when rounded to three digits, otherwise both ends rounded outward: `12.1–12.6`. A lower
/// end of zero is left out if there is a higher end: it is true of every amount.
pub fn interval_on_axis(locale: Locale, value: Interval, exponent: u32) -> String {
    let high = value.high().number();
    let low = value.low().number();
    let low = low.filter(|low| !low.is_zero() || value.is_point() || high.is_none());
    ends_on_axis(locale, low, high, exponent)
}

fn ends_on_axis(
    locale: Locale,
    low: Option<Decimal>,
    high: Option<Decimal>,
    exponent: u32,
) -> String {
    let exponent = i32::try_from(exponent).unwrap_or(0);
    let on_axis = |number: Decimal| shifted(number.normalize(), -exponent);
    let three = |number: Decimal, strategy| {
        let digits = round_significant(number, 3, strategy).unwrap_or(number);
        grouped(&digits.normalize().to_string())
    };
    let near = |number| three(number, RoundingStrategy::MidpointAwayFromZero);
    let down = |number| three(number, RoundingStrategy::ToNegativeInfinity);
    let up = |number| three(number, RoundingStrategy::ToPositiveInfinity);
    match (low.map(on_axis), high.map(on_axis)) {
        (Some(low), Some(high)) => {
            if near(low) == near(high) {
                near(low)
            } else if high < Decimal::ZERO {
                // A dash between two negative numbers looks like another minus sign.
                (locale.chart_messages().range)(&down(low), &up(high))
            } else {
                format!("{}–{}", down(low), up(high))
            }
        }
        (Some(low), None) => with_hedge(locale, Hedge::Over, &down(low)),
        (None, Some(high)) => with_hedge(locale, Hedge::Under, &up(high)),
        (None, None) => String::new(),
    }
}

/// Formats the range of the true value behind a stated number, after rounding and hedge: `94.35–94.45 billion yuan`.
/// Returns `None` for a derived figure, an exact number and a rank.
pub fn reading(locale: Locale, figure: &Figure) -> Option<String> {
    let statement = figure.statement()?;
    let says = figure.interval();
    let read = statement.read();
    if says.is_point() || read.unit() == Unit::Place {
        return None;
    }
    let quantity_scale = scale_word(locale, read.scale(), read.number());
    let show = |number: Decimal| {
        let exponent = -i32::try_from(quantity_scale.exponent).unwrap_or(0);
        grouped(
            &shifted(number.normalize(), exponent)
                .normalize()
                .to_string(),
        )
    };
    let unit = unit_word(locale, read.unit());
    let word = quantity_scale.word;
    let with_unit = |number: &str| format!("{number}{word}{unit}");
    let (low, high) = (says.low(), says.high());
    match (low.number(), high.number()) {
        (Some(low), Some(high)) if low < Decimal::ZERO => {
            Some(with_unit(&(locale.chart_messages().range)(
                &show(low),
                &show(high),
            )))
        }
        (Some(low), Some(high)) => Some(with_unit(&format!("{}–{}", show(low), show(high)))),
        (Some(end), None) => {
            let hedge = if matches!(low, End::Closed(_)) {
                Hedge::AtLeast
            } else {
                Hedge::Over
            };
            Some(with_hedge(locale, hedge, &with_unit(&show(end))))
        }
        (None, Some(end)) => {
            let hedge = if matches!(high, End::Closed(_)) {
                Hedge::UpTo
            } else {
                Hedge::Under
            };
            Some(with_hedge(locale, hedge, &with_unit(&show(end))))
        }
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::units::large_scale;
    use super::*;

    fn both(text: &str, hedge: Hedge) -> (String, String) {
        let amount = text.parse().unwrap();
        (
            hedged(Locale::En, hedge, amount),
            hedged(Locale::Zh, hedge, amount),
        )
    }

    fn pair(en: &str, zh: &str) -> (String, String) {
        (en.to_owned(), zh.to_owned())
    }

    #[test]
    fn each_language_writes_the_same_digits() {
        for (stated, en, zh) in [
            ("94.4 billion CNY", "94.4 billion yuan", "944亿元"),
            ("1.169 billion CNY", "1.169 billion yuan", "11.69亿元"),
            ("500 billion CNY", "500 billion yuan", "5,000亿元"),
            ("7.43 billion USD", "7.43 billion US dollars", "74.3亿美元"),
            ("3.33 million count", "3.33 million", "333万"),
            ("1.2 million TEU", "1.2 million TEU", "120万标准箱"),
            ("150000 count", "150,000", "15万"),
            ("4000 count", "4,000", "4,000"),
            ("1200 km2", "1,200 km²", "1,200平方公里"),
            ("130.51 ha", "130.51 ha", "130.51公顷"),
            ("250.73 yi USD", "25.073 billion US dollars", "250.73亿美元"),
            ("1.8 wan-yi CNY", "1.8 trillion yuan", "1.8万亿元"),
            ("14 trillion CNY", "14 trillion yuan", "14万亿元"),
            ("5.2 yi CNY", "520 million yuan", "5.2亿元"),
            ("3 wan count", "30,000", "3万"),
            ("-4.5 percent", "−4.5%", "−4.5%"),
            ("3 place", "3rd", "第3"),
        ] {
            assert_eq!(both(stated, Hedge::Exact), pair(en, zh), "{stated}");
        }
    }

    #[test]
    fn values_of_one_table_share_a_scale() {
        let one = |locale, amount: &str| {
            quantity_in(locale, amount.parse().unwrap(), large_scale(locale))
        };
        for (stated, en, zh) in [
            ("1.78 trillion CNY", "1,780 billion yuan", "17,800亿元"),
            ("66.7 million CNY", "0.0667 billion yuan", "0.667亿元"),
            ("7.43 billion USD", "7.43 billion US dollars", "74.3亿美元"),
        ] {
            assert_eq!(one(Locale::En, stated), en);
            assert_eq!(one(Locale::Zh, stated), zh);
        }
    }

    #[test]
    fn hedges_are_said() {
        assert_eq!(
            both("25 billion CNY", Hedge::Over),
            pair("over 25 billion yuan", "超过250亿元")
        );
        assert_eq!(
            both("200 billion CNY", Hedge::AtLeast),
            pair("at least 200 billion yuan", "2,000亿元以上")
        );
        assert_eq!(both("20 place", Hedge::UpTo), pair("top 20", "前20名"));
        assert_eq!(
            both("2 times", Hedge::Over),
            pair("over 2 times", "超过2倍")
        );
    }

    #[test]
    fn intervals_share_scale_and_digits() {
        let ends = |low: &str, high: &str| {
            Interval::new(
                End::Closed(low.parse().unwrap()),
                End::Open(high.parse().unwrap()),
            )
            .unwrap()
        };
        let output = ends("88300000000", "88480000000");
        assert_eq!(
            interval(Locale::En, output, Unit::Yuan),
            "88.30–88.48 billion yuan"
        );
        assert_eq!(interval(Locale::Zh, output, Unit::Yuan), "883.0–884.8亿元");
        assert_eq!(four_digits("0.963".parse().unwrap()), "0.9630");
        let revenue = ends("961300000", "963000000");
        assert_eq!(
            interval(Locale::En, revenue, Unit::Yuan),
            "961.3–963.0 million yuan"
        );
        assert_eq!(interval(Locale::Zh, revenue, Unit::Yuan), "9.613–9.630亿元");
        let bound = Interval::new(
            End::Open(Decimal::ZERO),
            End::Open("60250000000".parse().unwrap()),
        );
        let bound = bound.unwrap();
        assert_eq!(
            interval(Locale::En, bound, Unit::Yuan),
            "under 60.25 billion yuan"
        );
        assert_eq!(interval(Locale::Zh, bound, Unit::Yuan), "不足602.5亿元");
    }

    #[test]
    fn a_lower_end_of_zero_is_left_out_only_if_the_text_stays_true() {
        let above = Interval::above(Decimal::ZERO);
        assert_eq!(interval(Locale::En, above, Unit::Yuan), "over 0 yuan");
        assert_eq!(interval_on_axis(Locale::Zh, above, 0), "超过0");
        let little = Interval::new(End::Open(Decimal::ZERO), End::Open(Decimal::TWO)).unwrap();
        assert_eq!(interval_on_axis(Locale::En, little, 0), "under 2");
        // Growth of less than 2% may be negative.
        assert_eq!(interval(Locale::En, little, Unit::Percent), "0–2.000%");
        assert_eq!(percent(Locale::En, little), "0–2%");
    }
}
