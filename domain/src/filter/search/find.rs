//! Finds the zones that match a query.

use super::Search;
use super::matches::{self, Effort, MatchKind, MatchOptions};
use super::pinyin::Readings;
use super::query::{Query, Word};
use super::score::{self, MatchField, score};
use super::shared_texts::SharedTexts;
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
        let mut scores = vec![0; self.len()];
        let mut better = |zone: usize, score: u16| {
            if let Some(best) = scores.get_mut(zone) {
                *best = score.max(*best);
            }
        };
        let spelled = word.spelled(&self.readings, effort);
        let (word, effort) = match &spelled {
            Some(word) => (word, Effort::Strict),
            None => (word, effort),
        };
        let written = MatchOptions::written(effort);
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
        for (lines, options, source, word) in names {
            for (word, zones) in word
                .into_iter()
                .flat_map(|word| among.iter().map(move |zones| (word, zones)))
            {
                let needle = word.needle(options);
                matches::for_each_match(lines, needle, options, zones.clone(), &mut |word_match| {
                    better(
                        word_match.line,
                        score(source, word_match.match_kind)
                            + self.name_bonus(word_match.line, word_match.match_kind),
                    );
                });
            }
        }
        self.other_names
            .for_each_match(word, effort, &mut |zone, match_kind| {
                better(
                    zone,
                    score(MatchField::OtherName, match_kind) + self.name_bonus(zone, match_kind),
                );
            });
        self.companies
            .for_each_match(word, effort, &mut |zone, match_kind| {
                better(zone, score(MatchField::Company, match_kind));
            });
        self.facts
            .for_each_match(word, written, &mut |zone, match_kind| {
                if word.is_significant_in_fact(match_kind) {
                    better(zone, score(MatchField::Fact, match_kind));
                }
            });
        let mut on = |shared_texts: &SharedTexts,
                      source: MatchField,
                      of: &dyn Fn(usize) -> Option<usize>| {
            let Some(found) = shared_texts.find(word, effort) else {
                return;
            };
            for zone in among.iter().cloned().flatten() {
                let match_kind = of(zone).and_then(|thing| found.get(thing).copied().flatten());
                if let Some(match_kind) = match_kind {
                    better(zone, score(source, match_kind));
                }
            }
        };
        on(&self.provinces, MatchField::Province, &|zone| {
            self.province_of(zone)
        });
        on(&self.kinds, MatchField::Kind, &|zone| self.kind_of(zone));
        if let Some(found) = self.terms.find(word, effort) {
            for zone in among.iter().cloned().flatten() {
                for term in self.terms_of(zone) {
                    if let Some(match_kind) = found.get(term).copied().flatten() {
                        better(zone, score(self.source_of(term), match_kind));
                    }
                }
            }
        }
        // Cities come last: the bonus for a zone in this city is added to its best score in any text.
        if let Some(found) = self.cities.find(word, effort) {
            for zone in among.iter().cloned().flatten() {
                let match_kind = self
                    .city_of(zone)
                    .and_then(|city| found.get(city).copied().flatten());
                if let (Some(match_kind), Some(best)) = (match_kind, scores.get_mut(zone)) {
                    let more = if match_kind <= MatchKind::WholeStart {
                        score::IN_CITY
                    } else {
                        0
                    };
                    *best = score(MatchField::City, match_kind).max(*best) + more;
                }
            }
        }
        scores
    }
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
