//! Compressed copies of the site's files. They are made during the build, so that the server never compresses files.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::folder;
use crate::progress;
use crate::site::Site;

/// The extensions of compressible files. Fonts and pictures are already compressed.
const EXTENSIONS: [&str; 5] = ["js", "wasm", "css", "svg", "json"];

/// The largest file that is not compressed, in bytes: it fits into the first packet anyway.
const SMALL: usize = 512;

/// Writes a `.br` and a `.gz` copy of every file that is worth it, and prints the sizes.
pub fn precompress(site: &Site) -> Result<()> {
    progress::note(&format!("{:>10} {:>10}", "bytes", "brotli"));
    for path in folder::files(site.fresh())?
        .into_iter()
        .filter(|path| is_packable(path))
    {
        let content =
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        if content.len() <= SMALL {
            continue;
        }
        let name = path.strip_prefix(site.fresh()).unwrap_or(&path);
        let packed = with_suffix(name, "br");
        if !keep(site, name, &content)? {
            site.write(&packed, &brotli(&content)?)?;
            site.write(with_suffix(name, "gz"), &gzip(&content)?)?;
        }
        let size = fs::metadata(site.fresh().join(&packed))
            .context("a compressed file vanished")?
            .len();
        progress::note(&format!(
            "{:>10} {size:>10}  {}",
            content.len(),
            name.display()
        ));
    }
    Ok(())
}

fn is_packable(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| EXTENSIONS.iter().any(|known| extension == *known))
}

/// Copies the compressed files of an unchanged file from the site in use, because the highest Brotli level is slow.
/// Returns false if the file changed or has no copies.
fn keep(site: &Site, name: &Path, content: &[u8]) -> Result<bool> {
    let unchanged = fs::read(site.current().join(name)).is_ok_and(|old| old == content);
    Ok(unchanged && site.keep(with_suffix(name, "br"))? && site.keep(with_suffix(name, "gz"))?)
}

fn with_suffix(name: &Path, suffix: &str) -> PathBuf {
    let mut name = name.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

/// Compresses at the highest Brotli level.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters).context("brotli failed")?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).context("gzip failed")?;
    encoder.finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::path::Path;

    use super::{brotli, gzip, is_packable, with_suffix};

    #[test]
    fn copies_unpack_to_the_content() -> anyhow::Result<()> {
        let content = "the same line over and over\n".repeat(100);
        let mut unpacked = String::new();
        let packed = gzip(content.as_bytes())?;
        flate2::read::GzDecoder::new(&*packed).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, content);
        let packed = brotli(content.as_bytes())?;
        assert!(packed.len() < content.len() / 10);
        unpacked.clear();
        brotli::Decompressor::new(&*packed, 4096).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, content);
        Ok(())
    }

    #[test]
    fn the_suffix_comes_after_the_extension() {
        assert_eq!(
            with_suffix(Path::new("pkg/a.css"), "br"),
            Path::new("pkg/a.css.br")
        );
    }

    #[test]
    fn fonts_are_left_alone() {
        assert!(is_packable(Path::new("pkg/a.wasm")));
        assert!(!is_packable(Path::new("fonts/a.woff2")));
    }
}
