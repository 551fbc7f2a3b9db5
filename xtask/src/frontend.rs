//! The browser's half: Wasm from cargo, and the module that loads it from wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::glue;
use crate::names::hashed;
use crate::process;
use crate::progress;
use crate::site::Site;
use crate::split::split;
use crate::wasm_target::TARGET;
use crate::workspace::{Profile, Workspace};

/// The folder of the hashed files, in the site folder.
pub const PACKAGE: &str = "pkg";

/// The package of the browser's half.
pub const FRONTEND: &str = "frontend";

/// The file name of the first part of the Wasm and of the module that loads it, in the folder of a build.
const MAIN: &str = "main";

/// The file name of the script by which the first part loads the others, without its ending.
pub const PARTS: &str = "parts";

/// What the compiler is told for Wasm. Since the target is named, macros and build scripts stay those of the server's
/// half.
fn flags(workspace: &Workspace, profile: Profile) -> String {
    // Where functions refer to one another: what divides the Wasm reads it.
    let mut flags = vec!["-Clink-args=--emit-relocs".to_owned()];
    match profile {
        // Small and fast enough for browsers to start it at once: without optimisation it is five times as large.
        Profile::Dev => flags.extend(["-Copt-level=1", "-Cdebuginfo=0"].map(str::to_owned)),
        // The places of sources are in the Wasm: the bytes are the same wherever it is built.
        Profile::Release => {
            let home = workspace.cargo_home();
            flags.push(format!(
                "--remap-path-prefix={}=.",
                workspace.root().display()
            ));
            flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
        }
    }
    flags.join("\u{1f}")
}

/// Compiles the browser's half to Wasm.
pub fn compile(workspace: &Workspace, profile: Profile) -> Result<()> {
    compile_package(workspace, FRONTEND, profile)
}

/// Compiles a package to Wasm.
pub fn compile_package(workspace: &Workspace, package: &str, profile: Profile) -> Result<()> {
    let mut command = workspace.cargo("build");
    command.args([
        "--package",
        package,
        "--target",
        TARGET,
        "--profile",
        profile.frontend(),
    ]);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(workspace, profile));
    process::run(&mut command)
}

/// Where cargo puts the Wasm of a package.
pub fn compiled(workspace: &Workspace, package: &str, profile: Profile) -> PathBuf {
    workspace
        .target()
        .join(TARGET)
        .join(profile.frontend_folder())
        .join(format!("{}.wasm", package.replace('-', "_")))
}

/// Writes the parts of the Wasm to a folder of the site and gives back its name, which holds the hash of the Wasm.
pub fn package(workspace: &Workspace, profile: Profile, site: &Site) -> Result<String> {
    let input = compiled(workspace, FRONTEND, profile);
    let wasm = fs::read(&input).with_context(|| format!("cargo built no {}", input.display()))?;
    let name = hashed(&wasm);
    if site.keep(Path::new(PACKAGE).join(&name))? {
        progress::note("the browser half is as it was");
    } else {
        let folder = site.fresh().join(PACKAGE).join(&name);
        write_parts(&wasm, profile, &folder)?;
    }
    Ok(name)
}

/// Writes the parts of a Wasm and the modules that load them to a folder.
pub fn write_parts(wasm: &[u8], profile: Profile, folder: &Path) -> Result<()> {
    let first = split(wasm, folder, MAIN)?;
    bind(first, MAIN, profile, folder)?;
    match profile {
        Profile::Dev => Ok(()),
        Profile::Release => glue::shrink(folder, MAIN),
    }
}

/// The script that pages name, with the name of the Wasm in it.
pub fn loader(workspace: &Workspace, name: &str, profile: Profile) -> Result<String> {
    let path = workspace.root().join("frontend/loader.js");
    let script =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let script = script.replace("__MODULE__", &format!("{name}/{MAIN}"));
    let script = script.replace("__PARTS__", &format!("{name}/{PARTS}"));
    match profile {
        Profile::Dev => Ok(script),
        Profile::Release => glue::minified(&script),
    }
}

/// Runs wasm-bindgen, as a library of the very version that the Wasm was compiled with: `{name}_bg.wasm` and
/// `{name}.js`, which loads it.
pub fn bind(wasm: Vec<u8>, name: &str, profile: Profile, folder: &Path) -> Result<()> {
    let release = profile == Profile::Release;
    Bindgen::new()
        .input_bytes(name, wasm)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                // So that the loader knows the Wasm beside it without being told.
                .omit_default_module_path(false)
                .typescript(false)
                .keep_debug(false)
                // Other parts of the Wasm find the table and the memory by them.
                .keep_lld_exports(true)
                .remove_name_section(release)
                .remove_producers_section(release)
                .generate(folder)
        })
        .context("wasm-bindgen cannot read what was compiled: run `cargo clean --target wasm32-unknown-unknown`, then build again")
}
