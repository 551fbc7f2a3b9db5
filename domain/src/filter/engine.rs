//! The engine: which zones a state shows, and how many each choice would show.

use super::choices::{AreaBand, Decade, Grouping, Presence, Sort};
use super::columns::{CityTile, Columns, Row};
use super::facets::{Facets, Tile, TileSums, TileZone, Timeline};
use super::orders::Orders;
use super::search::{Found, Match, Names, Search, SearchColumns};
use super::state::{Dimension, Filter};
use super::traits::Traits;
use crate::catalogue::{Kind, Level};
use crate::id::{CitySlug, IndicatorId, ZoneSlug};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

/// How many zones a page shows.
pub const PAGE_SIZE: usize = 100;

/// How many cities are among the choices where no place is chosen.
const FEW_CITIES: usize = 12;

/// What people call the zones of each kind, in the order of [`Kind::ALL`].
const KIND_WORDS: [&[&str]; Kind::ALL.len()] = [
    &["etdz", "经开区", "经济技术开发区"],
    &["edz", "经开区", "经济开发区"],
    &["hidz", "hitech", "高新区", "高新技术产业开发区"],
    &["industrial park", "工业园", "工业园区"],
    &["bonded", "customs", "ftz", "综保区", "保税区", "出口加工区"],
    &["border", "边合区", "边境合作区"],
    &["new area", "新区", "国家级新区"],
    &[],
];

/// All zones, ready to be filtered.
#[derive(Debug)]
pub struct Index {
    columns: Columns,
    traits: Traits,
    orders: Orders,
    words: OnceLock<Words>,
    by_slug: OnceLock<HashMap<String, u32>>,
}

/// What it searches words with.
#[derive(Debug)]
struct Words {
    search: Search,
    places: Places,
}

/// The names that words are looked for in besides those of the zones.
#[derive(Debug)]
struct Places {
    provinces: Vec<Bilingual>,
    cities: Vec<Bilingual>,
}

/// A zone that is shown, with what was found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedZone {
    /// The zone.
    pub row: Row,
    /// Where the words searched for were found; nothing where none were.
    pub found: Option<Match>,
}

/// A zone in the tray.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// Its address.
    pub slug: ZoneSlug,
    /// What it is called.
    pub name: Bilingual,
}

/// What a state shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// How many zones of the catalogue.
    pub catalogue: u32,
    /// How many national new areas, which are not in the catalogue.
    pub new_areas: u32,
    /// Whether the words were found only by allowing for one wrong letter.
    pub corrected: bool,
    /// How many each choice would show, and the tiles of the map.
    pub facets: Facets,
    /// The approvals of each year.
    pub timeline: Timeline,
    /// Where nothing is shown: how many zones each filter would give if it alone were lifted, those that give any, most
    /// first.
    pub lifts: Vec<(Dimension, u32)>,
    /// The zones in the tray; those that the atlas does not have are left out.
    pub picks: Vec<Pick>,
    /// How many pages the list has; at least one.
    pub pages: u32,
    /// The page shown, counted from 0.
    pub page: u32,
    /// The zones on it.
    pub rows: Vec<ListedZone>,
}

impl Selection {
    /// How many zones are shown on all pages together.
    pub const fn total(&self) -> u32 {
        self.catalogue + self.new_areas
    }
}

/// The zones that pass every filter, in their order, and the words they were found by.
struct Passing<'a> {
    zones: Vec<u32>,
    found: Option<&'a Found>,
}

impl Index {
    /// An index over all zones. It cannot search for words before [`Self::add_search`].
    pub fn new(columns: Columns) -> Self {
        Self {
            traits: Traits::of(&columns),
            orders: Orders::new(),
            columns,
            words: OnceLock::new(),
            by_slug: OnceLock::new(),
        }
    }

