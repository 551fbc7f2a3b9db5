//! Search results: 120 queries with the zones that a person expects, and unusual queries.

use app::records::ExplorerData;
use domain::filter::{Columns, Filter, Index, SearchColumns};
use site_tests::shipped;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The least share of queries whose first zone is right, in per cent.
const FIRST_RIGHT: usize = 95;

/// The number of results that a person reads.
const LOOKED_AT: usize = 20;

/// Returns the index of the shipped dataset, built as in a browser.
async fn index() -> Index {
    let site = shipped();
    let data: ExplorerData = postcard::from_bytes(&site.bytes("/fn/explorer").await).unwrap();
    let columns = Columns::from_bytes(&site.bytes(&data.index_manifest.index).await).unwrap();
    let words = SearchColumns::from_bytes(&site.bytes(&data.index_manifest.search).await).unwrap();
    let index = Index::new(columns);
    index.add_search(data.site_metadata.province_names(), words);
    index
}

/// Returns the slugs of the zones that a query finds, limited to the first page of the list.
fn found(index: &Index, query: &str) -> Vec<String> {
    let rows = index.select(&Filter::default().searching(query)).rows;
    rows.iter().map(|row| row.slug.to_string()).collect()
}

#[tokio::test]
async fn a_chinese_term_does_not_find_a_longer_term_of_another_meaning() {
    let index = index().await;
    let all = |query: &str| {
        let result = index.select(&Filter::default().searching(query));
        let slugs: BTreeSet<String> = result.rows.iter().map(|row| row.slug.to_string()).collect();
        (result.total(), slugs)
    };
    let (batteries, of_batteries) = all("电池");
    assert_eq!(
        (batteries, &of_batteries),
        (all("battery").0, &all("battery").1)
    );
    let (_, of_solar_cells) = all("太阳能电池");
    assert!(of_solar_cells.len() > 10);
    assert!(of_solar_cells.is_disjoint(&of_batteries));
    // A kind of vehicle is a vehicle.
    assert!(all("汽车").0 >= all("电动汽车").0);
    assert!(all("电动汽车").0 > 0);
}

#[tokio::test]
async fn people_find_what_they_look_for() {
    let index = index().await;
    let mut queries = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_path(concat!(env!("CARGO_MANIFEST_DIR"), "/dataset/queries.tsv"))
        .unwrap();
    let (mut all, mut right, mut report) = (0, 0, String::new());
    for row in queries.records() {
        let row = row.unwrap();
        let slugs = |column: usize| row[column].split(' ').filter(|slug| !slug.is_empty());
        let found = found(&index, &row[0]);
        let looked_at = &found[..found.len().min(LOOKED_AT)];
        let is_seen = |slug: &&str| looked_at.iter().any(|seen| seen == slug);
        let first = found.first().map_or("nothing", String::as_str);
        let is_right = slugs(1).any(|slug| slug == first);
        let missing: Vec<&str> = slugs(2).filter(|slug| !is_seen(slug)).collect();
        let wrong: Vec<&str> = slugs(3).filter(is_seen).collect();
        all += 1;
        right += usize::from(is_right);
        if !(is_right && missing.is_empty() && wrong.is_empty()) {
            let right = if is_right { "right" } else { "wrong" };
            writeln!(
                report,
                "{:?}: first {first}, {right}; missing {missing:?}; wrong {wrong:?}",
                &row[0]
            )
            .unwrap();
        }
    }
    eprintln!("{right} of {all} first zones are right\n{report}");
    assert_eq!(all, 120);
    assert!(
        right * 100 >= all * FIRST_RIGHT,
        "{right} of {all}\n{report}"
    );
}

#[tokio::test]
async fn one_zone_has_many_spellings() {
    let index = index().await;
    for query in [
        "溧阳",
        "溧陽",
        "liyang",
        "Lǐyáng",
        "li yang",
        "S328119",
        "江苏中关村",
        "⽴阳高新区",
    ] {
        let found = found(&index, query);
        assert_eq!(
            found.first().map(String::as_str),
            Some("liyang-high-tech-zone"),
            "{query}"
        );
    }
}

#[tokio::test]
async fn what_nobody_means_is_answered() {
    let index = index().await;
    let all = index.select(&Filter::default()).total();
    let long =
        ["xian'", "溧陽", "a b ", "😀", "[(", "x"].map(|text| text.repeat(10_000 / text.len()));
    let short = [
        "   ",
        "😀",
        "\u{0}\u{202e}",
        "((((",
        "%_\\*?",
        "'’'",
        "区",
        "阳b区",
        "⼤",
    ];
    for query in long.iter().map(String::as_str).chain(short) {
        let filter = Filter::default().searching(query);
        let result = index.select(&filter);
        assert!(result.total() <= all, "{query:?}");
        let address = filter.query();
        assert!(address.len() < 2_000, "{query:?}: {}", address.len());
        for row in result.rows {
            let Some(found) = row.found else { continue };
            for (name, marks) in [(&row.name.en, found.en), (&row.name.zh, found.zh)] {
                let are_sound = marks.iter().all(|range| name.get(range.clone()).is_some());
                assert!(are_sound, "{query:?}: {name}");
            }
        }
    }
}
