//! The engine: finds the zones that a filter shows, and counts the zones that each facet value would show.

use super::choices::{Basis, Grouping, Sort};
use super::columns::Columns;
use super::facet_counter::FacetCounter;
use super::facets::{Facets, Timeline};
use super::orders::Orders;
use super::predicates::Predicates;
use super::properties::{ZoneData, ZoneProperties};
use super::row::ListedZone;
use super::search::{Names, Search, SearchColumns, SearchResult, WordSearch};
use super::state::{Filter, FilterKind};
use crate::catalogue::Kind;
use crate::id::ZoneSlug;
use crate::order::{by, sort_indexes};
use crate::text::Bilingual;
use std::cmp::Reverse;
use std::sync::OnceLock;

/// The number of zones on one page of the list.
pub const PAGE_SIZE: usize = 100;

/// Common search words for each kind of zone, in the order of [`Kind::ALL`].
const KIND_WORDS: [&[&str]; Kind::ALL.len()] = [
    &["etdz", "etda", "国家级经开区", "经开区", "经济技术开发区"],
    &["edz", "经济开发区", "省级开发区"],
    &[
        "hidz",
        "htdz",
        "hi-tech zone",
        "high-tech zone",
        "高新区",
        "高新技术产业开发区",
    ],
    &["industrial park", "工业园", "工业园区", "产业园"],
    &["bonded zone", "customs", "ftz", "free trade zone", "保税区"],
    &["border", "cross-border", "边合区", "边境合作区"],
    &["new area", "新区", "国家级新区"],
    &[],
];

/// The index of all zones, ready to be filtered and searched.
pub struct Index {
    columns: Columns,
    properties: ZoneProperties,
    orders: Orders,
    words: OnceLock<Words>,
    /// The slugs of the zones, computed at the first lookup.
    slugs: OnceLock<Vec<String>>,
}

/// The text search and the place names that it needs.
struct Words {
    search: Box<dyn WordSearch>,
    places: PlaceNames,
}

/// The names of provinces and cities, which the search covers besides the names of zones.
#[derive(Debug)]
struct PlaceNames {
    provinces: Vec<Bilingual>,
    cities: Vec<Bilingual>,
}

/// A zone in the tray.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The URL slug.
    pub slug: ZoneSlug,
    /// The name in English and Chinese.
    pub name: Bilingual,
}

/// The query result: everything that the atlas page shows for a filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueryResult {
    /// The number of zones found that are in the catalogue.
    pub catalogue: u32,
    /// The number of national new areas found, which are not in the catalogue.
    pub new_areas: u32,
    /// The number of zones found that are newer than the catalogue.
    pub new_zones: u32,
    /// True if the search words were found only by allowing one wrong letter.
    pub corrected: bool,
    /// The provinces and the cities, as indices, whose names begin with the search text.
    pub places: [Vec<usize>; 2],
    /// The number of zones for each facet value, and the tiles of the map.
    pub facets: Facets,
    /// The number of approvals per year.
    pub timeline: Timeline,
    /// If no zone was found: for each filter, the number of zones that would be found without it. Filters without such
    /// zones are left out; most zones first. Empty if a zone was found.
    pub removable_filters: Vec<(FilterKind, u32)>,
    /// The zones in the tray; slugs that the atlas does not contain are left out.
    pub picks: Vec<Pick>,
    /// The number of pages of the list; at least 1.
    pub pages: u32,
    /// The page shown, counted from 0.
    pub page: u32,
    /// The zones on this page.
    pub rows: Vec<ListedZone>,
}

impl QueryResult {
    /// Returns the number of zones found, on all pages together.
    pub const fn total(&self) -> u32 {
        self.catalogue + self.new_areas + self.new_zones
    }
}

/// The zones that pass every filter, in sort order, and the search result that was used.
struct Passing<'a> {
    zones: Vec<u32>,
    found: Option<&'a SearchResult>,
}

