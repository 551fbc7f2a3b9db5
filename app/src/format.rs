//! Numbers, dates and periods as each language writes them. No digit is lost or added.

use crate::locale::Locale;
use domain::Decimal;
use domain::date::PartialDate;
use domain::figure::{Evidence, Figure};
use domain::interval::{End, Interval};
use domain::period::Period;
use domain::quantity::{Hedge, Quantity, Scale, Unit, round_outward};

/// A whole number with its thousands separated: `2,543` in both languages.
pub fn integer(number: impl Into<u64>) -> String {
    grouped(&Decimal::from(number.into()).to_string())
}

/// Separates the thousands before the decimal point.
fn grouped(number: &str) -> String {
    let (sign, rest) = number
        .strip_prefix('-')
        .map_or(("", number), |rest| ("−", rest));
    let (whole, decimals) = rest
        .split_once('.')
        .map_or((rest, None), |(w, d)| (w, Some(d)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// Digits times a power of ten, written without exponent and with every digit that was written.
fn shifted(digits: Decimal, exponent: i32) -> Decimal {
    let scale = i64::from(digits.scale()) - i64::from(exponent);
    let mantissa = digits.mantissa();
    match u32::try_from(scale) {
        Ok(scale) => Decimal::try_from_i128_with_scale(mantissa, scale).unwrap_or(digits),
        Err(_) => {
            let zeros = u32::try_from(-scale).unwrap_or(0);
            let grown = 10_i128
                .checked_pow(zeros)
                .and_then(|f| mantissa.checked_mul(f));
            grown
                .and_then(|m| Decimal::try_from_i128_with_scale(m, 0).ok())
                .unwrap_or(digits)
        }
    }
}

/// A word for a power of ten, and the power.
#[derive(Clone, Copy)]
struct ScaleWord {
    exponent: u32,
    word: &'static str,
}

/// The word under which a language writes a number of this scale: the source's own where the
/// language has it, otherwise the nearest smaller one, so that digits only move.
fn scale_word(locale: Locale, scale: Scale, number: Decimal) -> ScaleWord {
    let word = |exponent, word| ScaleWord { exponent, word };
    let plain = word(0, "");
    let reaches =
        |exponent: u32| number.abs() >= Decimal::from_i128_with_scale(10_i128.pow(exponent), 0);
    match (locale, scale) {
        (Locale::En, Scale::One | Scale::Wan) => plain,
        (Locale::En, Scale::Thousand) => word(3, " thousand"),
        (Locale::En, Scale::Million) => word(6, " million"),
        (Locale::En, Scale::Yi) if !reaches(9) => word(6, " million"),
        (Locale::En, Scale::Yi | Scale::Billion) => word(9, " billion"),
        (Locale::En, Scale::WanYi | Scale::Trillion) => word(12, " trillion"),
        (Locale::Zh, Scale::One | Scale::Thousand) if !reaches(5) => plain,
        (Locale::Zh, Scale::One) if !ends_in_zeros(number, 4) => plain,
        (Locale::Zh, _) if reaches(12) && scale == Scale::WanYi => word(12, "万亿"),
        (Locale::Zh, _) if reaches(8) => word(8, "亿"),
        (Locale::Zh, _) => word(4, "万"),
    }
}

fn ends_in_zeros(number: Decimal, zeros: u32) -> bool {
    (number % Decimal::from(10_u64.pow(zeros))).is_zero()
}

/// The unit behind a number.
const fn unit_word(locale: Locale, unit: Unit) -> &'static str {
    match (locale, unit) {
        (Locale::En, Unit::Yuan) => " yuan",
        (Locale::Zh, Unit::Yuan) => "元",
        (Locale::En, Unit::Dollar) => " US dollars",
        (Locale::Zh, Unit::Dollar) => "美元",
        (_, Unit::Percent) => "%",
        (Locale::En, Unit::Times) => " times",
        (Locale::Zh, Unit::Times) => "倍",
        (Locale::En, Unit::SquareKilometre) => " km²",
        (Locale::Zh, Unit::SquareKilometre) => "平方公里",
        (Locale::En, Unit::Hectare) => " ha",
        (Locale::Zh, Unit::Hectare) => "公顷",
        (Locale::En, Unit::Kilometre) => " km",
        (Locale::Zh, Unit::Kilometre) => "公里",
        (Locale::En, Unit::Teu) => " TEU",
        (Locale::Zh, Unit::Teu) => "标准箱",
        (_, Unit::Count | Unit::Place) => "",
    }
}

/// A quantity with scale and unit, without its hedge.
pub fn quantity(locale: Locale, quantity: Quantity) -> String {
    if quantity.unit() == Unit::Place {
        return place(locale, &quantity.digits().to_string());
    }
    let scale = scale_word(locale, quantity.scale(), quantity.number());
    let moved = i32::try_from(quantity.scale().exponent()).unwrap_or(0)
        - i32::try_from(scale.exponent).unwrap_or(0);
    let mut digits = shifted(quantity.digits(), moved);
    if quantity.scale() == Scale::One && moved < 0 {
        // Zeros that only held the place of the scale word go with it.
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

/// A quantity with the word that takes a side.
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

/// A written number with the word that takes a side.
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

/// The value of a figure, with its hedge and second currency; a derived one as its interval.
pub fn value(locale: Locale, figure: &Figure) -> String {
    match &figure.evidence {
        Evidence::Stated(statement) => {
            let mut text = hedged(locale, statement.hedge, statement.quantity);
            if let Some(also) = statement.also {
                let also = quantity(locale, also);
                match locale {
                    Locale::En => text.push_str(&format!(" ({also})")),
                    Locale::Zh => text.push_str(&format!("（{also}）")),
                }
            }
            text
        }
        Evidence::Derived(derivation) => interval(locale, derivation.interval, derivation.unit),
    }
}

/// An interval in the scale that suits it: `88.30–88.48 billion yuan`.
pub fn interval(locale: Locale, interval: Interval, unit: Unit) -> String {
    let low = round_outward(interval.low(), false).number();
    let high = round_outward(interval.high(), true).number();
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
        (_, Some(low), Some(high)) => format!("{}–{}{word}{unit}", show(low), show(high)),
        (Locale::En, Some(low), None) => format!("over {}{word}{unit}", show(low)),
        (Locale::Zh, Some(low), None) => format!("超过{}{word}{unit}", show(low)),
        (Locale::En, None, Some(high)) => format!("under {}{word}{unit}", show(high)),
        (Locale::Zh, None, Some(high)) => format!("不足{}{word}{unit}", show(high)),
        (_, None, None) => String::new(),
    }
}

/// Four digits in all, so that both ends of an interval are written alike.
fn four_digits(digits: Decimal) -> String {
    let whole = digits.trunc().abs().to_string();
    let whole_digits = if whole == "0" { 0 } else { whole.len() };
    let decimals = 4_usize.saturating_sub(whole_digits);
    format!("{digits:.decimals$}")
}

/// The scale in which a language speaks of an amount of this size.
fn money_scale(locale: Locale, number: Decimal) -> ScaleWord {
    let scale = match locale {
        Locale::En if number >= Decimal::from(1_000_000_000_u64) => Scale::Billion,
        Locale::En if number >= Decimal::from(1_000_000_u64) => Scale::Million,
        Locale::Zh if number >= Decimal::from(100_000_u64) => Scale::Yi,
        _ => Scale::One,
    };
    scale_word(locale, scale, number)
}

/// The scale and unit of a chart's axis whose greatest number is `greatest`: the power of ten to
/// divide by, and what stands above the axis.
pub fn axis_unit(locale: Locale, greatest: Decimal, unit: Unit) -> (u32, String) {
    let scale = money_scale(locale, greatest);
    let name = format!("{}{}", scale.word, unit_word(locale, unit));
    (scale.exponent, name.trim_start().to_owned())
}

/// A figure's value in the unit of an axis, whose power of ten is `exponent`, without the unit:
/// `over 25`, `0.9613–0.9630`.
pub fn on_axis(locale: Locale, figure: &Figure, exponent: u32) -> String {
    let exponent = i32::try_from(exponent).unwrap_or(0);
    match &figure.evidence {
        Evidence::Stated(statement) => {
            let amount = statement.quantity;
            let moved = i32::try_from(amount.scale().exponent()).unwrap_or(0) - exponent;
            with_hedge(
                locale,
                statement.hedge,
                &grouped(&shifted(amount.digits(), moved).to_string()),
            )
        }
        Evidence::Derived(derivation) => {
            let ends = [
                (derivation.interval.low(), false),
                (derivation.interval.high(), true),
            ];
            let shown = ends.map(|(end, upward)| {
                let number = round_outward(end, upward).number()?;
                Some(grouped(&four_digits(
                    shifted(number.normalize(), -exponent).normalize(),
                )))
            });
            shown.into_iter().flatten().collect::<Vec<_>>().join("–")
        }
    }
}

/// The ends of what a stated number says, for a receipt: `94.35–94.45 billion yuan`.
pub fn reading(locale: Locale, figure: &Figure) -> Option<String> {
    let statement = figure.statement()?;
    let says = figure.interval();
    if says.is_point() || statement.quantity.unit() == Unit::Place {
        return None;
    }
    let quantity_scale = scale_word(
        locale,
        statement.quantity.scale(),
        statement.quantity.number(),
    );
    let show = |number: Decimal| {
        let exponent = -i32::try_from(quantity_scale.exponent).unwrap_or(0);
        grouped(
            &shifted(number.normalize(), exponent)
                .normalize()
                .to_string(),
        )
    };
    let unit = unit_word(locale, statement.quantity.unit());
    let word = quantity_scale.word;
    let bracket = |end: End, open: &'static str, closed: &'static str| match end {
        End::Closed(_) => closed,
        End::Open(_) | End::Unbounded => open,
    };
    let text = |end: End, infinite: &str| end.number().map_or_else(|| infinite.to_owned(), show);
    Some(format!(
        "{}{}, {}{}{word}{unit}",
        bracket(says.low(), "(", "["),
        text(says.low(), "−∞"),
        text(says.high(), "∞"),
        bracket(says.high(), ")", "]"),
    ))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date to its precision: `18 June 2010`, `2010年6月18日`.
pub fn date(locale: Locale, date: PartialDate) -> String {
    let year = date.year();
    match (locale, date.month(), date.day()) {
        (Locale::En, None, _) => year.to_string(),
        (Locale::En, Some(month), day) => {
            let day = day.map(|day| format!("{day} ")).unwrap_or_default();
            format!("{day}{} {year}", MONTHS[usize::from(month - 1)])
        }
        (Locale::Zh, None, _) => format!("{year}年"),
        (Locale::Zh, Some(month), None) => format!("{year}年{month}月"),
        (Locale::Zh, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
    }
}

/// A period in words.
pub fn period(locale: Locale, period: Period) -> String {
    match (locale, period) {
        (Locale::En, Period::Year(year)) => year.to_string(),
        (Locale::Zh, Period::Year(year)) => format!("{year}年"),
        (Locale::En, Period::Half(year, 1)) => format!("first half of {year}"),
        (Locale::En, Period::Half(year, _)) => format!("second half of {year}"),
        (Locale::Zh, Period::Half(year, 1)) => format!("{year}年上半年"),
        (Locale::Zh, Period::Half(year, _)) => format!("{year}年下半年"),
        (Locale::En, Period::Quarter(year, quarter)) => format!("Q{quarter} {year}"),
        (Locale::Zh, Period::Quarter(year, quarter)) => format!("{year}年第{quarter}季度"),
        (Locale::En, Period::Month(year, month)) => {
            format!("{} {year}", MONTHS[usize::from(month - 1)])
        }
        (Locale::Zh, Period::Month(year, month)) => format!("{year}年{month}月"),
        (Locale::En, Period::YearToDate(year, month)) => {
            format!("January to {} {year}", MONTHS[usize::from(month - 1)])
        }
        (Locale::Zh, Period::YearToDate(year, month)) => format!("{year}年1至{month}月"),
        (Locale::En, Period::Span(first, last)) => format!("{first}–{last}"),
        (Locale::Zh, Period::Span(first, last)) => format!("{first}–{last}年"),
        (Locale::En, Period::AsOf(day)) => format!("as of {}", date(locale, day)),
        (Locale::Zh, Period::AsOf(day)) => format!("截至{}", date(locale, day)),
        (Locale::En, Period::Undated) => "undated".to_owned(),
        (Locale::Zh, Period::Undated) => "未注明时间".to_owned(),
        (locale, Period::Cumulative { from, until }) => cumulative(
            locale,
            from.map(|d| date(locale, d)),
            until.map(|d| date(locale, d)),
        ),
    }
}

fn cumulative(locale: Locale, from: Option<String>, until: Option<String>) -> String {
    match (locale, from, until) {
        (Locale::En, None, None) => "in total, dates not stated".to_owned(),
        (Locale::Zh, None, None) => "累计，起止未注明".to_owned(),
        (Locale::En, Some(from), None) => format!("since {from}"),
        (Locale::Zh, Some(from), None) => format!("{from}以来"),
        (Locale::En, None, Some(until)) => format!("in total by {until}"),
        (Locale::Zh, None, Some(until)) => format!("截至{until}累计"),
        (Locale::En, Some(from), Some(until)) => format!("in total, {from} to {until}"),
        (Locale::Zh, Some(from), Some(until)) => format!("{from}至{until}累计"),
    }
}

#[cfg(test)]
mod tests {
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
            ("5.2 yi CNY", "520 million yuan", "5.2亿元"),
            ("3 wan count", "30,000", "3万"),
            ("-4.5 percent", "−4.5%", "−4.5%"),
            ("3 place", "3rd", "第3"),
        ] {
            assert_eq!(both(stated, Hedge::Exact), pair(en, zh), "{stated}");
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
    }

    #[test]
    fn periods_and_dates_are_words() {
        let show = |text: &str, locale| period(locale, text.parse().unwrap());
        assert_eq!(show("at 2018-12", Locale::En), "as of December 2018");
        assert_eq!(show("at 2018-12", Locale::Zh), "截至2018年12月");
        assert_eq!(show("from 2012", Locale::En), "since 2012");
        assert_eq!(show("cumulative", Locale::Zh), "累计，起止未注明");
        let day = "2010-06-18".parse().unwrap();
        assert_eq!(date(Locale::En, day), "18 June 2010");
        assert_eq!(date(Locale::Zh, day), "2010年6月18日");
    }
}
