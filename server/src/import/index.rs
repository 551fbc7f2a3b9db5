//! Builds the two index files for browsers: the columns of the filter index, and the columns that only the search
//! needs.

use crate::error::Error;
use crate::import::search::SearchTexts;
use crate::store::{IndexFile, ReferenceLists};
use brotli::enc::BrotliEncoderParams;
use domain::catalogue::CityName;
use domain::filter::{Columns, IndexReferences, IndexedZone};
use domain::id::IndicatorId;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use tokio::task::{JoinHandle, spawn_blocking};

/// The number of hexadecimal digits of the hash in a file name. They are enough to distinguish all editions.
const HASH: usize = 16;

/// The size in bytes from which a file is large, and the maximum compression level of large files. Level 11 takes three
/// seconds per MB, level 9 a tenth of that.
const LARGE: (usize, u8) = (2_000_000, 9);

/// The two files while they are built, each on its own thread.
pub(super) struct Files([JoinHandle<Result<IndexFile, Error>>; 2]);

impl Files {
    /// Waits for both files.
    ///
    /// # Errors
    /// When the index cannot hold the zones, or a file cannot be compressed.
    pub async fn finish(self) -> Result<Vec<IndexFile>, Error> {
        let mut files = Vec::new();
        for file in self.0 {
            files.push(file.await.map_err(Error::Task)??);
        }
        Ok(files)
    }
}

/// Starts to build the two files. `known` contains the indicators for which at least one zone has a figure.
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

fn references(lists: &ReferenceLists, known: &BTreeSet<IndicatorId>) -> IndexReferences {
    let cities = lists.cities.iter().map(|(_, city)| {
        let name = CityName {
            slug: city.slug.clone(),
            name: city.name.clone(),
        };
        (name, city.province.clone())
    });
    let indicators = lists.indicators.iter().map(|indicator| &indicator.id);
    let indicators = indicators.filter(|id| known.contains(id));
    IndexReferences {
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
