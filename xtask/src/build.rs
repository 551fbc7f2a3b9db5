//! Building the whole: the browser's half, the site folder, the server.

use std::panic::resume_unwind;
use std::thread;

use anyhow::{Context, Result};
use serde_json::json;

use crate::compress;
use crate::frontend::{self, PACKAGE};
use crate::names::{PROGRAM, hashed};
use crate::process;
use crate::progress::{self, Stages};
use crate::site::Site;
use crate::style;
use crate::wasm_target;
use crate::workspace::{Profile, Workspace};

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
    stages.run("browser half", || frontend::compile(workspace, profile))?;
    stages.run("site folder and server", || {
        // wasm-bindgen and the compressors each keep one processor busy while cargo compiles: together they take
        // hardly longer than the longer of the two.
        thread::scope(|scope| {
            let site = scope.spawn(|| write_site(workspace, profile));
            let server = compile_server(workspace, profile);
            let site = site.join().unwrap_or_else(|panic| resume_unwind(panic));
            server.and(site)
        })
    })
}

/// Writes the site folder and swaps it with the one in use.
fn write_site(workspace: &Workspace, profile: Profile) -> Result<()> {
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
    let output_name = frontend::package(workspace, profile, &site)?;
    let rules = style::read(&style)?;
    let stylesheet = format!("{}.css", hashed(rules.as_bytes()));
    site.write(format!("{PACKAGE}/{stylesheet}"), rules.as_bytes())?;
    site.copy_assets(&style.join("assets"))?;
    let manifest = json!({ "output_name": output_name, "stylesheet": stylesheet });
    site.write("manifest.json", manifest.to_string().as_bytes())?;
    Ok(site)
}

fn compile_server(workspace: &Workspace, profile: Profile) -> Result<()> {
    let mut command = workspace.cargo("build");
    command.args(["--package", "server", "--bin", PROGRAM]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    process::run(&mut command)
        .context("the server does not compile; if a query is unknown to .sqlx/, run `cargo xtask prepare-queries`")
}
