//! Measures how the time and memory of import and of page queries grow with the data:
//! `cargo run --release --package growth-bench`.
//!
//! Each size runs in two separate processes, one that imports and one that reads, so that their memory can be measured
//! separately. The arguments are sizes, written `zones:figures`. Without arguments, five sizes up to 100,000 zones and
//! 1,000,000 figures are measured.

mod generate;
mod measure;

use anyhow::{Context, Result, bail, ensure};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use tikv_jemallocator::Jemalloc;

/// The same allocator as in the server, because memory use is measured.
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

/// The size of a dataset: its number of zones and of figures.
#[derive(Debug, Clone, Copy)]
struct Size {
    zones: u32,
    figures: u32,
}

/// The sizes that are measured without arguments.
const SIZES: [Size; 5] = [
    Size {
        zones: 2_500,
        figures: 2_500,
    },
    Size {
        zones: 2_500,
        figures: 25_000,
    },
    Size {
        zones: 10_000,
        figures: 100_000,
    },
    Size {
        zones: 30_000,
        figures: 300_000,
    },
    Size {
        zones: 100_000,
        figures: 1_000_000,
    },
];

impl Size {
    fn parse(text: &str) -> Result<Self> {
        let (zones, figures) = text.split_once(':').context("a size is `zones:figures`")?;
        let size = Self {
            zones: zones.parse().context("no number of zones")?,
            figures: figures.parse().context("no number of figures")?,
        };
        ensure!(size.zones > 0, "at least one zone");
        Ok(size)
    }
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["import", size, database] => run(measure::import(Size::parse(size)?, database.as_ref())),
        ["read", size, database] => run(measure::read(Size::parse(size)?, database.as_ref())),
        [] => all(&SIZES),
        [..] => {
            let sizes: Vec<Size> = arguments
                .iter()
                .map(|it| Size::parse(it))
                .collect::<Result<_>>()?;
            all(&sizes)
        }
    }
}

/// Runs the work of one process and prints its table cells.
fn run(part: impl Future<Output = Result<Vec<String>>>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let cells = runtime.block_on(part)?;
    writeln!(std::io::stdout(), "{}", cells.join(" | "))?;
    Ok(())
}

fn all(sizes: &[Size]) -> Result<()> {
    let mut out = std::io::stdout();
    let columns: Vec<&str> = measure::IMPORT.into_iter().chain(measure::READ).collect();
    writeln!(out, "| zones | figures | {} |", columns.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(columns.len() + 2))?;
    let folder = tempfile::tempdir()?;
    for size in sizes {
        let database = folder.path().join("growth.db");
        let imported = part("import", *size, &database)?;
        let read = part("read", *size, &database)?;
        writeln!(
            out,
            "| {} | {} | {imported} | {read} |",
            size.zones, size.figures
        )?;
    }
    Ok(())
}

fn part(name: &str, size: Size, database: &Path) -> Result<String> {
    let output = Command::new(std::env::current_exe()?)
        .arg(name)
        .arg(format!("{}:{}", size.zones, size.figures))
        .arg(database)
        .output()?;
    if !output.status.success() {
        bail!("{name}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Size, measure};

    #[tokio::test]
    async fn a_generated_dataset_can_be_imported_and_read() {
        let size = Size {
            zones: 600,
            figures: 600,
        };
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("growth.db");
        let imported = measure::import(size, &database).await.unwrap();
        assert_eq!(imported.len(), measure::IMPORT.len());
        let read = measure::read(size, &database).await.unwrap();
        assert_eq!(read.len(), measure::READ.len());
    }
}
