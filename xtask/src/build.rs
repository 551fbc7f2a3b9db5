//! Builds everything: the browser half, the site folder and the server.

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

/// The names of the hashed files, for the server.
#[derive(Deserialize, Serialize)]
pub struct Manifest {
    /// The file name of the script that loads the Wasm.
    pub loader: String,
    /// The file name of the style sheet.
    pub stylesheet: String,
}

/// The file name of the manifest, in the site folder.
pub const MANIFEST: &str = "manifest.json";

/// The number of stages of a build.
pub const STAGES: usize = 3;

/// Builds everything and prints the path of the server.
pub fn build_alone(workspace: &Workspace, profile: Profile) -> Result<()> {
    build(workspace, profile, &mut Stages::new(STAGES))?;
    progress::note(&format!("built {}", workspace.server(profile).display()));
    Ok(())
}

/// Builds everything, as a part of another command.
pub fn build(workspace: &Workspace, profile: Profile, stages: &mut Stages) -> Result<()> {
    stages.run("Wasm target", || wasm_target::ensure(workspace))?;
    stages.run("browser half", || browser_half(workspace, profile))?;
    stages.run("site folder and server", || {
        // wasm-bindgen and the compressors each use one processor while cargo compiles. In parallel, both take hardly
        // longer than the slower one alone.
        thread::scope(|scope| {
            let site = scope.spawn(|| site_folder(workspace, profile));
            let server = server(workspace, profile);
            let site = site.join().unwrap_or_else(|panic| resume_unwind(panic));
            server.and(site)
        })
    })
}

/// Compiles the browser half to Wasm.
pub fn browser_half(workspace: &Workspace, profile: Profile) -> Result<()> {
    frontend::compile(workspace, profile)
}

/// Writes the site folder and replaces the one in use.
pub fn site_folder(workspace: &Workspace, profile: Profile) -> Result<()> {
    let site = fill(workspace, profile)?;
    if profile == Profile::Release {
        compress::precompress(&site)?;
    }
    site.finish()
}

/// Writes every file of the site, including the manifest of hashed names.
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

/// Compiles only the server.
pub fn server(workspace: &Workspace, profile: Profile) -> Result<()> {
    let mut command = workspace.cargo("build");
    command.args(["--package", "server", "--bin", PROGRAM]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    process::run(&mut command)
        .context("the server does not compile; if a query is unknown to .sqlx/, run `cargo xtask prepare-queries`")
}
