//! What the dearest addresses cost that anyone can ask for: processor time of the server, each response made anew.

use std::fmt;
use std::time::Duration;

use anyhow::Result;

use super::http::{COMPRESSED, Connection};
use super::server::{Effort, processor_time};
use crate::site_server::Server;

/// Milliseconds that a page or a table may take.
const PAGE: f64 = 15.0;

/// Milliseconds that a picture may take.
const PICTURE: f64 = 60.0;

/// A host that is none of the site's, so that the server keeps no response.
const OTHER_HOST: &str = "other.example";

/// How long each address is asked for.
const EACH: Effort = Effort {
    warm_up: 3,
    batch: 1,
    least: 1,
    patience: Duration::from_millis(800),
};

/// Addresses of every kind, the dearest of each among them, with their ceilings.
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
    ("/data/zones.json?q=zhou", PAGE),
    ("/data/cautions.json", PAGE),
    ("/methods", PAGE),
    ("/fn/series?page=%2Fzones%2Fliyang-high-tech-zone", PAGE),
    ("/fn/explorer", PAGE),
];

/// What an address costs.
struct Cost {
    address: &'static str,
    milliseconds: f64,
    ceiling: f64,
}

/// What all addresses cost, the dearest first.
pub struct Ceilings(Vec<Cost>);

impl Ceilings {
    /// Asks for each address again and again.
    pub fn measure(server: &Server) -> Result<Self> {
        let mut costs = Vec::new();
        for (address, ceiling) in ADDRESSES {
            costs.push(Cost {
                address,
                milliseconds: cost(server, address)?,
                ceiling: *ceiling,
            });
        }
        costs.sort_by(|one, other| other.milliseconds.total_cmp(&one.milliseconds));
        Ok(Self(costs))
    }

    /// How many addresses are dearer than they may be.
    pub fn broken(&self) -> usize {
        let costs = self.0.iter();
        costs
            .filter(|cost| cost.milliseconds > cost.ceiling)
            .count()
    }
}

impl fmt::Display for Ceilings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "      ms  ceiling  address")?;
        for cost in &self.0 {
            let mark = if cost.milliseconds > cost.ceiling {
                "  too dear"
            } else {
                ""
            };
            let Cost {
                address,
                milliseconds,
                ceiling,
            } = cost;
            writeln!(f, "  {milliseconds:>6.1}  {ceiling:>7.0}  {address}{mark}")?;
        }
        Ok(())
    }
}

/// Milliseconds of processor time for one response.
fn cost(server: &Server, address: &str) -> Result<f64> {
    let mut connection = Connection::open(server.host())?.with_host(OTHER_HOST);
    processor_time(server, &EACH, |_| connection.get(address, COMPRESSED))
}
