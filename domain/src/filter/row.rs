//! A zone as a row of the list shows it.

use super::search::Match;
use super::values::{RowValue, ValueColumn};
use crate::catalogue::{CityName, Kind, Level};
use crate::date::PartialDate;
use crate::id::{CatalogueCode, ProvinceSlug, ZoneSlug};
use crate::text::Bilingual;

/// A zone as a row of the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedZone {
    /// Its address.
    pub slug: ZoneSlug,
    /// Its code in the catalogue; new areas have none.
    pub code: Option<CatalogueCode>,
    /// What it is called.
    pub name: Bilingual,
    /// National or provincial.
    pub level: Level,
    /// What kind of zone it is.
    pub kind: Kind,
    /// The province it lies in.
    pub province: ProvinceSlug,
    /// The city it lies in, where known.
    pub city: Option<CityName>,
    /// When it was approved.
    pub approved: PartialDate,
    /// Its area as the list prints it, where it does.
    pub area: Option<ListedArea>,
    /// How many figures are known beyond what the lists say.
    pub figures: u32,
    /// How many cautions there are.
    pub cautions: u32,
    /// The values that it has in the columns of the list.
    pub values: Vec<RowValue>,
    /// Where the words searched for were found; nothing where none were.
    pub found: Option<Match>,
}

/// An area as a list prints it. Browsers show and compare it without the code of decimal numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedArea {
    /// The digits as printed, with a point before decimals.
    pub digits: String,
    /// The unit.
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
    /// The value in a column.
    pub fn value(&self, column: ValueColumn) -> Option<&RowValue> {
        self.values.iter().find(|value| value.column == column)
    }

    /// True where the zone has an amount in a column by which it can be put in order.
    pub fn is_ranked(&self, column: ValueColumn) -> bool {
        self.value(column).is_some_and(|value| value.place > 0)
    }
}

impl ListedArea {
    /// Reads an area as the column of areas has it, such as `130.51 ha`.
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

    /// The area in hundredths of a hectare; what is beyond is cut off. Lists print no more than two decimals of a hectare.
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
