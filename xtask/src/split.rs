//! Divides the Wasm into a part that every page with islands loads, and parts that it loads when they are needed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::frontend::PARTS;

/// Writes the parts beside one another and gives back the first, for wasm-bindgen. `main` is the file name of what
/// wasm-bindgen will write.
pub fn split(wasm: &[u8], folder: &Path, main: &str) -> Result<Vec<u8>> {
    let first = folder.join("first.wasm");
    let module = format!("./{main}.js");
    let mut options = Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = &module;
    let link = format!("./{PARTS}.js");
    options.link_name = &link;
    let parts =
        transform(options).map_err(|error| anyhow!("the Wasm cannot be divided: {error:?}"))?;
    for part in parts.split_modules {
        let content = fs::read(&part).context("a part of the Wasm is missing")?;
        fs::write(&part, without_names(&content)?).context("a part cannot be written")?;
    }
    let main = fs::read(&first).context("the first part of the Wasm is missing")?;
    fs::remove_file(&first).context("the first part cannot be removed")?;
    Ok(main)
}

/// A Wasm without its custom sections: names of functions and notes of tools.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    /// The magic number and the version.
    const HEADER: usize = 8;
    let (header, mut rest) = wasm.split_at_checked(HEADER).context("no Wasm")?;
    let mut kept = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let (size, digits) = number(after).context("a section without a size")?;
        let length = 1 + digits + size;
        ensure!(length <= rest.len(), "a section is cut off");
        let (section, others) = rest.split_at(length);
        if id != 0 {
            kept.extend_from_slice(section);
        }
        rest = others;
    }
    Ok(kept)
}

/// A number in LEB128, and how many bytes it takes.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, place + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{number, without_names};

    #[test]
    fn custom_sections_are_left_out() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend_from_slice(&[0, 3, 1, b'n', 9]);
        wasm.extend_from_slice(&[1, 2, 7, 7]);
        let kept = without_names(&wasm).unwrap();
        assert_eq!(kept[8..], [1, 2, 7, 7]);
        assert!(without_names(&wasm[..wasm.len() - 1]).is_err());
        assert!(without_names(b"\0asm").is_err());
    }

    #[test]
    fn sizes_of_several_bytes_are_read() {
        assert_eq!(number(&[0xe5, 0x8e, 0x26, 0]), Some((624_485, 3)));
        assert_eq!(number(&[0x80]), None);
    }
}
