//! The query plans of SQLite for the queries of the site.

use crate::open;
use serde_json::Value;
use site_tests::small;
use sqlx::{AssertSqlSafe, Row};
use std::fs;
use std::path::Path;

/// Tables that may be scanned completely: they do not grow with the number of zones and figures.
const SMALL: [&str; 14] = [
    "city",
    "exchange_rate",
    "index_file",
    "indicator",
    "indicator_year",
    "industry_group",
    "json_each",
    "judgement",
    "left_out",
    "meta",
    "province",
    "removed_figure",
    "source",
    "zone_group",
];

/// Queries that scan a large table because they return all of it: how they begin, and their purpose.
const WHOLE: [(&str, &str); 5] = [
    (
        "SELECT caution_row.* FROM caution_row\n             ORDER BY",
        "the page on the data lists every caution",
    ),
    (
        "SELECT figure.* FROM figure WHERE competition IN",
        "/data/cautions.json lists all figures that disagree",
    ),
    (
        "SELECT judgement.caution FROM judgement",
        "`zone-atlas check` lists all judgements without a caution",
    ),
    (
        "SELECT path AS \"path!: String\"",
        "/sitemap.xml lists all pages",
    ),
    (
        "SELECT source AS \"source!: String\", id AS",
        "`zone-atlas documents add` looks for all phrases",
    ),
];

/// Returns the queries that sqlx checks at compile time: all queries for pages and files.
fn queries() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.sqlx");
    let files = fs::read_dir(folder).unwrap();
    files
        .map(|file| {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let query: Value = serde_json::from_str(&text).unwrap();
            query["query"].as_str().unwrap().to_owned()
        })
        .filter(|query| query.starts_with("SELECT"))
        .collect()
}

#[tokio::test]
async fn every_query_finds_its_rows_by_an_index() {
    let _alone = crate::counts::alone().await;
    let mut db = open(&small().database()).await;
    let queries = queries();
    assert!(queries.len() > 25, "{}", queries.len());
    let mut used = Vec::new();
    let mut scans = Vec::new();
    for query in &queries {
        let plan = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {query}"));
        let steps = sqlx::query(plan).fetch_all(&mut db).await.unwrap();
        for step in steps {
            let detail: String = step.get("detail");
            let Some(scanned) = detail.strip_prefix("SCAN ") else {
                continue;
            };
            let table = scanned.split(' ').next().unwrap();
            if SMALL.contains(&table) || scanned.ends_with("VIRTUAL TABLE INDEX 1:") {
                continue;
            }
            // The result of a subquery is small, so it may be scanned.
            if table.starts_with('(') || table == "CONSTANT" || table.starts_with("SUBQUERY") {
                continue;
            }
            match WHOLE.iter().position(|(start, _)| query.starts_with(start)) {
                Some(n) => used.push(n),
                None => scans.push(format!("{detail}\n    {query}")),
            }
        }
    }
    assert!(scans.is_empty(), "{}", scans.join("\n"));
    for (n, (start, _)) in WHOLE.iter().enumerate() {
        assert!(used.contains(&n), "no query needs this exception: {start}");
    }
}

#[tokio::test]
async fn no_index_is_unused() {
    let _alone = crate::counts::alone().await;
    let mut db = open(&small().database()).await;
    let named = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
    let indices = sqlx::query_scalar::<_, String>(named)
        .fetch_all(&mut db)
        .await
        .unwrap();
    assert!(indices.len() > 5, "{indices:?}");
    let mut plans = String::new();
    for query in queries() {
        let plan = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {query}"));
        for step in sqlx::query(plan).fetch_all(&mut db).await.unwrap() {
            plans += &step.get::<String, _>("detail");
            plans.push('\n');
        }
    }
    for index in indices {
        assert!(
            plans.contains(&format!("INDEX {index}")),
            "no query uses {index}"
        );
    }
}

#[tokio::test]
async fn no_table_is_empty() {
    let _alone = crate::counts::alone().await;
    let mut db = open(&small().database()).await;
    let named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let tables = sqlx::query_scalar::<_, String>(named)
        .fetch_all(&mut db)
        .await
        .unwrap();
    for table in tables {
        let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let rows = sqlx::query_scalar::<_, i64>(count)
            .fetch_one(&mut db)
            .await
            .unwrap();
        assert!(rows > 0, "{table} is empty");
    }
}

#[tokio::test]
async fn figures_are_found_by_what_they_are_of() {
    let _alone = crate::counts::alone().await;
    let mut db = open(&small().database()).await;
    let question = "SELECT figure.id, figure.value FROM figure
        WHERE indicator = 'industrial-output' AND subject_kind = 'zone' AND scope_kind = 'whole'
            AND measure_kind = 'level' AND period = '2020' AND preference IS NOT 2";
    let rows = sqlx::query(question).fetch_all(&mut db).await.unwrap();
    assert!(!rows.is_empty(), "no whole-zone output level of 2020");
}
