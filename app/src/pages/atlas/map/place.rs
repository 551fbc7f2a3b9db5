//! What a tile stands for: a province, or a city of the province that the map shows.

use crate::pages::atlas::state::AtlasState;
use domain::filter::{Filter, Selection, Tile};
use domain::id::{CitySlug, ProvinceSlug};
use domain::tiles::Cell;
use leptos::prelude::WithValue;

/// A place with a tile of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// A province.
    Province(ProvinceSlug),
    /// A city.
    City(CitySlug),
}

/// A place with what its tile needs to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedTile {
    /// Which.
    pub place: Place,
    /// What it is called.
    pub name: String,
    /// What it is called where there is little room.
    pub short: String,
    /// Where its tile stands.
    pub cell: Cell,
}

impl Place {
    /// The name of its field in the form.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Province(_) => "province",
            Self::City(_) => "city",
        }
    }

    /// Its value in the form and the address.
    pub fn value(&self) -> &str {
        match self {
            Self::Province(slug) => slug.as_str(),
            Self::City(slug) => slug.as_str(),
        }
    }

    /// A name for it in the document; a province and a city may have one value.
    pub fn id(&self) -> String {
        format!("{}-{}", self.field(), self.value())
    }

    /// Whether a filter has it among its places.
    pub fn is_chosen(&self, filter: &Filter) -> bool {
        match self {
            Self::Province(slug) => filter.provinces.contains(slug),
            Self::City(slug) => filter.cities.contains(slug),
        }
    }

    /// The filter with it added, or removed if it is in.
    pub fn toggled(&self, filter: &Filter) -> Filter {
        filter.with(|filter| match self {
            Self::Province(slug) => {
                if !filter.provinces.remove(slug) {
                    filter.provinces.insert(slug.clone());
                }
            }
            Self::City(slug) => {
                if !filter.cities.remove(slug) {
                    filter.cities.insert(slug.clone());
                }
            }
        })
    }

    /// The filter with the map of its cities; a city has none.
    pub fn zoomed(&self, filter: &Filter) -> Filter {
        filter.with(|filter| {
            if let Self::Province(slug) = self {
                filter.zoom = Some(slug.clone());
            }
        })
    }

    /// Its zones; nothing where it has none.
    pub fn tile<'a>(&self, selection: &'a Selection) -> Option<&'a Tile> {
        match self {
            Self::Province(slug) => selection.facets.provinces.get(slug),
            Self::City(slug) => selection.facets.cities.get(slug),
        }
    }

    /// What it is called.
    pub fn name(&self, state: AtlasState) -> String {
        let name = match self {
            Self::Province(slug) => state.outline.with_value(|outline| {
                let province = outline.province(slug);
                province.map(|province| state.locale.pick(&province.name).to_owned())
            }),
            Self::City(slug) => state.groundwork.with_value(|groundwork| {
                let city = groundwork.cities.iter().find(|city| &city.slug == slug);
                city.map(|city| state.locale.pick(&city.name).to_owned())
            }),
        };
        name.unwrap_or_else(|| self.value().to_owned())
    }

    /// The places that a filter names.
    pub fn chosen(filter: &Filter) -> impl Iterator<Item = Self> {
        let provinces = filter.provinces.iter().cloned().map(Self::Province);
        provinces.chain(filter.cities.iter().cloned().map(Self::City))
    }
}

/// The tiles of the map in the order of reading: row by row.
pub fn tiles(state: AtlasState, zoom: Option<&ProvinceSlug>) -> Vec<PlacedTile> {
    let locale = state.locale;
    let mut tiles: Vec<PlacedTile> = match zoom {
        None => state.outline.with_value(|outline| {
            let provinces = outline.provinces.iter().map(|province| PlacedTile {
                name: locale.pick(&province.name).to_owned(),
                short: match locale {
                    crate::locale::Locale::En => province.letters.clone(),
                    crate::locale::Locale::Zh => province.short_zh.clone(),
                },
                cell: Cell {
                    row: province.row,
                    column: province.column,
                },
                place: Place::Province(province.slug.clone()),
            });
            provinces.collect()
        }),
        Some(zoom) => state.groundwork.with_value(|groundwork| {
            let cities = groundwork
                .cities
                .iter()
                .filter(|city| &city.province == zoom);
            let tiles = cities.map(|city| PlacedTile {
                name: locale.pick(&city.name).to_owned(),
                short: locale.pick(&city.name).to_owned(),
                cell: city.cell,
                place: Place::City(city.slug.clone()),
            });
            tiles.collect()
        }),
    };
    tiles.sort_by_key(|tile| (tile.cell.row, tile.cell.column));
    tiles
}
