//! Tests of the engine on generated zones: a facet count must equal the number of zones that choosing the value gives.

use super::*;
use crate::catalogue::{CityName, Kind, Level};
use crate::id::{CitySlug, ProvinceSlug};
use crate::small_set::SmallSet;
use crate::text::Bilingual;
use crate::zone::{Today, ZoneSummary};
use proptest::prelude::*;
use proptest::sample::subsequence;

const PROVINCES: [&str; 3] = ["hebei", "jiangsu", "hainan"];
const CITIES: [(&str, &str); 3] = [
    ("baoding", "hebei"),
    ("changzhou", "jiangsu"),
    ("suzhou", "jiangsu"),
];
const INDUSTRIES: [&str; 2] = ["food", "metals"];

fn city(slug: &str) -> CityName {
    CityName {
        slug: slug.parse().unwrap(),
        name: Bilingual {
            en: slug.to_owned(),
            zh: format!("{slug}市"),
        },
    }
}

/// Returns the level of today for every fifth zone: national, or for every third of these not known.
fn today(number: usize, kind: Kind) -> Option<Today> {
    number.is_multiple_of(5).then(|| Today {
        level: (!number.is_multiple_of(3)).then_some(Level::National),
        kind,
        fact: "h4m9t".parse().unwrap(),
    })
}

/// Returns zones of every level, kind and province that differ in all other properties.
fn zones() -> Vec<IndexedZone> {
    let mut zones = Vec::new();
    for (l, level) in Level::ALL.iter().enumerate() {
        for (k, kind) in Kind::ALL.iter().enumerate() {
            for (p, province) in PROVINCES.iter().enumerate() {
                for n in 0..=(l + k + p) % 4 {
                    let number = zones.len();
                    let city_of = CITIES.iter().filter(|(_, of)| of == province).nth(n % 2);
                    let summary = ZoneSummary {
                        today: today(number, *kind),
                        slug: format!("xian-zone-{number}").parse().unwrap(),
                        code: (*kind != Kind::NewArea)
                            .then(|| format!("S{number:06}").parse().unwrap()),
                        name: Bilingual {
                            en: format!("Xi'an Zone {number}"),
                            zh: format!("西安{number}区"),
                        },
                        level: *level,
                        kind: *kind,
                        province: province.parse().unwrap(),
                        city: city_of.map(|(slug, _)| city(slug)),
                        approved: (1985 + n * 9 + p).to_string().parse().unwrap(),
                        area: (n != 3)
                            .then(|| format!("{} ha", 40 + 230 * number).parse().unwrap()),
                        industries: vec![INDUSTRIES[(n + k) % 2].parse().unwrap()],
                        figures: u32::try_from(number % 5).unwrap(),
                        cautions: u32::from(number.is_multiple_of(7)),
                    };
                    zones.push(IndexedZone {
                        summary,
                        known: if number.is_multiple_of(3) {
                            vec!["gdp".parse().unwrap()]
                        } else {
                            vec![]
                        },
                        values: values(number),
                    });
                }
            }
        }
    }
    zones
}

/// Returns the latest output for every fifth zone (for every tenth zone without a comparable amount), and a trend for
/// one zone.
fn values(number: usize) -> Vec<ZoneValue> {
    let words = |text: &str| Bilingual {
        en: text.to_owned(),
        zh: text.to_owned(),
    };
    let mut values = Vec::new();
    if number.is_multiple_of(5) {
        values.push(ZoneValue {
            column: ValueColumn::Output,
            figure: "aaaaa".to_owned(),
            value: words(&(number % 7).to_string()),
            limits: words("2021"),
            amount: (!number.is_multiple_of(10)).then_some(number as i64 % 7 - 3),
        });
    }
    if number == 3 {
        values.push(ZoneValue {
            column: ValueColumn::Trend,
            figure: String::new(),
            value: words("M3 10L69 3"),
            limits: words("GDP 2010–2012"),
            amount: None,
        });
    }
    values
}

