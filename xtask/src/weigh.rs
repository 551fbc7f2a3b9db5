//! Measures the download sizes of the Wasm: its parts, and the crates and modules in them.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Error, Result, ensure};
use rustc_demangle::demangle;

use crate::bench::share::functions;
use crate::compress::brotli;
use crate::folder;
use crate::frontend;
use crate::names::hashed;
use crate::progress;
use crate::style;
use crate::wasm_target;
use crate::workspace::{Profile, Workspace};

/// The number of modules that are listed.
const MOST_MODULES: usize = 40;

/// The limits for the downloads of a page, in bytes after Brotli 11.
const BUDGETS: [Budget; 6] = [
    Budget {
        what: "Wasm of a page with charts",
        part: Part::Wasm("charts"),
        bytes: 160_000,
    },
    Budget {
        what: "Wasm of the atlas page",
        part: Part::Wasm("explorer"),
        bytes: 160_000,
    },
    Budget {
        what: "Wasm of the first search on the atlas page",
        part: Part::More("search", "explorer"),
        bytes: 25_000,
    },
    Budget {
        what: "Wasm of a source's page",
        part: Part::Wasm("copies"),
        bytes: 160_000,
    },
    Budget {
        what: "JavaScript of any page",
        part: Part::Scripts,
        bytes: 8_000,
    },
    Budget {
        what: "CSS of any page",
        part: Part::Style,
        bytes: 14_000,
    },
];

/// The limit for one part of a page, in bytes.
struct Budget {
    what: &'static str,
    part: Part,
    bytes: usize,
}

/// A part of the download of a page.
enum Part {
    /// The first part of the Wasm, the part with this name, and the chunks it needs.
    Wasm(&'static str),
    /// The part with the first name and its chunks, without the chunks that the second part has already loaded.
    More(&'static str, &'static str),
    /// The loader and the modules that it loads.
    Scripts,
    /// The style sheet.
    Style,
}

/// The shipped downloads of browsers.
pub struct Download {
    wasm: Vec<u8>,
    /// The sizes of the Wasm files by name, in bytes: uncompressed and after Brotli.
    files: BTreeMap<String, (usize, usize)>,
    /// The script with which the first part of the Wasm loads the others.
    parts: String,
    loader: usize,
    style: usize,
}

impl Download {
    /// Builds the shipped files and measures their sizes.
    pub fn build(workspace: &Workspace) -> Result<Self> {
        wasm_target::ensure(workspace)?;
        frontend::compile(workspace, Profile::Release)?;
        let path = frontend::compiled(workspace, frontend::FRONTEND, Profile::Release);
        let wasm = fs::read(&path).with_context(|| format!("cargo built no {}", path.display()))?;
        let folder = tempfile::tempdir().context("no temporary folder")?;
        frontend::write_parts(&wasm, Profile::Release, folder.path())?;
        let mut files = BTreeMap::new();
        for file in folder::files(folder.path())? {
            let content = fs::read(&file).context("a part of the Wasm is missing")?;
            let name = file.strip_prefix(folder.path()).unwrap_or(&file);
            let sizes = (content.len(), brotli(&content)?.len());
            files.insert(name.display().to_string(), sizes);
        }
        let parts = folder.path().join(format!("{}.js", frontend::PARTS));
        let loader = frontend::loader(workspace, &hashed(&wasm), Profile::Release)?;
        Ok(Self {
            files,
            parts: fs::read_to_string(parts).context("the script of the parts is missing")?,
            loader: brotli(loader.as_bytes())?.len(),
            style: brotli(style::read(&workspace.root().join(style::FOLDER))?.as_bytes())?.len(),
            wasm,
        })
    }

    /// Returns the size of a part of a page, in bytes after Brotli.
    fn bytes(&self, part: &Part) -> Result<usize> {
        let size = |name: &str| {
            let sizes = self.files.get(name);
            let sizes = sizes.with_context(|| format!("there is no {name}"))?;
            Ok::<_, Error>(sizes.1)
        };
        match part {
            Part::Wasm(name) => {
                let mut sum = size("main_bg.wasm")? + size(&format!("split_{name}.wasm"))?;
                for chunk in chunks(&self.parts, name)? {
                    sum += size(&format!("{chunk}.wasm"))?;
                }
                Ok(sum)
            }
            Part::More(name, there) => {
                let mut sum = size(&format!("split_{name}.wasm"))?;
                let there = chunks(&self.parts, there)?;
                for chunk in chunks(&self.parts, name)? {
                    if !there.contains(&chunk) {
                        sum += size(&format!("{chunk}.wasm"))?;
                    }
                }
                Ok(sum)
            }
            Part::Scripts => Ok(self.loader + size("main.js")? + size("parts.js")?),
            Part::Style => Ok(self.style),
        }
    }