impl Index {
    /// Returns the data of all zones that filters read.
    const fn zones(&self, basis: Basis) -> ZoneData<'_> {
        ZoneData {
            columns: &self.columns,
            properties: &self.properties,
            classes: match basis {
                Basis::Catalogue => &self.properties.catalogue_classes,
                Basis::Today => &self.properties.today_classes,
            },
        }
    }

    /// Builds an index over all zones. It cannot search for words until [`Self::add_search`] is called.
    pub fn new(columns: Columns) -> Self {
        Self {
            properties: ZoneProperties::of(&columns),
            orders: Orders::new(),
            columns,
            words: OnceLock::new(),
            slugs: OnceLock::new(),
        }
    }

    /// Returns the columns that the index was built from.
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Adds the text search; further calls have no effect. `provinces` are the names of [`Columns::provinces`], in the
    /// same order.
    pub fn add_search(&self, provinces: Vec<Bilingual>, search: SearchColumns) {
        self.words.get_or_init(|| {
            let cities = self
                .columns
                .cities
                .iter()
                .map(|city| city.name.clone())
                .collect();
            let places = PlaceNames { provinces, cities };
            let search = Box::new(Search::new(&self.names(&places), search));
            Words { search, places }
        });
    }

    fn names<'a>(&'a self, places: &'a PlaceNames) -> Names<'a> {
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

    /// True if the index can evaluate `filter`: for search words it needs [`Self::add_search`] first.
    pub fn answers(&self, filter: &Filter) -> bool {
        filter.q.is_empty() || self.searches()
    }

    /// True if [`Self::add_search`] was called.
    pub fn searches(&self) -> bool {
        self.words.get().is_some()
    }

    /// Evaluates `filter`. A page number past the end becomes the last page.
    pub fn select(&self, filter: &Filter) -> QueryResult {
        let found = self.find(filter);
        let mut facet_counter = FacetCounter::over(self.zones(filter.basis), filter);
        let predicates = Predicates::of(self.zones(filter.basis), filter);
        let mut passing = vec![false; self.columns.len()];
        for (zone, pass) in passing.iter_mut().enumerate() {
            let failed = predicates.failed(self.zones(filter.basis), found.as_ref(), zone);
            facet_counter.count(self.zones(filter.basis), zone, failed);
            *pass = failed == 0;
        }
        let zones = self.in_order(filter, &passing, found.as_ref());
        let passing = Passing {
            zones,
            found: found.as_ref(),
        };
        let pages = passing.zones.len().div_ceil(PAGE_SIZE).max(1);
        let page = usize::try_from(filter.page).unwrap_or(pages).min(pages - 1);
        let outside = passing
            .zones
            .iter()
            .filter(|zone| !self.properties.catalogue[**zone as usize]);
        let is_new_area = |zone: &&u32| self.columns.kind(**zone as usize) == Some(Kind::NewArea);
        let (new_areas, new_zones): (Vec<&u32>, Vec<&u32>) = outside.partition(is_new_area);
        let (new_areas, new_zones) = (new_areas.len(), new_zones.len());
        let picks = filter.picks.iter().filter_map(|slug| self.pick(slug));
        QueryResult {
            catalogue: count(passing.zones.len() - new_areas - new_zones),
            new_areas: count(new_areas),
            new_zones: count(new_zones),
            places: found
                .as_ref()
                .map(|found| self.places(found))
                .unwrap_or_default(),
            corrected: found.as_ref().is_some_and(|found| found.corrected),
            removable_filters: if passing.zones.is_empty() {
                facet_counter.removable_filters()
            } else {
                Vec::new()
            },
            timeline: facet_counter.timeline(self.zones(filter.basis)),
            facets: facet_counter.facets(self.zones(filter.basis), filter),
            picks: picks.collect(),
            pages: count(pages),
            page: count(page),
            rows: self.rows(&passing, page),
        }
    }

    /// Returns the zones on one page of the list, counted from 0; empty past the end.
    pub fn page(&self, filter: &Filter, page: u32) -> Vec<ListedZone> {
        let found = self.find(filter);
        let zones = self.matching_by(filter, found.as_ref());
        let found = found.as_ref();
        self.rows(&Passing { zones, found }, page as usize)
    }

    /// Returns the numbers of all zones that `filter` finds, in sort order. The page of `filter` is ignored.
    pub fn matching(&self, filter: &Filter) -> Vec<u32> {
        self.matching_by(filter, self.find(filter).as_ref())
    }

    fn matching_by(&self, filter: &Filter, found: Option<&SearchResult>) -> Vec<u32> {
        let predicates = Predicates::of(self.zones(filter.basis), filter);
        let passing: Vec<bool> = (0..self.columns.len())
            .map(|zone| predicates.failed(self.zones(filter.basis), found, zone) == 0)
            .collect();
        self.in_order(filter, &passing, found)
    }

    fn find(&self, filter: &Filter) -> Option<SearchResult> {
        self.words.get()?.search.find(&filter.q)
    }

    fn places(&self, found: &SearchResult) -> [Vec<usize>; 2] {
        let words = self.words.get();
        words
            .map(|words| words.search.places(found))
            .unwrap_or_default()
    }

    fn in_order(
        &self,
        filter: &Filter,
        passing: &[bool],
        found: Option<&SearchResult>,
    ) -> Vec<u32> {
        let order = self.orders.of(filter.sort, &self.columns, &self.properties);
        let mut zones: Vec<u32> = order
            .iter()
            .copied()
            .filter(|zone| passing[*zone as usize])
            .collect();
        if let (Some(found), Sort::Automatic) = (found, filter.sort) {
            sort_indexes(&mut zones, &by(|zone| Reverse(found.scores[zone as usize])));
        }
        if filter.grouping == Grouping::Province {
            sort_indexes(&mut zones, &by(|zone| self.columns.province[zone as usize]));
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
                    found: passing.found.and_then(explain),
                    ..self.columns.row(zone)?
                })
            })
            .collect()
    }

    fn pick(&self, slug: &ZoneSlug) -> Option<Pick> {
        let all = || (0..self.columns.len()).map(|zone| self.columns.slug(zone));
        let slugs = self.slugs.get_or_init(|| all().collect());
        let zone = slugs.iter().position(|one| one == slug.as_str())?;
        Some(Pick {
            slug: slug.clone(),
            name: Bilingual {
                en: self.columns.name_en.get(zone).to_owned(),
                zh: self.columns.name_zh.get(zone).to_owned(),
            },
        })
    }
}

/// Converts a number of zones. There are some thousands, so it always fits.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
