//! The engine: which zones a state shows, and how many each choice would show.

use super::state::{Filter, Known, Sort};
use crate::catalogue::{Kind, Level};
use crate::id::{IndicatorId, IndustryGroupId, ProvinceSlug};
use crate::zone::ZoneSummary;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many zones a page of the list shows.
pub const PAGE_SIZE: usize = 50;

/// All zones, ready to be filtered.
#[derive(Debug, Default)]
pub struct Index {
    zones: Vec<ZoneSummary>,
    haystacks: Vec<String>,
    known: Known,
}

/// How many zones each choice would show, with the choices of the other filters kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// By level.
    pub levels: BTreeMap<Level, u32>,
    /// By kind.
    pub kinds: BTreeMap<Kind, u32>,
    /// By province.
    pub provinces: BTreeMap<ProvinceSlug, u32>,
    /// By group of industries; a zone counts in each of its groups.
    pub industries: BTreeMap<IndustryGroupId, u32>,
}

/// What a state shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// How many zones of the catalogue.
    pub catalogue: u32,
    /// How many national new areas, which are not in the catalogue.
    pub new_areas: u32,
    /// How many each choice would show.
    pub facets: Facets,
    /// How many pages the list has; at least one.
    pub pages: u32,
    /// The page shown, from 1.
    pub page: u32,
    /// The zones on it.
    pub rows: Vec<ZoneSummary>,
}

/// The filters that are counted apart from one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Level,
    Kind,
    Province,
    Industry,
}

impl Index {
    /// An index over `zones`, which come in the order of the catalogue.
    pub fn new(zones: Vec<ZoneSummary>, known: Known) -> Self {
        let haystacks = zones.iter().map(haystack).collect();
        Self {
            zones,
            haystacks,
            known,
        }
    }

    /// The values a query string may use.
    pub const fn known(&self) -> &Known {
        &self.known
    }

    /// All zones, in the order of the catalogue.
    pub fn zones(&self) -> &[ZoneSummary] {
        &self.zones
    }

    /// What `filter` shows. A page past the end becomes the last.
    pub fn select(&self, filter: &Filter) -> Selection {
        let needles: Vec<String> = fold(&filter.q).split(' ').map(str::to_owned).collect();
        let mut facets = Facets::default();
        let mut shown = Vec::new();
        for (zone, haystack) in self.zones.iter().zip(&self.haystacks) {
            if !needles
                .iter()
                .all(|needle| haystack.contains(needle.as_str()))
                || !in_years(zone, filter)
                || !is_as_known(zone, filter)
            {
                continue;
            }
            let failed = failures(zone, filter);
            facets.count(zone, &failed);
            if failed.is_empty() {
                shown.push(zone);
            }
        }
        sort(&mut shown, filter.sort);
        let pages = shown.len().div_ceil(PAGE_SIZE).max(1);
        let page = usize::try_from(filter.page)
            .unwrap_or(pages)
            .clamp(1, pages);
        let new_areas = shown
            .iter()
            .filter(|zone| zone.kind == Kind::NewArea)
            .count();
        Selection {
            catalogue: count(shown.len() - new_areas),
            new_areas: count(new_areas),
            facets,
            pages: count(pages),
            page: count(page),
            rows: shown
                .into_iter()
                .skip((page - 1) * PAGE_SIZE)
                .take(PAGE_SIZE)
                .cloned()
                .collect(),
        }
    }
}

impl Facets {
    /// Counts a zone in every facet whose own filter is the only one, or none, that hides it.
    fn count(&mut self, zone: &ZoneSummary, failed: &[Facet]) {
        let counts_in = |facet| failed.iter().all(|f| *f == facet);
        if counts_in(Facet::Level) {
            *self.levels.entry(zone.level).or_default() += 1;
        }
        if counts_in(Facet::Kind) {
            *self.kinds.entry(zone.kind).or_default() += 1;
        }
        if counts_in(Facet::Province) {
            *self.provinces.entry(zone.province.clone()).or_default() += 1;
        }
        if counts_in(Facet::Industry) {
            for industry in &zone.industries {
                *self.industries.entry(industry.clone()).or_default() += 1;
            }
        }
    }
}

