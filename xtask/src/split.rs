//! Splits the Wasm into a first part, which every page with islands loads, and parts that are loaded when they are
//! needed.

use std::convert::Infallible;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use wasm_encoder::Module;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{CustomSectionReader, Parser};

use crate::frontend::PARTS;

/// Writes the parts to a folder and returns the first one, for wasm-bindgen. `main` is the file name, without
/// extension, of the files that wasm-bindgen will write.
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
        fs::write(&part, compact(&content)?).context("a part cannot be written")?;
    }
    let link = folder.join(format!("{PARTS}.js"));
    let script = fs::read_to_string(&link).context("the script of the parts is missing")?;
    fs::write(&link, tolerant(&script)?).context("the script of the parts cannot be written")?;
    let main = fs::read(&first).context("the first part of the Wasm is missing")?;
    fs::remove_file(&first).context("the first part cannot be removed")?;
    Ok(main)
}

/// Lets the script load a part that arrives with another type than `application/wasm`, as some proxies send it, and in
/// browsers that cannot compile while they download. The script of the first part can do both.
fn tolerant(script: &str) -> Result<String> {
    const CALL: &str = "WebAssembly.instantiateStreaming(src, imports)";
    if !script.contains(CALL) {
        bail!("the script of the parts has no call of `{CALL}`");
    }
    Ok(script.replace(CALL, "instantiate(src, imports)") + INSTANTIATE)
}

const INSTANTIATE: &str = "
async function instantiate(src, imports) {
    const response = await src;
    const isWasm = response.headers.get('content-type') === 'application/wasm';
    if (isWasm && WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
";

/// Returns a Wasm without custom sections (function names, notes of tools) and with its numbers in the shortest
/// encoding: wasm-split keeps the padding of the linker.
fn compact(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    Compact
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("a part of the Wasm cannot be read: {error}"))?;
    Ok(module.finish())
}

struct Compact;

impl Reencode for Compact {
    type Error = Infallible;

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn custom_sections_are_left_out_and_numbers_are_short() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        // A custom section, then a memory of one page, whose number is encoded in five bytes.
        wasm.extend_from_slice(&[0, 3, 1, b'n', 9]);
        wasm.extend_from_slice(&[5, 7, 1, 0, 0x81, 0x80, 0x80, 0x80, 0]);
        let kept = compact(&wasm).unwrap();
        assert_eq!(kept[8..], [5, 3, 1, 0, 1]);
        assert!(compact(&wasm[..wasm.len() - 1]).is_err());
        assert!(compact(b"\0asm").is_err());
    }
}
