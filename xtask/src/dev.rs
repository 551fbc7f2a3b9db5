//! `cargo xtask dev`: serve the site, build what a saved file changes, and reload the page.

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

/// Where the site is served while one works on it.
#[derive(Args)]
pub struct Options {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1:3000")]
    addr: String,
    /// The SQLite file, written from data/ on each change there.
    #[arg(long, default_value = "target/dev.db")]
    database: std::path::PathBuf,
}

/// Becomes this program again, built with what watches files and talks to the page.
#[cfg(not(feature = "dev"))]
pub fn dev(workspace: &crate::workspace::Workspace, options: &Options) -> anyhow::Result<()> {
    let mut command = workspace.cargo("run");
    command
        .args(["--quiet", "--package", "xtask", "--features", "dev", "--"])
        .args(["dev", "--addr", &options.addr, "--database"])
        .arg(&options.database);
    crate::process::replace_by(&mut command)
}
