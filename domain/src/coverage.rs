//! What is covered and what is not: figures left out, cautions judged, indicators by year.

use crate::check::CautionKey;
use crate::dossier::Dossier;
use crate::figure::{Evidence, Figure};
use crate::id::{FigureId, IndicatorId};
use crate::indicator::Indicator;
use crate::period::Period;
use crate::subject::Subject;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

vocabulary! {
    /// Why a statement that was seen is not in the dataset.
    LeftOutReason, "a reason: no-words, no-words-for-rate, unclear, not-a-zone or duplicate" {
        /// Its words were not kept when it was read.
        NoWords = "no-words",
        /// A growth rate beside a level, whose own words were not kept.
        NoWordsForRate = "no-words-for-rate",
        /// What it measures, or when, cannot be told.
        Unclear = "unclear",
        /// It is of nothing the atlas has a page for.
        NotAZone = "not-a-zone",
        /// Another entry has the very same statement.
        Duplicate = "duplicate",
    }
}

/// A statement that was seen and not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The zone, the group, or the name of something else.
    pub of: String,
    /// What it measures.
    pub indicator: IndicatorId,
    /// The time it is about.
    pub period: Period,
    /// Why it is out.
    pub reason: LeftOutReason,
    /// What else there is to say.
    pub note: Option<Bilingual>,
}

vocabulary! {
    /// What a person says of a caution.
    Verdict, "a verdict: right or wrong" {
        /// There is something to be careful of.
        Right = "right",
        /// There is nothing.
        Wrong = "wrong",
    }
}

/// What a person said of a caution that fired on the dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The caution.
    pub caution: CautionKey,
    /// Whether it is right to be careful.
    pub verdict: Verdict,
    /// Why.
    pub why: Bilingual,
}

/// A caution with what a person said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// The caution alone, with what its sentence names.
    pub dossier: Dossier,
    /// What a person said, if anyone did.
    pub judgement: Option<(Verdict, Bilingual)>,
}

/// A figure that was taken out of the dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// Its name, never used again.
    pub id: FigureId,
    /// Why it is gone.
    pub reason: Bilingual,
}

/// How many zones have a figure of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorCoverage {
    /// The indicator.
    pub indicator: Indicator,
    /// How many.
    pub counts: IndicatorCounts,
}

/// Counts of one indicator over all zones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorCounts {
    /// Zones with any figure of it.
    pub zones: u32,
    /// Zones with two or more years of it in one line.
    pub with_history: u32,
    /// Figures of it, derived ones left aside.
    pub figures: u32,
    /// Zones by year; figures of no year are not in here.
    pub years: BTreeMap<u16, u32>,
}

/// Counts of what is known, zone by zone.
///
/// Only what sources state of a zone itself or of a part of it counts; the area that a list gives of
/// every zone is left aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoverageCounts {
    /// By indicator; those without a figure are not in here.
    pub indicators: BTreeMap<IndicatorId, IndicatorCounts>,
    /// Zones with any stated figure on their page, beyond the area of their list: those that "Zones with data" shows.
    pub with_figures: u32,
    /// Zones with two or more years in one line.
    pub with_history: u32,
}

impl CoverageCounts {
    /// Adds what is known of a zone.
    pub fn add(&mut self, zone: &Dossier) {
        let mut by_indicator: BTreeMap<&IndicatorId, Vec<&Figure>> = BTreeMap::new();
        for figure in zone.figures.iter().filter(|figure| counts(figure)) {
            by_indicator
                .entry(&figure.indicator)
                .or_default()
                .push(figure);
        }
        let mut history = false;
        for (indicator, figures) in &by_indicator {
            let count = self.indicators.entry((*indicator).clone()).or_default();
            count.zones += 1;
            count.figures += figures.iter().map(|_| 1).sum::<u32>();
            let years = figures
                .iter()
                .filter_map(|figure| figure.period.last_year());
            for year in years.collect::<BTreeSet<u16>>() {
                *count.years.entry(year).or_default() += 1;
            }
            if has_history(figures.iter().copied()) {
                count.with_history += 1;
                history = true;
            }
        }
        self.with_figures += u32::from(zone.figures.iter().any(is_beyond_lists));
        self.with_history += u32::from(history);
    }
}

/// True for a stated figure of a zone itself or a part of it, beyond the area that its list gives.
pub fn counts(figure: &Figure) -> bool {
    figure.subject == Subject::Zone && is_beyond_lists(figure)
}

/// True for a stated figure of whatever is on the page of a zone, beyond the area that its list gives.
fn is_beyond_lists(figure: &Figure) -> bool {
    matches!(figure.evidence, Evidence::Stated(_)) && !crate::catalogue::is_listed_area(figure)
}

/// Whether any line has points in two years.
pub fn has_history<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> bool {
    crate::series::group(figures).iter().any(|line| {
        let years: BTreeSet<u16> = line.points.iter().map(|(year, _)| *year).collect();
        years.len() > 1
    })
}
