//! Cautions: named checks that fired. They never change or hide a value.

mod amounts;
mod area;
mod currency;
mod growth;
mod history;
mod scope;
mod slip;

#[cfg(test)]
mod tests;

use crate::exchange::ExchangeRates;
use crate::fact::Fact;
use crate::figure::Figure;
use crate::id::{FactId, FigureId};
use crate::indicator::Indicator;
use crate::source::Source;
use crate::textual::{ParseError, serde_as_text, vocabulary};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

vocabulary! {
    /// A check of what figures and facts say of one another.
    CautionRule, "a check such as `unit-slip` or `two-foundings`" {
        /// GDP above twice the industrial output of the same scope and period.
        GdpAboveOutput = "gdp-above-output",
        /// Value added above the GDP of the same scope and period.
        ValueAddedAboveGdp = "value-added-above-gdp",
        /// Off the figures of neighbouring years by 10, 100, 1,000 or 10,000.
        UnitSlip = "unit-slip",
        /// More than all national zones of a class together.
        AboveNationalTotal = "above-national-total",
        /// A part greater than its whole.
        ShareAboveWhole = "share-above-whole",
        /// A dollar amount whose rate is off the year's by more than 5 %.
        DollarRate = "dollar-rate",
        /// An approved area off the catalogue's by more than 10 %.
        ApprovedArea = "approved-area",
        /// A nominal growth rate that the two levels contradict.
        GrowthAgainstLevels = "growth-against-levels",
        /// Two dates for one founding.
        TwoFoundings = "two-foundings",
        /// Of a predecessor, an industry or a facility, and shown near the zone's own.
        NarrowerScope = "narrower-scope",
        /// A person doubts the print.
        DoubtedPrint = "doubted-print",
    }
}

impl CautionRule {
    /// Whether it questions the number or the date, and not only what it is of.
    pub const fn questions(self) -> bool {
        !matches!(self, Self::NarrowerScope)
    }
}

/// A check that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caution {
    /// Which.
    pub rule: CautionRule,
    /// The figures it speaks of, the questioned one first.
    pub figures: Vec<FigureId>,
    /// The facts it speaks of.
    pub facts: Vec<FactId>,
    /// By which power of ten the print seems to have slipped, where that is the question.
    pub power: Option<u32>,
}

impl Caution {
    fn of_figures<'a>(rule: CautionRule, figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        Self {
            rule,
            figures: figures
                .into_iter()
                .map(|figure| figure.id.clone())
                .collect(),
            facts: Vec::new(),
            power: None,
        }
    }

    /// Its name: the same as long as the same check fires on the same things.
    pub fn key(&self) -> CautionKey {
        CautionKey {
            rule: self.rule,
            on: self
                .figures
                .iter()
                .map(FigureId::as_str)
                .chain(self.facts.iter().map(FactId::as_str))
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Whether it speaks of a figure.
    pub fn concerns(&self, figure: &FigureId) -> bool {
        self.figures.contains(figure)
    }
}

/// The name of a caution: its rule and the ids of what it speaks of, `unit-slip k7f2q h4m9t`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CautionKey {
    rule: CautionRule,
    on: Vec<String>,
}

impl FromStr for CautionKey {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut words = text.split(' ');
        let rule = words.next().unwrap_or_default().parse()?;
        let on = words
            .map(|id| id.parse::<FigureId>().map(|id| id.to_string()))
            .collect::<Result<Vec<_>, _>>()?;
        if on.is_empty() {
            return Err(ParseError::new(text, "a check and the ids it fired on"));
        }
        Ok(Self { rule, on })
    }
}

impl fmt::Display for CautionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rule, self.on.join(" "))
    }
}

serde_as_text!(CautionKey);

/// What checks of one zone need from elsewhere.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// What a dollar cost.
    pub rates: ExchangeRates,
    /// Totals of all national zones of a class.
    pub totals: Vec<Figure>,
}

/// What is known of one zone or group, to be checked.
pub struct Evidence<'a> {
    /// Its stated figures, that of its catalogue area among them.
    pub figures: &'a [Figure],
    /// Its facts.
    pub facts: &'a [Fact],
    /// The indicators of the figures.
    pub indicators: &'a [Indicator],
    /// The sources of the figures.
    pub sources: &'a [Source],
}

impl Evidence<'_> {
    fn indicator(&self, figure: &Figure) -> Option<&Indicator> {
        self.indicators
            .iter()
            .find(|indicator| indicator.id == figure.indicator)
    }

    /// The levels of an indicator that a check may rest on.
    fn sound_levels<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = &'a Figure> {
        self.figures.iter().filter(move |figure| {
            figure.indicator.as_str() == indicator
                && figure.measure.is_level()
                && figure.is_sound_input()
        })
    }
}

/// Every check that fires, rule by rule, in the order of the data.
pub fn check(evidence: &Evidence<'_>, references: &References) -> Vec<Caution> {
    let mut found = amounts::cautions(evidence);
    found.extend(slip::cautions(evidence, references));
    found.extend(currency::cautions(evidence, references));
    found.extend(area::cautions(evidence));
    found.extend(growth::cautions(evidence));
    found.extend(history::cautions(evidence));
    found.extend(scope::cautions(evidence));
    found
}

/// Whether two figures are of the same subject and scope at the same time.
fn is_beside(one: &Figure, other: &Figure) -> bool {
    one.subject == other.subject && one.scope == other.scope && one.period == other.period
}
