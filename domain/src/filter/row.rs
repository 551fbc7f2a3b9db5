//! A zone as a row of the list.

use super::search::MatchHighlights;
use super::values::{RowValue, ValueColumn};
use crate::catalogue::{CityName, Kind, Level};
use crate::date::PartialDate;
use crate::id::{CatalogueCode, ProvinceSlug, ZoneSlug};
use crate::text::Bilingual;

/// A zone as a row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedZone {
    /// The URL slug.
    pub slug: ZoneSlug,
    /// The code in the catalogue; `None` for national new areas.
    pub code: Option<CatalogueCode>,
    /// The name in English and Chinese.
    pub name: Bilingual,
    /// National or provincial, as in the catalogue.
    pub level: Level,
    /// The kind of zone, as in the catalogue.
    pub kind: Kind,
    /// The level and kind today; `None` if no source states a change.
    pub today: Option<ListedToday>,
    /// The slug of the province.
    pub province: ProvinceSlug,
    /// The city; `None` if it is not known.
    pub city: Option<CityName>,
    /// The date of approval; most dates have only year and month.
    pub approved: PartialDate,
    /// The area as the official list prints it; `None` if the list has none.
    pub area: Option<ListedArea>,
    /// The number of figures other than those in the official lists.
    pub figures: u32,
    /// The number of cautions.
    pub cautions: u32,
    /// The values in the value columns of the list.
    pub values: Vec<RowValue>,
    /// The parts of the zone that match the search words; `None` if there was no search.
    pub found: Option<MatchHighlights>,
}

/// The level and kind of a zone today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedToday {
    /// The level; `None` if it is only known not to be that of the catalogue.
    pub level: Option<Level>,
    /// The kind.
    pub kind: Kind,
}

/// An area as an official list prints it. The digits stay text, so that a browser needs no code for decimal numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedArea {
    /// The digits as printed, with a decimal point.
    pub digits: String,
    /// The unit of the printed number.
    pub unit: AreaUnit,
}

/// A unit of area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AreaUnit {
    /// Hectares.
    Hectare,
    /// Square kilometres.
    SquareKilometre,
}

impl ListedZone {
    /// Returns the value in a column; `None` if the zone has none.
    pub fn value(&self, column: ValueColumn) -> Option<&RowValue> {
        self.values.iter().find(|value| value.column == column)
    }

    /// True if the zone has a comparable amount in this column, so that it has a position in the ranking.
    pub fn is_ranked(&self, column: ValueColumn) -> bool {
        self.value(column).is_some_and(|value| value.place > 0)
    }
}

impl ListedArea {
    /// Parses a text of the area column, such as `130.51 ha`; `None` if it is not an area.
    pub fn parse(text: &str) -> Option<Self> {
        let (digits, unit) = text.split_once(' ')?;
        let unit = match unit {
            "ha" => AreaUnit::Hectare,
            "km2" => AreaUnit::SquareKilometre,
            _ => return None,
        };
        let area = Self {
            digits: digits.to_owned(),
            unit,
        };
        area.hundredths().map(|_| area)
    }

    /// Returns the area in hundredths of a hectare; `None` if it is not a number or too large. Further decimals are cut
    /// off, but the lists print at most two decimals of a hectare.
    pub fn hundredths(&self) -> Option<u64> {
        let places = match self.unit {
            AreaUnit::Hectare => 2,
            AreaUnit::SquareKilometre => 4,
        };
        let (whole, decimals) = self.digits.split_once('.').unwrap_or((&self.digits, ""));
        let decimals = decimals.bytes().chain(std::iter::repeat(b'0')).take(places);
        whole.bytes().chain(decimals).try_fold(0_u64, |sum, digit| {
            let digit = char::from(digit).to_digit(10)?;
            sum.checked_mul(10)?.checked_add(u64::from(digit))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::ListedArea;

    #[test]
    fn areas_are_compared_in_one_unit() {
        let hundredths = |text| ListedArea::parse(text).and_then(|area| area.hundredths());
        assert_eq!(hundredths("3980 ha"), Some(398_000));
        assert_eq!(hundredths("130.51 ha"), Some(13_051));
        assert_eq!(hundredths("4.97 km2"), Some(49_700));
        for text in [
            "",
            "3980",
            "x ha",
            "-1 ha",
            "1 km",
            "99999999999999999999 ha",
        ] {
            assert_eq!(hundredths(text), None, "{text}");
        }
    }
}
