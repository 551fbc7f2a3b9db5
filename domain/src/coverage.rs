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

/// How many zones have a figure of an indicator, in all and by year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorCoverage {
    /// The indicator.
    pub indicator: Indicator,
    /// Zones with any figure of it.
    pub zones: u32,
    /// Zones with two or more years of it in one line.
    pub with_history: u32,
    /// Figures of it, derived ones left aside.
    pub figures: u32,
    /// Zones by year; figures of no year are not in here.
    pub years: BTreeMap<u16, u32>,
}

/// Counts the zones that each indicator is known of; those known of most zones come first.
///
/// Only what sources state of a zone itself or of a part of it counts; the area that the catalogue
/// gives of every zone is left aside.
pub fn coverage(dossiers: &[&Dossier], indicators: &[Indicator]) -> Vec<IndicatorCoverage> {
    let mut found: Vec<IndicatorCoverage> = indicators
        .iter()
        .filter_map(|indicator| of_indicator(dossiers, indicator))
        .collect();
    found.sort_by_key(|indicator| std::cmp::Reverse((indicator.zones, indicator.figures)));
    found
}

fn of_indicator(dossiers: &[&Dossier], indicator: &Indicator) -> Option<IndicatorCoverage> {
    let mut found = IndicatorCoverage {
        indicator: indicator.clone(),
        zones: 0,
        with_history: 0,
        figures: 0,
        years: BTreeMap::new(),
    };
    for dossier in dossiers {
        let figures: Vec<&Figure> = dossier
            .figures
            .iter()
            .filter(|figure| figure.indicator == indicator.id && counts(figure))
            .collect();
        if figures.is_empty() {
            continue;
        }
        found.zones += 1;
        found.figures += u32::try_from(figures.len()).unwrap_or(u32::MAX);
        let years: BTreeSet<u16> = figures
            .iter()
            .filter_map(|figure| figure.period.last_year())
            .collect();
        for year in years {
            *found.years.entry(year).or_default() += 1;
        }
        if has_history(figures.iter().copied()) {
            found.with_history += 1;
        }
    }
    (found.zones > 0).then_some(found)
}

/// Whether a figure says something of a zone, beyond the list it stands in.
pub fn counts(figure: &Figure) -> bool {
    figure.subject == Subject::Zone
        && matches!(figure.evidence, Evidence::Stated(_))
        && !crate::catalogue::is_listed_area(figure)
}

/// Whether any line has points in two years.
pub fn has_history<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> bool {
    crate::series::group(figures).iter().any(|line| {
        let years: BTreeSet<u16> = line.points.iter().map(|(year, _)| *year).collect();
        years.len() > 1
    })
}
