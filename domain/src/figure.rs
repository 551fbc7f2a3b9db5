//! Figures. A figure is never a bare number: it has a subject, a period, a scope and evidence.

use crate::definition::Definition;
use crate::derivation::Derivation;
use crate::id::{FigureId, IndicatorId};
use crate::interval::Interval;
use crate::measure::Measure;
use crate::period::Period;
use crate::quantity::{Hedge, Quantity, Unit};
use crate::receipt::Receipt;
use crate::subject::{Scope, Subject};
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The kind of a stated figure.
    StatementKind, "a status: reported, target, planned or preliminary" {
        /// The source states that the value is or was so.
        Reported = "reported",
        /// The source states the value as a target.
        Target = "target",
        /// The source states the value as planned.
        Planned = "planned",
        /// The source states the value as preliminary; a final figure follows.
        Preliminary = "preliminary",
    }
}

vocabulary! {
    /// The kind of a figure, including derived figures.
    Status, "a status: reported, target, planned, preliminary or derived" {
        /// Stated as a fact.
        Reported = "reported",
        /// Stated as a target.
        Target = "target",
        /// Stated as a plan.
        Planned = "planned",
        /// Stated as preliminary; a final figure follows.
        Preliminary = "preliminary",
        /// Computed by us from stated figures.
        Derived = "derived",
    }
}

/// The value of a figure and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// A source states it.
    Stated(Statement),
    /// It is derived from stated figures.
    Derived(Derivation),
}

/// A corrected number, used where the source itself shows that the printed number is wrong. The printed number stays
/// visible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The corrected number.
    pub reads: Quantity,
    /// How the source shows that the printed number is wrong.
    pub why: Bilingual,
}

/// A number that a source states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The number as written.
    pub quantity: Quantity,
    /// The upper number of a stated range, as in "between 4 and 5"; `None` if the source states one number.
    pub to: Option<Quantity>,
    /// The hedge next to the number, such as "over" or "about".
    pub hedge: Hedge,
    /// The same amount in a second currency; `None` if the phrase contains only one.
    pub also: Option<Quantity>,
    /// The kind of statement.
    pub kind: StatementKind,
    /// The correction of a wrongly printed number; `None` if the number is read as printed.
    pub correction: Option<Correction>,
    /// The source, the place in it, and its words.
    pub receipt: Receipt,
}

impl Statement {
    /// Returns the range of the true value according to the printed number, in whole units.
    pub fn as_printed(&self) -> Interval {
        self.quantity.interval_to(self.to, self.hedge)
    }

    /// Returns the corrected number, or the printed number if there is no correction.
    pub fn read(&self) -> Quantity {
        self.correction
            .as_ref()
            .map_or(self.quantity, |correction| correction.reads)
    }

    /// Returns the range of the true value according to the corrected or printed number, in whole units.
    pub fn interval(&self) -> Interval {
        match &self.correction {
            Some(correction) => correction.reads.interval(self.hedge),
            None => self.as_printed(),
        }
    }
}

/// A number about a subject, with all that a reader needs to question it.
///
/// ```
/// use domain::figure::{Figure, Status};
/// use domain::receipt::{Receipt, SourcePlace};
///
/// let receipt = Receipt {
///     source: "liyang-article".parse()?,
///     at: SourcePlace::Page,
///     as_stated: "a gross output of 94.4 billion".parse()?,
///     reading: None,
/// };
/// let output = Figure::level(
///     "k7f2q".parse()?,
///     "industrial-output".parse()?,
///     "2013".parse()?,
///     "94.4 billion CNY".parse()?,
///     receipt,
/// );
/// assert_eq!(output.status(), Status::Reported);
/// assert!(output.interval().contains(94_400_000_000_i64.into()));
/// # Ok::<(), domain::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The permanent id.
    pub id: FigureId,
    /// Who or what it is about.
    pub subject: Subject,
    /// The indicator that is measured.
    pub indicator: IndicatorId,
    /// Details on what was counted, beyond the indicator's name.
    pub definition: Definition,
    /// How the value is expressed: as a level, change, share, density or rank.
    pub measure: Measure,
    /// The time that the figure covers.
    pub period: Period,
    /// How much of the subject it covers.
    pub scope: Scope,
    /// For a change, the level next to it; for a share or part, its whole. `None` otherwise, or if no such figure is
    /// stated.
    pub level: Option<FigureId>,
    /// What a reader must know about the figure.
    pub note: Option<Bilingual>,
    /// Why a person doubts the printed number, if the source does not show whether it is wrong.
    pub doubt: Option<Bilingual>,
    /// The value and where it comes from.
    pub evidence: Evidence,
}

impl Figure {
    /// Creates a reported level of a whole zone, without hedge. Callers change the fields that differ.
    pub fn level(
        id: FigureId,
        indicator: IndicatorId,
        period: Period,
        quantity: Quantity,
        receipt: Receipt,
    ) -> Self {
        Self {
            id,
            subject: Subject::Zone,
            indicator,
            definition: Definition::default(),
            measure: Measure::Level,
            period,
            scope: Scope::Whole,
            level: None,
            note: None,
            doubt: None,
            evidence: Evidence::Stated(Statement {
                quantity,
                to: None,
                hedge: Hedge::Exact,
                also: None,
                kind: StatementKind::Reported,
                correction: None,
                receipt,
            }),
        }
    }

    /// Returns the kind of the figure.
    pub const fn status(&self) -> Status {
        match &self.evidence {
            Evidence::Stated(statement) => match statement.kind {
                StatementKind::Reported => Status::Reported,
                StatementKind::Target => Status::Target,
                StatementKind::Planned => Status::Planned,
                StatementKind::Preliminary => Status::Preliminary,
            },
            Evidence::Derived(_) => Status::Derived,
        }
    }

    /// Returns the range of the true value, in whole units.
    pub fn interval(&self) -> Interval {
        match &self.evidence {
            Evidence::Stated(statement) => statement.interval(),
            Evidence::Derived(derivation) => derivation.interval,
        }
    }

    /// Returns the range of the true value as printed, without corrections, in whole units.
    pub fn interval_as_printed(&self) -> Interval {
        match &self.evidence {
            Evidence::Stated(statement) => statement.as_printed(),
            Evidence::Derived(derivation) => derivation.interval,
        }
    }

    /// True if a source states the figure as a present or past value and its range is not our convention, as for
    /// "about". Checks and calculations use only such figures.
    pub fn is_usable_as_input(&self) -> bool {
        self.statement().is_some_and(|statement| {
            matches!(
                statement.kind,
                StatementKind::Reported | StatementKind::Preliminary
            ) && !statement.hedge.has_assumed_width()
        })
    }

    /// Returns the unit of the value.
    pub const fn unit(&self) -> Unit {
        match &self.evidence {
            Evidence::Stated(statement) => statement.quantity.unit(),
            Evidence::Derived(derivation) => derivation.unit,
        }
    }

    /// Returns the statement; `None` for a derived figure.
    pub const fn statement(&self) -> Option<&Statement> {
        match &self.evidence {
            Evidence::Stated(statement) => Some(statement),
            Evidence::Derived(_) => None,
        }
    }

    /// Returns the receipt; `None` for a derived figure.
    pub fn receipt(&self) -> Option<&Receipt> {
        self.statement().map(|statement| &statement.receipt)
    }
}
