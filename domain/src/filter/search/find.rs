//! Finds the zones that match a query.

use super::matches::{self, Effort, MatchKind, MatchOptions};
use super::pinyin::Readings;
use super::query::{Query, Word};
use super::score::{self, MatchField, score};
use super::{SYNONYM_SEPARATOR, Search};
use crate::text::Bilingual;
use std::ops::Range;

/// The minimum length, in bytes, of an incomplete word that is searched in facts.
const SHORTEST_IN_FACTS: usize = 4;

/// The result of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchResult {
    /// The score of each zone: 0 if it was not found; larger is better. Scores of different queries are not comparable.
    pub scores: Vec<u16>,
    /// True if the query as written finds nothing, so that one wrong letter was allowed in each word.
    pub corrected: bool,
    /// The query that gave the result: its words may have been joined, split or made singular.
    pub(super) query: Query,
    /// The effort that gave the result.
    pub(super) effort: Effort,
}

impl SearchResult {
    /// Returns the number of zones found.
    pub fn count(&self) -> usize {
        self.scores.iter().filter(|score| **score > 0).count()
    }
}

impl Search {
    /// Finds the zones that match `query`: every word must occur in some text of the zone. `None` if the query contains
    /// neither a letter nor a digit; then it excludes no zone.
    ///
    /// The next step is tried only if no zone contains all words: first, Chinese words are split at the place names and
    /// terms in them (`江苏溧阳` becomes `江苏` and `溧阳`); then matches inside words count, and a plural `s` is ignored; then
    /// one wrong letter is allowed in each Latin word of four letters or more, and Chinese words match by their sound.
    pub fn find(&self, query: &str) -> Option<SearchResult> {
        let query = Query::parse(query, |c| self.readings.simplified(c))?;
        let query = self.phrases.joined(query);
        let split = self.phrases.split_at_phrases(&query);
        let last = split.as_ref().unwrap_or(&query);
        let tries = [
            (Some(query.clone()), Effort::Strict),
            (split.clone(), Effort::Strict),
            (Some(last.singular()), Effort::Inside),
            (Some(last.clone()), Effort::Corrected),
        ];
        let none = SearchResult {
            scores: vec![0; self.len()],
            corrected: false,
            query,
            effort: Effort::Strict,
        };
        let mut found = tries.into_iter().filter_map(|(query, effort)| {
            let query = query?;
            let scores = self.scores(&query, effort);
            let is_found = scores.iter().any(|score| *score > 0);
            is_found.then_some(SearchResult {
                scores,
                corrected: effort == Effort::Corrected,
                query,
                effort,
            })
        });
        Some(found.next().unwrap_or(none))
    }

    /// Returns the provinces and the cities, as indices, whose names begin with the whole query; exact names first.
    pub fn places(&self, found: &SearchResult) -> [Vec<usize>; 2] {
        let Query { words, phrase } = &found.query;
        let word = phrase.as_ref().or_else(|| words.first());
        [&self.provinces, &self.cities].map(|places| {
            let found = word.and_then(|word| places.find(word, Effort::Strict));
            let found = found.unwrap_or_default();
            let mut named = Vec::new();
            // Exact names first: Xi'an before Xiangyang.
            for (least, most) in [
                (MatchKind::Whole, MatchKind::Whole),
                (MatchKind::WholeShortened, MatchKind::WholeStart),
                (MatchKind::WholeUnit, MatchKind::Start),
            ] {
                let is_so = |match_kind: &Option<MatchKind>| {
                    match_kind.is_some_and(|match_kind| match_kind >= least && match_kind <= most)
                };
                let places = found
                    .iter()
                    .enumerate()
                    .filter(|(_, match_kind)| is_so(match_kind));
                named.extend(places.map(|(place, _)| place));
            }
            named
        })
    }

    /// Returns the score of each zone: the sum of the best scores of the words.
    ///
    /// If all words together occur as one phrase, the phrase with a bonus counts once for each word. The zone then
    /// ranks above all zones that contain the words separately: short words, such as the syllables of a name, occur
    /// separately in many zones.
    fn scores(&self, query: &Query, effort: Effort) -> Vec<u16> {
        // Longest words first: they leave the fewest zones to search for the other words.
        let mut words: Vec<&Word> = Vec::new();
        for word in &query.words {
            let at = words.partition_point(|other| other.text.len() >= word.text.len());
            words.insert(at, word);
        }
        let everywhere = 0..self.len();
        let mut total = vec![0; self.len()];
        let mut among = vec![everywhere.clone()];
        for (n, word) in words.iter().enumerate() {
            let scores = self.word(word, &among, effort);
            for (sum, score) in total.iter_mut().zip(scores) {
                let is_left = score > 0 && (n == 0 || *sum > 0);
                *sum = if is_left { *sum + score } else { 0 };
            }
            among = runs(&total);
            if among.is_empty() {
                break;
            }
        }
        if let Some(phrase) = &query.phrase {
            let times = u16::try_from(words.len()).unwrap_or(1);
            let more = if effort == Effort::Corrected {
                0
            } else {
                score::BEST
            };
            let scores = self.word(phrase, &[everywhere], effort);
            for (sum, score) in total.iter_mut().zip(scores).filter(|(_, score)| *score > 0) {
                *sum = (*sum).max((score + more).saturating_mul(times));
            }
        }
        total
    }

