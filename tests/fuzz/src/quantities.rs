//! Quantities, periods, dates and the other small texts of the data files.

use app::format;
use app::locale::Locale;
use domain::Decimal;
use domain::check::CautionKey;
use domain::date::PartialDate;
use domain::derive::yearly_growth;
use domain::id::{CatalogueCode, CitySlug, FigureId, IndicatorId, ZoneSlug};
use domain::interval::{End, Interval};
use domain::period::Period;
use domain::quantity::{Hedge, Quantity, round_outward};
use domain::receipt::{AsStated, SourcePlace};
use domain::transform::percent_change;
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// Reads each line as every type. What is accepted is read back as it is printed, and all calculations with one or two
/// quantities end with a range whose ends are in order.
pub fn check(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let lines: Vec<&str> = text.split('\n').take(8).collect();
    for line in &lines {
        same::<SourcePlace>(line);
        same::<AsStated>(line);
        same::<CautionKey>(line);
        same::<CatalogueCode>(line);
        same::<CitySlug>(line);
        same::<FigureId>(line);
        same::<IndicatorId>(line);
        same::<ZoneSlug>(line);
        if let Some(date) = same::<PartialDate>(line) {
            assert!(date.first_day() <= date.last_day());
            assert!(date.agrees_with(date));
        }
        if let Some(period) = same::<Period>(line) {
            let (from, until) = period.days();
            assert!(from.zip(until).is_none_or(|(from, until)| from <= until));
            let _ = (
                period.last_year(),
                period.year_before(),
                period.chart_year(),
            );
            for locale in [Locale::En, Locale::Zh] {
                assert!(!format::period(locale, period).is_empty());
            }
        }
    }
    let quantities: Vec<Quantity> = lines.iter().filter_map(|line| same(line)).collect();
    for quantity in &quantities {
        alone(*quantity);
        for other in &quantities {
            together(*quantity, *other);
        }
    }
}

/// Reads a text, and panics unless it is printed in a way that is read as the same value.
fn same<T: FromStr<Err: Debug> + Display + PartialEq + Debug>(text: &str) -> Option<T> {
    let value: T = text.parse().ok()?;
    assert_eq!(value.to_string().parse::<T>().unwrap(), value);
    Some(value)
}

fn alone(quantity: Quantity) {
    let _ = quantity.hectares();
    in_order(quantity.as_rounded());
    assert!(quantity.as_written().contains(quantity.number()));
    for &hedge in Hedge::ALL {
        in_order(quantity.interval(hedge));
        for locale in [Locale::En, Locale::Zh] {
            assert!(!format::hedged(locale, hedge, quantity).is_empty());
            let range = quantity.interval(hedge);
            assert!(!format::interval(locale, range, quantity.unit()).is_empty());
        }
    }
}

fn together(one: Quantity, other: Quantity) {
    let (a, b) = (one.as_written(), other.as_written());
    in_order(one.interval_to(Some(other), Hedge::Exact));
    let _ = (a.is_above(b), a.meets(b));
    let results = [
        a.divide_outward(b, 10),
        a.multiply_outward(b, 10),
        a.times(other.number()),
        percent_change(a, b),
        yearly_growth(a, b, 1),
        yearly_growth(a, b, 12),
    ];
    results.into_iter().flatten().for_each(in_order);
}

/// Panics if the ends of a range are in the wrong order, also when they are rounded for display.
fn in_order(range: Interval) {
    let ends = |low: End, high: End| low.number().zip(high.number());
    let is_in_order = |ends: Option<(Decimal, Decimal)>| ends.is_none_or(|(low, high)| low <= high);
    assert!(is_in_order(ends(range.low(), range.high())), "{range:?}");
    let rounded = (
        round_outward(range.low(), false),
        round_outward(range.high(), true),
    );
    assert!(is_in_order(ends(rounded.0, rounded.1)), "{range:?}");
}
