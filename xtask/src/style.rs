//! The style sheet: the files of style/, joined and minified.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use crate::folder;

/// The folder of the style files, from the top of the checkout.
pub const FOLDER: &str = "style";

/// Joins every CSS file of a folder in the order of the file names, and minifies the result.
///
/// The minifier is already used for the scripts; lightningcss would add 66 crates to the first build. The minifier
/// keeps the spaces around a plus sign only within `calc()`, so a test of this module refuses a sum elsewhere.
pub fn read(style: &Path) -> Result<String> {
    let files: Vec<_> = folder::entries(style)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    if files.is_empty() {
        bail!(
            "there is no .css file in {}: the pages would have no style",
            style.display()
        );
    }
    let mut parts = Vec::with_capacity(files.len());
    for path in &files {
        parts.push(
            fs::read_to_string(path)
                .with_context(|| format!("{} cannot be read", path.display()))?,
        );
    }
    let minified = minifier::css::minify(&join(&parts)).map(|rules| rules.to_string());
    minified.map_err(|error| anyhow!("the style files cannot be minified: {error}"))
}

/// Joins several texts. Each text ends with a line break, so that two rules are never merged.
fn join(parts: &[String]) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(part);
        if !part.is_empty() && !part.ends_with('\n') {
            joined.push('\n');
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, join, read};
    use std::path::Path;

    #[test]
    fn files_stay_in_order_and_apart() {
        let parts = ["a { top: 0 }", "", "b { top: 1 }\n"].map(String::from);
        assert_eq!(join(&parts), "a { top: 0 }\nb { top: 1 }\n");
    }

    /// Outside `calc()` the minifier would remove the spaces around a plus sign, and browsers would ignore the rule.
    #[test]
    fn every_sum_of_the_style_files_is_in_calc() {
        let style = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(FOLDER);
        let rules = read(&style).unwrap();
        let sums = rules.match_indices('+').filter(|(at, _)| {
            let (before, after) = (&rules[..*at], &rules[at + 1..]);
            let is_operand = |text: &str| {
                text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("var(")
            };
            is_operand(after) && !before.ends_with(['n', 'U'])
        });
        let sums: Vec<&str> = sums
            .map(|(at, _)| &rules[at.saturating_sub(40)..at])
            .collect();
        assert!(sums.is_empty(), "write these with calc(): {sums:?}");
        assert!(
            rules.contains(" + 2 * var("),
            "a sum within calc() keeps its spaces"
        );
    }
}
