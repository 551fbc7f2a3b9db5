//! The search: which zones a visitor means by a few letters, how well each fits, and why.
//!
//! Every text is folded once (`text`) and kept in columns (`lines`); a query is parted into words
//! (`query`), each of which is looked for in all columns (`hits`, `find`). For the zones that
//! are shown it is then told which letters to mark (`marks`).

mod columns;
mod find;
mod hits;
mod lines;
mod marks;
mod pinyin;
mod query;
mod score;
mod shelf;
mod text;
mod wrong_letter;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use columns::{Names, SearchColumns};
pub use find::Found;
pub use marks::{Elsewhere, Match};

pub(in crate::filter) use text::folded;

use crate::order::places_by;
use lines::Lines;
use pinyin::Readings;
use shelf::Shelf;
use text::fold;

/// All texts of all zones, ready to be searched.
#[derive(Debug, Clone)]
pub struct Search {
    en: Lines,
    zh: Lines,
    /// The Chinese names as they are spelled.
    pinyin: Lines,
    code: Lines,
    city: Vec<u16>,
    /// The county of each zone, as its city: 0 for none, else 1 more than its place.
    county: Vec<u16>,
    province: Vec<u8>,
    kind: Vec<u8>,
    other_names: Shelf,
    counties: Shelf,
    companies: Shelf,
    terms: Shelf,
    cities: Shelf,
    provinces: Shelf,
    kinds: Shelf,
    readings: Readings,
    columns: SearchColumns,
}

impl Search {
    /// Makes the zones ready. Columns that are too short count as empty where they end.
    pub fn new(names: &Names<'_>, columns: SearchColumns) -> Self {
        let zones = names.en.len();
        let readings = Readings::new(&columns.hanzi, &columns.readings);
        let mut pinyin = Lines::default();
        let mut zh = Lines::default();
        let mut code = Lines::default();
        for zone in 0..zones {
            zh.push(names.zh.get(zone));
            readings.spell(names.zh.get(zone), names.en.get(zone), &mut pinyin);
            push_code(names.code.get(zone), &mut code);
        }
        let of_zones = |texts: &[(u32, crate::text::Bilingual)]| {
            let texts = texts.iter();
            let texts = texts.map(|(zone, t)| (*zone as usize, t.en.as_str(), t.zh.as_str()));
            Shelf::new(zones, texts, &readings)
        };
        let named: Vec<&str> = columns.county_zh.iter().filter(|c| !c.is_empty()).collect();
        let order = places_by(&named, |county| *county);
        let mut counties: Vec<&str> = order.into_iter().map(|place| named[place]).collect();
        counties.dedup();
        let county = |county: &str| counties.binary_search(&county).map_or(0, |at| at + 1);
        let county = columns
            .county_zh
            .iter()
            .map(|c| u16::try_from(county(c)).unwrap_or(0))
            .collect();
        let counties_len = counties.len();
        let counties = counties
            .into_iter()
            .enumerate()
            .map(|(n, county)| (n, "", county));
        let terms = columns
            .term_en
            .iter()
            .zip(columns.term_zh.iter())
            .enumerate();
        let terms = terms.map(|(n, (en, zh))| (n, en, zh));
        let kinds = names.kinds.iter().enumerate();
        let kinds = kinds.flat_map(|(n, words)| words.iter().map(move |word| (n, "", *word)));
        Self {
            en: Lines::of(names.en.iter()),
            zh,
            pinyin,
            code,
            city: names.city.into(),
            county,
            province: names.province.into(),
            kind: names.kind.into(),
            other_names: of_zones(&columns.other_names),
            counties: Shelf::new(counties_len, counties, &readings),
            companies: of_zones(&columns.companies),
            terms: Shelf::new(columns.term_en.len(), terms, &readings),
            cities: Shelf::of(names.cities, &readings),
            provinces: Shelf::of(names.provinces, &readings),
            kinds: Shelf::new(names.kinds.len(), kinds, &readings),
            readings,
            columns,
        }
    }

    /// How many zones there are.
    fn len(&self) -> usize {
        self.en.len()
    }

    /// The place of a zone's city among the cities.
    fn city_of(&self, zone: usize) -> Option<usize> {
        usize::from(*self.city.get(zone)?).checked_sub(1)
    }

    /// The place of a zone's county among the counties.
    fn county_of(&self, zone: usize) -> Option<usize> {
        usize::from(*self.county.get(zone)?).checked_sub(1)
    }

    /// The place of a zone's province among the provinces.
    fn province_of(&self, zone: usize) -> Option<usize> {
        self.province.get(zone).copied().map(usize::from)
    }

    /// The place of a zone's kind among the kinds.
    fn kind_of(&self, zone: usize) -> Option<usize> {
        self.kind.get(zone).copied().map(usize::from)
    }

    /// The places of a zone's terms among the terms.
    fn terms_of(&self, zone: usize) -> impl Iterator<Item = usize> {
        self.columns
            .terms
            .get(zone)
            .into_iter()
            .flatten()
            .copied()
            .map(usize::from)
    }
}

/// Adds a code as a line; its number is a unit, so that it is found without its letter too.
fn push_code(code: &str, lines: &mut Lines) {
    let mut after_digit = false;
    fold(code, &mut |letter| {
        let is_digit = letter.folded.is_ascii_digit();
        lines.letter(letter.folded, letter.begins || is_digit && !after_digit);
        after_digit = is_digit;
    });
    lines.end();
}
