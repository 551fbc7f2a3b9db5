//! Which zones a query finds.

use super::Search;
use super::hits::{self, Effort, How, Manner};
use super::pinyin::Readings;
use super::query::{Query, Word};
use super::score::{self, Source, score};
use super::shelf::Shelf;
use std::ops::Range;

/// The shortest beginning of a word, in letters, that is looked for in facts.
const SHORTEST_IN_FACTS: usize = 4;

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The score of each zone: 0 where it is not found, and the greater the better. Scores of
    /// different queries are not comparable.
    pub scores: Vec<u16>,
    /// True where the query as written finds nothing, so that one wrong letter was allowed in each word.
    pub corrected: bool,
    /// What was looked for.
    pub(super) query: Query,
    /// How hard.
    pub(super) effort: Effort,
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
    /// Only where no zone has all words: Chinese words are taken apart at the places and terms in them (`江苏溧阳` is
    /// `江苏` and `溧阳`); then words count inside of others, and without the `s` of a plural; then one wrong letter is
    /// allowed in each Latin word of four letters or more.
    pub fn find(&self, query: &str) -> Option<Found> {
        let query = Query::parse(query, |c| self.readings.simplified(c))?;
        let query = self.phrases.joined(query);
        let parted = self.phrases.parted(&query);
        let last = parted.as_ref().unwrap_or(&query);
        let tries = [
            (Some(query.clone()), Effort::Strict),
            (parted.clone(), Effort::Strict),
            (Some(last.singular()), Effort::Inside),
            (Some(last.clone()), Effort::Corrected),
        ];
        let none = Found {
            scores: vec![0; self.len()],
            corrected: false,
            query,
            effort: Effort::Strict,
        };
        let mut found = tries.into_iter().filter_map(|(query, effort)| {
            let query = query?;
            let scores = self.scores(&query, effort);
            let is_found = scores.iter().any(|score| *score > 0);
            is_found.then_some(Found {
                scores,
                corrected: effort == Effort::Corrected,
                query,
                effort,
            })
        });
        Some(found.next().unwrap_or(none))
    }

    /// The provinces and the cities whose names begin with the whole query, by their numbers; those of that name first.
    pub fn places(&self, found: &Found) -> [Vec<usize>; 2] {
        let Query { words, phrase } = &found.query;
        let word = phrase.as_ref().or_else(|| words.first());
        [&self.provinces, &self.cities].map(|places| {
            let found = word.and_then(|word| places.find(word, Effort::Strict));
            let found = found.unwrap_or_default();
            let mut named = Vec::new();
            // Whole names first: Xi'an before Xiangyang.
            for (least, most) in [
                (How::Whole, How::Whole),
                (How::WholeShortened, How::WholeStart),
                (How::WholeUnit, How::Start),
            ] {
                let is_so = |how: &Option<How>| how.is_some_and(|how| how >= least && how <= most);
                let places = found.iter().enumerate().filter(|(_, how)| is_so(how));
                named.extend(places.map(|(place, _)| place));
            }
            named
        })
    }

    /// The score of each zone: the sum over the words, each at its best. Where all words together stand
    /// as one, that counts for each of them, and for more than in any zone that has them apart: short
    /// words, such as the syllables of a name, stand apart in many.
    fn scores(&self, query: &Query, effort: Effort) -> Vec<u16> {
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

    /// The best score of one word in each of some zones; it may tell of others too.
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
        let written = Manner::written(effort);
        let latin = Some(word).filter(|word| !word.han);
        let by_units = Manner::shortened(effort);
        let place = word.without_division();
        let names = [
            (
                &self.zh,
                by_units,
                Source::Name,
                Some(word).filter(|word| word.han),
            ),
            (&self.zh, by_units, Source::Name, place.as_ref()),
            (&self.en, word.in_english(effort), Source::Name, latin),
            (&self.pinyin, Manner::spelled(effort), Source::Pinyin, latin),
            (
                &self.code,
                Manner::CODE,
                Source::Code,
                latin.filter(|word| word.may_be_code()),
            ),
        ];
        for (lines, manner, source, word) in names {
            for (word, zones) in word
                .into_iter()
                .flat_map(|word| among.iter().map(move |zones| (word, zones)))
            {
                let needle = word.needle(manner);
                hits::each(lines, needle, manner, zones.clone(), &mut |hit| {
                    better(
                        hit.line,
                        score(source, hit.how) + self.prior(hit.line, hit.how),
                    );
                });
            }
        }
        self.other_names.each(word, effort, &mut |zone, how| {
            better(zone, score(Source::OtherName, how) + self.prior(zone, how));
        });
        self.companies.each(word, effort, &mut |zone, how| {
            better(zone, score(Source::Company, how));
        });
        self.facts.each(word, written, &mut |zone, how| {
            if word.is_told_by(how) {
                better(zone, score(Source::Fact, how));
            }
        });
        let mut on = |shelf: &Shelf, source: Source, of: &dyn Fn(usize) -> Option<usize>| {
            let Some(found) = shelf.find(word, effort) else {
                return;
            };
            for zone in among.iter().cloned().flatten() {
                let how = of(zone).and_then(|thing| found.get(thing).copied().flatten());
                if let Some(how) = how {
                    better(zone, score(source, how));
                }
            }
        };
        on(&self.provinces, Source::Province, &|zone| {
            self.province_of(zone)
        });
        on(&self.kinds, Source::Kind, &|zone| self.kind_of(zone));
        if let Some(found) = self.terms.find(word, effort) {
            for zone in among.iter().cloned().flatten() {
                for term in self.terms_of(zone) {
                    if let Some(how) = found.get(term).copied().flatten() {
                        better(zone, score(self.source_of(term), how));
                    }
                }
            }
        }
        // Last, since a zone that lies in the city of this name counts for more, wherever else the word is.
        if let Some(found) = self.cities.find(word, effort) {
            for zone in among.iter().cloned().flatten() {
                let how = self
                    .city_of(zone)
                    .and_then(|city| found.get(city).copied().flatten());
                if let (Some(how), Some(best)) = (how, scores.get_mut(zone)) {
                    let more = if how <= How::WholeStart {
                        score::IN_CITY
                    } else {
                        0
                    };
                    *best = score(Source::City, how).max(*best) + more;
                }
            }
        }
        scores
    }
}

impl Word {
    /// How it stands in an English name: several words together may be a short form of it.
    pub(super) const fn in_english(&self, effort: Effort) -> Manner {
        if self.breaks.is_empty() {
            Manner::written(effort)
        } else {
            Manner::shortened(effort)
        }
    }

    /// Where one letter may be wrong, a Chinese word as it is spelled: people take another character of the same sound.
    pub(super) fn spelled(&self, readings: &Readings, effort: Effort) -> Option<Self> {
        let is_asked = self.han && effort == Effort::Corrected;
        is_asked.then(|| readings.word(&self.text)).flatten()
    }

    /// How hard it is looked for where its query is looked for so hard.
    pub(super) fn effort(&self, effort: Effort) -> Effort {
        match effort {
            Effort::Corrected if self.han => effort,
            Effort::Inside | Effort::Corrected if !self.is_correctable() => Effort::Strict,
            effort => effort,
        }
    }

    /// True where a find in a fact tells something: a short beginning of a word stands in many.
    pub(super) fn is_told_by(&self, how: How) -> bool {
        match how {
            How::Whole | How::WholeStart | How::WholeUnit => self.text.len() > 1,
            How::Start | How::Unit => self.text.len() >= SHORTEST_IN_FACTS,
            _ => false,
        }
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
