//! Faults and attacks on the program as a process: it is killed, starved, flooded and stopped. `cargo xtask test --faults`
//! repeats each fault as often as docs/RELIABILITY.md states; other runs repeat it a few times.

#![expect(
    clippy::unwrap_used,
    reason = "what fails here fails the test, at the line that called it"
)]

mod connections;
mod imports;
mod load;
mod process;

use tokio::sync::Mutex;

/// Lets one test run at a time, because the tests measure times and need many threads.
static ALONE: Mutex<()> = Mutex::const_new(());

/// True in a run with `--faults`.
fn is_full() -> bool {
    std::env::var_os("ZONE_ATLAS_FAULTS").is_some()
}

/// Returns `full` in a run with `--faults`, otherwise `short`.
fn times(short: usize, full: usize) -> usize {
    if is_full() { full } else { short }
}
