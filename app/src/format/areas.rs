//! Formats the areas of lists.

use super::digits::grouped;
use domain::filter::ListedArea;

/// Formats an area in hectares without its unit, with all its decimals: `121,041`, `130.51`. Nothing is rounded:
/// lists contain at most two decimals of a hectare.
pub fn hectares(area: &ListedArea) -> String {
    let hundredths = area.hundredths().unwrap_or(0);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let mut text = grouped(&whole.to_string());
    if rest > 0 {
        text.push('.');
        text.push(char::from_digit((rest / 10) as u32, 10).unwrap_or('0'));
        if rest % 10 > 0 {
            text.push(char::from_digit((rest % 10) as u32, 10).unwrap_or('0'));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_hectares_with_all_their_decimals() {
        for (listed, hectares_of_it) in [
            ("3980 ha", "3,980"),
            ("130.51 ha", "130.51"),
            ("4.97 km2", "497"),
            ("1210.41 km2", "121,041"),
            ("10000.5 ha", "10,000.5"),
            ("0.05 ha", "0.05"),
        ] {
            let area = ListedArea::parse(listed).unwrap();
            assert_eq!(hectares(&area), hectares_of_it, "{listed}");
        }
    }
}
