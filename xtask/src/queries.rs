//! `cargo xtask prepare-queries`: what sqlx' macros need to check the queries in a build without a database.

#[cfg(feature = "queries")]
mod offline;
#[cfg(feature = "queries")]
mod schema;

#[cfg(feature = "queries")]
pub use offline::prepare;

/// Becomes this program again, built with SQLite.
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
    crate::process::replace_by(&mut command)
}
