//! Formats dates and periods.

use crate::locale::Locale;
use domain::date::PartialDate;
use domain::period::Period;

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

/// Formats a date as exactly as it is known: `18 June 2010`, `2010年6月18日`.
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

/// Formats a period: `first half of 2013`, `2013年上半年`.
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

    #[test]
    fn every_kind_of_period_has_its_words() {
        for (text, english, chinese) in [
            ("2013", "2013", "2013年"),
            ("2013-H1", "first half of 2013", "2013年上半年"),
            ("2013-H2", "second half of 2013", "2013年下半年"),
            ("2013-Q3", "Q3 2013", "2013年第3季度"),
            ("2013-03", "March 2013", "2013年3月"),
            ("2013/09", "January to September 2013", "2013年1至9月"),
            ("2016..2020", "2016–2020", "2016–2020年"),
            ("at 2018-12", "as of December 2018", "截至2018年12月"),
            ("undated", "undated", "未注明时间"),
            (
                "cumulative",
                "in total, dates not stated",
                "累计，起止未注明",
            ),
            ("from 2012", "since 2012", "2012年以来"),
            (
                "until 2018-12",
                "in total by December 2018",
                "截至2018年12月累计",
            ),
        ] {
            let parsed = text.parse().unwrap();
            assert_eq!(period(Locale::En, parsed), english, "{text}");
            assert_eq!(period(Locale::Zh, parsed), chinese, "{text}");
        }
    }

    #[test]
    fn a_date_has_as_many_parts_as_are_known() {
        for (text, english, chinese) in [
            ("2010", "2010", "2010年"),
            ("2010-12", "December 2010", "2010年12月"),
            ("2010-06-18", "18 June 2010", "2010年6月18日"),
        ] {
            let parsed = text.parse().unwrap();
            assert_eq!(date(Locale::En, parsed), english);
            assert_eq!(date(Locale::Zh, parsed), chinese);
        }
    }
}
