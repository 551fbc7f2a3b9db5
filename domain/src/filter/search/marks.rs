//! Explains why a zone was found: which letters of its names to highlight, and which other text matched.

use super::find::SearchResult;
use super::folded_texts::FoldedTexts;
use super::matches::{self, Effort, MatchKind, MatchOptions, WordMatch};
use super::pinyin::Readings;
use super::query::Word;
use super::text::fold;
use super::{Names, SYNONYM_SEPARATOR, Search, push_code};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The match of a zone.
///
/// The ranges are byte ranges of the displayed texts. They are on character boundaries, in order, and neither overlap
/// nor touch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchHighlights {
    /// The ranges to highlight in the English name.
    pub en: Vec<Range<usize>>,
    /// The ranges to highlight in the Chinese name.
    pub zh: Vec<Range<usize>>,
    /// The ranges to highlight in the English name of the city.
    pub city_en: Vec<Range<usize>>,
    /// The ranges to highlight in the Chinese name of the city.
    pub city_zh: Vec<Range<usize>>,
    /// The other text that matched the first word found in none of these; `None` if all words were found in them.
    pub elsewhere: Option<OtherMatch>,
}

/// A text of a zone that matched, other than its name and its city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OtherMatch {
    /// The catalogue code.
    Code,
    /// A former or other name.
    OtherName(Bilingual),
    /// A company in the zone.
    Company(Bilingual),
    /// A term of a leading industry, or the first of a group of synonyms.
    Industry(Bilingual),
    /// A text on the page of the zone: the word in it.
    Fact(String),
    /// The province.
    Province,
    /// A search word for the kind of zone.
    Kind,
}

/// A text in both languages, prepared for highlighting.
struct BilingualText<'a> {
    readings: &'a Readings,
    en: Traced,
    zh: Traced,
    /// The Chinese text in pinyin; it has the same number of units.
    pinyin: FoldedTexts,
    /// Returns how a word may match the English text. In the other texts, short forms always match.
    options: fn(&Word, Effort) -> MatchOptions,
    effort: Effort,
}

/// Returns how a word may match any text except an English name.
const fn by_units(_: &Word, effort: Effort) -> MatchOptions {
    MatchOptions::shortened(effort)
}

/// A single text, with the position of each letter in the displayed text.
struct Traced {
    lines: FoldedTexts,
    /// For each byte of the folded text, the byte range of its letter in the displayed text.
    letters: Vec<Range<usize>>,
}

impl Search {
    /// Explains why `found` contains a zone. `names` must be those that the search was built from. The result is empty
    /// for a zone that was not found.
    pub fn explain(&self, names: &Names<'_>, zone: usize, found: &SearchResult) -> MatchHighlights {
        if found.scores.get(zone).is_none_or(|score| *score == 0) {
            return MatchHighlights::default();
        }
        let effort = found.effort;
        let name = self.texts(
            names.en.get(zone),
            names.zh.get(zone),
            Word::in_english,
            effort,
        );
        let city = self.city_of(zone).and_then(|city| names.cities.get(city));
        let city = city.map(|city| self.texts(&city.en, &city.zh, by_units, effort));
        let mut result = MatchHighlights::default();
        let phrase = found.query.phrase.as_ref();
        let mut mark = |word: &Word| {
            let mut is_marked = name.mark(word, &mut result.en, &mut result.zh);
            if let Some(city) = &city {
                is_marked |= city.mark(word, &mut result.city_en, &mut result.city_zh);
            }
            is_marked
        };
        // If the whole phrase matches, its words are not highlighted elsewhere too.
        let left = if phrase.is_some_and(&mut mark) {
            None
        } else {
            let left: Vec<&Word> = found
                .query
                .words
                .iter()
                .filter(|word| !mark(word))
                .collect();
            left.first().copied()
        };
        if let Some(word) = left {
            // If a zone matches only by the phrase, one text contains all words, so the phrase is tried too.
            let words = std::iter::once(word).chain(phrase);
            result.elsewhere = words
                .filter_map(|w| self.elsewhere(names, zone, w, effort))
                .next();
        }
        for ranges in [
            &mut result.en,
            &mut result.zh,
            &mut result.city_en,
            &mut result.city_zh,
        ] {
            join(ranges);
        }
        result
    }
}