    /// The columns it was made of.
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Makes it search for words too. `provinces` are the names of [`Columns::provinces`], in their
    /// order.
    pub fn add_search(&self, provinces: Vec<Bilingual>, search: SearchColumns) {
        self.words.get_or_init(|| {
            let cities = self
                .columns
                .cities
                .iter()
                .map(|city| city.name.clone())
                .collect();
            let places = Places { provinces, cities };
            let search = Search::new(&self.names(&places), search);
            Words { search, places }
        });
    }

    fn names<'a>(&'a self, places: &'a Places) -> Names<'a> {
        Names {
            en: &self.columns.name_en,
            zh: &self.columns.name_zh,
            code: &self.columns.code,
            city: &self.columns.city,
            cities: &places.cities,
            province: &self.columns.province,
            provinces: &places.provinces,
            kind: &self.columns.kind,
            kinds: &KIND_WORDS,
        }
    }

    /// Whether it can answer `filter`: without what the search needs it cannot search for words.
    pub fn answers(&self, filter: &Filter) -> bool {
        filter.q.is_empty() || self.words.get().is_some()
    }

    /// What `filter` shows. A page past the end becomes the last.
    pub fn select(&self, filter: &Filter) -> Selection {
        let found = self.find(filter);
        let mut tally = Tally::over(self, filter);
        let verdicts = Verdicts::of(self, filter);
        let mut passing = vec![false; self.columns.len()];
        for (zone, pass) in passing.iter_mut().enumerate() {
            let failed = verdicts.failed(self, found.as_ref(), zone);
            tally.count(self, zone, failed);
            *pass = failed == 0;
        }
        let zones = self.in_order(filter, &passing, found.as_ref());
        let passing = Passing {
            zones,
            found: found.as_ref(),
        };
        let pages = passing.zones.len().div_ceil(PAGE_SIZE).max(1);
        let page = usize::try_from(filter.page).unwrap_or(pages).min(pages - 1);
        let new_areas = passing
            .zones
            .iter()
            .filter(|zone| !self.traits.catalogue[**zone as usize])
            .count();
        let picks = filter.picks.iter().filter_map(|slug| self.pick(slug));
        Selection {
            catalogue: count(passing.zones.len() - new_areas),
            new_areas: count(new_areas),
            corrected: found.as_ref().is_some_and(|found| found.corrected),
            lifts: if passing.zones.is_empty() {
                tally.lifts()
            } else {
                Vec::new()
            },
            timeline: tally.timeline(self),
            facets: tally.facets(self, filter),
            picks: picks.collect(),
            pages: count(pages),
            page: count(page),
            rows: self.rows(&passing, page),
        }
    }

    /// The zones of one page of what `filter` shows, counted from 0; none past the end.
    pub fn page(&self, filter: &Filter, page: u32) -> Vec<ListedZone> {
        let found = self.find(filter);
        let zones = self.matching_by(filter, found.as_ref());
        let found = found.as_ref();
        self.rows(&Passing { zones, found }, page as usize)
    }

    /// The numbers of all zones that `filter` shows, in its order, whatever its page.
    pub fn matching(&self, filter: &Filter) -> Vec<u32> {
        self.matching_by(filter, self.find(filter).as_ref())
    }

    fn matching_by(&self, filter: &Filter, found: Option<&Found>) -> Vec<u32> {
        let verdicts = Verdicts::of(self, filter);
        let passing: Vec<bool> = (0..self.columns.len())
            .map(|zone| verdicts.failed(self, found, zone) == 0)
            .collect();
        self.in_order(filter, &passing, found)
    }

    fn find(&self, filter: &Filter) -> Option<Found> {
        self.words.get()?.search.find(&filter.q)
    }

    fn in_order(&self, filter: &Filter, passing: &[bool], found: Option<&Found>) -> Vec<u32> {
        let order = self.orders.of(filter.sort, &self.columns, &self.traits);
        let mut zones: Vec<u32> = order
            .iter()
            .copied()
            .filter(|zone| passing[*zone as usize])
            .collect();
        if let (Some(found), Sort::Catalogue) = (found, filter.sort) {
            zones.sort_by_key(|zone| Reverse(found.scores[*zone as usize]));
        }
        if filter.grouping == Grouping::Province {
            zones.sort_by_key(|zone| self.columns.province[*zone as usize]);
        }
        zones
    }