fn references() -> IndexReferences {
    IndexReferences {
        provinces: PROVINCES.map(|p| p.parse().unwrap()).into(),
        cities: CITIES
            .map(|(slug, province)| (city(slug), province.parse().unwrap()))
            .into(),
        industry_groups: INDUSTRIES.map(|i| i.parse().unwrap()).into(),
        indicators: vec!["gdp".parse().unwrap()],
    }
}

fn columns() -> Columns {
    Columns::new(&zones(), references()).unwrap()
}

fn index() -> Index {
    let index = Index::new(columns());
    let provinces = PROVINCES.map(|p| Bilingual {
        en: p.to_owned(),
        zh: format!("{p}省"),
    });
    index.add_search(provinces.into(), SearchColumns::default());
    index
}

fn total(index: &Index, filter: &Filter) -> u32 {
    index.select(filter).total()
}

#[test]
fn a_row_is_the_zone_it_was_made_of() {
    let columns = Columns::from_bytes(&columns().to_bytes()).unwrap();
    for (n, zone) in zones().into_iter().enumerate() {
        let summary = zone.summary;
        let area = summary.area.map(|area| area.to_string());
        let row = ListedZone {
            today: summary.today.map(|today| ListedToday {
                level: today.level,
                kind: today.kind,
            }),
            slug: summary.slug,
            code: summary.code,
            name: summary.name,
            level: summary.level,
            kind: summary.kind,
            province: summary.province,
            city: summary.city,
            approved: summary.approved,
            area: area.and_then(|area| ListedArea::parse(&area)),
            figures: summary.figures,
            cautions: summary.cautions,
            values: columns.values.of_zone(u32::try_from(n).unwrap()),
            found: None,
        };
        assert_eq!(columns.row(n), Some(row));
    }
    assert_eq!(columns.row(columns.len()), None);
}

#[test]
fn the_basis_decides_which_levels_are_compared() {
    let index = index();
    let national = |basis| {
        let mut filter = Filter {
            basis,
            ..Filter::default()
        };
        filter.levels.insert(Level::National);
        index.select(&filter)
    };
    let expected = |level: &dyn Fn(&ZoneSummary) -> Option<Level>| {
        let zones = zones();
        let levels = zones.iter().map(|zone| level(&zone.summary));
        u32::try_from(
            levels
                .filter(|level| *level == Some(Level::National))
                .count(),
        )
        .unwrap()
    };
    let catalogue = expected(&|zone| Some(zone.level));
    let today = expected(&|zone| match &zone.today {
        Some(today) => today.level,
        None => Some(zone.level),
    });
    assert_ne!(catalogue, today);
    assert_eq!(national(Basis::Catalogue).total(), catalogue);
    assert_eq!(national(Basis::Today).total(), today);
    // A level that is not known is in neither count.
    let facets = national(Basis::Today).facets;
    let counted = Level::ALL
        .iter()
        .filter_map(|level| facets.levels.get(level));
    assert!(counted.sum::<u32>() < u32::try_from(zones().len()).unwrap());
}

#[test]
fn a_zone_newer_than_the_catalogue_has_no_level_in_it() {
    let mut zones = zones();
    zones[0].summary.code = None;
    let level = zones[0].summary.level;
    let columns = Columns::new(&zones, references()).unwrap();
    let index = Index::new(columns);
    let select = |basis| {
        let mut filter = Filter {
            basis,
            ..Filter::default()
        };
        filter.levels.insert(level);
        index.select(&filter)
    };
    let all = index.select(&Filter::default());
    assert_eq!(all.new_zones, 1);
    assert_eq!(all.total(), u32::try_from(zones.len()).unwrap());
    assert_eq!(select(Basis::Catalogue).new_zones, 0);
    assert!(select(Basis::Today).total() > 0);
}

#[test]
fn a_zone_that_refers_to_nothing_is_refused() {
    let mut zones = zones();
    zones[2].summary.city = Some(city("atlantis"));
    let error = Columns::new(&zones, references()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the zone xian-zone-2 refers to atlantis, which is not in the reference lists"
    );
}