fn failures(zone: &ZoneSummary, filter: &Filter) -> Vec<Facet> {
    let mut failed = Vec::new();
    if !filter.levels.is_empty() && !filter.levels.contains(&zone.level) {
        failed.push(Facet::Level);
    }
    if !filter.kinds.is_empty() && !filter.kinds.contains(&zone.kind) {
        failed.push(Facet::Kind);
    }
    if !filter.provinces.is_empty() && !filter.provinces.contains(&zone.province) {
        failed.push(Facet::Province);
    }
    let any_industry = || {
        zone.industries
            .iter()
            .any(|i| filter.industries.contains(i))
    };
    if !filter.industries.is_empty() && !any_industry() {
        failed.push(Facet::Industry);
    }
    failed
}

fn in_years(zone: &ZoneSummary, filter: &Filter) -> bool {
    let year = zone.approved.year();
    filter.from.is_none_or(|from| year >= from) && filter.to.is_none_or(|to| year <= to)
}

/// Whether what is known of a zone is what the filter asks for.
fn is_as_known(zone: &ZoneSummary, filter: &Filter) -> bool {
    let any_of = |wanted: &BTreeSet<IndicatorId>| zone.known.iter().any(|id| wanted.contains(id));
    (filter.known.is_empty() || any_of(&filter.known)) && !any_of(&filter.unknown)
}

fn sort(zones: &mut [&ZoneSummary], by: Sort) {
    match by {
        Sort::Catalogue => zones.sort_by_key(|zone| (zone.level, zone.kind != Kind::NewArea)),
        Sort::Name => zones.sort_by_cached_key(|zone| fold(&zone.name.en)),
        Sort::Newest => zones.sort_by_key(|zone| Reverse(zone.approved)),
        Sort::Oldest => zones.sort_by_key(|zone| zone.approved),
        Sort::Largest => zones.sort_by_key(|zone| Reverse(zone.hectares())),
    }
}

/// Everything of a zone that the search looks through.
fn haystack(zone: &ZoneSummary) -> String {
    let mut text = String::new();
    let mut add = |part: &str| {
        text.push_str(&fold(part));
        text.push('\n');
    };
    for name in std::iter::once(&zone.name)
        .chain(&zone.other_names)
        .chain(&zone.city)
    {
        add(&name.en);
        add(&name.zh);
    }
    add(zone.county_zh.as_deref().unwrap_or_default());
    add(zone.code.as_ref().map_or("", |code| code.as_str()));
    text
}

/// A text as the search compares it: small letters, no marks over them, no apostrophes, single
/// spaces.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'à'..='å' => 'a',
            'è'..='ë' => 'e',
            'ì'..='ï' => 'i',
            'ò'..='ö' => 'o',
            'ù'..='ü' => 'u',
            '\'' | '’' | '‘' => continue,
            c if c.is_whitespace() || c == '-' => ' ',
            c => c,
        };
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    folded.trim().to_owned()
}

