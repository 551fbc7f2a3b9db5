//! The true amounts of a generated zone, by year, in yuan or in persons.

use fastrand::Rng;

/// The last year with amounts.
pub(super) const LAST: u16 = 2023;

/// An unusual history of a zone that may mislead a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum History {
    /// No unusual history.
    Plain,
    /// The GDP is 1.9 times the industrial output, as in a zone of services.
    Service,
    /// The GDP grew by 150 % in one year.
    Leap,
    /// The GDP fell by a quarter in one year.
    Fall,
}

/// A generated zone.
#[derive(Debug)]
pub(super) struct Zone {
    /// The first year with amounts.
    pub first: u16,
    /// The year of its founding.
    pub founded: u16,
    /// The month of its founding, 1 to 12.
    pub month: u8,
    /// The area approved by the catalogue, in hectares.
    pub hectares: u64,
    lines: Vec<(&'static str, Vec<u64>)>,
}

/// Returns `part` thousandths of an amount, rounded down.
pub(super) fn thousandths(amount: u64, part: u64) -> u64 {
    amount.saturating_mul(part) / 1000
}

impl Zone {
    /// Generates a zone with this past.
    pub(super) fn new(rng: &mut Rng, past: History) -> Self {
        let first = rng.u16(1996..=2010);
        let years = || first..=LAST;
        let turn = rng.u16(first + 1..=LAST);
        let mut gdp = *rng.choice(&START).unwrap_or(&1_000_000_000);
        gdp = thousandths(gdp, rng.u64(1000..=2000));
        let gdps: Vec<u64> = years()
            .map(|year| {
                let factor = match past {
                    History::Leap if year == turn => 2500,
                    History::Fall if year == turn => 750,
                    _ if year == first => 1000,
                    _ => growth(rng, year, gdp),
                };
                gdp = thousandths(gdp, factor);
                gdp
            })
            .collect();
        let (least, most) = match past {
            History::Service => (526, 526),
            _ if rng.u8(0..3) == 0 => (600, 1200),
            _ => (1200, 4500),
        };
        let outputs = shares(rng, &gdps, (least, most), 50);
        // Value added is at most 45 % of output, as in real industry, and never above output.
        let added = shares(rng, &gdps, (250, 900), 30)
            .into_iter()
            .zip(&outputs)
            .map(|(added, output)| added.min(thousandths(*output, 450)))
            .collect();
        let fiscal = shares(rng, &gdps, (50, 300), 60);
        let trade = shares(rng, &gdps, (50, 2500), 150);
        let invested = shares(rng, &gdps, (200, 900), 80);
        let mut heads = rng.u64(20_000..500_000);
        let population = years()
            .map(|_| {
                heads = thousandths(heads, rng.u64(980..=1080));
                heads
            })
            .collect();
        Self {
            first,
            founded: first - rng.u16(0..=6),
            month: rng.u8(1..=12),
            hectares: rng.u64(100..1000) * *rng.choice(&[1, 3, 10]).unwrap_or(&1),
            lines: vec![
                ("gdp", gdps),
                ("industrial-output", outputs),
                ("industrial-value-added", added),
                ("fiscal-revenue", fiscal),
                ("foreign-trade", trade),
                ("fixed-asset-investment", invested),
                ("population", population),
            ],
        }
    }

    /// Returns the true amount of a year; `None` for an unknown indicator or year.
    pub(super) fn amount(&self, indicator: &str, year: u16) -> Option<u64> {
        let (_, amounts) = self.lines.iter().find(|(of, _)| *of == indicator)?;
        amounts
            .get(usize::from(year.checked_sub(self.first)?))
            .copied()
    }
}

/// Typical GDPs of new zones, in yuan.
const START: [u64; 6] = [
    200_000_000,
    500_000_000,
    1_000_000_000,
    2_000_000_000,
    4_000_000_000,
    8_000_000_000,
];

/// Returns the growth factor of a year, in thousandths. Growth is fast before 2012 and slower after. It is slowest
/// above 400 billion yuan, so that no zone exceeds a realistic size.
fn growth(rng: &mut Rng, year: u16, gdp: u64) -> u64 {
    match rng.u8(0..100) {
        _ if gdp > 400_000_000_000 => rng.u64(970..=1060),
        0..8 => rng.u64(850..=1020),
        8..13 => rng.u64(1300..=1600),
        _ if year < 2012 => rng.u64(1060..=1330),
        _ => rng.u64(1010..=1150),
    }
}

/// Returns amounts that are a share of GDP. The share stays within bounds, in thousandths, and changes by up to
/// `yearly_change` thousandths of itself a year.
fn shares(rng: &mut Rng, gdps: &[u64], (least, most): (u64, u64), yearly_change: u64) -> Vec<u64> {
    let mut part = rng.u64(least..=most);
    gdps.iter()
        .map(|gdp| {
            part = thousandths(part, rng.u64(1000 - yearly_change..=1000 + yearly_change))
                .clamp(least, most);
            thousandths(*gdp, part)
        })
        .collect()
}
