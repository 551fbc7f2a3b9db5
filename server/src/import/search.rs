//! Collects, zone by zone, the data that only the search needs.

use crate::store::{ReferenceLists, ZoneInput};
use domain::fact::{Fact, FactContent, RelationKind};
use domain::figure::Figure;
use domain::filter::{IndexError, SearchColumns, Texts};
use domain::text::{Bilingual, Piece, pieces};
use pinyin::ToPinyinMulti;
use std::collections::{BTreeSet, HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// How often the text of a zone must contain a word before the search finds the zone by all synonyms of the word.
const OFTEN: usize = 2;

/// Radicals that look like a character, each followed by this character. Text copied from PDF files contains them
/// instead of the character. They have no compatibility decomposition; the pairs are from Unicode's
/// `EquivalentUnifiedIdeograph.txt`.
const RADICALS: &str = "⻄西⻓长⻔门⻘青⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻩黄⻬齐⻰龙⻅见⻉贝⻋车⻆角⻁虎⻮齿⻳龟⻨麦⻚页⻧卤⻙韦⻤鬼⻣骨⺠民⺟母";

/// The search data of all zones that were added.
#[derive(Debug, Default)]
pub(super) struct SearchTexts {
    zones: u32,
    /// For each zone the positions of its terms in `dictionary`, and of its synonyms in `synonyms`.
    terms: Vec<(Vec<usize>, Vec<usize>)>,
    dictionary: Vec<Bilingual>,
    places: HashMap<String, usize>,
    synonyms: Vec<Bilingual>,
    other_names: Vec<(u32, Bilingual)>,
    companies: Vec<(u32, Bilingual)>,
    facts: Vec<(u32, Bilingual)>,
    provinces_short: Vec<String>,
    /// The characters of names, which can be searched by pinyin.
    spoken: BTreeSet<char>,
}

impl SearchTexts {
    /// Creates a collection without zones.
    pub fn new(lists: &ReferenceLists) -> Self {
        let short = lists
            .provinces
            .iter()
            .map(|province| province.short_zh.clone());
        Self {
            synonyms: lists.synonyms.iter().map(|it| it.words.clone()).collect(),
            provinces_short: short.collect(),
            ..Self::default()
        }
    }

    /// Adds the next zone.
    pub fn add(&mut self, zone: &ZoneInput, facts: &[Fact], figures: &[Figure]) {
        let number = self.zones;
        self.zones += 1;
        let companies = facts.iter().filter_map(|fact| match &fact.about {
            FactContent::Relation {
                kind: RelationKind::Tenant,
                name,
                ..
            } => Some((number, name.clone())),
            _ => None,
        });
        let companies: Vec<_> = companies.collect();
        let city = zone.summary.city.as_ref();
        let names = std::iter::once(&zone.summary.name)
            .chain(&zone.other_names)
            .chain(companies.iter().map(|(_, name)| name))
            .chain(city.map(|city| &city.name));
        self.spoken.extend(names.flat_map(|name| name.zh.chars()));
        self.companies.extend(companies);
        let names = zone.other_names.iter();
        self.other_names
            .extend(names.map(|name| (number, name.clone())));
        let text = page_text(facts, figures);
        self.add_terms(zone, &text.zh);
        if !text.en.is_empty() {
            self.facts.push((number, distinct(&text)));
        }
    }

    fn add_terms(&mut self, zone: &ZoneInput, text: &str) {
        let mut terms = Vec::new();
        for industry in &zone.industries {
            let next = self.dictionary.len();
            let term = &industry.term;
            let place = *self.places.entry(term.zh.clone()).or_insert_with(|| {
                self.dictionary.push(term.clone());
                next
            });
            terms.push(place);
        }
        let industries = zone.industries.iter().map(|it| it.term.zh.as_str());
        let names: Vec<&str> = industries.chain([zone.summary.name.zh.as_str()]).collect();
        let is_known_for = |words: &&Bilingual| {
            let mut words = words.zh.split(';');
            words.any(|word| {
                names.iter().any(|name| name.contains(word)) || text.matches(word).count() >= OFTEN
            })
        };
        let known = self.synonyms.iter().zip(0..);
        let known = known
            .filter(|(words, _)| is_known_for(words))
            .map(|(_, place)| place);
        self.terms.push((terms, known.collect()));
    }

    /// Returns the columns for all zones that were added.
    ///
    /// # Errors
    /// When there are more terms than a `u16` can number.
    pub fn columns(self) -> Result<SearchColumns, IndexError> {
        let first = self.dictionary.len();
        let place = |n: usize| {
            u16::try_from(n).map_err(|_| IndexError::TooMany {
                what: "terms of industries",
                most: usize::from(u16::MAX) + 1,
            })
        };
        let terms = self.terms.into_iter().map(|(terms, synonyms)| {
            let synonyms = synonyms.into_iter().map(|n| first + n);
            terms.into_iter().chain(synonyms).map(place).collect()
        });
        let mut characters: BTreeSet<char> = self.spoken.clone();
        let lists = [&self.dictionary, &self.synonyms].into_iter().flatten();
        let texts = lists.chain(self.facts.iter().map(|(_, text)| text));
        characters.extend(
            texts
                .flat_map(|text| text.zh.chars())
                .filter(|c| !c.is_ascii()),
        );
        let mut variants = variants(&characters);
        let spoken = &self.spoken;
        let (hanzi, (readings, variants)): (String, (Vec<String>, Vec<String>)) = characters
            .iter()
            .filter_map(|c| {
                let readings = readings(*c)?;
                let readings = if spoken.contains(c) {
                    readings
                } else {
                    String::new()
                };
                Some((*c, (readings, variants.remove(c).unwrap_or_default())))
            })
            .unzip();
        Ok(SearchColumns {
            provinces_short: self.provinces_short.iter().collect(),
            terms: terms.collect::<Result<_, _>>()?,
            term_en: self.dictionary.iter().map(|term| &term.en).collect(),
            term_zh: self.dictionary.iter().map(|term| &term.zh).collect(),
            synonyms: self.synonyms,
            other_names: self.other_names,
            companies: self.companies,
            facts: self.facts,
            hanzi,
            readings: Texts::from_iter(readings),
            variants: Texts::from_iter(variants),
        })
    }
}

/// Returns the words on the page of a zone, without figures.
fn page_text(facts: &[Fact], figures: &[Figure]) -> Bilingual {
    let named = facts.iter().flat_map(|fact| match &fact.about {
        FactContent::Event { of, by, .. } => of.iter().chain(by).collect(),
        FactContent::Relation { name, .. } => vec![name],
        FactContent::Claim | FactContent::Feature => Vec::new(),
    });
    let texts = facts.iter().filter_map(|fact| fact.text.as_ref());
    let about = figures.iter();
    let about =
        about.flat_map(|figure| figure.subject.name().into_iter().chain(figure.scope.name()));
    // The introduction repeats what the lists, the facts and the figures state.
    let texts: Vec<&Bilingual> = texts.chain(named).chain(about).collect();
    let words = |text: &str| {
        // The rules of the dataset have already checked the braces.
        let pieces = pieces(text).unwrap_or_default();
        let words = pieces.into_iter().filter_map(|piece| match piece {
            Piece::Words(words) => Some(words),
            Piece::Figure(_) => None,
        });
        words.collect::<Vec<_>>().concat()
    };
    let all = |pick: fn(&Bilingual) -> &str| {
        let texts = texts.iter().map(|text| words(pick(text)));
        texts.collect::<Vec<_>>().join("\n")
    };
    Bilingual {
        en: all(|text| &text.en),
        zh: all(|text| &text.zh),
    }
}

/// Keeps each English word and each Chinese clause once, because the search only tests whether a word occurs.
fn distinct(text: &Bilingual) -> Bilingual {
    let once = |parts: &mut dyn Iterator<Item = String>| {
        let mut known = HashSet::new();
        let parts = parts.filter(|part| known.insert(part.clone()));
        parts.collect::<Vec<_>>().join(" ")
    };
    let is_between = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    let words = text.en.split(is_between).map(str::to_lowercase);
    let is_word = |word: &String| word.len() > 2 && word.contains(|c: char| c.is_alphabetic());
    let clauses = text
        .zh
        .split(|c: char| !c.is_alphabetic())
        .map(str::to_owned);
    Bilingual {
        en: once(&mut words.filter(is_word)),
        zh: once(&mut clauses.filter(|clause| !clause.is_empty())),
    }
}

/// Returns the pinyin readings of a Chinese character without tones, the most common first; `None` for other
/// characters.
fn readings(c: char) -> Option<String> {
    // `shen` is the most common reading, but place names do not use it: 喀什 is Kashi, 什邡 Shifang.
    let mut readings: Vec<&str> = if c == '什' { vec!["shi"] } else { Vec::new() };
    for reading in c.to_pinyin_multi()?.into_iter().map(pinyin::Pinyin::plain) {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    Some(readings.join(" "))
}

/// Returns the other forms of these characters: traditional forms of the mainland, Taiwan and Hong Kong, compatibility
/// forms, radicals.
fn variants(characters: &BTreeSet<char>) -> HashMap<char, String> {
    let mut variants: HashMap<char, String> = HashMap::new();
    let forms = ('\u{2e80}'..='\u{9fff}').chain('\u{f900}'..='\u{faff}');
    for form in forms.filter(|form| !characters.contains(form)) {
        let text: String = std::iter::once(form).nfkc().collect();
        let converted = [hanconv::t2s, hanconv::tw2s, hanconv::hk2s].map(|convert| convert(&text));
        let plain = converted.iter().chain([&text]).find_map(|plain| {
            let mut plain = plain.chars();
            plain
                .next()
                .filter(|c| plain.next().is_none() && characters.contains(c))
        });
        if let Some(plain) = plain {
            variants.entry(plain).or_default().push(form);
        }
    }
    let mut radicals = RADICALS.chars();
    while let (Some(form), Some(plain)) = (radicals.next(), radicals.next()) {
        if characters.contains(&plain) {
            variants.entry(plain).or_default().push(form);
        }
    }
    variants
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_know_their_other_forms() {
        let variants = variants(&"开发区广里大西阳".chars().collect());
        for (plain, form) in [
            ('开', '開'),
            ('发', '發'),
            ('发', '髮'),
            ('区', '區'),
            ('广', '廣'),
            ('里', '裏'),
            ('里', '裡'),
            ('大', '⼤'),
            ('西', '⻄'),
        ] {
            assert!(variants[&plain].contains(form), "{plain}{form}");
        }
    }

    #[test]
    fn words_are_kept_once() {
        let text = Bilingual {
            en: "The battery, of 3 batteries: a battery".into(),
            zh: "电池企业，30家。电池企业".into(),
        };
        let distinct = distinct(&text);
        assert_eq!(distinct.en, "the battery batteries");
        assert_eq!(distinct.zh, "电池企业 家");
    }
}