/// A number of zones; there are some thousands.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Bilingual;
    use proptest::prelude::*;

    fn zone(
        n: usize,
        level: Level,
        kind: Kind,
        province: &str,
        industry: &str,
        year: u16,
    ) -> ZoneSummary {
        ZoneSummary {
            slug: format!("zone-{n}").parse().unwrap(),
            code: None,
            name: Bilingual {
                en: format!("Xi'an Zone {n}"),
                zh: format!("西安{n}区"),
            },
            other_names: vec![],
            level,
            kind,
            province: province.parse().unwrap(),
            city: None,
            county_zh: None,
            approved: year.to_string().parse().unwrap(),
            area: None,
            industries: vec![industry.parse().unwrap()],
            figures: 0,
            known: if n.is_multiple_of(3) {
                vec!["gdp".parse().unwrap()]
            } else {
                vec![]
            },
            cautions: 0,
        }
    }

    fn index() -> Index {
        let mut zones = Vec::new();
        for (l, level) in Level::ALL.iter().enumerate() {
            for (k, kind) in Kind::ALL.iter().enumerate() {
                for (p, province) in ["hebei", "jiangsu", "hainan"].iter().enumerate() {
                    for n in 0..=(l + k + p) % 4 {
                        let industry = ["food", "metals"][(n + k) % 2];
                        let year = 1990 + u16::try_from(n * 3 + p).unwrap();
                        zones.push(zone(zones.len(), *level, *kind, province, industry, year));
                    }
                }
            }
        }
        Index::new(
            zones,
            Known {
                provinces: ["hebei", "jiangsu", "hainan"]
                    .map(|p| p.parse().unwrap())
                    .into(),
                industries: ["food", "metals"].map(|i| i.parse().unwrap()).into(),
                indicators: ["gdp"].map(|i| i.parse().unwrap()).into(),
            },
        )
    }

    #[test]
    fn text_is_found_without_apostrophe_and_in_chinese() {
        let index = index();
        for q in ["xian", "Xi'an zone", "西安", "XI’AN"] {
            let filter = Filter {
                q: q.to_owned(),
                ..Filter::default()
            };
            assert_eq!(index.select(&filter).facets.levels.len(), 2, "{q}");
        }
        let none = index.select(&Filter {
            q: "nowhere".into(),
            ..Filter::default()
        });
        assert_eq!((none.catalogue, none.new_areas, none.pages), (0, 0, 1));
    }

    #[test]
    fn a_page_past_the_end_is_the_last() {
        let selection = index().select(&Filter {
            page: u32::MAX,
            ..Filter::default()
        });
        assert_eq!(selection.page, selection.pages);
        assert!(!selection.rows.is_empty());
    }

    #[test]
    fn what_is_not_known_can_be_asked_for() {
        let index = index();
        let total = |filter: &Filter| {
            let selection = index.select(filter);
            selection.catalogue + selection.new_areas
        };
        let gdp: IndicatorId = "gdp".parse().unwrap();
        let all = total(&Filter::default());
        let known = total(&Filter::default().with(|f| f.known = [gdp.clone()].into()));
        let unknown = total(&Filter::default().with(|f| f.unknown = [gdp].into()));
        let zones = u32::try_from(index.zones().len()).unwrap();
        assert_eq!(
            (all, known + unknown, known),
            (zones, zones, zones.div_ceil(3))
        );
    }

    proptest! {
        /// A choice's count is what one gets by choosing it alone in its filter.
        #[test]
        fn facet_counts_equal_a_naive_count(
            levels in proptest::sample::subsequence(Level::ALL, 0..=2),
            kinds in proptest::sample::subsequence(Kind::ALL, 0..=3),
            provinces in proptest::sample::subsequence(vec!["hebei", "jiangsu", "hainan"], 0..=2),
            industries in proptest::sample::subsequence(vec!["food", "metals"], 0..=1),
            from in proptest::option::of(1988_u16..2002),
        ) {
            let index = index();
            let filter = Filter {
                levels: levels.into_iter().collect(),
                kinds: kinds.into_iter().collect(),
                provinces: provinces.into_iter().map(|p| p.parse().unwrap()).collect(),
                industries: industries.into_iter().map(|i| i.parse().unwrap()).collect(),
                from,
                ..Filter::default()
            };
            let total = |filter: &Filter| {
                let selection = index.select(filter);
                selection.catalogue + selection.new_areas
            };
            let facets = index.select(&filter).facets;
            for level in Level::ALL {
                let alone = filter.with(|f| f.levels = [*level].into());
                prop_assert_eq!(facets.levels.get(level).copied().unwrap_or(0), total(&alone));
            }
            for kind in Kind::ALL {
                let alone = filter.with(|f| f.kinds = [*kind].into());
                prop_assert_eq!(facets.kinds.get(kind).copied().unwrap_or(0), total(&alone));
            }
            for province in &index.known().provinces {
                let alone = filter.with(|f| f.provinces = [province.clone()].into());
                prop_assert_eq!(facets.provinces.get(province).copied().unwrap_or(0), total(&alone));
            }
            for industry in &index.known().industries {
                let alone = filter.with(|f| f.industries = [industry.clone()].into());
                prop_assert_eq!(facets.industries.get(industry).copied().unwrap_or(0), total(&alone));
            }
        }
    }
}
