//! Installs the Wasm target of the compiler if it is missing.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::progress;
use crate::workspace::Workspace;

/// The target of the browser half.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler can build for the browser.
///
/// The compiler is checked before rustup, so that an installation without rustup works too if it has the target.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    if is_there(workspace)? {
        return Ok(());
    }
    if process::find("rustup").is_none() {
        bail!(
            "the Rust target {TARGET} is missing and rustup is not on PATH: install Rust from https://rustup.rs, or add \
             the target with your system's package manager"
        );
    }
    progress::note(&format!("adding the Rust target {TARGET}"));
    process::run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(workspace.root())).with_context(
        || format!("the Rust target {TARGET} could not be added: run `rustup target add {TARGET}` where there is a network"),
    )
}

/// Returns true if the compiler in use has the core library of the target.
fn is_there(workspace: &Workspace) -> Result<bool> {
    let libraries = process::output(
        Command::new("rustc")
            .args(["--print", "target-libdir", "--target", TARGET])
            .current_dir(workspace.root()),
    )
    .context("the Rust compiler does not answer: install Rust from https://rustup.rs")?;
    // The folder alone proves nothing: rustup does not remove it with a target.
    let Ok(files) = fs::read_dir(Path::new(libraries.trim())) else {
        return Ok(false);
    };
    Ok(files
        .flatten()
        .any(|file| file.file_name().to_string_lossy().starts_with("libcore-")))
}
