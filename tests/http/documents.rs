//! A reader's own copy of a source: recognised, compared, and quoted on receipts. The documents of these tests are
//! written by us.

use server::check::temporary;
use server::dataset::{Dataset, Files};
use server::documents::{AddReport, Documents, KnownSources, Request, add, normalised};
use server::import::import;
use site_tests::{TestSite, changed_data, target, visible};
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
    added_bytes(folder, text.as_bytes(), named, false).await
}

async fn added_bytes(
    folder: &Path,
    bytes: &[u8],
    named: bool,
    replace: bool,
) -> Result<AddReport, server::error::Error> {
    let data = folder.join("data");
    with_our_document(&data);
    let dataset = Dataset::read(&Files::folder(&data).unwrap()).unwrap();
    let atlas = temporary(dataset).await.unwrap();
    let sources = KnownSources::of(&atlas).await.unwrap();
    let file = folder.join("walk.txt");
    std::fs::write(&file, bytes).unwrap();
    let source = named.then(|| "our-walk".parse().unwrap());
    add(
        &sources,
        &Documents::of(&folder.join("documents")),
        &file,
        Request {
            source: source.as_ref(),
            replace,
        },
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
    import(target(&database), Some(&data)).await.unwrap();
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

#[tokio::test]
async fn own_notes_are_no_source() {
    let folder = tempfile::tempdir().unwrap();
    let notes = "My own notes. 4,000 people want goods worth 1 trillion yuan by 2030.";
    let error = added(folder.path(), notes, false).await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("for sure") && text.contains("--source"),
        "{text}"
    );
    // The candidates are listed with what they have in common with the text.
    assert!(
        text.contains("our-walk: 1 of 2 phrases (“A walk round Hengxu”)"),
        "{text}"
    );
    assert!(!folder.path().join("documents/our-walk.txt").exists());
}

#[tokio::test]
async fn a_worse_copy_replaces_a_better_one_only_on_demand() {
    let folder = tempfile::tempdir().unwrap();
    let stored = || std::fs::read_to_string(folder.path().join("documents/our-walk.txt")).unwrap();
    added(folder.path(), DOCUMENT, false).await.unwrap();
    let worse = "A walk round Hengxu\n\nOnly goods worth 12.5 billion yuan are left here.\n";
    let error = added(folder.path(), worse, true).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("has 1 phrases of `our-walk`, and the stored copy has 2"),
        "{error}"
    );
    assert_eq!(stored(), DOCUMENT);
    added_bytes(folder.path(), worse.as_bytes(), true, true)
        .await
        .unwrap();
    assert_eq!(stored(), worse);
    let previous = folder.path().join("documents/our-walk.previous");
    assert_eq!(std::fs::read_to_string(previous).unwrap(), DOCUMENT);
    // A better copy replaces a worse one without more.
    added(folder.path(), DOCUMENT, false).await.unwrap();
    assert_eq!(stored(), DOCUMENT);
}

#[tokio::test]
async fn other_encodings_are_converted_and_what_is_no_text_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let wide: Vec<u8> = DOCUMENT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let report = added_bytes(folder.path(), &wide, false, false)
        .await
        .unwrap();
    assert_eq!(
        (report.unchanged, report.encoding),
        (Some(true), Some("UTF-16LE"))
    );
    assert!(
        report
            .to_string()
            .contains("converted from UTF-16LE to UTF-8")
    );
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0";
    let error = added_bytes(folder.path(), picture, true, true)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("is not plain text"), "{error}");
    let stored = std::fs::read_to_string(folder.path().join("documents/our-walk.txt")).unwrap();
    assert_eq!(stored, DOCUMENT);
}
