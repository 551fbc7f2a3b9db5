//! The figure: never a bare number.

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
    /// What kind of statement a stated figure is.
    Standing, "a status: reported, target, planned or preliminary" {
        /// It is said to be so.
        Reported = "reported",
        /// It is wanted to be so.
        Target = "target",
        /// It is laid out to be so.
        Planned = "planned",
        /// It is said to be so until a final figure comes.
        Preliminary = "preliminary",
    }
}

vocabulary! {
    /// What kind of statement a figure is, ours among them.
    Status, "a status: reported, target, planned, preliminary or derived" {
        /// Stated as a fact.
        Reported = "reported",
        /// Stated as a wish.
        Target = "target",
        /// Stated as a plan.
        Planned = "planned",
        /// Stated until a final figure comes.
        Preliminary = "preliminary",
        /// Computed by us from stated figures.
        Derived = "derived",
    }
}

/// Where a figure comes from, and with it what its number is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// A source states it.
    Stated(Statement),
    /// It follows from figures that sources state.
    Derived(Derivation),
}

/// What we read in place of a stated number, where the source itself shows that the print slipped.
/// The stated number stays visible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What we read.
    pub reads: Quantity,
    /// How the source shows it.
    pub why: Bilingual,
}

/// A number that a source states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The number as written.
    pub quantity: Quantity,
    /// The higher number, where the source states two ends: "between 4 and 5".
    pub to: Option<Quantity>,
    /// The word beside it that takes a side.
    pub hedge: Hedge,
    /// The same amount in a second currency, where the phrase has one.
    pub also: Option<Quantity>,
    /// What kind of statement it is.
    pub standing: Standing,
    /// What we read in its place, where its print slipped.
    pub correction: Option<Correction>,
    /// Who stated it, where, and in which words.
    pub receipt: Receipt,
}

impl Statement {
    /// What the number as printed says about the true one, in whole units.
    pub fn as_printed(&self) -> Interval {
        self.quantity.interval_to(self.to, self.hedge)
    }

    /// The number as we read it: the printed one, or the one a correction puts in its place.
    pub fn read(&self) -> Quantity {
        self.correction
            .as_ref()
            .map_or(self.quantity, |correction| correction.reads)
    }

    /// What it says about the true number, as we read it.
    pub fn interval(&self) -> Interval {
        match &self.correction {
            Some(correction) => correction.reads.interval(self.hedge),
            None => self.as_printed(),
        }
    }
}

/// A number about something, with all that is needed to question it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Its name for good.
    pub id: FigureId,
    /// Who or what it is about.
    pub subject: Subject,
    /// What is measured.
    pub indicator: IndicatorId,
    /// What the indicator's name leaves open.
    pub definition: Definition,
    /// In which way it is expressed.
    pub measure: Measure,
    /// The time it is about.
    pub period: Period,
    /// How much of the subject it covers.
    pub scope: Scope,
    /// The level that a change stands beside, or the whole that a share is of.
    pub level: Option<FigureId>,
    /// What a reader should know of it.
    pub note: Option<Bilingual>,
    /// Why a person doubts it, where its print looks like a slip that the source does not settle.
    pub doubt: Option<Bilingual>,
    /// The number and where it comes from.
    pub evidence: Evidence,
}

impl Figure {
    /// A level reported of a whole zone, without hedge; what differs is changed afterwards.
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
                standing: Standing::Reported,
                correction: None,
                receipt,
            }),
        }
    }

    /// What kind of statement it is.
    pub const fn status(&self) -> Status {
        match &self.evidence {
            Evidence::Stated(statement) => match statement.standing {
                Standing::Reported => Status::Reported,
                Standing::Target => Status::Target,
                Standing::Planned => Status::Planned,
                Standing::Preliminary => Status::Preliminary,
            },
            Evidence::Derived(_) => Status::Derived,
        }
    }

    /// What it says about the true number, in whole units.
    pub fn interval(&self) -> Interval {
        match &self.evidence {
            Evidence::Stated(statement) => statement.interval(),
            Evidence::Derived(derivation) => derivation.interval,
        }
    }

    /// What it says about the true number as it is printed, corrections left aside.
    pub fn interval_as_printed(&self) -> Interval {
        match &self.evidence {
            Evidence::Stated(statement) => statement.as_printed(),
            Evidence::Derived(derivation) => derivation.interval,
        }
    }

    /// Whether it says how things are or were, by a source's word and without a width of our own:
    /// what a check or a derivation may rest on.
    pub fn is_sound_input(&self) -> bool {
        self.statement().is_some_and(|statement| {
            matches!(
                statement.standing,
                Standing::Reported | Standing::Preliminary
            ) && !statement.hedge.is_convention()
        })
    }

    /// The unit of its number.
    pub const fn unit(&self) -> Unit {
        match &self.evidence {
            Evidence::Stated(statement) => statement.quantity.unit(),
            Evidence::Derived(derivation) => derivation.unit,
        }
    }

    /// The statement, if a source makes it.
    pub const fn statement(&self) -> Option<&Statement> {
        match &self.evidence {
            Evidence::Stated(statement) => Some(statement),
            Evidence::Derived(_) => None,
        }
    }

    /// Its receipt, if a source states it.
    pub fn receipt(&self) -> Option<&Receipt> {
        self.statement().map(|statement| &statement.receipt)
    }
}