    /// Returns the best score of one word in each zone of `among`. Other zones may get a score too.
    fn word(&self, word: &Word, among: &[Range<usize>], effort: Effort) -> Vec<u16> {
        let effort = word.effort(effort);
        let spelled = word.spelled(&self.readings, effort);
        let (word, effort) = match &spelled {
            Some(word) => (word, Effort::Strict),
            None => (word, effort),
        };
        let mut scores = Scores(vec![0; self.len()]);
        self.score_names(word, among, effort, &mut scores);
        self.score_page(word, effort, &mut scores);
        self.score_shared(word, among, effort, &mut scores);
        // Cities come last: the bonus for a zone in this city is added to its best score in any text.
        self.score_cities(word, among, effort, &mut scores);
        scores.0
    }

    /// Scores the names of zones, their pinyin and their codes.
    fn score_names(
        &self,
        word: &Word,
        among: &[Range<usize>],
        effort: Effort,
        scores: &mut Scores,
    ) {
        let latin = Some(word).filter(|word| !word.han);
        let by_units = MatchOptions::shortened(effort);
        let place = word.without_division();
        let names = [
            (
                &self.zh,
                by_units,
                MatchField::Name,
                Some(word).filter(|word| word.han),
            ),
            (&self.zh, by_units, MatchField::Name, place.as_ref()),
            (&self.en, word.in_english(effort), MatchField::Name, latin),
            (
                &self.pinyin,
                MatchOptions::spelled(effort),
                MatchField::Pinyin,
                latin,
            ),
            (
                &self.code,
                MatchOptions::CODE,
                MatchField::Code,
                latin.filter(|word| word.may_be_code()),
            ),
        ];
        for (texts, options, field, word) in names {
            for (word, zones) in word
                .into_iter()
                .flat_map(|word| among.iter().map(move |zones| (word, zones)))
            {
                let needle = word.needle(options);
                matches::for_each_match(texts, needle, options, zones.clone(), &mut |found| {
                    let bonus = self.name_bonus(found.line, found.match_kind);
                    scores.raise(found.line, score(field, found.match_kind) + bonus);
                });
            }
        }
    }

    /// Scores the other names of zones, their companies and the words on their pages.
    fn score_page(&self, word: &Word, effort: Effort, scores: &mut Scores) {
        self.other_names
            .for_each_match(word, effort, &mut |zone, kind| {
                let bonus = self.name_bonus(zone, kind);
                scores.raise(zone, score(MatchField::OtherName, kind) + bonus);
            });
        self.companies
            .for_each_match(word, effort, &mut |zone, kind| {
                scores.raise(zone, score(MatchField::Company, kind));
            });
        let options = MatchOptions::written(effort);
        self.facts.for_each_match(word, options, &mut |zone, kind| {
            if word.is_significant_in_fact(kind) {
                scores.raise(zone, score(MatchField::Fact, kind));
            }
        });
    }

    /// Scores the texts that zones share: provinces, types, and terms of industries with their synonyms.
    fn score_shared(
        &self,
        word: &Word,
        among: &[Range<usize>],
        effort: Effort,
        scores: &mut Scores,
    ) {
        let provinces = self.provinces.find(word, effort);
        let kinds = self.kinds.find(word, effort);
        let mut terms = self.terms.find(word, effort);
        if let Some(terms) = terms.as_mut().filter(|_| word.han) {
            self.leave_out_other_things(&word.text, terms);
        }
        if provinces.is_none() && kinds.is_none() && terms.is_none() {
            return;
        }
        for zone in among.iter().cloned().flatten() {
            if let Some(kind) = match_of(&provinces, self.province_of(zone)) {
                scores.raise(zone, score(MatchField::Province, kind));
            }
            if let Some(kind) = match_of(&kinds, self.kind_of(zone)) {
                scores.raise(zone, score(MatchField::Kind, kind));
            }
            // Skips the terms of all zones if the word matches no term.
            if terms.is_some() {
                for term in self.terms_of(zone) {
                    if let Some(kind) = match_of(&terms, Some(term)) {
                        scores.raise(zone, score(self.source_of(term), kind));
                    }
                }
            }
        }
    }

