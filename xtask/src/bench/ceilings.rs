//! Measures the processor time of the server for the most expensive addresses. The server renders pages and pictures
//! again for each request; it renders whole tables once and caches them.

use std::fmt;
use std::io::{self, Write};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::http::{COMPRESSED, Connection};
use super::server::{Sampling, processor_time};
use crate::site_server::Server;
use crate::workspace::{Profile, Workspace};

/// The limit for a page or a table, in milliseconds.
const PAGE: f64 = 15.0;

/// The limit for a picture, in milliseconds.
const PICTURE: f64 = 60.0;

/// The factor by which the limits are raised for a development build. Measured: such builds take 4 to 7 times as long.
const DEVELOPMENT: f64 = 10.0;

/// A host that is not the site's. The server does not cache responses that contain it.
const OTHER_HOST: &str = "other.example";

/// Returns how long each address is measured.
const fn each(profile: Profile) -> Sampling {
    Sampling {
        warm_up: 2,
        batch: 1,
        least: 1,
        patience: Duration::from_millis(match profile {
            Profile::Release => 800,
            Profile::Dev => 200,
        }),
    }
}

/// The effort of the first request, whose response is not cached yet.
const FIRST: Sampling = Sampling {
    warm_up: 0,
    batch: 1,
    least: 1,
    patience: Duration::ZERO,
};

/// Addresses of every kind, including the most expensive ones, with their limits in milliseconds.
#[rustfmt::skip]
const ADDRESSES: &[(&str, f64)] = &[
    ("/", PAGE),
    ("/zh", PAGE),
    ("/?province=jiangsu", PAGE),
    ("/?kind=high-tech&level=national", PAGE),
    ("/?q=zhou", PAGE),
    ("/?q=a", PAGE),
    ("/zh?q=%E5%8C%BA", PAGE),
    ("/?q=qniglan+gaoxinqu+jiangsu", PAGE),
    ("/?group=province", PAGE),
    ("/?sort=area&page=26", PAGE),
    ("/?zoom=jiangsu&map=area", PAGE),
    ("/?from=1990&to=2005&cautions=none&figures=some", PAGE),
    ("/zones/liyang-high-tech-zone", PAGE),
    ("/zh/zones/liyang-high-tech-zone", PAGE),
    ("/zones/suzhou-industrial-park", PAGE),
    ("/zones/zhongguancun-science-park", PAGE),
    ("/zones/pudong-new-area", PAGE),
    ("/zones/pudong-new-area?values=index&panels=each&charts=beside", PAGE),
    ("/zones/liyang-high-tech-zone.json", PAGE),
    ("/zones/liyang-high-tech-zone.csv", PAGE),
    ("/zones/liyang-high-tech-zone/output.svg", PAGE),
    ("/zones/liyang-high-tech-zone/output.csv", PAGE),
    ("/zones/liyang-high-tech-zone/output.json", PAGE),
    ("/zones/liyang-high-tech-zone/output/embed", PAGE),
    ("/zones/liyang-high-tech-zone/output.png", PICTURE),
    ("/zh/zones/liyang-high-tech-zone/output.png", PICTURE),
    ("/zones/liyang-high-tech-zone/card.png", PICTURE),
    ("/groups/national-etdzs", PAGE),
    ("/groups/national-high-tech-zones.csv", PAGE),
    ("/compare?zones=pudong-new-area,suzhou-industrial-park,zhongguancun-science-park,liyang-high-tech-zone", PAGE),
    ("/compare/gdp.svg?zones=pudong-new-area,suzhou-industrial-park,zhongguancun-science-park", PAGE),
    ("/compare/gdp.png?zones=pudong-new-area,suzhou-industrial-park,zhongguancun-science-park", PICTURE),
    ("/compare/gdp.csv?zones=pudong-new-area,suzhou-industrial-park,zhongguancun-science-park", PAGE),
    ("/indicators/gdp", PAGE),
    ("/indicators/area?page=20", PAGE),
    ("/indicators/area.csv", PAGE),
    ("/indicators/gdp.json", PAGE),
    ("/indicators/gdp.png", PICTURE),
    ("/figures/yafy3", PAGE),
    ("/zh/figures/yafy3", PAGE),
    ("/figures/yafy3.json", PAGE),
    ("/sources", PAGE),
    ("/sources/catalogue-2018", PAGE),
    ("/data", PAGE),
    ("/data/columns", PAGE),
    ("/data/figures.csv", PAGE),
    ("/data/figures.json", PAGE),
    ("/data/zones.csv", PAGE),
    ("/data/zones.geojson", PAGE),
    ("/data/zones.json", PAGE),
    ("/data/zones.json?q=zhou", PAGE),
    ("/data/zones.json?q=a", PAGE),
    ("/data/zones.geojson?q=a", PAGE),
    ("/data/zones.csv?q=a", PAGE),
    ("/data/cautions.json", PAGE),
    ("/methods", PAGE),
    ("/fn/series?page=%2Fzones%2Fliyang-high-tech-zone", PAGE),
    ("/fn/explorer", PAGE),
];

