//! Building the whole: the browser's half, the site folder, the server.

use std::panic::resume_unwind;
use std::thread;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::compress;
use crate::frontend::{self, PACKAGE};
use crate::names::{PROGRAM, hashed};
use crate::process;
use crate::progress::{self, Stages};
use crate::site::Site;
use crate::style;
use crate::wasm_target;
use crate::workspace::{Profile, Workspace};

/// The list of the hashed names, for the server.
#[derive(Deserialize, Serialize)]
pub struct Manifest {
    /// The file name of the script that loads the Wasm.
    pub loader: String,
    /// The file name of the style sheet.
    pub stylesheet: String,
}

/// The file of the list, in the site folder.
pub const MANIFEST: &str = "manifest.json";

/// How many stages a build has.
pub const STAGES: usize = 3;

/// Builds, and says where the result is.
pub fn build_alone(workspace: &Workspace, profile: Profile) -> Result<()> {
    build(workspace, profile, &mut Stages::new(STAGES))?;
    progress::note(&format!("built {}", workspace.server(profile).display()));
    Ok(())
}

/// Builds as a part of something longer.
pub fn build(workspace: &Workspace, profile: Profile, stages: &mut Stages) -> Result<()> {
    stages.run("Wasm target", || wasm_target::ensure(workspace))?;
    stages.run("browser half", || browser_half(workspace, profile))?;
    stages.run("site folder and server", || {
        // wasm-bindgen and the compressors each keep one processor busy while cargo compiles: together they take
        // hardly longer than the longer of the two.
        thread::scope(|scope| {
            let site = scope.spawn(|| site_folder(workspace, profile));
            let server = server(workspace, profile);
            let site = site.join().unwrap_or_else(|panic| resume_unwind(panic));
            server.and(site)
        })
    })
}

/// Compiles the browser's half to Wasm.
pub fn browser_half(workspace: &Workspace, profile: Profile) -> Result<()> {
    frontend::compile(workspace, profile)
}

/// Writes the site folder from the browser's half and swaps it with the one in use.
pub fn site_folder(workspace: &Workspace, profile: Profile) -> Result<()> {
    let site = fill(workspace, profile)?;
    if profile == Profile::Release {
        compress::precompress(&site)?;
    }
    site.finish()
}

/// Writes every file of the site, and the list of the hashed names for the server.
fn fill(workspace: &Workspace, profile: Profile) -> Result<Site> {
    let style = workspace.root().join(style::FOLDER);
    let site = Site::begin(&workspace.output(profile))?;
    let name = frontend::package(workspace, profile, &site)?;
    let loader = frontend::loader(workspace, &name, profile)?;
    let loader_name = format!("{}.js", hashed(loader.as_bytes()));
    site.write(format!("{PACKAGE}/{loader_name}"), loader.as_bytes())?;
    let rules = style::read(&style)?;
    let stylesheet = format!("{}.css", hashed(rules.as_bytes()));
    site.write(format!("{PACKAGE}/{stylesheet}"), rules.as_bytes())?;
    site.copy_assets(&style.join("assets"))?;
    let manifest = Manifest {
        loader: loader_name,
        stylesheet,
    };
    site.write(MANIFEST, serde_json::to_string(&manifest)?.as_bytes())?;
    Ok(site)
}

/// Compiles the server alone.
pub fn server(workspace: &Workspace, profile: Profile) -> Result<()> {
    let mut command = workspace.cargo("build");
    command.args(["--package", "server", "--bin", PROGRAM]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    process::run(&mut command)
        .context("the server does not compile; if a query is unknown to .sqlx/, run `cargo xtask prepare-queries`")
}
