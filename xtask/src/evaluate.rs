//! `cargo xtask evaluate`: how well the checks of figures do, as the file that the site reads.

use anyhow::Result;

use crate::folder;
use crate::process;
use crate::progress;
use crate::workspace::Workspace;

/// The file, from the top of the checkout.
const FILE: &str = "server/evaluation.toml";

/// Runs the package `evaluation` and writes what it prints.
pub fn evaluate(workspace: &Workspace) -> Result<()> {
    let evaluation =
        process::output(
            workspace
                .cargo("run")
                .args(["--quiet", "--package", "evaluation"]),
        )?;
    folder::write(&workspace.root().join(FILE), evaluation.as_bytes())?;
    progress::note(&format!("wrote {FILE}"));
    Ok(())
}
