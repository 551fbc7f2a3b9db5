//! `cargo xtask prepare-queries`: writes the data with which the macros of sqlx check queries in a build without a
//! database.

#[cfg(feature = "queries")]
mod offline;
#[cfg(feature = "queries")]
mod schema;

#[cfg(feature = "queries")]
pub use offline::prepare;

/// Replaces this process with xtask, built with the feature `queries`, which includes SQLite.
#[cfg(not(feature = "queries"))]
pub fn prepare(workspace: &crate::workspace::Workspace, check: bool) -> anyhow::Result<()> {
    let mut command = workspace.cargo("run");
    command.args([
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "queries",
        "--",
        "prepare-queries",
    ]);
    command.args(check.then_some("--check"));
    crate::process::exec(&mut command)
}
