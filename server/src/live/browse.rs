//! What the list of zones is made from: the index that answers filters here, and the two files by which a browser answers
//! them itself.

use crate::error::Error;
use crate::store::Store;
use app::api::{CityLine, Groundwork, Outline};
use brotli::enc::BrotliEncoderParams;
use domain::archive::Archive;
use domain::catalogue::{City, CityName};
use domain::filter::{Columns, Index, References, SearchColumns, Texts};
use domain::id::ZoneSlug;
use domain::text::Bilingual;
use domain::tiles::{Cell, lay_out};
use domain::zone::ZoneSummary;
use pinyin::ToPinyinMulti;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};

/// How much of the hash of a file its name holds: enough to tell it from every other edition.
const HASH: usize = 16;

/// A file for browsers, whose name holds its hash.
pub struct IndexFile {
    /// Its address.
    pub address: String,
    /// Its content.
    pub plain: Vec<u8>,
    /// The same, packed by Brotli.
    pub packed: Vec<u8>,
}

impl IndexFile {
    fn new(name: &str, plain: Vec<u8>, brotli_level: u8) -> Result<Self, Error> {
        let digest = Sha256::digest(&plain);
        let hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let parameters = BrotliEncoderParams {
            quality: brotli_level.into(),
            ..Default::default()
        };
        let mut packed = Vec::new();
        brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters).map_err(Error::Pack)?;
        Ok(Self {
            address: format!("/data/{name}-{}.bin", &hash[..HASH]),
            plain,
            packed,
        })
    }
}

/// What the list of zones is made from.
pub struct Browse {
    /// Answers filters.
    pub index: Index,
    /// What a browser needs to do the same.
    pub groundwork: Groundwork,
    /// All cities.
    pub cities: Vec<City>,
    /// The columns, and what only the search needs.
    pub files: [IndexFile; 2],
}

impl Browse {
    /// Puts it together, in a thread of its own: packing takes a while.
    ///
    /// # Errors
    /// When the file cannot be read or its content not be packed.
    pub async fn load(
        store: &Store,
        outline: &Outline,
        archive: &Archive,
        zones: &[ZoneSummary],
        brotli_level: u8,
    ) -> Result<Self, Error> {
        let cities = store.cities().await?;
        let cells = cells(&cities);
        let references = References {
            provinces: outline
                .provinces
                .iter()
                .map(|province| province.slug.clone())
                .collect(),
            cities: cities
                .iter()
                .map(|city| {
                    let name = CityName {
                        slug: city.slug.clone(),
                        name: city.name.clone(),
                    };
                    (name, city.province.clone())
                })
                .collect(),
            industry_groups: outline
                .industry_groups
                .iter()
                .map(|group| group.id.clone())
                .collect(),
            indicators: outline
                .indicators
                .iter()
                .map(|indicator| indicator.id.clone())
                .collect(),
            sparks: archive.sparks(),
        };
        let columns = Columns::new(zones, references);
        let terms = store.terms().await?;
        let search = search_columns(zones, terms, archive);
        let provinces = outline.province_names();
        let build = move || {
            let files = [
                IndexFile::new("index", columns.to_bytes(), brotli_level)?,
                IndexFile::new("search", search.to_bytes(), brotli_level)?,
            ];
            let [index_file, search_file] = &files;
            let groundwork = Groundwork {
                index: index_file.address.clone(),
                search: search_file.address.clone(),
                cities: cities
                    .iter()
                    .zip(cells)
                    .map(|(city, cell)| CityLine {
                        slug: city.slug.clone(),
                        province: city.province.clone(),
                        name: city.name.clone(),
                        cell,
                    })
                    .collect(),
            };
            let index = Index::new(columns);
            index.add_search(provinces, search);
            Ok(Self {
                index,
                groundwork,
                cities,
                files,
            })
        };
        tokio::task::spawn_blocking(build)
            .await
            .map_err(Error::Task)?
    }
}

/// The cell of each city among the tiles of its province. Cities come in the order of their codes, so those of a province
/// stand together.
fn cells(cities: &[City]) -> Vec<Cell> {
    let of_one_province = |one: &City, other: &City| one.province == other.province;
    let provinces = cities.chunk_by(of_one_province);
    provinces
        .flat_map(|cities| lay_out(&cities.iter().map(|city| city.point).collect::<Vec<_>>()))
        .collect()
}

/// What only the search needs. `terms` are the leading industries of each zone.
fn search_columns(
    zones: &[ZoneSummary],
    mut terms: HashMap<ZoneSlug, Vec<Bilingual>>,
    archive: &Archive,
) -> SearchColumns {
    let mut columns = SearchColumns::default();
    let mut dictionary: Vec<Bilingual> = Vec::new();
    let mut places: HashMap<String, u16> = HashMap::new();
    for (n, zone) in (0_u32..).zip(zones) {
        let mut of_zone = Vec::new();
        for term in terms.remove(&zone.slug).unwrap_or_default() {
            let next = u16::try_from(dictionary.len()).unwrap_or(u16::MAX);
            let place = *places.entry(term.zh.clone()).or_insert_with(|| {
                dictionary.push(term);
                next
            });
            of_zone.push(place);
        }
        columns.terms.push(of_zone);
        columns
            .other_names
            .extend(zone.other_names.iter().map(|name| (n, name.clone())));
        columns
            .companies
            .extend(archive.tenants(&zone.slug).map(|name| (n, name.clone())));
    }
    columns.county_zh = zones
        .iter()
        .map(|zone| zone.county_zh.as_deref().unwrap_or_default())
        .collect();
    columns.term_en = dictionary.iter().map(|term| &term.en).collect();
    columns.term_zh = dictionary.iter().map(|term| &term.zh).collect();
    // Whatever is written in Chinese can be searched by its sound.
    let names = zones.iter().map(|zone| &zone.name);
    let others = columns
        .other_names
        .iter()
        .chain(&columns.companies)
        .map(|(_, name)| name);
    let places = zones
        .iter()
        .filter_map(|zone| Some(&zone.city.as_ref()?.name));
    let written = names
        .chain(others)
        .chain(places)
        .map(|name| name.zh.as_str());
    let characters: BTreeSet<char> = written
        .chain(columns.county_zh.iter())
        .flat_map(str::chars)
        .collect();
    let (hanzi, readings): (String, Vec<String>) = characters
        .into_iter()
        .filter_map(|c| Some((c, readings(c)?)))
        .unzip();
    columns.hanzi = hanzi;
    columns.readings = Texts::from_iter(readings);
    columns
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
