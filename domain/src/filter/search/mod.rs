//! The text search: which zones match a query, how well, and why.
//!
//! Every text is folded once (`text`) and stored line by line (`folded_texts`). A query is split into words (`query`,
//! `phrases`), and each word is searched in all texts (`matches`, `find`). For the zones on the page, `marks` computes
//! which letters to highlight.

mod columns;
mod find;
mod folded_texts;
mod marks;
mod matches;
mod phrases;
mod pinyin;
mod query;
mod score;
mod shared_texts;
mod text;
mod wrong_letter;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use columns::{Names, SearchColumns};
pub use find::SearchResult;
pub use marks::{MatchHighlights, OtherMatch};

pub use text::folded;

use folded_texts::FoldedTexts;
use matches::MatchKind;
use phrases::Phrases;
use pinyin::Readings;
use score::MatchField;
use shared_texts::{SharedTexts, TextsByOwner};
use text::fold;

/// The search, as the index uses it. It is a trait, so that a browser downloads the code of the search only when a
/// visitor types the first word.
pub trait WordSearch: Send + Sync {
    /// See [`Search::find`].
    fn find(&self, query: &str) -> Option<SearchResult>;

    /// See [`Search::places`].
    fn places(&self, found: &SearchResult) -> [Vec<usize>; 2];

    /// See [`Search::explain`].
    fn explain(&self, names: &Names<'_>, zone: usize, found: &SearchResult) -> MatchHighlights;
}

impl WordSearch for Search {
    fn find(&self, query: &str) -> Option<SearchResult> {
        Self::find(self, query)
    }

    fn places(&self, found: &SearchResult) -> [Vec<usize>; 2] {
        Self::places(self, found)
    }

    fn explain(&self, names: &Names<'_>, zone: usize, found: &SearchResult) -> MatchHighlights {
        Self::explain(self, names, zone, found)
    }
}

/// The separator between synonyms.
const SYNONYM_SEPARATOR: char = ';';

/// All texts of all zones, ready to be searched.
#[derive(Debug, Clone)]
pub struct Search {
    en: FoldedTexts,
    zh: FoldedTexts,
    /// The Chinese names in pinyin.
    pinyin: FoldedTexts,
    code: FoldedTexts,
    city: Vec<u16>,
    province: Vec<u8>,
    kind: Vec<u8>,
    other_names: SharedTexts,
    companies: SharedTexts,
    /// Industry terms, followed by groups of synonyms.
    terms: SharedTexts,
    cities: SharedTexts,
    provinces: SharedTexts,
    kinds: SharedTexts,
    facts: TextsByOwner,
    phrases: Phrases,
    readings: Readings,
    columns: SearchColumns,
}

impl Search {
    /// Builds the search. A column that is too short counts as empty after its end.
    pub fn new(names: &Names<'_>, columns: SearchColumns) -> Self {
        let zones = names.en.len();
        let readings = Readings::new(&columns.hanzi, &columns.readings, &columns.variants);
        let mut search = Self {
            en: FoldedTexts::default(),
            zh: FoldedTexts::default(),
            pinyin: FoldedTexts::default(),
            code: FoldedTexts::default(),
            city: names.city.into(),
            province: names.province.into(),
            kind: names.kind.into(),
            other_names: SharedTexts::new(zones),
            companies: SharedTexts::new(zones),
            terms: SharedTexts::new(columns.term_en.len() + columns.synonyms.len()),
            cities: SharedTexts::new(names.cities.len()),
            provinces: SharedTexts::new(names.provinces.len()),
            kinds: SharedTexts::new(names.kinds.len()),
            facts: TextsByOwner::default(),
            phrases: Phrases::default(),
            readings,
            columns,
        };
        search.add_zones(names);
        search.add_names(names);
        search
    }