impl Search {
    /// Returns the first other text of a zone that contains a word. Texts are tried in a fixed order, from code to
    /// fact.
    fn elsewhere(
        &self,
        names: &Names<'_>,
        zone: usize,
        word: &Word,
        effort: Effort,
    ) -> Option<OtherMatch> {
        let stands = |en: &str, zh: &str| {
            let texts = self.texts(en, zh, by_units, effort);
            texts.mark(word, &mut Vec::new(), &mut Vec::new())
        };
        let of_zone = |texts: &[(u32, Bilingual)]| {
            let mut texts = texts.iter().filter(|(of, _)| *of as usize == zone);
            texts
                .find(|(_, t)| stands(&t.en, &t.zh))
                .map(|(_, t)| t.clone())
        };
        let code = || {
            let mut lines = FoldedTexts::default();
            push_code(names.code.get(zone), &mut lines);
            let is_code =
                word.may_be_code() && !word.found_in(&lines, MatchOptions::CODE).is_empty();
            is_code.then_some(OtherMatch::Code)
        };
        let industry = || {
            let terms = self
                .terms_of(zone)
                .filter_map(|term| self.term(term, &stands));
            terms.map(OtherMatch::Industry).next()
        };
        let province = || {
            let province = self
                .province_of(zone)
                .and_then(|at| names.provinces.get(at))?;
            let short = self.columns.provinces_short.get(self.province_of(zone)?);
            let is_named = stands(&province.en, &province.zh) || stands("", short);
            is_named.then_some(OtherMatch::Province)
        };
        let kind = || {
            let words = self.kind_of(zone).and_then(|at| names.kinds.get(at))?;
            words
                .iter()
                .any(|text| stands("", text))
                .then_some(OtherMatch::Kind)
        };
        // No other text of the zone contains the word, so the text of its page must contain it.
        let fact = || {
            let mut texts = self.columns.facts.iter();
            let is_of_zone = texts.any(|(of, _)| *of as usize == zone);
            is_of_zone.then(|| OtherMatch::Fact(word.text.clone()))
        };
        code()
            .or_else(|| of_zone(&self.columns.other_names).map(OtherMatch::OtherName))
            .or_else(|| of_zone(&self.columns.companies).map(OtherMatch::Company))
            .or_else(industry)
            .or_else(province)
            .or_else(kind)
            .or_else(fact)
    }

    /// Returns an industry term, or the first of a group of synonyms, if `stands` is true for it or for one of the
    /// synonyms.
    fn term(&self, place: usize, stands: &dyn Fn(&str, &str) -> bool) -> Option<Bilingual> {
        let columns = &self.columns;
        let term = match place.checked_sub(columns.term_en.len()) {
            None => Bilingual {
                en: columns.term_en.get(place).to_owned(),
                zh: columns.term_zh.get(place).to_owned(),
            },
            Some(place) => {
                let words = columns.synonyms.get(place)?;
                let en = words.en.split(SYNONYM_SEPARATOR).map(|word| (word, ""));
                let zh = words.zh.split(SYNONYM_SEPARATOR).map(|word| ("", word));
                if !en.chain(zh).any(|(en, zh)| stands(en, zh)) {
                    return None;
                }
                let first = |words: &str| {
                    words
                        .split(SYNONYM_SEPARATOR)
                        .next()
                        .unwrap_or_default()
                        .to_owned()
                };
                return Some(Bilingual {
                    en: first(&words.en),
                    zh: first(&words.zh),
                });
            }
        };
        stands(&term.en, &term.zh).then_some(term)
    }

    fn texts(
        &self,
        en: &str,
        zh: &str,
        options: fn(&Word, Effort) -> MatchOptions,
        effort: Effort,
    ) -> BilingualText<'_> {
        let mut pinyin = FoldedTexts::default();
        self.readings.spell(zh, en, &mut pinyin);
        BilingualText {
            readings: &self.readings,
            en: Traced::new(en),
            zh: Traced::new(zh),
            pinyin,
            options,
            effort,
        }
    }
}

