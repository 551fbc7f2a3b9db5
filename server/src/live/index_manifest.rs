//! The filter index of the zone list: the copy in memory, and the addresses of the files for browsers.

use crate::error::Error;
use crate::store::{Reference, Store};
use app::records::{CityLine, IndexManifest, SiteLists};
use domain::catalogue::City;
use domain::filter::{Columns, Index, SearchColumns};
use domain::tiles::{GridCell, tile_positions};
use std::collections::HashMap;

/// The name of the file with the columns of the filter index.
const INDEX: &str = "index";

/// The name of the file with the columns that only the search needs.
const SEARCH: &str = "search";

/// Returns the address of an index file. It contains the hash, so the content at an address never changes.
fn address(name: &str, hash: &str) -> String {
    format!("/data/index/{name}-{hash}.bin")
}

/// Splits the last part of the address of an index file into name and hash; `None` if it has another form.
pub(super) fn parse_name(file: &str) -> Option<(&str, &str)> {
    let (name, hash) = file.strip_suffix(".bin")?.split_once('-')?;
    [INDEX, SEARCH].contains(&name).then_some((name, hash))
}

/// Reads the index files and builds the filter index on a background thread.
///
/// # Errors
/// When the database cannot be read, or its index files have another format.
pub(super) async fn load(
    store: &Store,
    reference: &Reference,
    site_metadata: &SiteLists,
) -> Result<(Index, IndexManifest), Error> {
    let (index_hash, index) = store.index_file(INDEX).await?;
    let (search_hash, search) = store.index_file(SEARCH).await?;
    let provinces = site_metadata.province_names();
    let build = move || {
        let index = Index::new(Columns::from_bytes(&index)?);
        index.add_search(provinces, SearchColumns::from_bytes(&search)?);
        Ok(index)
    };
    let index = tokio::task::spawn_blocking(build)
        .await
        .map_err(Error::Task)?
        .map_err(|error: domain::filter::InvalidIndexFile| store.corrupt(error))?;
    let cities = &reference.cities;
    let mut names: HashMap<&str, u32> = HashMap::new();
    for city in cities {
        *names.entry(&city.name.en).or_default() += 1;
    }
    let index_manifest = IndexManifest {
        index: address(INDEX, &index_hash),
        search: address(SEARCH, &search_hash),
        cities: cities
            .iter()
            .zip(cells(cities))
            .map(|(city, cell)| CityLine {
                slug: city.slug.clone(),
                province: city.province.clone(),
                name: city.name.clone(),
                cell,
                shares_name: names.get(city.name.en.as_str()) > Some(&1),
            })
            .collect(),
    };
    Ok((index, index_manifest))
}

/// Returns the cell of each city on the tile map of its province. Cities are sorted by code, so the cities of a
/// province are adjacent.
fn cells(cities: &[City]) -> Vec<GridCell> {
    let of_one_province = |one: &City, other: &City| one.province == other.province;
    let provinces = cities.chunk_by(of_one_province);
    provinces
        .flat_map(|cities| {
            tile_positions(&cities.iter().map(|city| city.point).collect::<Vec<_>>())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_an_index_file_leads_back() {
        let path = address("search", "0123abcd");
        let (_, file) = path.rsplit_once('/').unwrap();
        assert_eq!(parse_name(file), Some(("search", "0123abcd")));
        for other in ["zones.csv", "other-12.bin", "index.bin"] {
            assert_eq!(parse_name(other), None, "{other}");
        }
    }
}
