//! The invariants of ARCHITECTURE.md that a look at the sources can check.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust file below a folder, with its text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

#[test]
fn the_domain_depends_on_nothing_that_runs_or_serves() {
    let manifest = std::fs::read_to_string(root().join("domain/Cargo.toml")).unwrap();
    let section = manifest
        .split("[dependencies]")
        .nth(1)
        .unwrap()
        .split("\n[")
        .next()
        .unwrap();
    let names: Vec<&str> = section
        .lines()
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|n| !n.is_empty())
        .collect();
    assert_eq!(
        names,
        [
            "form_urlencoded",
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
        for (path, text) in sources(folder) {
            let in_store = path.components().any(|part| part.as_os_str() == "store");
            for word in ["sqlx::query", "SELECT ", "INSERT INTO ", "PRAGMA "] {
                assert!(
                    in_store || !text.contains(word),
                    "{} contains {word}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn only_the_server_looks_at_the_world() {
    for folder in ["domain/src", "app/src"] {
        for (path, text) in sources(folder) {
            for word in [
                "std::env",
                "std::fs",
                "SystemTime",
                "Instant::now",
                "js_sys::Date",
            ] {
                assert!(!text.contains(word), "{} contains {word}", path.display());
            }
        }
    }
}

#[test]
fn strings_for_visitors_are_in_the_message_tables() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    // Words of numbers and dates are written where they are put together.
    let words = ["messages", "format"];
    for (path, text) in sources("app/src") {
        let name = path.to_string_lossy().into_owned();
        if words.iter().any(|word| name.contains(word)) {
            continue;
        }
        let text = text.split("#[cfg(test)]").next().unwrap();
        assert!(!text.contains(han), "{name} holds Chinese text");
    }
}