impl BilingualText<'_> {
    /// Adds the ranges to highlight for a word; returns true if there are any.
    fn mark(&self, word: &Word, en: &mut Vec<Range<usize>>, zh: &mut Vec<Range<usize>>) -> bool {
        let before = en.len() + zh.len();
        let effort = word.effort(self.effort);
        let spelled = word.spelled(self.readings, effort);
        let (word, effort) = match &spelled {
            Some(word) => (word, Effort::Strict),
            None => (word, effort),
        };
        // A Chinese text may contain Latin letters, and an English text Chinese characters.
        let found = word.found_in(&self.en.lines, (self.options)(word, effort));
        en.extend(found.into_iter().filter_map(|range| self.en.shown(range)));
        let mut found = word.found_in(&self.zh.lines, MatchOptions::shortened(effort));
        if let Some(place) = word.without_division().filter(|_| found.is_empty()) {
            found = place.found_in(&self.zh.lines, MatchOptions::shortened(effort));
        }
        zh.extend(found.into_iter().filter_map(|range| self.zh.shown(range)));
        if !word.han {
            let found = word.found_in(&self.pinyin, MatchOptions::spelled(effort));
            zh.extend(found.into_iter().filter_map(|range| self.spelled(range)));
        }
        en.len() + zh.len() > before
    }

    /// Converts a range of the pinyin to the range of the Chinese characters that it spells, in the displayed text.
    fn spelled(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self
            .pinyin
            .beginnings(0..range.start + 1)
            .count()
            .checked_sub(1)?;
        let last = self
            .pinyin
            .beginnings(0..range.end)
            .count()
            .checked_sub(1)?;
        let lines = &self.zh.lines;
        let start = lines.beginnings(lines.range(0)).nth(first)?;
        let end = lines.beginnings(lines.range(0)).nth(last + 1);
        self.zh.shown(start..end.unwrap_or(lines.range(0).end))
    }
}

impl Traced {
    fn new(text: &str) -> Self {
        let mut lines = FoldedTexts::default();
        let mut letters = Vec::new();
        fold(text, &mut |letter| {
            lines.letter(letter.folded, letter.begins);
            letters.resize(
                letters.len() + letter.folded.len_utf8(),
                letter.from..letter.to,
            );
        });
        lines.end();
        Self { lines, letters }
    }

    /// Converts a range of the folded text to a range of the displayed text.
    fn shown(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.letters.get(range.start)?;
        let last = self.letters.get(range.end.checked_sub(1)?)?;
        Some(first.start..last.end)
    }
}

impl Word {
    /// Returns the best match on the only line; several ranges if several matches are equally good.
    fn found_in(&self, lines: &FoldedTexts, options: MatchOptions) -> Vec<Range<usize>> {
        let mut found: Vec<WordMatch> = Vec::new();
        let needle = self.needle(options);
        matches::for_each_match(lines, needle, options, 0..1, &mut |word_match| {
            found.push(word_match)
        });
        // Whether a unit is the first of the text matters only for the ranking.
        let worth = |word_match: &WordMatch| match word_match.match_kind {
            MatchKind::Whole | MatchKind::WholeShortened | MatchKind::WholeStart => {
                MatchKind::WholeUnit
            }
            MatchKind::Start => MatchKind::Unit,
            match_kind => match_kind,
        };
        let Some(best) = found.iter().map(worth).min() else {
            return Vec::new();
        };
        let pieces = |word_match: WordMatch| {
            let pieces = matches::pieces(
                lines,
                word_match.line,
                word_match.range.start,
                needle.text.as_bytes(),
            );
            match word_match.match_kind {
                MatchKind::Shortened | MatchKind::WholeShortened if !pieces.is_empty() => pieces,
                _ => vec![word_match.range],
            }
        };
        found
            .into_iter()
            .filter(|word_match| worth(word_match) == best)
            .flat_map(pieces)
            .collect()
    }
}

/// Sorts the ranges and merges those that overlap or touch.
fn join(ranges: &mut Vec<Range<usize>>) {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for mut range in ranges.drain(..) {
        let before = joined.partition_point(|other| other.end < range.start);
        let touched = joined.partition_point(|other| other.start <= range.end);
        for other in joined.drain(before..touched) {
            range = range.start.min(other.start)..range.end.max(other.end);
        }
        joined.insert(before, range);
    }
    *ranges = joined;
}
