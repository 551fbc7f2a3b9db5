//! Measures which share of a Wasm serves one purpose.

use anyhow::{Context, Result, ensure};
use std::collections::HashMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::compress;

/// Returns the size of some functions of a Wasm in bytes after Brotli. `is_of` selects them by name, so the Wasm must
/// still contain the names.
///
/// The result is slightly more than removing them would save, because code that they share with others counts in full.
/// It does not include their string constants, the code that was inlined into other functions, and the parts of the
/// standard library that only they need.
pub fn share(wasm: &[u8], is_of: impl Fn(&str) -> bool) -> Result<u64> {
    let meant: Vec<u8> = functions(wasm)?
        .iter()
        .filter(|(name, _)| is_of(name))
        .flat_map(|(_, code)| *code)
        .copied()
        .collect();
    ensure!(!meant.is_empty(), "no function of the Wasm has such a name");
    u64::try_from(compress::brotli(&meant)?.len())
        .context("there are more bytes than can be counted")
}

/// Returns the functions of a Wasm: their mangled names and their code.
pub fn functions(wasm: &[u8]) -> Result<Vec<(&str, &[u8])>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the Wasm cannot be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        if let Name::Function(functions) = section? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    ensure!(!names.is_empty(), "the functions of the Wasm have no names");
    Ok((imported..)
        .zip(bodies)
        .map(|(index, code)| (names.get(&index).copied().unwrap_or(""), code))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::{functions, share};

    /// Returns a Wasm with an import and two functions, of which only the second is long.
    fn module() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            wasm.push(id);
            wasm.push(u8::try_from(content.len()).unwrap());
            wasm.extend_from_slice(content);
        };
        section(1, &[1, 0x60, 0, 0]);
        section(2, &[1, 1, b'm', 1, b'i', 0, 0]);
        section(3, &[2, 0, 0]);
        let long = [0x41, 1, 0x1a, 0x41, 5, 0x1a, 0x41, 9, 0x1a, 0x41, 13, 0x1a];
        let mut code = vec![2, 2, 0, 0x0b, u8::try_from(long.len()).unwrap() + 2, 0];
        code.extend_from_slice(&long);
        code.push(0x0b);
        section(10, &code);
        let mut names = vec![4];
        names.extend_from_slice(b"name");
        names.extend_from_slice(&[1, 14, 3, 0, 1, b'i', 1, 1, b'a', 2, 5]);
        names.extend_from_slice(b"chart");
        section(0, &names);
        wasm
    }

    #[test]
    fn functions_have_their_own_names() {
        let wasm = module();
        let read = functions(&wasm).unwrap();
        let sizes: Vec<_> = read
            .iter()
            .map(|(name, code)| (*name, code.len()))
            .collect();
        assert_eq!(sizes, [("a", 2), ("chart", 14)]);
    }

    #[test]
    fn more_code_is_more() {
        let wasm = module();
        let long = share(&wasm, |name| name == "chart").unwrap();
        let short = share(&wasm, |name| name == "a").unwrap();
        assert!(long > short, "{long} and {short}");
        assert!(
            share(&wasm, |name| name == "i").is_err(),
            "nothing of it is in there"
        );
    }
}