    fn rows(&self, passing: &Passing<'_>, page: usize) -> Vec<ListedZone> {
        let zones = passing.zones.iter().skip(page * PAGE_SIZE).take(PAGE_SIZE);
        zones
            .filter_map(|zone| {
                let zone = *zone as usize;
                let explain = |found| {
                    let words = self.words.get()?;
                    Some(
                        words
                            .search
                            .explain(&self.names(&words.places), zone, found),
                    )
                };
                Some(ListedZone {
                    row: self.columns.row(zone)?,
                    found: passing.found.and_then(explain),
                })
            })
            .collect()
    }

    fn pick(&self, slug: &ZoneSlug) -> Option<Pick> {
        let by_slug = self.by_slug.get_or_init(|| {
            let zones = 0..self.columns.len();
            let numbered = zones.map(|zone| (self.columns.slug(zone), count(zone)));
            numbered.collect()
        });
        let zone = *by_slug.get(slug.as_str())? as usize;
        Some(Pick {
            slug: slug.clone(),
            name: Bilingual {
                en: self.columns.name_en.get(zone).to_owned(),
                zh: self.columns.name_zh.get(zone).to_owned(),
            },
        })
    }
}

/// The bit of a filter among those that a zone fails.
const fn bit(dimension: Dimension) -> u16 {
    1 << dimension as u16
}

/// What each value of each trait means for the filter: nought where it passes, the filter's bit
/// where it fails.
struct Verdicts {
    level: Vec<u16>,
    kind: Vec<u16>,
    province: Vec<u16>,
    /// By place counted from 1; at 0 that of an unknown city.
    city: Vec<u16>,
    decade: Vec<u16>,
    band: Vec<u16>,
    figures: Vec<u16>,
    cautions: Vec<u16>,
    industries: Option<u64>,
    known: Option<u128>,
    unknown: u128,
    from: u16,
    to: u16,
}

impl Verdicts {
    fn of(index: &Index, filter: &Filter) -> Self {
        let columns = &index.columns;
        let bits = |wanted: &BTreeSet<IndicatorId>| {
            let places = columns.indicators.iter().enumerate();
            places
                .filter(|(_, id)| wanted.contains(id))
                .fold(0, |bits, (n, _)| bits | 1_u128 << n)
        };
        let industries = || {
            let places = columns.industry_groups.iter().enumerate();
            places
                .filter(|(_, id)| filter.industries.contains(id))
                .fold(0, |bits, (n, _)| bits | 1_u64 << n)
        };
        let cities = columns.cities.iter().map(|city| &city.slug);
        let mut city = vec![if filter.cities.is_empty() {
            0
        } else {
            bit(Dimension::City)
        }];
        city.extend(verdicts(Dimension::City, cities, &filter.cities));
        Self {
            level: verdicts(Dimension::Level, Level::ALL, &filter.levels),
            kind: verdicts(Dimension::Kind, Kind::ALL, &filter.kinds),
            province: verdicts(Dimension::Province, &columns.provinces, &filter.provinces),
            city,
            decade: verdicts(Dimension::Decade, Decade::ALL, &filter.decades),
            band: verdicts(Dimension::Area, AreaBand::ALL, &filter.areas),
            figures: verdicts(Dimension::Figures, Presence::ALL, &filter.figures),
            cautions: verdicts(Dimension::Cautions, Presence::ALL, &filter.cautions),
            industries: (!filter.industries.is_empty()).then(industries),
            known: (!filter.known.is_empty()).then(|| bits(&filter.known)),
            unknown: bits(&filter.unknown),
            from: filter.from.unwrap_or(0),
            to: filter.to.unwrap_or(u16::MAX),
        }
    }

