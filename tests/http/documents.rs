//! A reader's own copy of a source: recognised, compared, and quoted on receipts. The documents of these tests are
//! written by us.

use server::check::temporary;
use server::dataset::{Dataset, Files};
use server::documents::{AddReport, Documents, KnownSources, add, normalised};
use server::import::import;
use site_tests::{FAST, TestSite, changed_data, visible};
use std::path::Path;

const DOCUMENT: &str = "A walk round Hengxu\n\n\
    The zone lies east of the city. Its workshops made goods worth 12.5 billion yuan in 2016,\n\
    and 4,000 people work there.\n\n\
    Nobody counted the trees.\n";

/// Writes a data folder in which our document is a source with two figures.
fn with_our_document(folder: &Path) {
    let sha256 = normalised(DOCUMENT).sha256();
    changed_data(folder, "sources.toml", |text| {
        format!(
            "{text}\n[[source]]\nid = \"our-walk\"\ntitle = \"A walk round Hengxu\"\nclass = \"other\"\nsha256 = \"{sha256}\"\n"
        )
    });
    let figure = |id: &str, indicator: &str, value: &str, at: &str, phrase: &str| {
        format!(
            "\n[[figure]]\nid = \"{id}\"\nindicator = \"{indicator}\"\nperiod = \"2016\"\nvalue = \"{value}\"\n\
             source = \"our-walk\"\nat = \"{at}\"\nas_stated = \"{phrase}\"\n"
        )
    };
    let zone = format!(
        "slug = \"hengxu-etdz\"\ncode = \"G121901\"\n{}{}",
        figure(
            "zzz22",
            "industrial-output",
            "12.5 billion CNY",
            "p2 s2",
            "goods worth 12.5 billion yuan"
        ),
        figure("zzz23", "jobs", "4000 count", "p2 s3", "4,000 people"),
    );
    std::fs::write(folder.join("zones/hengxu-etdz.toml"), zone).unwrap();
}

async fn added(folder: &Path, text: &str, named: bool) -> Result<AddReport, server::error::Error> {
    let data = folder.join("data");
    with_our_document(&data);
    let dataset = Dataset::read(&Files::folder(&data).unwrap()).unwrap();
    let atlas = temporary(dataset).await.unwrap();
    let sources = KnownSources::of(&atlas).await.unwrap();
    let file = folder.join("walk.txt");
    std::fs::write(&file, text).unwrap();
    let source = named.then(|| "our-walk".parse().unwrap());
    add(
        &sources,
        &Documents::of(&folder.join("documents")),
        &file,
        source.as_ref(),
    )
}

#[tokio::test]
async fn the_text_that_was_read_is_known_by_its_fingerprint() {
    let folder = tempfile::tempdir().unwrap();
    // Line ends, and spaces before them, do not matter.
    let text = DOCUMENT.replace('\n', " \r\n");
    let added = added(folder.path(), &text, false).await.unwrap();
    assert_eq!((added.figures, added.facts), ((2, 2), (0, 0)));
    assert_eq!(added.unchanged, Some(true));
    assert!(added.to_string().contains("2 of 2 figures"), "{added}");
}

#[tokio::test]
async fn a_changed_comma_is_a_changed_text() {
    let folder = tempfile::tempdir().unwrap();
    let text = DOCUMENT.replace("city. Its", "city, its");
    let added = added(folder.path(), &text, false).await.unwrap();
    assert_eq!(added.unchanged, Some(false));
    assert!(added.to_string().contains("CHANGED"), "{added}");
    // The changed comma joins two sentences, so later sentences have other numbers.
    assert_eq!(added.moved.len(), 2);
}

#[tokio::test]
async fn figures_that_moved_or_went_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let text = DOCUMENT
        .replace("4,000 people", "4.000 people")
        .replace("A walk", "Preface\n\nA walk");
    let added = added(folder.path(), &text, true).await.unwrap();
    assert_eq!(added.figures, (0, 2));
    assert_eq!(
        added.moved,
        [(
            "zzz22".to_owned(),
            "goods worth 12.5 billion yuan".to_owned()
        )]
    );
    assert_eq!(
        added.missing,
        [("zzz23".to_owned(), "4,000 people".to_owned())]
    );
}

#[tokio::test]
async fn a_strange_document_is_no_source() {
    let folder = tempfile::tempdir().unwrap();
    let error = added(folder.path(), "Nothing of the kind.", false)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("matches no source"), "{error}");
}

#[tokio::test]
async fn a_receipt_shows_its_sentence_in_the_readers_copy() {
    let folder = tempfile::tempdir().unwrap();
    added(folder.path(), DOCUMENT, false).await.unwrap();
    let data = folder.path().join("data");
    let database = folder.path().join("atlas.db");
    import(&database, Some(&data), FAST).await.unwrap();
    let site = TestSite::over(folder).await;
    let html = site.page("/figures/zzz22").await;
    assert!(
        html.contains("<mark>goods worth 12.5 billion yuan</mark>"),
        "{html}"
    );
    let text = visible(&html);
    assert!(
        text.contains("Its workshops made") && text.contains("the same as the one that was read"),
        "{text}"
    );
    let other = visible(&site.page("/figures/fyqx5").await);
    assert!(other.contains("The atlas keeps no source texts."));
    std::fs::remove_file(site.folder().join("documents/our-walk.txt")).unwrap();
    let without = visible(&site.page("/figures/zzz22").await);
    assert!(without.contains("The atlas keeps no source texts."));
}
