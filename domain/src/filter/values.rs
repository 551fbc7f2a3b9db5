//! The values in the columns of the list, in the words that import wrote: a browser then needs no code for amounts.

use super::texts::Texts;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

vocabulary! {
    /// A column of the list that few zones have a value in.
    ValueColumn, "a column of the list: output, revenue, growth or trend" {
        /// The latest output, in billions or hundred millions of yuan.
        Output = "output",
        /// The latest fiscal revenue, in the same unit.
        Revenue = "revenue",
        /// The growth a year from the output before to the latest one, in per cent.
        Growth = "growth",
        /// A line through the years of one indicator: its first and last value in words, and its limits, which indicator and
        /// from when to when.
        Trend = "trend",
    }
}

/// A value of a zone, as the index takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneValue {
    /// Its column.
    pub column: ValueColumn,
    /// The id of the figure that has its receipt, empty where it has none of its own; of a trend the line, as the path of an SVG.
    pub figure: String,
    /// The value with its hedge.
    pub value: Bilingual,
    /// Its period, and what must be known of it: definition, status, doubt.
    pub limits: Bilingual,
    /// By what it is put in order, the greatest first; nothing where it cannot be compared.
    pub amount: Option<i64>,
}

/// A value of a zone, as a row shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowValue {
    /// Its column.
    pub column: ValueColumn,
    /// The id of the figure that has its receipt, empty where it has none of its own; of a trend the line, as the path of an SVG.
    pub figure: String,
    /// The value with its hedge.
    pub value: Bilingual,
    /// Its period, and what must be known of it: definition, status, doubt.
    pub limits: Bilingual,
    /// The place of the zone in the order by amount, from 1; 0 where it cannot be compared.
    pub place: u16,
}

/// The values of all zones, zone after zone: a column for each property, all of one length. They are of few types,
/// because a browser needs code to read each type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// The zone, and the column as a place in [`ValueColumn::ALL`].
    of: Vec<(u32, u32)>,
    /// The place in the order by amount, from 1, equal amounts sharing one, and all beyond 65,534 the last; 0
    /// where it cannot be compared.
    place: Vec<u16>,
    figure: Texts,
    value_en: Texts,
    value_zh: Texts,
    limits_en: Texts,
    limits_zh: Texts,
}

impl Values {
    /// The values of zones that come in the order of their numbers.
    pub(super) fn new(zones: &[&[ZoneValue]]) -> Self {
        let mut all = Vec::new();
        for (zone, values) in (0..).zip(zones) {
            all.extend(values.iter().map(|value| (zone, value)));
        }
        // Of each column all amounts, the greatest first.
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

    /// True where all columns are of one length.
    pub(super) fn fit(&self) -> bool {
        let texts = [
            &self.figure,
            &self.value_en,
            &self.value_zh,
            &self.limits_en,
            &self.limits_zh,
        ];
        self.place.len() == self.of.len() && texts.iter().all(|texts| texts.len() == self.of.len())
    }

    /// The values of a zone.
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

    /// The place of each of `zones` zones in the order by a column; 0 where it has none.
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