    fn add_zones(&mut self, names: &Names<'_>) {
        let (columns, readings) = (&self.columns, &self.readings);
        for zone in 0..names.en.len() {
            let (en, zh) = (names.en.get(zone), names.zh.get(zone));
            self.en.push(en);
            self.zh.push(zh);
            readings.spell(zh, en, &mut self.pinyin);
            push_code(names.code.get(zone), &mut self.code);
        }
        for (shared_texts, texts) in [
            (&mut self.other_names, &columns.other_names),
            (&mut self.companies, &columns.companies),
        ] {
            for (zone, text) in texts {
                shared_texts.add(*zone as usize, &text.en, &text.zh, readings);
            }
        }
        for (zone, text) in &columns.facts {
            self.facts.push(*zone as usize, &text.en);
            self.facts.push(*zone as usize, &text.zh);
        }
    }

    fn add_names(&mut self, names: &Names<'_>) {
        let (columns, readings) = (&self.columns, &self.readings);
        self.cities.add_names(names.cities, readings);
        self.provinces.add_names(names.provinces, readings);
        for (province, short) in columns.provinces_short.iter().enumerate() {
            // The short name is added as English text, so that it gets no pinyin: `xian` must not find 湘 (`xiang`).
            self.provinces.add(province, short, "", readings);
        }
        for place in names.cities.iter().chain(names.provinces) {
            self.phrases.add_place(place);
        }
        for (kind, words) in names.kinds.iter().enumerate() {
            for word in *words {
                self.kinds.add(kind, "", word, readings);
                self.phrases.add(word);
            }
        }
        let first = columns.term_en.len();
        for term in 0..first {
            let (en, zh) = (columns.term_en.get(term), columns.term_zh.get(term));
            self.terms.add(term, en, zh, readings);
        }
        for (words, place) in columns.synonyms.iter().zip(first..) {
            for word in words.en.split(SYNONYM_SEPARATOR) {
                self.terms.add(place, word, "", readings);
                self.phrases.add(word);
            }
            for word in words.zh.split(SYNONYM_SEPARATOR) {
                self.terms.add(place, "", word, readings);
                self.phrases.add(word);
            }
        }
    }

    /// Returns the number of zones.
    fn len(&self) -> usize {
        self.en.len()
    }

    /// Returns the bonus for a word in the name of a zone: for national zones, or for zones with facts. The code of a
    /// national zone begins with `G`; national new areas have no code.
    fn name_bonus(&self, zone: usize, match_kind: MatchKind) -> u16 {
        let is_national = matches!(self.code.bytes(self.code.range(zone)), [] | [b'g', ..]);
        let facts = &self.columns.facts;
        let is_known = facts
            .binary_search_by_key(&zone, |(of, _)| *of as usize)
            .is_ok();
        if is_national && match_kind < MatchKind::Inside {
            score::NATIONAL
        } else if is_known {
            score::KNOWN
        } else {
            0
        }
    }

    /// Returns the index of a zone's city; `None` if it is not known.
    fn city_of(&self, zone: usize) -> Option<usize> {
        usize::from(*self.city.get(zone)?).checked_sub(1)
    }

    /// Returns the index of a zone's province.
    fn province_of(&self, zone: usize) -> Option<usize> {
        self.province.get(zone).copied().map(usize::from)
    }

    /// Returns the index of a zone's kind.
    fn kind_of(&self, zone: usize) -> Option<usize> {
        self.kind.get(zone).copied().map(usize::from)
    }

    /// Returns whether this entry of `terms` is an industry term or a group of synonyms.
    fn source_of(&self, term: usize) -> MatchField {
        if term < self.columns.term_en.len() {
            MatchField::Industry
        } else {
            MatchField::Synonym
        }
    }

    /// Returns the entries of `terms` for a zone: its industry terms and its groups of synonyms.
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

/// Adds a code as a line. The digits begin a unit, so that they are also found without the letter in front of them.
fn push_code(code: &str, lines: &mut FoldedTexts) {
    let mut after_digit = false;
    fold(code, &mut |letter| {
        let is_digit = letter.folded.is_ascii_digit();
        lines.letter(letter.folded, letter.begins || is_digit && !after_digit);
        after_digit = is_digit;
    });
    lines.end();
}