#[test]
fn more_industry_groups_than_an_index_can_tell_apart_are_refused() {
    let mut references = references();
    let groups = (0..65).map(|n| format!("group-{n}").parse().unwrap());
    references.industry_groups.extend(groups);
    assert_eq!(
        Columns::new(&zones(), references),
        Err(IndexError::TooMany {
            what: "groups of industries",
            most: 64
        })
    );
}

#[test]
fn a_broken_file_is_no_index() {
    let bytes = columns().to_bytes();
    assert_eq!(
        Columns::from_bytes(&bytes[..bytes.len() / 2]),
        Err(InvalidIndexFile)
    );
    assert_eq!(Columns::from_bytes(b"<html>"), Err(InvalidIndexFile));
    assert_eq!(SearchColumns::from_bytes(&[255; 9]), Err(InvalidIndexFile));
}

#[test]
fn columns_that_point_to_nothing_are_no_index() {
    let mut columns = columns();
    columns.province[0] = 200;
    assert_eq!(
        Columns::from_bytes(&columns.to_bytes()),
        Err(InvalidIndexFile)
    );
}

#[test]
fn without_its_words_an_index_answers_no_search() {
    let index = Index::new(columns());
    assert!(index.answers(&Filter::default()));
    assert!(!index.answers(&Filter::default().searching("xian")));
    assert!(self::index().answers(&Filter::default().searching("xian")));
}

#[test]
fn a_page_past_the_end_is_the_last() {
    let index = index();
    let result = index.select(&Filter::default().on_page(u32::MAX));
    assert_eq!(result.page + 1, result.pages);
    assert!(!result.rows.is_empty());
}

#[test]
fn pages_together_are_the_list() {
    let index = index();
    for sort in Sort::ALL {
        let filter = Filter::default().with(|f| f.sort = *sort);
        let pages = index.select(&filter).pages;
        let zones = (0..pages).flat_map(|page| index.page(&filter, page));
        let slugs: Vec<_> = zones.map(|zone| zone.slug).collect();
        let matching = index.matching(&filter);
        let expected: Vec<_> = matching
            .iter()
            .map(|n| index.columns().slug(*n as usize).parse().unwrap())
            .collect();
        assert_eq!(slugs, expected);
        assert_eq!(
            slugs
                .iter()
                .collect::<std::collections::BTreeSet<_>>()
                .len(),
            index.columns().len(),
            "{sort}"
        );
        assert!(index.page(&filter, pages).is_empty());
    }
}

#[test]
fn orders_are_what_they_say() {
    let index = index();
    let rows = |sort| {
        let filter = Filter::default().with(|f| f.sort = sort);
        let pages = index.select(&filter).pages;
        let zones = (0..pages).flat_map(|page| index.page(&filter, page));
        zones.collect::<Vec<_>>()
    };
    assert!(rows(Sort::Newest).is_sorted_by(|a, b| a.approved >= b.approved));
    assert!(rows(Sort::Oldest).is_sorted_by(|a, b| a.approved <= b.approved));
    assert!(rows(Sort::Name).is_sorted_by(|a, b| a.name.en <= b.name.en));
    assert!(rows(Sort::Figures).is_sorted_by(|a, b| a.figures >= b.figures));
    assert!(rows(Sort::Kind).is_sorted_by(|a, b| a.kind <= b.kind));
    assert!(rows(Sort::KindReversed).is_sorted_by(|a, b| a.kind >= b.kind));
    let known: Vec<_> = rows(Sort::Smallest)
        .into_iter()
        .map(|row| row.area.as_ref().and_then(ListedArea::hundredths))
        .collect();
    let nothing = known.iter().position(Option::is_none).unwrap();
    assert!(known[..nothing].is_sorted());
    assert!(known[nothing..].iter().all(Option::is_none));
    let output = rows(Sort::Output);
    let is_ranked = |row: &ListedZone| row.is_ranked(ValueColumn::Output);
    let nothing = output.iter().position(|row| !is_ranked(row)).unwrap();
    assert!(nothing > 1);
    let value = |row: &ListedZone| row.values[0].value.en.clone();
    assert!(output[..nothing].is_sorted_by(|a, b| value(a) >= value(b)));
    assert!(output[..nothing].is_sorted_by(|a, b| a.values[0].place <= b.values[0].place));
    assert!(!output[nothing..].iter().any(is_ranked));
    let is_in_revenue = |row: &ListedZone| row.is_ranked(ValueColumn::Revenue);
    assert!(!output.iter().any(is_in_revenue));
    assert_eq!(rows(Sort::Automatic), output);
    let largest = rows(Sort::Largest);
    assert!(largest.last().unwrap().area.is_none());
    let hundredths = |n: usize| largest[n].area.as_ref().and_then(ListedArea::hundredths);
    assert!(hundredths(0) >= hundredths(1));
}

