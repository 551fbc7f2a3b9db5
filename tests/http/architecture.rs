//! The rules of ARCHITECTURE.md that can be checked in the source code.

use crate::literals::{Literal, literals};
use regex::Regex;
use std::path::{Path, PathBuf};

/// A Rust file of a crate.
struct Source {
    /// The path from the folder of the sources, such as `pages/zone/mod.rs`.
    name: PathBuf,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns every Rust file below a folder.
fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let base = root().join(folder);
    let mut folders = vec![base.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let name = path.strip_prefix(&base).unwrap().to_owned();
                found.push(Source { name, text });
            }
        }
    }
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

#[test]
fn the_domain_depends_on_nothing_that_runs_or_serves() {
    let manifest = std::fs::read_to_string(root().join("domain/Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let names: Vec<&str> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        names,
        [
            "form_urlencoded",
            "memchr",
            "postcard",
            "rust_decimal",
            "serde",
            "sha2",
            "thiserror"
        ]
    );
}

#[test]
fn only_the_store_contains_sql() {
    for folder in ["domain/src", "app/src", "server/src"] {
        for Source { name, text } in sources(folder) {
            let in_store = folder == "server/src" && name.starts_with("store");
            for word in ["sqlx::query", "SELECT ", "INSERT INTO ", "PRAGMA "] {
                assert!(
                    in_store || !text.contains(word),
                    "{folder}/{} contains {word}",
                    name.display()
                );
            }
        }
    }
}

#[test]
fn only_the_server_looks_at_the_world() {
    for folder in ["domain/src", "app/src"] {
        for Source { name, text } in sources(folder) {
            for word in [
                "std::env",
                "std::fs",
                "SystemTime",
                "Instant::now",
                "js_sys::Date",
            ] {
                assert!(
                    !text.contains(word),
                    "{folder}/{} contains {word}",
                    name.display()
                );
            }
        }
    }
}

#[test]
fn chart_drawing_uses_no_profile() {
    for Source { name, text } in sources("app/src/chart") {
        assert!(!text.contains("domain::profile"), "{}", name.display());
    }
}

#[test]
fn what_only_the_server_uses_is_not_in_the_wasm() {
    let manifest = std::fs::read_to_string(root().join("app/Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    for of_server in ["leptos_meta", "leptos_axum"] {
        let dependency = &manifest["dependencies"][of_server];
        assert_eq!(dependency["optional"].as_bool(), Some(true), "{of_server}");
        let used = manifest["features"]["hydrate"].as_array().unwrap();
        let is_it = |feature: &toml::Value| feature.as_str().unwrap().contains(of_server);
        assert!(!used.iter().any(is_it), "{of_server}");
    }
    // The crate has no client-side router: only the server has routes.
    assert!(manifest["dependencies"].get("leptos_router").is_none());
}

/// The folders of `app/src` that may contain texts for visitors. `format` contains the words of numbers and dates.
const TABLES: [&str; 2] = ["messages", "format"];

/// Strings outside the tables that look like texts for visitors but are none, with their files. Names of file formats
/// are the same in both languages.
const EXCEPTIONS: [(&str, &str); 24] = [
    ("lookup.rs", "a server function failed"),
    ("lookup.rs", "a server function received an invalid request"),
    (
        "atlas.rs",
        "the request has no atlas: the middleware is missing",
    ),
    (
        "atlas.rs",
        "expected an address such as https://atlas.example, without a user name or a path",
    ),
    ("chart/drawing.rs", "，。；：、）》”’！？"),
    ("components/citation.rs", "BibTeX"),
    ("explorer/live/suggestions.rs", "ArrowDown"),
    ("explorer/live/suggestions.rs", "ArrowUp"),
    ("explorer/live/suggestions.rs", "Escape"),
    ("explorer/live/suggestions.rs", "Enter"),
    ("explorer/tools.rs", "GeoJSON"),
    (
        "explorer/live/start.rs",
        "the list is not interactive: an extension or a translator changed its HTML",
    ),
    (
        "islands/copies/start.rs",
        "the box is not interactive: an extension or a translator changed its HTML",
    ),
    ("islands/charts/mark_navigation.rs", "ArrowLeft"),
    ("islands/charts/mark_navigation.rs", "ArrowRight"),
    ("islands/charts/mark_navigation.rs", "ArrowUp"),
    ("islands/charts/mark_navigation.rs", "ArrowDown"),
    ("islands/charts/mark_navigation.rs", "Home"),
    ("islands/charts/mark_navigation.rs", "Escape"),
    ("islands/charts/mark_navigation.rs", "End"),
    ("explorer/map/arrows.rs", "ArrowUp"),
    ("explorer/map/arrows.rs", "ArrowDown"),
    ("explorer/map/arrows.rs", "ArrowLeft"),
    ("explorer/map/arrows.rs", "ArrowRight"),
];

/// Detects string literals that contain text for visitors.
struct Detector {
    markup: Regex,
    words: Regex,
}

impl Detector {
    fn new() -> Self {
        Self {
            // Tags, format arguments, selectors, and identifiers such as `button-quiet` and `zh-Hans`.
            markup: Regex::new(r"<[^>]*>?|\{[^{}]*\}|\w+\[\w+\]|\b[a-z]+(-[a-zA-Z]+)+\b").unwrap(),
            words: Regex::new(concat!(
                // Chinese characters and punctuation.
                r"[\u{3000}-\u{303f}\u{4e00}-\u{9fff}\u{ff00}-\u{ffef}“”]",
                // A word with a capital letter.
                r"|\b[A-Z][a-z]{2,}",
                // Two words, one of which occurs only in sentences: lists of CSS classes contain no such word.
                r"|(?i)\b[a-z]+ (the|of|and|to|is|are|in|for|from|by|with|not|no|this|a|an|on|at|or|as|it)\b",
                r"|(?i)\b(the|of|and|to|is|are|in|for|from|by|with|not|no|this|a|an|on|at|or|as|it) [a-z]+\b",
                // English punctuation between two parts of a text.
                r"|^[,.;:] $",
            ))
            .unwrap(),
        }
    }

    fn is_text(&self, literal: &str) -> bool {
        self.words.is_match(&self.markup.replace_all(literal, ""))
    }
}

#[test]
fn strings_for_visitors_are_in_the_message_tables() {
    let detector = Detector::new();
    let mut unused = EXCEPTIONS.to_vec();
    let mut misplaced = Vec::new();
    for Source { name, text } in sources("app/src") {
        let in_tables = TABLES.iter().any(|table| name.starts_with(table));
        // The attribute `#[cfg(test)]` of these files is in another file, where they are declared.
        let is_test = name.file_name().is_some_and(|name| name == "tests.rs");
        if in_tables || is_test {
            continue;
        }
        for Literal(literal) in literals(&text) {
            if !detector.is_text(&literal) {
                continue;
            }
            let exception = EXCEPTIONS
                .iter()
                .find(|(file, text)| name == Path::new(file) && *text == literal);
            if exception.is_none() {
                misplaced.push(format!("{}: {literal}", name.display()));
            }
            unused.retain(|one| Some(one) != exception);
        }
    }
    assert!(
        misplaced.is_empty(),
        "put these into app::messages:\n{}",
        misplaced.join("\n")
    );
    assert_eq!(unused, [], "exceptions that nothing needs any longer");
}

#[test]
fn the_detector_knows_text_from_code() {
    let detector = Detector::new();
    for text in [
        "产值",
        "，",
        "Source",
        "<p>Source text</p>",
        "all of them",
        "no figure",
        ", ",
        ": ",
        "{}, {}",
        "note = {{Dataset of {}}}",
    ] {
        assert!(detector.is_text(text), "{text}");
    }
    for code in [
        "chart chart-ink chart-wide",
        "button no-js-only",
        "main a[href]",
        "zh-Hans",
        "<rect class=\"{}\" x=\"{x}\"/>",
        "/zones/{slug}",
        "aria-label",
        " · ",
        "",
    ] {
        assert!(!detector.is_text(code), "{code}");
    }
}
