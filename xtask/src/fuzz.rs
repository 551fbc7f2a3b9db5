//! `cargo xtask fuzz`: searches for inputs that break a rule, with cargo-fuzz. The rules are in `tests/fuzz`.

use std::fs;

use anyhow::{Context, Result};
use clap::Args;

use crate::process;
use crate::progress::Stages;
use crate::workspace::Workspace;

/// The kinds of input. Each is a program in `tests/fuzz/targets`.
const TARGETS: [&str; 5] = [
    "query",
    "data_files",
    "quantities",
    "index_files",
    "documents",
];

/// The folder of the programs, from the top of the checkout.
const FOLDER: &str = "tests/fuzz/targets";

/// The longest input that is tried, in bytes. The longest seed is shorter.
const LONGEST: u32 = 65_536;

/// What to search, and for how long.
#[derive(Args)]
pub struct Options {
    /// Only this kind of input.
    #[arg(value_parser = TARGETS)]
    target: Option<String>,
    /// How long to search, in minutes per kind of input.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    minutes: u32,
}

/// Searches with each program in turn. Inputs that reached new code are kept in `target/fuzz/corpus` and used again next
/// time; an input that broke a rule is written to `target/fuzz/found`.
pub fn fuzz(workspace: &Workspace, options: &Options) -> Result<()> {
    let chosen = |target: &&str| options.target.as_deref().is_none_or(|only| only == *target);
    let targets: Vec<&str> = TARGETS.into_iter().filter(chosen).collect();
    let folder = workspace.target().join("fuzz");
    let (corpus, found) = (folder.join("corpus"), folder.join("found"));
    let mut stages = Stages::new(targets.len() + 2);
    stages.run("seeds", || {
        let mut seeds = workspace.cargo("run");
        process::run(seeds.args(["--quiet", "--package", "fuzz"]).arg(&corpus))
    })?;
    let cargo_fuzz = |subcommand: &str| {
        let mut command = workspace.nightly_cargo(FOLDER, &folder);
        command.args(["fuzz", subcommand, "--fuzz-dir", ".", "--sanitizer", "none"]);
        command
    };
    stages.run("build", || {
        use_same_versions(workspace)?;
        process::run(&mut cargo_fuzz("build")).context(
            "it needs nightly Rust (`rustup toolchain install nightly`), cargo-fuzz (`cargo install cargo-fuzz`) \
             and a C++ compiler",
        )
    })?;
    for target in targets {
        stages.run(target, || {
            let found = found.join(target);
            fs::create_dir_all(&found)
                .with_context(|| format!("cannot create {}", found.display()))?;
            let mut command = cargo_fuzz("run");
            command
                .arg(target)
                .arg(corpus.join(target))
                .arg("--")
                .arg(format!(
                    "-max_total_time={}",
                    options.minutes.saturating_mul(60)
                ))
                .arg(format!("-max_len={LONGEST}"))
                .arg("-timeout=10")
                .arg("-print_final_stats=1")
                .arg(format!("-artifact_prefix={}/", found.display()));
            process::run(&mut command)
        })?;
    }
    Ok(())
}

/// Gives the programs the versions of the dependencies of the project. They are a workspace of their own.
fn use_same_versions(workspace: &Workspace) -> Result<()> {
    let from = workspace.root().join("Cargo.lock");
    let to = workspace.root().join(FOLDER).join("Cargo.lock");
    fs::copy(&from, &to).with_context(|| format!("cannot write {}", to.display()))?;
    Ok(())
}