#[test]
fn groups_stand_together_in_the_order_of_the_codes() {
    let index = index();
    let filter =
        Filter::default().with(|f| (f.grouping, f.sort) = (Grouping::Province, Sort::Newest));
    let rows = index.page(&filter, 0);
    let provinces: Vec<_> = rows.chunk_by(|a, b| a.province == b.province).collect();
    assert!(provinces.len() <= 3);
    assert_eq!(provinces[0][0].province.as_str(), "hebei");
    assert!(provinces[0].is_sorted_by(|a, b| a.approved >= b.approved));
}

#[test]
fn an_empty_list_says_what_to_lift() {
    let index = index();
    let filter = Filter::default().with(|f| {
        f.provinces = ["hainan".parse().unwrap()].into();
        f.cities = ["suzhou".parse().unwrap()].into();
        f.levels = [Level::National].into();
    });
    let result = index.select(&filter);
    assert_eq!(result.total(), 0);
    let offered: Vec<FilterKind> = result
        .removable_filters
        .iter()
        .map(|(dimension, _)| *dimension)
        .collect();
    assert_eq!(offered.len(), 2);
    for (dimension, zones) in result.removable_filters {
        assert_eq!(
            total(&index, &filter.without(dimension)),
            zones,
            "{dimension:?}"
        );
        assert!(zones > 0);
    }
    assert!(!offered.contains(&FilterKind::Level));
}

#[test]
fn the_tray_keeps_its_order_and_leaves_out_what_is_not_there() {
    let index = index();
    let filter = Filter {
        picks: ["xian-zone-9", "nowhere", "xian-zone-2"]
            .map(|slug| slug.parse().unwrap())
            .into(),
        ..Filter::default()
    };
    let picks: Vec<_> = index
        .select(&filter)
        .picks
        .into_iter()
        .map(|pick| pick.slug.to_string())
        .collect();
    assert_eq!(picks, ["xian-zone-9", "xian-zone-2"]);
}

