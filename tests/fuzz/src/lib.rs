//! Rules that hold for any input from outside: query strings, data files, index files and documents.
//!
//! Each function of [`TARGETS`] takes any bytes and panics if a rule is broken. The tests of this package call them with
//! the seeds and with random changes of the seeds; `cargo xtask fuzz` calls them from cargo-fuzz, which looks for inputs
//! that reach new code.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what fails here is the fault that is looked for, or the set-up"
)]

mod atlas;
mod data_files;
mod documents;
mod index_files;
mod quantities;
mod query;
mod seeds;

pub use seeds::seeds;

/// A kind of input.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The name, which is also the name of the folder of its seeds.
    pub name: &'static str,
    /// Panics if a rule is broken for these bytes.
    pub check: fn(&[u8]),
}

/// All kinds of input.
pub const TARGETS: [Target; 5] = [
    Target {
        name: "query",
        check: query::check,
    },
    Target {
        name: "data_files",
        check: data_files::check,
    },
    Target {
        name: "quantities",
        check: quantities::check,
    },
    Target {
        name: "index_files",
        check: index_files::check,
    },
    Target {
        name: "documents",
        check: documents::check,
    },
];

/// Checks an input of the target with this name.
///
/// # Panics
/// If a rule is broken, or if there is no such target.
pub fn check(name: &str, input: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    (target.expect("a target of this name").check)(input);
}