/// The processor time of an address, in milliseconds.
struct Cost {
    address: &'static str,
    /// The time of the first request, with a precision of 10 ms.
    first: f64,
    milliseconds: f64,
    ceiling: f64,
}

/// The costs of all addresses, the highest first.
struct Ceilings(Vec<Cost>);

impl Ceilings {
    /// Requests each address repeatedly. The limits are higher for a development build.
    fn measure(server: &Server, profile: Profile) -> Result<Self> {
        let factor = match profile {
            Profile::Release => 1.0,
            Profile::Dev => DEVELOPMENT,
        };
        let mut costs = Vec::new();
        for (address, ceiling) in ADDRESSES {
            let mut connection = Connection::open(server.host())?.with_host(OTHER_HOST);
            let mut cost =
                |effort| processor_time(server, effort, |_| connection.get(address, COMPRESSED));
            costs.push(Cost {
                address,
                first: cost(&FIRST)?,
                milliseconds: cost(&each(profile))?,
                ceiling: ceiling * factor,
            });
        }
        costs.sort_by(|one, other| other.milliseconds.total_cmp(&one.milliseconds));
        Ok(Self(costs))
    }

    /// Returns the number of addresses above their limit.
    fn broken(&self) -> usize {
        let costs = self.0.iter();
        costs
            .filter(|cost| cost.milliseconds > cost.ceiling)
            .count()
    }
}

impl fmt::Display for Ceilings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "      ms  ceiling  first  address")?;
        for cost in &self.0 {
            let mark = if cost.milliseconds > cost.ceiling {
                "  too slow"
            } else {
                ""
            };
            let Cost {
                address,
                first,
                milliseconds,
                ceiling,
            } = cost;
            writeln!(
                f,
                "  {milliseconds:>6.1}  {ceiling:>7.0}  {first:>5.0}  {address}{mark}"
            )?;
        }
        Ok(())
    }
}

/// Starts the built server, measures it, and prints the table. For a development build it prints the table only if an
/// address is above its limit.
///
/// # Errors
/// If an address is above its limit, or if the server cannot be reached.
pub fn check(workspace: &Workspace, profile: Profile) -> Result<()> {
    let temporary =
        tempfile::tempdir().context("cannot create a temporary folder: check TMPDIR")?;
    let database = temporary.path().join("served.db");
    let server = Server::start(&workspace.server(profile), &database, temporary.path())?;
    let costs = Ceilings::measure(&server, profile)?;
    let broken = costs.broken();
    if broken > 0 || profile == Profile::Release {
        writeln!(io::stdout(), "{costs}").context("standard output could not be written")?;
    }
    ensure!(
        broken == 0,
        "{broken} addresses exceed their limit of processor time"
    );
    Ok(())
}
