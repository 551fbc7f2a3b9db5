//! The folders of the workspace, and cargo commands in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::names::PROGRAM;

/// The two kinds of builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build, for development.
    Dev,
    /// The shipped build.
    Release,
}

impl Profile {
    /// Returns the profile for the value of `--release`.
    pub fn of_release(release: bool) -> Self {
        if release { Self::Release } else { Self::Dev }
    }

    /// Returns the cargo profile of the browser half. For development it is the profile of the server, so that the
    /// macros of both are compiled only once.
    pub fn frontend(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "frontend-release",
        }
    }

    /// Returns the folder of cargo's output for the browser half, below the folder of its target.
    pub fn frontend_folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "frontend-release",
        }
    }

    /// Returns the folder of cargo's output for the server, below target/.
    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

/// The checkout and the target folder of cargo.
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

    /// Returns the top folder of the checkout.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folder in which cargo stores the sources of dependencies.
    pub fn cargo_home(&self) -> PathBuf {
        let told = env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = || env::home_dir().unwrap_or_default().join(".cargo");
        told.unwrap_or_else(home)
    }

    /// Returns the target folder of cargo.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Returns the folder that contains the server program and the site folder.
    pub fn output(&self, profile: Profile) -> PathBuf {
        self.target.join(profile.folder())
    }

    /// Returns the path of the server program.
    pub fn server(&self, profile: Profile) -> PathBuf {
        self.output(profile)
            .join(format!("{PROGRAM}{}", env::consts::EXE_SUFFIX))
    }

    /// Returns a cargo command whose environment does not depend on the caller: queries are checked against .sqlx/ even
    /// if DATABASE_URL is set for another purpose.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .arg(subcommand)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target);
        independent(command)
    }

    /// Returns a command of nightly cargo in a folder of the checkout, with a target folder of its own.
    pub fn nightly_cargo(&self, folder: &str, target: &Path) -> Command {
        let mut command = Command::new("rustup");
        command
            .args(["run", "nightly", "cargo"])
            .current_dir(self.root.join(folder))
            .env("CARGO_TARGET_DIR", target);
        independent(command)
    }
}

/// Makes the environment of a cargo command independent of the caller.
fn independent(mut command: Command) -> Command {
    command
        .env("SQLX_OFFLINE", "true")
        .env_remove("SQLX_OFFLINE_DIR")
        .env_remove("DATABASE_URL")
        .env_remove("CARGO_BUILD_TARGET");
    // `cargo run` describes xtask in these variables. They must not affect the build of another package.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}
