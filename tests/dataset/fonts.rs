//! The fonts of pictures contain every Chinese character of the dataset and of the texts of the site.

use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::path::Path;

/// Returns the Chinese and full-width characters of all files below a folder. Files that are not UTF-8 text are
/// skipped.
fn wide_characters(folder: &Path) -> std::io::Result<BTreeSet<char>> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(wide_characters(&path)?);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let wide = |c: &char| ('\u{2e80}'..='\u{ffef}').contains(c);
            found.extend(text.chars().filter(wide));
        }
    }
    Ok(found)
}

#[test]
fn no_character_is_missing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut wanted = wide_characters(&root.join("data")).unwrap();
    wanted.extend(wide_characters(&root.join("app/src")).unwrap());
    assert!(wanted.len() > 1500, "{}", wanted.len());
    for font in ["noto-sans-sc-regular.otf", "noto-sans-sc-bold.otf"] {
        let bytes = std::fs::read(root.join("server/fonts").join(font)).unwrap();
        let font_ref = FontRef::new(&bytes).unwrap();
        let charmap = font_ref.charmap();
        let missing: String = wanted
            .iter()
            .filter(|c| charmap.map(**c).is_none())
            .collect();
        assert!(
            missing.is_empty(),
            "{font} lacks {missing}: see server/fonts/README.md"
        );
    }
}
