//! Areas as lists print them.

use super::digits::grouped;
use super::units::unit_word;
use crate::locale::Locale;
use domain::filter::{AreaUnit, ListedArea};
use domain::quantity::Unit;

/// An area with its unit, as `quantity` writes it.
pub fn listed_area(locale: Locale, area: &ListedArea) -> String {
    let unit = match area.unit {
        AreaUnit::Hectare => Unit::Hectare,
        AreaUnit::SquareKilometre => Unit::SquareKilometre,
    };
    // Chinese counts ten thousands from ten of them on, where nothing is lost by it.
    let ten_thousands = area.digits.strip_suffix("0000");
    let ten_thousands = ten_thousands.filter(|rest| locale == Locale::Zh && rest.len() > 1);
    let (digits, scale) = match ten_thousands.filter(|_| !area.digits.contains('.')) {
        Some(rest) => (rest, "万"),
        None => (area.digits.as_str(), ""),
    };
    [&grouped(digits), scale, unit_word(locale, unit)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::quantity;

    #[test]
    fn areas_are_written_like_other_quantities() {
        for text in [
            "3980 ha",
            "130.51 ha",
            "4.97 km2",
            "20000 ha",
            "120000 ha",
            "1210.41 km2",
            "10000.5 ha",
            "0.5 ha",
        ] {
            let area = ListedArea::parse(text).unwrap();
            for locale in [Locale::En, Locale::Zh] {
                let same = quantity(locale, text.parse().unwrap());
                assert_eq!(listed_area(locale, &area), same, "{text}");
            }
        }
    }
}
