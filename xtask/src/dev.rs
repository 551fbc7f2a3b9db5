//! `cargo xtask dev`: serves the site, rebuilds what a saved file changes, and reloads the page.

#[cfg(feature = "dev")]
mod change;
#[cfg(feature = "dev")]
mod live_reload;
#[cfg(feature = "dev")]
mod serving;
#[cfg(feature = "dev")]
mod session;

use clap::Args;

#[cfg(feature = "dev")]
pub use session::dev;

/// The address and database of the development server.
#[derive(Args)]
pub struct Options {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1:3000")]
    addr: String,
    /// The SQLite file. It is written again after each change in data/.
    #[arg(long, default_value = "target/dev.db")]
    database: std::path::PathBuf,
}

/// Replaces this process with xtask, built with the feature `dev`: file watching and live reload.
#[cfg(not(feature = "dev"))]
pub fn dev(workspace: &crate::workspace::Workspace, options: &Options) -> anyhow::Result<()> {
    let mut command = workspace.cargo("run");
    command
        .args(["--quiet", "--package", "xtask", "--features", "dev", "--"])
        .args(["dev", "--addr", &options.addr, "--database"])
        .arg(&options.database);
    crate::process::exec(&mut command)
}
