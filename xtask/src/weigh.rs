//! What browsers download of the Wasm: its parts, and which crates and modules fill them.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use rustc_demangle::demangle;

use crate::bench::share::functions;
use crate::compress::brotli;
use crate::folder;
use crate::frontend;
use crate::progress;
use crate::wasm_target;
use crate::workspace::{Profile, Workspace};

/// How many modules are listed.
const MOST_MODULES: usize = 40;

/// Builds the Wasm as it is shipped and prints the sizes of its parts, then of the modules in all of them together.
pub fn weigh(workspace: &Workspace) -> Result<()> {
    wasm_target::ensure(workspace)?;
    frontend::compile(workspace, Profile::Release)?;
    let path = frontend::compiled(workspace, frontend::FRONTEND, Profile::Release);
    let wasm = fs::read(&path).with_context(|| format!("cargo built no {}", path.display()))?;
    let parts = tempfile::tempdir().context("no temporary folder")?;
    frontend::write_parts(&wasm, Profile::Release, parts.path())?;
    progress::note(&format!("{:>10} {:>10}  part", "bytes", "brotli"));
    for file in folder::files(parts.path())? {
        let content = fs::read(&file).context("a part of the Wasm is missing")?;
        let packed = brotli(&content)?.len();
        let name = file.strip_prefix(parts.path()).unwrap_or(&file);
        progress::note(&format!(
            "{:>10} {packed:>10}  {}",
            content.len(),
            name.display()
        ));
    }
    let mut crates = BTreeMap::new();
    let mut modules = BTreeMap::new();
    for (name, code) in functions(&wasm)? {
        let module = module_of(&format!("{:#}", demangle(name)));
        let of_crate = module.split("::").next().unwrap_or_default().to_owned();
        *crates.entry(of_crate).or_insert(0) += code.len();
        *modules.entry(module).or_insert(0) += code.len();
    }
    list("crate, by the paths of its functions", crates);
    list("module", modules);
    Ok(())
}

fn list(what: &str, sizes: BTreeMap<String, usize>) {
    let mut sizes: Vec<(String, usize)> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    progress::note(&format!("{:>10}  {what}", "bytes"));
    for (name, size) in sizes.into_iter().take(MOST_MODULES) {
        progress::note(&format!("{size:>10}  {name}"));
    }
}

/// The module of a function: its path without its own name; of a method of a trait the path of the trait.
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
    use super::module_of;

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
