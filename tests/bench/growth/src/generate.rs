//! Generates zones and figures from parts of the shipped dataset. Every run generates the same data.

use crate::Size;
use anyhow::{Context, Result};
use domain::definition::{Definition, Term};
use domain::figure::Figure;
use domain::period::Period;
use domain::receipt::Receipt;
use domain::text::Bilingual;
use fastrand::Rng;
use server::dataset::{Dataset, Files};
use server::import::Parts;
use server::store::Provenance;
use server::store::ZoneInput;

/// The seed is fixed, so that every run has the same data and runs can be compared.
const SEED: u64 = 2543;

/// The indicators of the generated figures, each with a typical value in units of 100 million yuan.
const INDICATORS: [(&str, u32); 4] = [
    ("industrial-output", 2_000),
    ("gdp", 800),
    ("fiscal-revenue", 90),
    ("foreign-trade", 500),
];

/// The first year of a series.
const FIRST_YEAR: u16 = 2008;

/// Reads the shipped dataset. Its lists and groups are returned unchanged; its zones and receipts go to the generator
/// as templates.
pub fn shipped() -> Result<(Parts, Generator)> {
    let dataset = Dataset::read(&Files::embedded())
        .map_err(|problems| anyhow::anyhow!("the dataset has {} problems", problems.len()))?;
    let mut parts = Parts::of(dataset, Provenance::Folder);
    // The edition is later than any shipped one, so that no server overwrites this data.
    parts.name.edition = 1_000_000;
    let zones = std::mem::take(&mut parts.zones);
    let figures = zones.iter().flat_map(|zone| &zone.figures);
    let generator = Generator {
        receipts: figures.filter_map(Figure::receipt).cloned().collect(),
        zones,
        random: Rng::with_seed(SEED),
        made: 0,
        figures: 0,
    };
    Ok((parts, generator))
}

/// Generates zones one after the other.
pub struct Generator {
    zones: Vec<ZoneInput>,
    receipts: Vec<Receipt>,
    random: Rng,
    made: u32,
    figures: u32,
}

/// Returns the slug of a generated zone, such as `generated-zone-7`.
pub fn slug(number: u32) -> String {
    format!("generated-zone-{number}")
}

impl Generator {
    /// Returns the next zone with its share of the figures.
    pub fn next(&mut self, size: Size) -> Result<ZoneInput> {
        let number = self.made;
        self.made += 1;
        let places = self.zones.len();
        let model = &self.zones[self.random.usize(..places)];
        let (county, industries) = (model.county.clone(), model.industries.clone());
        let new_area = model.new_area.clone();
        let mut summary = model.summary.clone();
        summary.slug = slug(number).parse()?;
        // It names a fact of the template, and generated zones have no facts.
        summary.today = None;
        // The two letters are used in turn, so that every generated code is unique.
        let letter = if number.is_multiple_of(2) { 'G' } else { 'S' };
        let code = format!("{letter}{:06}", number / 2);
        summary.code = summary.code.map(|_| code.parse()).transpose()?;
        summary.name = Bilingual {
            en: format!("{} {number}", summary.name.en),
            zh: format!("{}{number}", summary.name.zh),
        };
        // The number of figures is proportional to the number of zones so far, so that the total is exact at the end.
        let due = u64::from(size.figures) * u64::from(self.made) / u64::from(size.zones);
        let due = u32::try_from(due)?;
        let mut figures = Vec::new();
        while self.figures < due {
            figures.push(self.figure(figures.len())?);
            self.figures += 1;
        }
        Ok(ZoneInput {
            catalogue_name: summary.code.is_some().then(|| summary.name.clone()),
            summary,
            other_names: Vec::new(),
            county,
            industries,
            new_area,
            lead: None,
            facts: Vec::new(),
            figures,
        })
    }

    /// Returns figure number `number` of a zone. Its figures cover the years of all indicators; one in eight has a
    /// definition.
    fn figure(&mut self, number: usize) -> Result<Figure> {
        let (indicator, size) = INDICATORS[number % INDICATORS.len()];
        let year = FIRST_YEAR + u16::try_from(number / INDICATORS.len())? % 17;
        let value = self.random.u32(size / 10..size * 2);
        let tenths = self.random.u8(1..10);
        let receipts = self.receipts.len();
        let receipt = self.receipts[self.random.usize(..receipts)].clone();
        let mut figure = Figure::level(
            format!("x{}", self.figures).parse()?,
            indicator.parse()?,
            Period::Year(year),
            format!("{value}.{tenths} yi CNY").parse()?,
            receipt,
        );
        if self.random.u8(..8) == 0 {
            figure.definition = Definition::from(vec![Term::AboveScale]);
        }
        Ok(figure)
    }
}

/// Returns the slug of a random zone of a dataset of this size.
pub fn any_zone(random: &mut Rng, size: Size) -> Result<domain::id::ZoneSlug> {
    slug(random.u32(..size.zones))
        .parse()
        .context("no address of a zone")
}
