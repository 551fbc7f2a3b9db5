//! The values in the value columns of the list. The import writes them as texts, so that a browser needs no code to
//! format amounts.

use super::texts::Texts;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

vocabulary! {
    /// A column of the list in which only few zones have a value.
    ValueColumn, "a column of the list: output, revenue, growth or trend" {
        /// The latest output, in billions of yuan in English and in hundred millions of yuan in Chinese.
        Output = "output",
        /// The latest fiscal revenue, in the same units.
        Revenue = "revenue",
        /// The average growth per year from the previous to the latest output, in per cent.
        Growth = "growth",
        /// A line chart of one indicator. The value is its first and last value in words; the limits are the indicator
        /// and the years.
        Trend = "trend",
    }
}

/// A value of a zone, as input of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneValue {
    /// The column that contains the value.
    pub column: ValueColumn,
    /// The id of the figure that has the receipt of the value; empty if there is no such figure. For a trend: the line
    /// as an SVG path.
    pub figure: String,
    /// The value with its hedge, as text.
    pub value: Bilingual,
    /// The period of the value and its limits (definition, status, doubt), as text.
    pub limits: Bilingual,
    /// The number to rank by, largest first; `None` if the value cannot be compared.
    pub amount: Option<i64>,
}

/// A value of a zone, as a row shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowValue {
    /// The column that contains the value.
    pub column: ValueColumn,
    /// The id of the figure that has the receipt of the value; empty if there is no such figure. For a trend: the line
    /// as an SVG path.
    pub figure: String,
    /// The value with its hedge, as text.
    pub value: Bilingual,
    /// The period of the value and its limits (definition, status, doubt), as text.
    pub limits: Bilingual,
    /// The position of the zone in the ranking of this column, from 1; 0 if the value cannot be compared.
    pub place: u16,
}

/// The values of all zones in the order of the zones, as parallel columns of equal length. They use few types, because
/// a browser needs code to read each type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// The number of the zone, and the column as an index into [`ValueColumn::ALL`].
    of: Vec<(u32, u32)>,
    /// The position in the ranking of the column, from 1; equal amounts share a position. Positions above 65,535 are
    /// stored as 65,535. 0 if the value cannot be compared.
    place: Vec<u16>,
    figure: Texts,
    value_en: Texts,
    value_zh: Texts,
    limits_en: Texts,
    limits_zh: Texts,
}

impl Values {
    /// Builds the columns from the values of each zone, in the order of the zone numbers.
    pub(super) fn new(zones: &[&[ZoneValue]]) -> Self {
        let mut all = Vec::new();
        for (zone, values) in (0..).zip(zones) {
            all.extend(values.iter().map(|value| (zone, value)));
        }
        // All amounts of each column, largest first.
        let amounts = ValueColumn::ALL.iter().map(|column| {
            let of_column = all.iter().filter(|(_, value)| value.column == *column);
            let mut amounts: Vec<i64> = of_column.filter_map(|(_, value)| value.amount).collect();
            amounts.sort_unstable_by_key(|amount| Reverse(*amount));
            amounts
        });
        let amounts: Vec<Vec<i64>> = amounts.collect();
        let number = |column: ValueColumn| {
            let place = ValueColumn::ALL.iter().position(|one| *one == column);
            place.unwrap_or(0)
        };
        let place = |value: &ZoneValue| {
            let amount = value.amount?;
            let amounts = amounts.get(number(value.column))?;
            let greater = amounts.partition_point(|other| *other > amount);
            Some(u16::try_from(greater + 1).unwrap_or(u16::MAX))
        };
        let texts =
            |text: fn(&ZoneValue) -> &String| all.iter().map(|(_, value)| text(value)).collect();
        Self {
            of: all
                .iter()
                .map(|(zone, value)| (*zone, u32::try_from(number(value.column)).unwrap_or(0)))
                .collect(),
            place: all
                .iter()
                .map(|(_, value)| place(value).unwrap_or(0))
                .collect(),
            figure: texts(|value| &value.figure),
            value_en: texts(|value| &value.value.en),
            value_zh: texts(|value| &value.value.zh),
            limits_en: texts(|value| &value.limits.en),
            limits_zh: texts(|value| &value.limits.zh),
        }
    }

    /// True if all columns have the same length.
    pub(super) fn is_consistent(&self) -> bool {
        let texts = [
            &self.figure,
            &self.value_en,
            &self.value_zh,
            &self.limits_en,
            &self.limits_zh,
        ];
        self.place.len() == self.of.len() && texts.iter().all(|texts| texts.len() == self.of.len())
    }

    /// Returns the values of a zone.
    pub(super) fn of_zone(&self, zone: u32) -> Vec<RowValue> {
        let text = |texts: &Texts, n| texts.get(n).to_owned();
        let both = |en: &Texts, zh: &Texts, n| Bilingual {
            en: text(en, n),
            zh: text(zh, n),
        };
        let first = self.of.partition_point(|(of, _)| *of < zone);
        let mut values = Vec::new();
        for (n, (of, column)) in self.of.iter().enumerate().skip(first) {
            let Some(column) = ValueColumn::ALL
                .get(*column as usize)
                .filter(|_| *of == zone)
            else {
                break;
            };
            values.push(RowValue {
                column: *column,
                figure: text(&self.figure, n),
                value: both(&self.value_en, &self.value_zh, n),
                limits: both(&self.limits_en, &self.limits_zh, n),
                place: self.place.get(n).copied().unwrap_or(0),
            });
        }
        values
    }

    /// Returns the position of each zone in the ranking of a column, for `zones` zones; 0 if the zone has no position.
    pub(super) fn places(&self, column: ValueColumn, zones: usize) -> Vec<u16> {
        let mut places = vec![0; zones];
        for ((zone, of), place) in self.of.iter().zip(&self.place) {
            if ValueColumn::ALL.get(*of as usize) == Some(&column)
                && let Some(slot) = places.get_mut(*zone as usize)
            {
                *slot = *place;
            }
        }
        places
    }
}
