//! Which zones a query finds.

use super::Search;
use super::hits::{self, Manner};
use super::query::{Query, Word};
use super::score::{self, Source};
use super::shelf::Shelf;
use std::ops::Range;

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The score of each zone: 0 where it is not found, and the greater the better. Scores of
    /// different queries are not comparable.
    pub scores: Vec<u16>,
    /// Whether the query as written finds nothing, so that one wrong letter was allowed in each word.
    pub corrected: bool,
    /// What was looked for.
    pub(super) query: Query,
}

impl Found {
    /// How many zones are found.
    pub fn count(&self) -> usize {
        self.scores.iter().filter(|score| **score > 0).count()
    }
}

impl Search {
    /// The zones that `query` finds: every word must stand in some text of the zone. Nothing for a
    /// query without any letter or digit, which asks for all zones.
    ///
    /// Only where no zone has all words, a long Chinese word is taken apart (`江苏溧阳` is `江苏` and
    /// `溧阳`), and then one wrong letter is allowed in each Latin word of four letters or more.
    pub fn find(&self, query: &str) -> Option<Found> {
        let query = Query::parse(query)?;
        let mut tries = vec![(query.clone(), false)];
        tries.extend(
            [2, 3]
                .into_iter()
                .filter_map(|at| Some((query.parted(at)?, false))),
        );
        if query.is_correctable() {
            tries.push((query.clone(), true));
        }
        for (query, corrected) in tries {
            let scores = self.scores(&query, corrected);
            if scores.iter().any(|score| *score > 0) {
                return Some(Found {
                    scores,
                    corrected,
                    query,
                });
            }
        }
        Some(Found {
            scores: vec![0; self.len()],
            corrected: false,
            query,
        })
    }

    /// The score of each zone: the sum over the words, each at its best. Where all words together stand
    /// as one, that counts for each of them, and for more than in any zone that has them apart: short
    /// words, such as the syllables of a name, stand apart in many.
    fn scores(&self, query: &Query, wrong: bool) -> Vec<u16> {
        // The longest first, which leaves the fewest zones to look for the others in.
        let mut words: Vec<&Word> = Vec::new();
        for word in &query.words {
            let at = words.partition_point(|other| other.text.len() >= word.text.len());
            words.insert(at, word);
        }
        let everywhere = 0..self.len();
        let mut total = vec![0; self.len()];
        let mut among = vec![everywhere.clone()];
        for (n, word) in words.iter().enumerate() {
            let scores = self.word(word, &among, wrong);
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
            let more = if wrong { 0 } else { score::BEST };
            let scores = self.word(phrase, &[everywhere], wrong);
            for (sum, score) in total.iter_mut().zip(scores).filter(|(_, score)| *score > 0) {
                *sum = (*sum).max((score + more).saturating_mul(times));
            }
        }
        total
    }

    /// The best score of one word in each of some zones; it may tell of others too.
    fn word(&self, word: &Word, among: &[Range<usize>], wrong: bool) -> Vec<u16> {
        let wrong = wrong && word.is_correctable();
        let mut scores = vec![0; self.len()];
        let mut better = |zone: usize, score: u16| {
            if let Some(best) = scores.get_mut(zone) {
                *best = score.max(*best);
            }
        };
        for zones in among {
            let zones = || zones.clone();
            if word.han {
                let manner = Manner::by_units(wrong);
                hits::each(&self.zh, &word.text, manner, zones(), &mut |hit| {
                    better(hit.line, score::in_name(hit.how));
                });
                continue;
            }
            let manner = Manner::name(wrong);
            hits::each(&self.en, &word.text, manner, zones(), &mut |hit| {
                better(hit.line, score::in_name(hit.how));
            });
            let manner = Manner::by_units(wrong);
            hits::each(&self.pinyin, &word.spelled, manner, zones(), &mut |hit| {
                better(hit.line, score::in_pinyin(hit.how));
            });
            if word.may_be_code() {
                hits::each(
                    &self.code,
                    &word.text,
                    Manner::WHOLE_UNITS,
                    zones(),
                    &mut |hit| {
                        better(hit.line, score::in_code(hit.how));
                    },
                );
            }
        }
        for (shelf, source) in [
            (&self.other_names, Source::OtherName),
            (&self.companies, Source::Company),
        ] {
            shelf.each(word, wrong, &mut |zone, how| {
                better(zone, score::in_other(source, how))
            });
        }
        let mut on = |shelf: &Shelf, source: Source, of: &dyn Fn(usize) -> Option<usize>| {
            let Some(found) = shelf.find(word, wrong) else {
                return;
            };
            for zone in among.iter().cloned().flatten() {
                let how = of(zone).and_then(|thing| found.get(thing).copied().flatten());
                if let Some(how) = how {
                    better(zone, score::in_other(source, how));
                }
            }
        };
        on(&self.cities, Source::City, &|zone| self.city_of(zone));
        on(&self.counties, Source::County, &|zone| self.county_of(zone));
        on(&self.provinces, Source::Province, &|zone| {
            self.province_of(zone)
        });
        on(&self.kinds, Source::Kind, &|zone| self.kind_of(zone));
        if let Some(found) = self.terms.find(word, wrong) {
            for zone in among.iter().cloned().flatten() {
                let terms = self.terms_of(zone);
                let best = terms
                    .filter_map(|term| found.get(term).copied().flatten())
                    .min();
                if let Some(how) = best {
                    better(zone, score::in_other(Source::Industry, how));
                }
            }
        }
        scores
    }
}

/// The runs of zones that have a score. Runs that are nearly one are one, since each costs a start.
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
