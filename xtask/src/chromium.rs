//! Finds the browser and the Chinese font that the browser tests need, and installs them if possible.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::progress;

/// The possible program names of Chromium.
const PROGRAMS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Returns the path of Chromium. Installs Chromium and a Chinese font if they are missing. The environment variable
/// CHROMIUM has priority.
pub fn ensure() -> Result<PathBuf> {
    let mut missing = Vec::new();
    if find().is_none() {
        missing.push("chromium");
    }
    if !has_chinese_font() {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    find().context("Chromium was installed, but it is not on PATH: set CHROMIUM to the path of one")
}

fn find() -> Option<PathBuf> {
    match env::var_os("CHROMIUM") {
        Some(path) => Some(path.into()),
        None => PROGRAMS.iter().find_map(|program| process::find(program)),
    }
}

/// Returns true if a Chinese font is installed. Without one, Chinese text is drawn as boxes, and the measured layout
/// differs from that of readers.
fn has_chinese_font() -> bool {
    match process::output(Command::new("fc-list").arg(":lang=zh")) {
        Ok(fonts) => !fonts.trim().is_empty(),
        // Without fontconfig, a Debian system has no fonts yet; another system has fonts of its own.
        Err(_) => !is_debian(),
    }
}

fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !is_debian() {
        bail!(
            "the browser tests need {names}: install them, and set CHROMIUM to the browser's path if it is not on PATH"
        );
    }
    if !is_root() {
        bail!(
            "the browser tests need {names}: run `sudo apt-get install -y --no-install-recommends {names}`"
        );
    }
    progress::note(&format!("installing {names}"));
    apt_get(&["update"])
        .and_then(|()| apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat()))
        .with_context(|| format!("{names} could not be installed: check the network and apt's sources, then run the tests again"))
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    process::run(
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
