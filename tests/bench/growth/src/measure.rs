//! The measurements of one size: import and reading.

use crate::Size;
use crate::generate::{any_zone, shipped};
use anyhow::{Context, Result};
use app::atlas::Atlas;
use domain::id::{FigureId, IndicatorId, SourceId, ZoneSlug};
use domain::ranking::RankingPart;
use fastrand::Rng;
use server::documents::Documents;
use server::import::{Importer, Target};
use server::live::OpenAtlas;
use std::path::Path;
use std::time::{Duration, Instant};

/// The default Brotli level of import.
const BROTLI: u8 = 11;

/// The number of times that each query runs; the table shows the median.
const RUNS: usize = 31;

/// The columns of [`import`].
pub const IMPORT: [&str; 6] = [
    "rows written, s",
    "index packed, checked, s",
    "figures per s, all",
    "import, peak MB",
    "file, MB",
    "bytes per figure",
];

/// The columns of [`read`].
pub const READ: [&str; 11] = [
    "open, ms",
    "open, MB",
    "filter, ms",
    "zone, ms",
    "figure, ms",
    "ranking, first page, ms",
    "ranking, last page, ms",
    "compare 6, ms",
    "source, ms",
    "coverage, ms",
    "reading, peak MB",
];

/// Generates a dataset, imports it, and returns the cells of the table.
pub async fn import(size: Size, database: &Path) -> Result<Vec<String>> {
    let (parts, mut generator) = shipped()?;
    let target = Target {
        path: database,
        brotli_level: BROTLI,
        force: false,
    };
    let begun = Instant::now();
    let mut importer = Importer::begin(target, parts.lists, parts.groups).await?;
    for _ in 0..size.zones {
        importer.zone(generator.next(size)?).await?;
    }
    let written = begun.elapsed();
    importer.finish(&parts.name).await?;
    let all = begun.elapsed();
    let bytes = std::fs::metadata(database)?.len();
    Ok(vec![
        format!("{:.1}", written.as_secs_f64()),
        format!("{:.1}", (all - written).as_secs_f64()),
        format!("{:.0}", f64::from(size.figures) / all.as_secs_f64()),
        memory("VmHWM")?,
        megabytes(bytes),
        format!("{}", bytes / u64::from(size.figures.max(1))),
    ])
}

/// Opens the database, runs the queries of pages, and returns the cells of the table.
pub async fn read(size: Size, database: &Path) -> Result<Vec<String>> {
    let documents = Documents::of(Path::new("no-documents"));
    let begun = Instant::now();
    let atlas = OpenAtlas::open(database, documents).await?;
    let opened = begun.elapsed();
    let mut cells = vec![milliseconds(opened), memory("RssAnon")?];
    let mut random = Rng::with_seed(1);
    let slugs: Vec<ZoneSlug> = (0..RUNS * 6)
        .map(|_| any_zone(&mut random, size))
        .collect::<Result<_>>()?;
    let gdp: IndicatorId = "gdp".parse()?;
    let known = Atlas::ranking(&atlas, &gdp, &RankingPart::first(1))
        .await?
        .known;
    let source = most_used(&atlas).await?;

    let mut filters = Vec::new();
    let mut zones = Vec::new();
    let mut figures = Vec::new();
    let mut first = Vec::new();
    let mut last = Vec::new();
    let mut compared = Vec::new();
    for n in 0..RUNS {
        let one = &slugs[n];
        let six: Vec<String> = slugs[n * 6..n * 6 + 6]
            .iter()
            .map(ToString::to_string)
            .collect();
        let query = format!("q=hen&province=jiangsu&decade=200{}s", n % 2);
        filters.push(time(atlas.shown(&query)).await.0);
        zones.push(time(atlas.zone(one)).await.0);
        let id: FigureId = format!("x{}", random.u32(..size.figures.max(1))).parse()?;
        figures.push(time(atlas.figure(&id)).await.0);
        first.push(
            time(Atlas::ranking(&atlas, &gdp, &RankingPart::first(50)))
                .await
                .0,
        );
        let part = RankingPart {
            skip: known.saturating_sub(50),
            ..RankingPart::first(50)
        };
        last.push(time(Atlas::ranking(&atlas, &gdp, &part)).await.0);
        compared.push(time(Atlas::comparison(&atlas, &six)).await.0);
    }
    for times in [filters, zones, figures, first, last, compared] {
        cells.push(median(times)?);
    }
    cells.push(milliseconds(time(Atlas::source(&atlas, &source)).await.0));
    cells.push(milliseconds(time(Atlas::coverage(&atlas)).await.0));
    cells.push(memory("VmHWM")?);
    Ok(cells)
}

/// Returns the id of the source with the most figures.
async fn most_used(atlas: &OpenAtlas) -> Result<SourceId> {
    let sources = Atlas::sources(atlas).await?;
    let most = sources.into_iter().max_by_key(|line| line.figures);
    Ok(most.context("no source")?.source.id)
}

async fn time<T>(work: impl Future<Output = T>) -> (Duration, T) {
    let begun = Instant::now();
    let done = work.await;
    (begun.elapsed(), done)
}

fn median(mut times: Vec<Duration>) -> Result<String> {
    times.sort_unstable();
    let middle = times.get(times.len() / 2);
    Ok(milliseconds(*middle.context("nothing was measured")?))
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}

/// Returns a memory field of `/proc/self/status`, such as `VmHWM`, in MB.
fn memory(name: &str) -> Result<String> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with(name));
    let kibibytes = line.and_then(|line| line.split_whitespace().nth(1));
    let kibibytes: u64 = kibibytes.context("the kernel does not tell")?.parse()?;
    Ok(megabytes(kibibytes * 1024))
}
