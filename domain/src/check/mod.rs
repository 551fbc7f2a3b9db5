//! Cautions: named checks that fired. A caution never changes or hides a value.

mod amounts;
mod area;
mod currency;
mod dates;
mod growth;
mod history;
mod repeated;
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
    /// A check that compares figures or facts with one another.
    CautionRule, "a check such as `unit-slip` or `two-foundings`" {
        /// GDP is more than twice the industrial output of the same scope and period.
        GdpAboveOutput = "gdp-above-output",
        /// Value added exceeds the GDP of the same scope and period.
        ValueAddedAboveGdp = "value-added-above-gdp",
        /// Tax or fiscal revenue exceeds the industrial output of the same scope and period.
        TaxAboveOutput = "tax-above-output",
        /// A figure differs from those of neighbouring years by a factor of about 10, 100, 1,000 or 10,000.
        UnitSlip = "unit-slip",
        /// A figure of one zone exceeds the total of all national zones of a class.
        AboveNationalTotal = "above-national-total",
        /// A part exceeds its whole, or a share exceeds 100 %.
        ShareAboveWhole = "share-above-whole",
        /// An amount in yuan and dollars implies an exchange rate that differs from the year's by more than 5 %.
        DollarRate = "dollar-rate",
        /// A figure fits those of neighbouring years only in the other currency.
        OtherCurrency = "other-currency",
        /// The same amount, to all its digits, is printed for two near years.
        SameAmountTwice = "same-amount-twice",
        /// The source was published before the period of the reported figure was over.
        PublishedEarly = "published-early",
        /// An approved area differs from the catalogue by more than 10 %.
        ApprovedArea = "approved-area",
        /// A nominal growth rate contradicts the two levels.
        GrowthAgainstLevels = "growth-against-levels",
        /// Two different dates are stated for one founding.
        TwoFoundings = "two-foundings",
        /// A figure covers only a predecessor, an industry or a facility, but is shown near figures of the whole zone.
        NarrowerScope = "narrower-scope",
        /// A person doubts that the number was printed correctly.
        DoubtedPrint = "doubted-print",
    }
}

impl CautionRule {
    /// True if the check questions the number or the date. False if it only points out a narrower scope.
    pub const fn questions(self) -> bool {
        !matches!(self, Self::NarrowerScope)
    }
}

/// The result of a check that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caution {
    /// The check.
    pub rule: CautionRule,
    /// The figures concerned, the questioned one first. Empty if the caution is about facts.
    pub figures: Vec<FigureId>,
    /// The facts concerned. Empty if the caution is about figures.
    pub facts: Vec<FactId>,
    /// The power of ten by which the number seems to be wrong, 1 to 4; `None` unless the check is
    /// [`CautionRule::UnitSlip`].
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

    /// Returns the key of the caution. It stays the same as long as the same check fires on the same figures or facts.
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

    /// True if the caution is about this figure.
    pub fn concerns(&self, figure: &FigureId) -> bool {
        self.figures.contains(figure)
    }
}

/// The key of a caution: its rule and the ids of its figures and facts, `unit-slip k7f2q h4m9t`.
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

/// Reference data that checks need in addition to the data of one zone.
#[derive(Debug, Clone, Default)]
pub struct ReferenceData {
    /// The yearly exchange rates.
    pub rates: ExchangeRates,
    /// Totals of all national zones of a class.
    pub totals: Vec<Figure>,
}

/// The data of one zone or group that is checked.
pub struct CheckInput<'a> {
    /// The stated figures, including the area from the catalogue.
    pub figures: &'a [Figure],
    /// The facts.
    pub facts: &'a [Fact],
    /// The indicators of the figures.
    pub indicators: &'a [Indicator],
    /// The sources of the figures.
    pub sources: &'a [Source],
}

impl CheckInput<'_> {
    fn indicator(&self, figure: &Figure) -> Option<&Indicator> {
        self.indicators
            .iter()
            .find(|indicator| indicator.id == figure.indicator)
    }

    /// Returns the levels of an indicator that are reliable enough for a check.
    fn sound_levels<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = &'a Figure> {
        self.figures.iter().filter(move |figure| {
            figure.indicator.as_str() == indicator
                && figure.measure.is_level()
                && figure.is_usable_as_input()
        })
    }
}

/// Runs all checks. Returns the cautions by rule, and within a rule in the order of the data.
pub fn check(evidence: &CheckInput<'_>, references: &ReferenceData) -> Vec<Caution> {
    let mut found = amounts::cautions(evidence);
    found.extend(slip::cautions(evidence, references));
    found.extend(currency::cautions(evidence, references));
    found.extend(repeated::cautions(evidence));
    found.extend(dates::cautions(evidence));
    found.extend(area::cautions(evidence));
    found.extend(growth::cautions(evidence));
    found.extend(history::cautions(evidence));
    found.extend(scope::cautions(evidence));
    found
}

/// True if two figures have the same subject, scope and period.
fn has_same_subject_scope_period(one: &Figure, other: &Figure) -> bool {
    one.subject == other.subject && one.scope == other.scope && one.period == other.period
}
