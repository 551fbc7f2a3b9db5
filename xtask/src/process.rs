//! Runs other programs. Errors contain the command.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a program with its output on the terminal. Returns an error unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("`{}` could not be started", shown(command)))?;
    if !status.success() {
        bail!(
            "`{}` failed ({status}); its messages above say why",
            shown(command)
        );
    }
    Ok(())
}

/// Runs a program and returns its standard output. Returns an error unless it succeeds.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{}` could not be started", shown(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program, prints each line of its standard output at once, and also passes the line to `look`.
pub fn watch(command: &mut Command, mut look: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` could not be started", shown(command)))?;
    if let Some(pipe) = child.stdout.take() {
        let mut lines = BufReader::new(pipe);
        let mut line = Vec::new();
        while lines
            .read_until(b'\n', &mut line)
            .context("the output of the tests could not be read")?
            > 0
        {
            io::stdout()
                .write_all(&line)
                .context("standard output could not be written")?;
            look(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    child
        .wait()
        .with_context(|| format!("`{}` could not be waited for", shown(command)))
}

/// Replaces this process with another program, so that the program receives its signals directly. Returns only if the
/// program cannot be started.
#[cfg(unix)]
pub fn exec(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    let error = command.exec();
    Err(error).with_context(|| format!("`{}` could not be started", shown(command)))
}

/// Runs another program to its end. Without `exec`, Ctrl-C reaches both processes.
#[cfg(not(unix))]
pub fn exec(command: &mut Command) -> Result<()> {
    run(command)
}

/// Returns the full path of a program on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(&name))
        .find(|candidate| candidate.is_file())
}

/// Returns a command as it would be typed.
fn shown(command: &Command) -> String {
    let words: Vec<_> = [command.get_program()]
        .into_iter()
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    words.join(" ")
}
