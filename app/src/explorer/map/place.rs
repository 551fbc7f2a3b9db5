//! What a tile stands for: a province, or a city of the province that the map shows.

use crate::api::CityLine;
use crate::explorer::view::View;
use crate::locale::Locale;
use domain::filter::{Filter, ListedZone, Selection, Tile};
use domain::id::{CitySlug, ProvinceSlug};
use domain::order::places_by;
use domain::tiles::Cell;

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

    /// The place of this name in the document.
    #[cfg(feature = "hydrate")]
    pub fn of_id(id: &str) -> Option<Self> {
        let (field, value) = id.split_once('-')?;
        match field {
            "province" => value.parse().ok().map(Self::Province),
            "city" => value.parse().ok().map(Self::City),
            _ => None,
        }
    }

    /// True where a filter has it among its places.
    pub fn is_chosen(&self, filter: &Filter) -> bool {
        match self {
            Self::Province(slug) => filter.provinces.contains(slug),
            Self::City(slug) => filter.cities.contains(slug),
        }
    }

    /// Adds it to a filter, or removes it if it is in.
    pub fn toggle(&self, filter: &mut Filter) {
        match self {
            Self::Province(slug) => filter.provinces.toggle(slug),
            Self::City(slug) => filter.cities.toggle(slug),
        }
    }

    /// True where a zone is in it.
    pub fn holds(&self, zone: &ListedZone) -> bool {
        match self {
            Self::Province(slug) => zone.province == *slug,
            Self::City(slug) => zone.city.as_ref().is_some_and(|city| city.slug == *slug),
        }
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

    /// What it is called; a city that shares its English name, with its province.
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

    /// Its city, where it is one.
    fn city<'a>(&self, view: &View<'a>) -> Option<&'a CityLine> {
        let mut cities = view.data.groundwork.cities.iter();
        cities.find(|city| matches!(self, Self::City(slug) if *slug == city.slug))
    }

    /// What it is called, whether or not another place has the same name.
    pub fn plain_name(&self, view: &View<'_>) -> String {
        let name = match self {
            Self::Province(slug) => {
                let province = view.data.outline.province(slug);
                province.map(|province| view.locale.pick(&province.name))
            }
            Self::City(_) => self.city(view).map(|city| view.locale.pick(&city.name)),
        };
        name.unwrap_or_else(|| self.value()).to_owned()
    }

    /// The places that a filter names.
    pub fn chosen(filter: &Filter) -> impl Iterator<Item = Self> {
        let provinces = filter.provinces.iter().cloned().map(Self::Province);
        provinces.chain(filter.cities.iter().cloned().map(Self::City))
    }
}

/// The tiles of the map in the order of reading: row by row.
pub fn placed_tiles(view: &View<'_>) -> Vec<PlacedTile> {
    let locale = view.locale;
    let tiles: Vec<PlacedTile> = match &view.filter.zoom {
        None => {
            let provinces = view.data.outline.provinces.iter();
            let tiles = provinces.map(|province| PlacedTile {
                name: locale.pick(&province.name).to_owned(),
                short: match locale {
                    Locale::En => province.letters.clone(),
                    Locale::Zh => province.short_zh.clone(),
                },
                cell: Cell {
                    row: province.row,
                    column: province.column,
                },
                place: Place::Province(province.slug.clone()),
            });
            tiles.collect()
        }
        Some(zoom) => {
            let cities = view.data.groundwork.cities.iter();
            let cities = cities.filter(|city| &city.province == zoom);
            let tiles = cities.map(|city| PlacedTile {
                name: locale.pick(&city.name).to_owned(),
                short: locale.pick(&city.name).to_owned(),
                cell: city.cell,
                place: Place::City(city.slug.clone()),
            });
            tiles.collect()
        }
    };
    let order = places_by(&tiles, |tile| (tile.cell.row, tile.cell.column));
    order
        .into_iter()
        .map(|place| tiles[place].clone())
        .collect()
}