#[test]
fn areas_of_new_areas_are_in_no_sum() {
    let index = index();
    let filter = Filter::default().with(|f| f.kinds = [Kind::NewArea].into());
    let result = index.select(&filter);
    assert!(result.new_areas > 0);
    assert!(
        result
            .facets
            .provinces
            .counts()
            .all(|tile| tile.hundredths == 0)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The count of a facet value equals the result of choosing only this value in its filter. Tiles and years count
    /// the same zones.
    #[test]
    fn counts_equal_a_naive_count(
        levels in subsequence(Level::ALL, 0..=2),
        kinds in subsequence(Kind::ALL, 0..=3),
        provinces in subsequence(PROVINCES.to_vec(), 0..=2),
        cities in subsequence(CITIES.to_vec(), 0..=2),
        industries in subsequence(INDUSTRIES.to_vec(), 0..=1),
        decades in subsequence(Decade::ALL, 0..=3),
        areas in subsequence(AreaBand::ALL, 0..=3),
        presence in (subsequence(Presence::ALL, 0..=1), subsequence(Presence::ALL, 0..=1)),
        known in (any::<bool>(), any::<bool>()),
        years in (proptest::option::of(1985_u16..1995), proptest::option::of(1995_u16..2015)),
        q in proptest::sample::select(vec!["", "xian", "zone 1", "西安"]),
    ) {
        let index = index();
        let gdp = || ["gdp".parse().unwrap()].into();
        let filter = Filter {
            q: q.to_owned(),
            levels: levels.into_iter().collect(),
            kinds: kinds.into_iter().collect(),
            provinces: provinces.into_iter().map(|p| p.parse().unwrap()).collect(),
            cities: cities.into_iter().map(|(c, _)| c.parse().unwrap()).collect(),
            industries: industries.into_iter().map(|i| i.parse().unwrap()).collect(),
            decades: decades.into_iter().collect(),
            areas: areas.into_iter().collect(),
            figures: presence.0.into_iter().collect(),
            cautions: presence.1.into_iter().collect(),
            known: if known.0 { gdp() } else { SmallSet::default() },
            unknown: if known.1 { gdp() } else { SmallSet::default() },
            from: years.0,
            to: years.1,
            ..Filter::default()
        };
        let result = index.select(&filter);
        let facets = &result.facets;
        let alone = |change: &dyn Fn(&mut Filter)| total(&index, &filter.with(change));
        for level in Level::ALL {
            prop_assert_eq!(facets.levels.get(level).copied().unwrap_or(0), alone(&|f| f.levels = [*level].into()));
        }
        for kind in Kind::ALL {
            prop_assert_eq!(facets.kinds.get(kind).copied().unwrap_or(0), alone(&|f| f.kinds = [*kind].into()));
        }
        for decade in Decade::ALL {
            prop_assert_eq!(facets.decades.get(decade).copied().unwrap_or(0), alone(&|f| f.decades = [*decade].into()));
        }
        for band in AreaBand::ALL {
            prop_assert_eq!(facets.areas.get(band).copied().unwrap_or(0), alone(&|f| f.areas = [*band].into()));
        }
        for presence in Presence::ALL {
            prop_assert_eq!(facets.figures.get(presence).copied().unwrap_or(0), alone(&|f| f.figures = [*presence].into()));
            prop_assert_eq!(facets.cautions.get(presence).copied().unwrap_or(0), alone(&|f| f.cautions = [*presence].into()));
        }
        for province in PROVINCES {
            let province: ProvinceSlug = province.parse().unwrap();
            let zones = facets.provinces.get(&province).map_or(0, Tile::zones);
            prop_assert_eq!(zones, alone(&|f| f.provinces = [province.clone()].into()));
        }
        for (city, tile) in facets.cities.iter() {
            prop_assert_eq!(tile.zones(), alone(&|f| f.cities = [city.clone()].into()));
        }
        for chosen in &filter.cities {
            prop_assert!(facets.cities.get(chosen).is_some());
        }
        for industry in INDUSTRIES {
            let industry: crate::id::IndustryGroupId = industry.parse().unwrap();
            let zones = facets.industries.get(&industry).copied().unwrap_or(0);
            prop_assert_eq!(zones, alone(&|f| f.industries = [industry.clone()].into()));
        }
        let timeline = &result.timeline;
        for (year, kinds) in (timeline.first..).zip(&timeline.years) {
            prop_assert_eq!(kinds.iter().sum::<u32>(), alone(&|f| (f.from, f.to) = (Some(year), Some(year))));
        }
        prop_assert_eq!(index.matching(&filter).len(), result.total() as usize);
        prop_assert_eq!(result.removable_filters.is_empty() || result.total() == 0, true);
    }

    /// Every query string gives a page.
    #[test]
    fn any_text_is_answered(query in ".{0,200}") {
        let index = index();
        let known = ValidValues {
            provinces: PROVINCES.map(|p| p.parse().unwrap()).into(),
            cities: CITIES.map(|(c, _)| c.parse::<CitySlug>().unwrap()).into(),
            ..ValidValues::default()
        };
        let (filter, _) = Filter::parse(&query, &known);
        let result = index.select(&filter);
        prop_assert!(result.pages >= 1);
        prop_assert_eq!(result.rows.is_empty(), result.total() == 0);
    }
}
