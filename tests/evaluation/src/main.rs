//! Runs the evaluation and prints the content of `server/evaluation.toml`, which the site reads.

use std::io::{self, Write};

fn main() -> anyhow::Result<()> {
    let evaluation = toml::to_string(&evaluation::run(evaluation::SEED))?;
    write!(
        io::stdout(),
        "# How well the checks do on figures whose truth is known. Written by: cargo xtask evaluate\n\n{evaluation}"
    )?;
    Ok(())
}
