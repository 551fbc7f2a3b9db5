//! `cargo xtask evaluate`: measures the precision and recall of the checks, and writes the file that the site reads.

use anyhow::Result;

use crate::folder;
use crate::process;
use crate::progress;
use crate::workspace::Workspace;

/// The output file, from the top of the checkout.
const FILE: &str = "server/evaluation.toml";

/// Runs the package `evaluation` and stores its output.
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
