//! `cargo xtask run`: builds for development, then runs the server.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::build;
use crate::process;
use crate::workspace::{Profile, Workspace};

/// The options that `run` passes to the server. For missing options, the server uses its defaults and environment
/// variables.
#[derive(Args)]
pub struct Options {
    /// The address to listen on.
    #[arg(long)]
    addr: Option<String>,
    /// The SQLite file.
    #[arg(long)]
    database: Option<String>,
    /// More options for `zone-atlas serve`, after `--`.
    #[arg(last = true)]
    more: Vec<String>,
}

/// Builds everything and runs the server. Returns only if the server cannot be started or has ended.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    build::build_alone(workspace, Profile::Dev)?;
    let mut command = Command::new(workspace.server(Profile::Dev));
    command.arg("serve");
    if let Some(addr) = &options.addr {
        command.args(["--addr", addr]);
    }
    if let Some(database) = &options.database {
        command.args(["--database", database]);
    }
    command.args(&options.more);
    process::exec(&mut command)
}
