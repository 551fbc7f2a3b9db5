//! The browser's half: Wasm from cargo, and the module that loads it from wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::folder::rename;
use crate::names::hashed;
use crate::process;
use crate::progress;
use crate::site::Site;
use crate::wasm_target::TARGET;
use crate::workspace::{Profile, Workspace};

/// The folder of the hashed files, in the site folder.
pub const PACKAGE: &str = "pkg";

/// The package of the browser's half.
pub const FRONTEND: &str = "frontend";

/// Makes the Wasm of the development profile small and fast enough for browsers to start it at once: without optimisation
/// it is five times as large. Only for the Wasm target, so that macros and build scripts stay those of the server's half.
const DEV_FLAGS: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "-Copt-level=1 -Cdebuginfo=0",
);

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
    if profile == Profile::Dev {
        command.env(DEV_FLAGS.0, DEV_FLAGS.1);
    }
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

/// Writes the Wasm and its loader to the site folder and gives back the name they share.
pub fn package(workspace: &Workspace, profile: Profile, site: &Site) -> Result<String> {
    let input = compiled(workspace, FRONTEND, profile);
    let wasm = fs::read(&input).with_context(|| format!("cargo built no {}", input.display()))?;
    let name = hashed(&wasm);
    if keep(site, &name)? {
        progress::note("the browser half is as it was");
    } else {
        let folder = site.fresh().join(PACKAGE);
        bind(wasm, &name, profile, &folder)?;
        put_names_right(&folder, &name)?;
    }
    Ok(name)
}

/// The script that pages name, with the name of the Wasm in it.
pub fn loader(workspace: &Workspace, name: &str) -> Result<String> {
    let path = workspace.root().join("frontend/loader.js");
    let script =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(script.replace("__NAME__", name))
}

/// Takes over what an earlier build made of the same Wasm.
fn keep(site: &Site, name: &str) -> Result<bool> {
    let package = Path::new(PACKAGE);
    let kept = site.keep(package.join(format!("{name}.js")))?
        && site.keep(package.join(format!("{name}_bg.wasm")))?;
    if kept {
        site.keep(package.join("snippets"))?;
    }
    Ok(kept)
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
                .remove_name_section(release)
                .remove_producers_section(release)
                .generate(folder)
        })
        .context("wasm-bindgen cannot read what was compiled: run `cargo clean --target wasm32-unknown-unknown`, then build again")
}

/// wasm-bindgen takes the hash after the dot for an extension and replaces it when it names the files, while the loader
/// asks for the whole name.
fn put_names_right(folder: &Path, name: &str) -> Result<()> {
    let written = folder.join(name);
    rename(
        &written.with_extension("js"),
        &folder.join(format!("{name}.js")),
    )?;
    rename(
        &written.with_extension("wasm"),
        &folder.join(format!("{name}_bg.wasm")),
    )
}
