//! The search: which zones a visitor means by a few letters, how well each fits, and why.
//!
//! Every text is folded once (`text`) and kept in columns (`lines`); a query is parted into words
//! (`query`, `phrases`), each of which is looked for in all columns (`hits`, `find`). For the zones that
//! are shown it is then told which letters to mark (`marks`).

mod columns;
mod find;
mod hits;
mod lines;
mod marks;
mod phrases;
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

pub use text::folded;

use crate::text::Bilingual;
use hits::How;
use lines::Lines;
use phrases::Phrases;
use pinyin::Readings;
use score::Source;
use shelf::{Owned, Shelf};
use text::fold;

/// What stands between synonyms.
const BETWEEN: char = ';';

/// All texts of all zones, ready to be searched.
#[derive(Debug, Clone)]
pub struct Search {
    en: Lines,
    zh: Lines,
    /// The Chinese names as they are spelled.
    pinyin: Lines,
    code: Lines,
    city: Vec<u16>,
    province: Vec<u8>,
    kind: Vec<u8>,
    other_names: Shelf,
    companies: Shelf,
    /// Terms of industries, and behind them synonyms.
    terms: Shelf,
    cities: Shelf,
    provinces: Shelf,
    kinds: Shelf,
    facts: Owned,
    phrases: Phrases,
    readings: Readings,
    columns: SearchColumns,
}

impl Search {
    /// Makes the zones ready. Columns that are too short count as empty where they end.
    pub fn new(names: &Names<'_>, columns: SearchColumns) -> Self {
        let zones = names.en.len();
        let readings = Readings::new(&columns.hanzi, &columns.readings, &columns.variants);
        let mut pinyin = Lines::default();
        let mut zh = Lines::default();
        let mut code = Lines::default();
        for zone in 0..zones {
            zh.push(names.zh.get(zone));
            readings.spell(names.zh.get(zone), names.en.get(zone), &mut pinyin);
            push_code(names.code.get(zone), &mut code);
        }
        let of_zones = |texts: &[(u32, Bilingual)]| {
            let texts = texts.iter();
            let texts = texts.map(|(zone, t)| (*zone as usize, t.en.as_str(), t.zh.as_str()));
            Shelf::new(zones, texts, &readings)
        };
        let mut facts = Owned::default();
        for (zone, text) in &columns.facts {
            facts.push(*zone as usize, &text.en);
            facts.push(*zone as usize, &text.zh);
        }
        let terms = columns.term_en.iter().zip(columns.term_zh.iter());
        let terms = terms.enumerate().map(|(n, (en, zh))| (n, en, zh));
        let first = columns.term_en.len();
        let synonyms = columns.synonyms.iter().zip(first..);
        let synonyms = synonyms.flat_map(|(words, n)| {
            let en = words.en.split(BETWEEN).map(move |word| (n, word, ""));
            en.chain(words.zh.split(BETWEEN).map(move |word| (n, "", word)))
        });
        let things = first + columns.synonyms.len();
        let provinces = names.provinces.iter().enumerate();
        let provinces = provinces.map(|(n, name)| (n, name.en.as_str(), name.zh.as_str()));
        let short = columns.provinces_short.iter().enumerate();
        let short = short.map(|(n, name)| (n, "", name));
        let kinds = names.kinds.iter().enumerate();
        let kinds = kinds.flat_map(|(n, words)| words.iter().map(move |word| (n, "", *word)));
        let words = columns.synonyms.iter();
        let words = words.flat_map(|words| words.en.split(BETWEEN).chain(words.zh.split(BETWEEN)));
        Self {
            en: Lines::of(names.en.iter()),
            zh,
            pinyin,
            code,
            city: names.city.into(),
            province: names.province.into(),
            kind: names.kind.into(),
            other_names: of_zones(&columns.other_names),
            companies: of_zones(&columns.companies),
            terms: Shelf::new(things, terms.chain(synonyms), &readings),
            cities: Shelf::of(names.cities, &readings),
            provinces: Shelf::new(names.provinces.len(), provinces.chain(short), &readings),
            kinds: Shelf::new(names.kinds.len(), kinds, &readings),
            facts,
            phrases: Phrases::new(names, words),
            readings,
            columns,
        }
    }

    /// How many zones there are.
    fn len(&self) -> usize {
        self.en.len()
    }

    /// What a word in the name of a zone is worth more. The code of a national zone begins so; national new areas have none.
    fn prior(&self, zone: usize, how: How) -> u16 {
        let is_national = matches!(self.code.bytes(self.code.range(zone)), [] | [b'g', ..]);
        let facts = &self.columns.facts;
        let is_known = facts
            .binary_search_by_key(&zone, |(of, _)| *of as usize)
            .is_ok();
        if is_national && how < How::Inside {
            score::NATIONAL
        } else if is_known {
            score::KNOWN
        } else {
            0
        }
    }

    /// The place of a zone's city among the cities.
    fn city_of(&self, zone: usize) -> Option<usize> {
        usize::from(*self.city.get(zone)?).checked_sub(1)
    }

    /// The place of a zone's province among the provinces.
    fn province_of(&self, zone: usize) -> Option<usize> {
        self.province.get(zone).copied().map(usize::from)
    }

    /// The place of a zone's kind among the kinds.
    fn kind_of(&self, zone: usize) -> Option<usize> {
        self.kind.get(zone).copied().map(usize::from)
    }

    /// What the place on the shelf of terms is of.
    fn source_of(&self, term: usize) -> Source {
        if term < self.columns.term_en.len() {
            Source::Industry
        } else {
            Source::Synonym
        }
    }

    /// The places of a zone's terms and synonyms on the shelf of terms.
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
