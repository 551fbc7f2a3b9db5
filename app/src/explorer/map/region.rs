//! The place of a tile: a province, or a city of the province that the map shows.

use crate::explorer::view::View;
use crate::locale::Locale;
use crate::records::CityLine;
use domain::filter::{Filter, ListedZone, QueryResult, Tile};
use domain::id::{CitySlug, ProvinceSlug};
use domain::order::sorted_indexes_by;
use domain::tiles::GridCell;

/// A place that has its own tile.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Region {
    /// A province.
    Province(ProvinceSlug),
    /// A city.
    City(CitySlug),
}

/// A place with the data to draw its tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedTile {
    /// The place of the tile.
    pub region: Region,
    /// The full name.
    pub name: String,
    /// The name on the tile. Province: two letters (English) or its short name (Chinese). City: its full name.
    pub short: String,
    /// The row and the column on the map.
    pub cell: GridCell,
}

impl Region {
    /// Returns the name of the form field.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Province(_) => "province",
            Self::City(_) => "city",
        }
    }

    /// Returns the value in the form and in the query string.
    pub fn value(&self) -> &str {
        match self {
            Self::Province(slug) => slug.as_str(),
            Self::City(slug) => slug.as_str(),
        }
    }

    /// Returns the id of the tile's element. It contains the field name, because a province and a city may have the
    /// same value.
    pub fn id(&self) -> String {
        format!("{}-{}", self.field(), self.value())
    }

    /// Parses the id of a tile's element; `None` if it is not such an id.
    #[cfg(feature = "hydrate")]
    pub fn of_id(id: &str) -> Option<Self> {
        let (field, value) = id.split_once('-')?;
        match field {
            "province" => value.parse().ok().map(Self::Province),
            "city" => value.parse().ok().map(Self::City),
            _ => None,
        }
    }

    /// True if the filter contains this place.
    pub fn is_chosen(&self, filter: &Filter) -> bool {
        match self {
            Self::Province(slug) => filter.provinces.contains(slug),
            Self::City(slug) => filter.cities.contains(slug),
        }
    }

    /// Adds the place to a filter, or removes it if the filter contains it.
    pub fn toggle(&self, filter: &mut Filter) {
        match self {
            Self::Province(slug) => filter.provinces.toggle(slug),
            Self::City(slug) => filter.cities.toggle(slug),
        }
    }

    /// True if the zone is in this place.
    pub fn holds(&self, zone: &ListedZone) -> bool {
        match self {
            Self::Province(slug) => zone.province == *slug,
            Self::City(slug) => zone.city.as_ref().is_some_and(|city| city.slug == *slug),
        }
    }

    /// Returns the filter with the map of this province. For a city the filter does not change.
    pub fn zoomed(&self, filter: &Filter) -> Filter {
        filter.with(|filter| {
            if let Self::Province(slug) = self {
                filter.zoom = Some(slug.clone());
            }
        })
    }

    /// Returns the counts of the place; `None` if it has no zones in the query result.
    pub fn tile<'a>(&self, result: &'a QueryResult) -> Option<&'a Tile> {
        match self {
            Self::Province(slug) => result.facets.provinces.get(slug),
            Self::City(slug) => result.facets.cities.get(slug),
        }
    }

    /// Returns the name of the place. In English, a city that shares its name with another is followed by its
    /// province.
    pub fn name(&self, view: &View<'_>) -> String {
        let name = self.plain_name(view);
        match self.city(view) {
            Some(city) if city.shares_name && view.locale == Locale::En => {
                let province = Self::Province(city.province.clone()).plain_name(view);
                [&name, " (", &province, ")"].concat()
            }
            _ => name,
        }
    }

    /// Returns the record of the city; `None` for a province.
    fn city<'a>(&self, view: &View<'a>) -> Option<&'a CityLine> {
        let mut cities = view.data.index_manifest.cities.iter();
        cities.find(|city| matches!(self, Self::City(slug) if *slug == city.slug))
    }

    /// Returns the name of the place, even if another place has the same name.
    pub fn plain_name(&self, view: &View<'_>) -> String {
        let name = match self {
            Self::Province(slug) => {
                let province = view.data.site_metadata.province(slug);
                province.map(|province| view.locale.pick(&province.name))
            }
            Self::City(_) => self.city(view).map(|city| view.locale.pick(&city.name)),
        };
        name.unwrap_or_else(|| self.value()).to_owned()
    }

    /// Returns the places that a filter contains.
    pub fn chosen(filter: &Filter) -> impl Iterator<Item = Self> {
        let provinces = filter.provinces.iter().cloned().map(Self::Province);
        provinces.chain(filter.cities.iter().cloned().map(Self::City))
    }
}

/// Returns the tiles of the map in reading order, row by row.
pub fn placed_tiles(view: &View<'_>) -> Vec<PlacedTile> {
    let locale = view.locale;
    let tiles: Vec<PlacedTile> = match &view.filter.zoom {
        None => {
            let provinces = view.data.site_metadata.provinces.iter();
            let tiles = provinces.map(|province| PlacedTile {
                name: locale.pick(&province.name).to_owned(),
                short: match locale {
                    Locale::En => province.letters.clone(),
                    Locale::Zh => province.short_zh.clone(),
                },
                cell: GridCell {
                    row: province.row,
                    column: province.column,
                },
                region: Region::Province(province.slug.clone()),
            });
            tiles.collect()
        }
        Some(zoom) => {
            let cities = view.data.index_manifest.cities.iter();
            let cities = cities.filter(|city| &city.province == zoom);
            let tiles = cities.map(|city| PlacedTile {
                name: locale.pick(&city.name).to_owned(),
                short: locale.pick(&city.name).to_owned(),
                cell: city.cell,
                region: Region::City(city.slug.clone()),
            });
            tiles.collect()
        }
    };
    let order = sorted_indexes_by(&tiles, |tile| (tile.cell.row, tile.cell.column));
    order
        .into_iter()
        .map(|region| tiles[region].clone())
        .collect()
}
