//! Data files and tables of gathered figures.

use crate::atlas::{FILES, RUNTIME, SMALL_DATA, write_and_open};
use app::chart::ChartView;
use app::locale::Locale;
use app::query;
use app::records::Publication;
use app::series::growth_charts;
use domain::profile::Profile;
use server::dataset::Dataset;
use server::figures;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

/// The name of a table of gathered figures, which is not a data file.
pub const GATHERED: &str = "gathered.tsv";

/// Takes the small dataset with one file replaced: the name of the file, a line break, and its content. Either the file
/// has problems, which are reported, or a database with it can be written, and all its profiles can be read and their charts
/// drawn.
pub fn check(input: &[u8]) {
    let Some(end) = input.iter().position(|byte| *byte == b'\n') else {
        return;
    };
    let (name, content) = (String::from_utf8_lossy(&input[..end]), &input[end + 1..]);
    if name == GATHERED {
        gathered(content);
    } else if FILES.get(&name).is_some() {
        dataset(
            name.into_owned(),
            String::from_utf8_lossy(content).into_owned(),
        );
    }
}

fn dataset(name: String, content: String) {
    let files = FILES.with(&BTreeMap::from([(name, content)]));
    match Dataset::read(&files) {
        Ok(dataset) => {
            let folder = TempDir::new().unwrap();
            RUNTIME.block_on(readable(dataset, folder.path()));
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(
                problems
                    .iter()
                    .all(|problem| !problem.to_string().is_empty())
            );
        }
    }
}

async fn readable(dataset: Dataset, folder: &Path) {
    let atlas = write_and_open(dataset, folder).await.unwrap();
    for zone in 0..atlas.index.columns().len() {
        let slug = atlas.index.columns().slug(zone).parse().unwrap();
        let (_, profile) = atlas.zone_profile(&slug).await.unwrap().unwrap();
        drawable(&profile);
    }
    for group in &atlas.reference.groups {
        let (_, profile) = atlas.group_profile(&group.id).await.unwrap().unwrap();
        drawable(&profile);
    }
}

/// The query strings of the ways to draw a chart.
const VIEWS: [&str; 5] = [
    "",
    "values=index&charts=beside",
    "values=growth&panels=each",
    "scale=log&currency=usd",
    "form=bars&values=per-km2",
];

/// Draws all charts of a zone or group in each way.
fn drawable(profile: &Profile) {
    let publication = Publication {
        date: String::new(),
        digest: String::new(),
        origin: String::new(),
    };
    let charts = growth_charts(Locale::Zh, profile, &[], publication);
    for view in VIEWS {
        let drawn = charts.draw(&ChartView::of_pairs(query::pairs(view)));
        assert!(drawn.states.is_empty() || !drawn.html.is_empty());
    }
}

fn gathered(content: &[u8]) {
    let folder = TempDir::new().unwrap();
    let table = folder.path().join(GATHERED);
    std::fs::write(&table, content).unwrap();
    // A table with problems is refused; only a panic is a fault.
    let _ = figures::add(Path::new(SMALL_DATA), &table, true);
}