    /// The filters that a zone fails, as bits.
    fn failed(&self, index: &Index, found: Option<&Found>, zone: usize) -> u16 {
        let (columns, traits) = (&index.columns, &index.traits);
        let fails = |failed: bool, dimension| if failed { bit(dimension) } else { 0 };
        let year = traits.year[zone];
        self.level[usize::from(columns.level[zone])]
            | self.kind[usize::from(columns.kind[zone])]
            | self.province[usize::from(columns.province[zone])]
            | self.city[usize::from(columns.city[zone])]
            | self.decade[usize::from(traits.decade[zone])]
            | self.band[usize::from(traits.band[zone])]
            | self.figures[usize::from(traits.has_figures[zone])]
            | self.cautions[usize::from(traits.has_cautions[zone])]
            | fails(
                self.industries
                    .is_some_and(|wanted| wanted & traits.industries[zone] == 0),
                Dimension::Industry,
            )
            | fails(
                self.known
                    .is_some_and(|wanted| wanted & traits.known[zone] == 0),
                Dimension::Known,
            )
            | fails(self.unknown & traits.known[zone] != 0, Dimension::Unknown)
            | fails(year < self.from || year > self.to, Dimension::Years)
            | fails(
                found.is_some_and(|found| found.scores[zone] == 0),
                Dimension::Search,
            )
    }
}

fn verdicts<'a, T: Ord + 'a>(
    dimension: Dimension,
    all: impl IntoIterator<Item = &'a T>,
    wanted: &BTreeSet<T>,
) -> Vec<u16> {
    let passes = |value: &T| wanted.is_empty() || wanted.contains(value);
    all.into_iter()
        .map(|value| if passes(value) { 0 } else { bit(dimension) })
        .collect()
}

/// The counts while they are made. A zone counts in a facet where it fails no filter, or only that of the facet.
struct Tally {
    levels: [u32; Level::ALL.len()],
    kinds: [u32; Kind::ALL.len()],
    decades: [u32; Decade::ALL.len()],
    bands: [u32; AreaBand::ALL.len()],
    figures: [u32; Presence::ALL.len()],
    cautions: [u32; Presence::ALL.len()],
    industries: Vec<u32>,
    provinces: Vec<TileSums>,
    /// By place counted from 1; at 0 the zones of unknown cities.
    cities: Vec<TileSums>,
    years: Vec<[u32; Kind::ALL.len()]>,
    lifts: [u32; Dimension::ALL.len()],
}

impl Tally {
    fn over(index: &Index, filter: &Filter) -> Self {
        let columns = &index.columns;
        let years = index.traits.years;
        // Unless the map shows cities, only how many zones a city has is asked for.
        let city_years = if filter.zoom.is_some() { years } else { 0 };
        Self {
            levels: [0; _],
            kinds: [0; _],
            decades: [0; _],
            bands: [0; _],
            figures: [0; _],
            cautions: [0; _],
            industries: vec![0; columns.industry_groups.len()],
            provinces: vec![TileSums::over(years); columns.provinces.len()],
            cities: vec![TileSums::over(city_years); columns.cities.len() + 1],
            years: vec![[0; _]; years],
            lifts: [0; _],
        }
    }

