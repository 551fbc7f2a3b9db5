//! Builds the browser half: the Wasm with cargo, and the module that loads it with wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::names::hashed;
use crate::process;
use crate::progress;
use crate::scripts;
use crate::site::Site;
use crate::split::split;
use crate::wasm_target::TARGET;
use crate::workspace::{Profile, Workspace};

/// The folder of the hashed files, in the site folder.
pub const PACKAGE: &str = "pkg";

/// The package of the browser half.
pub const FRONTEND: &str = "frontend";

/// The file name of the first part of the Wasm and of the module that loads it, without extension.
const MAIN: &str = "main";

/// The file name of the script that loads the other parts of the Wasm, without extension.
pub const PARTS: &str = "parts";

/// Returns the compiler flags for Wasm. They do not affect macros and build scripts, because the target is given
/// explicitly, so these are not compiled again.
fn flags(workspace: &Workspace, profile: Profile) -> String {
    // wasm-split needs the relocations: they list which functions refer to each other.
    let mut flags = vec!["-Clink-args=--emit-relocs".to_owned()];
    match profile {
        // The Wasm must be small and fast enough to start at once. Without optimisation it is five times as large.
        Profile::Dev => flags.extend(["-Copt-level=1", "-Cdebuginfo=0"].map(str::to_owned)),
        // The Wasm contains source paths. They are shortened, so that every machine builds the same bytes.
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

/// Compiles the browser half to Wasm.
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

/// Returns the path where cargo writes the Wasm of a package.
pub fn compiled(workspace: &Workspace, package: &str, profile: Profile) -> PathBuf {
    workspace
        .target()
        .join(TARGET)
        .join(profile.frontend_folder())
        .join(format!("{}.wasm", package.replace('-', "_")))
}

/// Writes the parts of the Wasm to a folder of the site. Returns the name of that folder, which contains the hash of
/// the Wasm.
pub fn package(workspace: &Workspace, profile: Profile, site: &Site) -> Result<String> {
    let input = compiled(workspace, FRONTEND, profile);
    let wasm = fs::read(&input).with_context(|| format!("cargo built no {}", input.display()))?;
    let name = hashed(&wasm);
    if site.keep(Path::new(PACKAGE).join(&name))? {
        progress::note("the browser half is unchanged");
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
        Profile::Release => scripts::shrink(folder, MAIN),
    }
}

/// Returns the script that pages load, with the name of the Wasm inserted.
pub fn loader(workspace: &Workspace, name: &str, profile: Profile) -> Result<String> {
    let path = workspace.root().join("frontend/loader.js");
    let script =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let script = script.replace("__MODULE__", &format!("{name}/{MAIN}"));
    let script = script.replace("__PARTS__", &format!("{name}/{PARTS}"));
    match profile {
        Profile::Dev => Ok(script),
        Profile::Release => scripts::minified(&script),
    }
}

/// Runs wasm-bindgen as a library, in exactly the version that the Wasm was compiled with. It writes `{name}_bg.wasm`
/// and `{name}.js`, which loads it.
pub fn bind(wasm: Vec<u8>, name: &str, profile: Profile, folder: &Path) -> Result<()> {
    let release = profile == Profile::Release;
    Bindgen::new()
        .input_bytes(name, wasm)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                // By default the loader then loads the Wasm file next to it.
                .omit_default_module_path(false)
                .typescript(false)
                .keep_debug(false)
                // The other parts of the Wasm use these exports to find the table and the memory.
                .keep_lld_exports(true)
                .remove_name_section(release)
                .remove_producers_section(release)
                .generate(folder)
        })
        .context("wasm-bindgen cannot read what was compiled: run `cargo clean --target wasm32-unknown-unknown`, then build again")
}
