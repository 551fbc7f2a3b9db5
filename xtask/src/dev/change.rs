//! Determines what to build after a file was saved.

use std::path::Path;

/// What a saved file changes, ordered from the least work to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The style sheet: the page loads it again without a full reload.
    Style,
    /// The dataset: it is imported, and the running server opens the new database.
    Data,
    /// Code of the server only.
    Server,
    /// Code of both halves, or a file that both need.
    Both,
}

/// The folders and files that are watched, from the top of the checkout.
pub const WATCHED: [&str; 8] = [
    "style",
    "data",
    "server",
    "migrations",
    "app",
    "domain",
    "frontend",
    "Cargo.toml",
];

impl Change {
    /// Returns what a file changes. `path` is relative to the top of the checkout. `None` for files that no build
    /// reads, such as backup copies of editors.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        if name.starts_with('.') || name.ends_with('~') {
            return None;
        }
        let extension = path.extension().and_then(|extension| extension.to_str());
        match path.iter().next()?.to_str()? {
            "style" if extension == Some("css") => Some(Self::Style),
            "style" => Some(Self::Both),
            "data" => matches!(extension, Some("toml" | "tsv")).then_some(Self::Data),
            "server" | "migrations" => Some(Self::Server),
            "app" | "domain" | "frontend" | "Cargo.toml" => Some(Self::Both),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Change;

    #[test]
    fn a_file_is_built_by_its_folder() {
        for (path, change) in [
            ("style/10-base.css", Some(Change::Style)),
            ("style/assets/favicon.svg", Some(Change::Both)),
            ("data/zones/a.toml", Some(Change::Data)),
            ("data/README.md", None),
            ("server/src/main.rs", Some(Change::Server)),
            ("app/src/lib.rs", Some(Change::Both)),
            ("app/src/.lib.rs.swp", None),
            ("app/src/lib.rs~", None),
            ("README.md", None),
        ] {
            assert_eq!(Change::of(Path::new(path)), change, "{path}");
        }
        assert!(Change::Both > Change::Server && Change::Data > Change::Style);
    }
}