    /// Prints the download sizes of each page. Returns an error if one is above its limit.
    pub fn check(&self) -> Result<()> {
        let mut over = Vec::new();
        progress::note(&format!("{:>10} {:>10}  brotli", "bytes", "budget"));
        for Budget { what, part, bytes } in &BUDGETS {
            let found = self.bytes(part)?;
            progress::note(&format!("{found:>10} {bytes:>10}  {what}"));
            if found > *bytes {
                over.push(format!("{what}: {found} B are more than {bytes} B"));
            }
        }
        ensure!(over.is_empty(), "{}", over.join("; "));
        Ok(())
    }
}

/// Returns the chunks that a part of the Wasm needs, from the script that loads them.
fn chunks<'a>(parts: &'a str, name: &str) -> Result<Vec<&'a str>> {
    let found = parts.split_once(&format!("__wasm_split_load_{name}"));
    let list = found.and_then(|(_, load)| load.split_once('[')?.1.split_once(']'));
    let (list, _) = list.with_context(|| format!("no script loads the part {name}"))?;
    let names = list
        .split(',')
        .map(|name| name.trim().trim_start_matches('_'));
    Ok(names.filter(|name| !name.is_empty()).collect())
}

/// Builds the shipped Wasm and prints the sizes of its parts, of all its modules, and of the downloads of each page.
///
/// # Errors
/// If a download is above its limit.
pub fn weigh(workspace: &Workspace) -> Result<()> {
    let download = Download::build(workspace)?;
    progress::note(&format!("{:>10} {:>10}  part", "bytes", "brotli"));
    for (name, (bytes, packed)) in &download.files {
        progress::note(&format!("{bytes:>10} {packed:>10}  {name}"));
    }
    let mut crates = BTreeMap::new();
    let mut modules = BTreeMap::new();
    for (name, code) in functions(&download.wasm)? {
        let module = module_of(&format!("{:#}", demangle(name)));
        let of_crate = module.split("::").next().unwrap_or_default().to_owned();
        *crates.entry(of_crate).or_insert(0) += code.len();
        *modules.entry(module).or_insert(0) += code.len();
    }
    list("crate, by the paths of its functions", crates);
    list("module", modules);
    download.check()
}

fn list(what: &str, sizes: BTreeMap<String, usize>) {
    let mut sizes: Vec<(String, usize)> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    progress::note(&format!("{:>10}  {what}", "bytes"));
    for (name, size) in sizes.into_iter().take(MOST_MODULES) {
        progress::note(&format!("{size:>10}  {name}"));
    }
}

/// Returns the module of a function: its path without the function name. For a method of a trait it is the path of the
/// trait.
fn module_of(function: &str) -> String {
    let path = match function.strip_prefix('<') {
        Some(of) => of.split_once(" as ").map_or(of, |(_, of)| of),
        None => function,
    };
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let path: &str = path.split(|c| !is_part(c)).next().unwrap_or_default();
    let parts: Vec<&str> = path.split("::").filter(|part| !part.is_empty()).collect();
    let modules: Vec<&str> = parts
        .iter()
        .copied()
        .take_while(|part| part.starts_with(|c: char| c.is_ascii_lowercase()))
        .take(4)
        .collect();
    let modules = match modules.split_last() {
        Some((_, before)) if modules.len() == parts.len() && !before.is_empty() => before,
        _ => &modules,
    };
    if modules.is_empty() {
        "?".to_owned()
    } else {
        modules.join("::")
    }
}

#[cfg(test)]
mod tests {
    use super::{chunks, module_of};

    #[test]
    fn a_part_is_weighed_with_the_chunks_it_needs() {
        let parts = "const __chunk_4=makeLoad(()=>{},[]);export const __wasm_split_load_a=wrap(makeLoad(()=>{},[__chunk_4, __chunk_5]));export const __wasm_split_load_b=wrap(makeLoad(()=>{},[]));";
        assert_eq!(chunks(parts, "a").unwrap(), ["chunk_4", "chunk_5"]);
        assert!(chunks(parts, "b").unwrap().is_empty());
        assert!(chunks(parts, "c").is_err());
    }

    #[test]
    fn functions_belong_to_modules() {
        for (function, module) in [
            (
                "core::slice::sort::stable::quicksort::quicksort",
                "core::slice::sort::stable",
            ),
            ("app::explorer::list::row::row", "app::explorer::list::row"),
            (
                "<T as tachys::view::any_view::IntoAny>::into_any::build",
                "tachys::view::any_view",
            ),
            (
                "domain::filter::engine::Index::select",
                "domain::filter::engine",
            ),
            ("malloc", "malloc"),
            ("{closure}", "?"),
        ] {
            assert_eq!(module_of(function), module, "{function}");
        }
    }
}
