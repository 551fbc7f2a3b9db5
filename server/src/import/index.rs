//! The filter index as the two files that browsers get: the columns, and what only the search needs.

use crate::error::Error;
use crate::store::{IndexFile, ReferenceLists, ZoneInput};
use brotli::enc::BrotliEncoderParams;
use domain::catalogue::CityName;
use domain::fact::{About, Fact, RelationKind};
use domain::filter::{Columns, IndexError, IndexedZone, References, SearchColumns, Texts};
use domain::id::IndicatorId;
use domain::text::Bilingual;
use pinyin::ToPinyinMulti;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use tokio::task::{JoinHandle, spawn_blocking};

/// How much of the hash of a file its name holds: enough to tell it from every other edition.
const HASH: usize = 16;

/// The size in bytes from which a file is large, and the level that it is compressed with at most: level 11 takes three
/// seconds for each MB, level 9 a tenth of that.
const LARGE: (usize, u8) = (2_000_000, 9);

/// What only the search needs, zone by zone.
#[derive(Debug, Default)]
pub(super) struct SearchTexts {
    zones: u32,
    terms: Vec<Vec<usize>>,
    dictionary: Vec<Bilingual>,
    places: HashMap<String, usize>,
    other_names: Vec<(u32, Bilingual)>,
    companies: Vec<(u32, Bilingual)>,
    counties: Vec<String>,
    /// All characters that are searched by their sound.
    characters: BTreeSet<char>,
}

impl SearchTexts {
    /// Adds the next zone.
    pub fn add(&mut self, zone: &ZoneInput, facts: &[Fact]) {
        let number = self.zones;
        self.zones += 1;
        let mut of_zone = Vec::new();
        for industry in &zone.industries {
            let next = self.dictionary.len();
            let term = &industry.term;
            let place = *self.places.entry(term.zh.clone()).or_insert_with(|| {
                self.dictionary.push(term.clone());
                next
            });
            of_zone.push(place);
        }
        self.terms.push(of_zone);
        let companies = facts.iter().filter_map(|fact| match &fact.about {
            About::Relation {
                kind: RelationKind::Tenant,
                name,
                ..
            } => Some((number, name.clone())),
            _ => None,
        });
        let companies: Vec<_> = companies.collect();
        let county = zone.county_zh.clone().unwrap_or_default();
        let city = zone.summary.city.as_ref();
        let names = std::iter::once(&zone.summary.name)
            .chain(&zone.other_names)
            .chain(companies.iter().map(|(_, name)| name))
            .chain(city.map(|city| &city.name));
        self.characters
            .extend(names.flat_map(|name| name.zh.chars()));
        self.characters.extend(county.chars());
        self.counties.push(county);
        self.companies.extend(companies);
        let names = zone.other_names.iter();
        self.other_names
            .extend(names.map(|name| (number, name.clone())));
    }

    fn columns(self) -> Result<SearchColumns, IndexError> {
        // The search counts counties from 1: 0 is a county that is not known.
        let counties: BTreeSet<&String> = self.counties.iter().collect();
        if counties.len() > usize::from(u16::MAX) {
            return Err(IndexError::TooMany {
                what: "counties",
                most: usize::from(u16::MAX),
            });
        }
        let place = |n: usize| {
            u16::try_from(n).map_err(|_| IndexError::TooMany {
                what: "terms of industries",
                most: usize::from(u16::MAX) + 1,
            })
        };
        let terms = self.terms.into_iter();
        let terms = terms.map(|of_zone| of_zone.into_iter().map(place).collect());
        let (hanzi, readings): (String, Vec<String>) = self
            .characters
            .into_iter()
            .filter_map(|c| Some((c, readings(c)?)))
            .unzip();
        Ok(SearchColumns {
            terms: terms.collect::<Result<_, _>>()?,
            term_en: self.dictionary.iter().map(|term| &term.en).collect(),
            term_zh: self.dictionary.iter().map(|term| &term.zh).collect(),
            other_names: self.other_names,
            companies: self.companies,
            county_zh: self.counties.iter().collect(),
            hanzi,
            readings: Texts::from_iter(readings),
        })
    }
}

/// How a Chinese character is read, without tones, the most usual first; nothing for other characters.
fn readings(c: char) -> Option<String> {
    let mut readings: Vec<&str> = Vec::new();
    for reading in c.to_pinyin_multi()?.into_iter().map(pinyin::Pinyin::plain) {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    Some(readings.join(" "))
}

/// The two files while they are made, each in a thread of its own.
pub(super) struct Files([JoinHandle<Result<IndexFile, Error>>; 2]);

impl Files {
    /// Waits for them.
    ///
    /// # Errors
    /// When the index cannot hold the zones.
    pub async fn finish(self) -> Result<Vec<IndexFile>, Error> {
        let mut files = Vec::new();
        for file in self.0 {
            files.push(file.await.map_err(Error::Task)??);
        }
        Ok(files)
    }
}

/// Begins to make the two files. `known` are the indicators of which a zone has a figure.
pub(super) fn files(
    zones: Vec<IndexedZone>,
    search: SearchTexts,
    lists: &ReferenceLists,
    known: &BTreeSet<IndicatorId>,
    brotli_level: u8,
) -> Files {
    let references = references(lists, known);
    let index = move || {
        let columns = Columns::new(&zones, references).map_err(Error::Index)?;
        file("index", columns.to_bytes(), brotli_level)
    };
    let search = move || {
        let columns = search.columns().map_err(Error::Index)?;
        file("search", columns.to_bytes(), brotli_level)
    };
    Files([spawn_blocking(index), spawn_blocking(search)])
}

fn references(lists: &ReferenceLists, known: &BTreeSet<IndicatorId>) -> References {
    let cities = lists.cities.iter().map(|(_, city)| {
        let name = CityName {
            slug: city.slug.clone(),
            name: city.name.clone(),
        };
        (name, city.province.clone())
    });
    let indicators = lists.indicators.iter().map(|indicator| &indicator.id);
    let indicators = indicators.filter(|id| known.contains(id));
    References {
        provinces: lists.provinces.iter().map(|it| it.slug.clone()).collect(),
        cities: cities.collect(),
        industry_groups: lists
            .industry_groups
            .iter()
            .map(|group| group.id.clone())
            .collect(),
        indicators: indicators.cloned().collect(),
    }
}

fn file(name: &'static str, plain: Vec<u8>, brotli_level: u8) -> Result<IndexFile, Error> {
    let digest = Sha256::digest(&plain);
    let hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let (large, most) = LARGE;
    let level = if plain.len() < large {
        brotli_level
    } else {
        brotli_level.min(most)
    };
    let parameters = BrotliEncoderParams {
        quality: level.into(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters).map_err(Error::Pack)?;
    Ok(IndexFile {
        name,
        hash: hash.chars().take(HASH).collect(),
        plain,
        packed,
    })
}