    fn count(&mut self, index: &Index, zone: usize, failed: u16) {
        if failed != 0 && !failed.is_power_of_two() {
            return;
        }
        let (columns, traits) = (&index.columns, &index.traits);
        let counts_in = |dimension| failed == 0 || failed == bit(dimension);
        let kind = usize::from(columns.kind[zone]);
        let year = usize::from(traits.year[zone].saturating_sub(traits.first_year));
        let of_tile = TileZone {
            kind,
            national: traits.national[zone],
            hundredths: if traits.catalogue[zone] {
                traits.area[zone].unwrap_or(0)
            } else {
                0
            },
            figures: traits.figures[zone] > 0,
            year,
        };
        if counts_in(Dimension::Level) {
            self.levels[usize::from(columns.level[zone])] += 1;
        }
        if counts_in(Dimension::Kind) {
            self.kinds[kind] += 1;
        }
        if counts_in(Dimension::Province) {
            self.provinces[usize::from(columns.province[zone])].add(of_tile);
        }
        if counts_in(Dimension::City) {
            self.cities[usize::from(columns.city[zone])].add(of_tile);
        }
        if counts_in(Dimension::Industry) {
            for group in &columns.industries[zone] {
                self.industries[usize::from(*group)] += 1;
            }
        }
        if counts_in(Dimension::Decade) {
            self.decades[usize::from(traits.decade[zone])] += 1;
        }
        if counts_in(Dimension::Area) {
            self.bands[usize::from(traits.band[zone])] += 1;
        }
        if counts_in(Dimension::Figures) {
            self.figures[usize::from(traits.has_figures[zone])] += 1;
        }
        if counts_in(Dimension::Cautions) {
            self.cautions[usize::from(traits.has_cautions[zone])] += 1;
        }
        if counts_in(Dimension::Years) {
            self.years[year][kind] += 1;
        }
        if failed != 0 {
            self.lifts[failed.trailing_zeros() as usize] += 1;
        }
    }

    fn lifts(&self) -> Vec<(Dimension, u32)> {
        let lifts = Dimension::ALL.into_iter().zip(self.lifts);
        let mut lifts: Vec<_> = lifts.filter(|(_, zones)| *zones > 0).collect();
        lifts.sort_by_key(|(_, zones)| Reverse(*zones));
        lifts
    }

    fn timeline(&self, index: &Index) -> Timeline {
        Timeline {
            first: index.traits.first_year,
            years: self.years.clone(),
        }
    }

    fn facets(self, index: &Index, filter: &Filter) -> Facets {
        let columns = &index.columns;
        let first = index.traits.first_year;
        Facets {
            cities: self.city_facets(index, filter),
            levels: counted(Level::ALL, &self.levels),
            kinds: counted(Kind::ALL, &self.kinds),
            decades: counted(Decade::ALL, &self.decades),
            areas: counted(AreaBand::ALL, &self.bands),
            figures: counted(Presence::ALL, &self.figures),
            cautions: counted(Presence::ALL, &self.cautions),
            industries: counted(&columns.industry_groups, &self.industries),
            provinces: columns
                .provinces
                .iter()
                .zip(&self.provinces)
                .filter(|(_, sums)| sums.zones() > 0)
                .map(|(slug, sums)| (slug.clone(), sums.tile(first)))
                .collect(),
        }
    }

    fn city_facets(&self, index: &Index, filter: &Filter) -> BTreeMap<CitySlug, Tile> {
        let columns = &index.columns;
        let placed = |city: &CityTile| {
            let province = columns.provinces.get(usize::from(city.province));
            let in_view = |province| {
                filter.zoom.as_ref() == Some(province) || filter.provinces.contains(province)
            };
            filter.cities.contains(&city.slug) || province.is_some_and(in_view)
        };
        // At 0 stand the zones of no city.
        let cities = || columns.cities.iter().zip(self.cities.iter().skip(1));
        let mut shown: Vec<_> = cities().filter(|(city, _)| placed(city)).collect();
        if shown.is_empty() {
            shown = cities().filter(|(_, sums)| sums.zones() > 0).collect();
            shown.sort_by_key(|(_, sums)| Reverse(sums.zones()));
            shown.truncate(FEW_CITIES);
        }
        let first = index.traits.first_year;
        let tiles = shown
            .into_iter()
            .map(|(city, sums)| (city.slug.clone(), sums.tile(first)));
        tiles.collect()
    }
}

/// The counts of those that have any.
fn counted<T: Ord + Clone>(all: &[T], counts: &[u32]) -> BTreeMap<T, u32> {
    let pairs = all.iter().cloned().zip(counts.iter().copied());
    pairs.filter(|(_, zones)| *zones > 0).collect()
}

/// A number of zones; there are some thousands.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
