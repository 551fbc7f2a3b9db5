//! Building the whole: the browser's half, the site folder, the server.

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
pub fn stages(profile: Profile) -> usize {
    match profile {
        Profile::Dev => 4,
        Profile::Release => 5,
    }
}

/// Builds, and says where the result is.
pub fn build_alone(workspace: &Workspace, profile: Profile) -> Result<()> {
    build(workspace, profile, &mut Stages::new(stages(profile)))?;
    progress::note(&format!("built {}", workspace.server(profile).display()));
    Ok(())
}

/// Builds as a part of something longer.
pub fn build(workspace: &Workspace, profile: Profile, stages: &mut Stages) -> Result<()> {
    stages.run("Wasm target", || wasm_target::ensure(workspace))?;
    stages.run("browser half", || frontend::compile(workspace, profile))?;
    let site = stages.run("site folder", || fill(workspace, profile))?;
    if profile == Profile::Release {
        stages.run("compressed copies", || compress::precompress(&site))?;
    }
    site.finish()?;
    stages.run("server", || compile_server(workspace, profile))
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
