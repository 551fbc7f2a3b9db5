//! Where the workspace is, and how cargo is called in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::names::PROGRAM;

/// The two ways everything is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, for the loop of work.
    Dev,
    /// What is shipped.
    Release,
}

impl Profile {
    /// The profile behind a `--release` flag.
    pub fn of_release(release: bool) -> Self {
        if release { Self::Release } else { Self::Dev }
    }

    /// The cargo profile of the browser's half. In the loop it is the server's own, so that the macros both are built
    /// with are compiled once.
    pub fn frontend(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "frontend-release",
        }
    }

    /// The folder that cargo puts the browser's half in, below that of its target.
    pub fn frontend_folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "frontend-release",
        }
    }

    /// The folder under target/ that cargo puts the server in.
    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

/// The checkout and the folder that cargo builds into.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the workspace that this program was compiled from.
    pub fn locate() -> Result<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest
            .parent()
            .with_context(|| format!("{} is not inside a workspace", manifest.display()))?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => {
                std::path::absolute(folder).context("CARGO_TARGET_DIR is not a usable path")?
            }
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The top of the checkout.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo keeps the sources of dependencies.
    pub fn cargo_home(&self) -> PathBuf {
        let told = env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = || env::home_dir().unwrap_or_default().join(".cargo");
        told.unwrap_or_else(home)
    }

    /// The folder that cargo builds into.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The folder that holds the server's binary and, beside it, the site folder.
    pub fn output(&self, profile: Profile) -> PathBuf {
        self.target.join(profile.folder())
    }

    /// The server's binary.
    pub fn server(&self, profile: Profile) -> PathBuf {
        self.output(profile)
            .join(format!("{PROGRAM}{}", env::consts::EXE_SUFFIX))
    }

    /// Cargo with a sub-command, in an environment that does not depend on the caller's: queries are checked against
    /// .sqlx/ even where DATABASE_URL is set for something else.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .arg(subcommand)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("SQLX_OFFLINE", "true")
            .env_remove("SQLX_OFFLINE_DIR")
            .env_remove("DATABASE_URL")
            .env_remove("CARGO_BUILD_TARGET");
        // `cargo run` describes xtask itself in these; they must not reach another package's build.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        command
    }
}