    /// Removes the terms that only contain a Chinese industry term as a part but mean another thing: 电池 (batteries) is
    /// a part of 太阳能电池 (solar cells). A longer term means another thing if it has its own group of synonyms and its
    /// English name does not contain the English name either: 汽车 (vehicles) still finds 电动汽车 (electric vehicles).
    fn leave_out_other_things(&self, word: &str, terms: &mut [Option<MatchKind>]) {
        let columns = &self.columns;
        let groups = &columns.synonyms;
        let has = |group: &Bilingual, text: &str| {
            group.zh.split(SYNONYM_SEPARATOR).any(|one| one == text)
        };
        let Some(own) = groups.iter().find(|group| has(group, word)) else {
            return;
        };
        let is_other = |en: &str| {
            let en = en.to_ascii_lowercase();
            let mut names = own.en.split(SYNONYM_SEPARATOR);
            !names.any(|name| en.contains(&name.to_ascii_lowercase()))
        };
        let first = columns.term_en.len();
        for (place, found) in terms.iter_mut().enumerate() {
            let is_left_out = found.is_some()
                && match place.checked_sub(first).and_then(|at| groups.get(at)) {
                    Some(group) => !has(group, word) && is_other(&group.en),
                    None => {
                        let (en, zh) = (columns.term_en.get(place), columns.term_zh.get(place));
                        !has(own, zh) && groups.iter().any(|group| has(group, zh)) && is_other(en)
                    }
                };
            if is_left_out {
                *found = None;
            }
        }
    }

    /// Scores the names of cities, and adds the bonus for zones in a city of this name.
    fn score_cities(
        &self,
        word: &Word,
        among: &[Range<usize>],
        effort: Effort,
        scores: &mut Scores,
    ) {
        let cities = self.cities.find(word, effort);
        if cities.is_none() {
            return;
        }
        for zone in among.iter().cloned().flatten() {
            let Some(kind) = match_of(&cities, self.city_of(zone)) else {
                continue;
            };
            scores.raise(zone, score(MatchField::City, kind));
            if kind <= MatchKind::WholeStart
                && let Some(best) = scores.0.get_mut(zone)
            {
                *best += score::IN_CITY;
            }
        }
    }
}

/// The best score of each zone.
struct Scores(Vec<u16>);

impl Scores {
    /// Sets the score of a zone, unless it has a better one.
    fn raise(&mut self, zone: usize, score: u16) {
        if let Some(best) = self.0.get_mut(zone) {
            *best = score.max(*best);
        }
    }
}

/// Returns the match of a thing in the result of [`SharedTexts::find`](super::shared_texts::SharedTexts::find).
fn match_of(found: &Option<Vec<Option<MatchKind>>>, thing: Option<usize>) -> Option<MatchKind> {
    found.as_ref()?.get(thing?).copied().flatten()
}

impl Word {
    /// Returns how the word is searched in English names: a word that was joined from several words may be a short
    /// form.
    pub(super) const fn in_english(&self, effort: Effort) -> MatchOptions {
        if self.unit_starts.is_empty() {
            MatchOptions::written(effort)
        } else {
            MatchOptions::shortened(effort)
        }
    }

    /// Converts a Chinese word to pinyin if one wrong letter is allowed: people often type another character with the
    /// same sound. `None` in all other cases.
    pub(super) fn spelled(&self, readings: &Readings, effort: Effort) -> Option<Self> {
        let is_asked = self.han && effort == Effort::Corrected;
        is_asked.then(|| readings.word(&self.text)).flatten()
    }

    /// Reduces the effort of the query for words that cannot be corrected, such as short words: they are searched
    /// strictly.
    pub(super) fn effort(&self, effort: Effort) -> Effort {
        match effort {
            Effort::Corrected if self.han => effort,
            Effort::Inside | Effort::Corrected if !self.is_correctable() => Effort::Strict,
            effort => effort,
        }
    }

    /// True if a match in a fact is significant: a short word beginning occurs in many facts.
    pub(super) fn is_significant_in_fact(&self, match_kind: MatchKind) -> bool {
        match match_kind {
            MatchKind::Whole | MatchKind::WholeStart | MatchKind::WholeUnit => self.text.len() > 1,
            MatchKind::Start | MatchKind::Unit => self.text.len() >= SHORTEST_IN_FACTS,
            _ => false,
        }
    }
}

/// Returns the ranges of zones that have a score. Ranges with a small gap between them are merged, because starting a
/// search in a range has a cost.
fn runs(scores: &[u16]) -> Vec<Range<usize>> {
    const NEAR: usize = 8;
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (zone, _) in scores.iter().enumerate().filter(|(_, score)| **score > 0) {
        match runs.last_mut() {
            Some(run) if zone - run.end < NEAR => run.end = zone + 1,
            _ => runs.push(zone..zone + 1),
        }
    }
    runs
}
