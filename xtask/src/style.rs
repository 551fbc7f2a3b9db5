//! The stylesheet: the files of style/, joined.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::folder;

/// The folder of the style files, from the top of the checkout.
pub const FOLDER: &str = "style";

/// Joins every CSS file of a folder in the order of the file names.
///
/// The rules are shipped as they were written: the minifier that knows today's CSS, lightningcss, would add 66 crates
/// to the first build, and brotli takes out most of what it would.
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
    Ok(join(&parts))
}

/// One text of several, each ending its last line so that two rules never run together.
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
    use super::join;

    #[test]
    fn files_stay_in_order_and_apart() {
        let parts = ["a { top: 0 }", "", "b { top: 1 }\n"].map(String::from);
        assert_eq!(join(&parts), "a { top: 0 }\nb { top: 1 }\n");
    }
}
