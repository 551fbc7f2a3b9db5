//! The coverage of the dataset: statements left out, judgements of cautions, figures removed, and counts by indicator
//! and year.

use crate::check::CautionKey;
use crate::figure::{Evidence, Figure, Status};
use crate::id::{FigureId, IndicatorId};
use crate::indicator::Indicator;
use crate::period::Period;
use crate::profile::Profile;
use crate::subject::Subject;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

vocabulary! {
    /// Why a statement that was found is not in the dataset.
    LeftOutReason, "a reason: no-words, no-words-for-rate, no-year, no-publisher, unclear, not-a-zone or duplicate" {
        /// The words of the source were not recorded.
        NoWords = "no-words",
        /// A growth rate next to a level; the words for the rate were not recorded.
        NoWordsForRate = "no-words-for-rate",
        /// The page does not print the year or the months that the number is of.
        NoYear = "no-year",
        /// The page names no publisher, and nobody vouches for its address.
        NoPublisher = "no-publisher",
        /// It is unclear what the statement measures, or for which period.
        Unclear = "unclear",
        /// The statement is about something that has no page in the atlas.
        NotAZone = "not-a-zone",
        /// The dataset already contains the same statement.
        Duplicate = "duplicate",
    }
}

/// A statement that was found but is not in the dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The subject: the slug of a zone, the id of a group, or another name.
    pub of: String,
    /// The indicator that it measures.
    pub indicator: IndicatorId,
    /// The period that it covers.
    pub period: Period,
    /// Why it was left out.
    pub reason: LeftOutReason,
    /// Further explanation; `None` if the reason is enough.
    pub note: Option<Bilingual>,
}

vocabulary! {
    /// A person's judgement of a caution.
    Verdict, "a verdict: right or wrong" {
        /// The caution is justified.
        Right = "right",
        /// The caution is a false alarm.
        Wrong = "wrong",
    }
}

/// A person's judgement of a caution that fired on the dataset, from `judgements.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The key of the caution.
    pub caution: CautionKey,
    /// Whether the caution is justified.
    pub verdict: Verdict,
    /// The explanation of the verdict.
    pub why: Bilingual,
}

/// A caution with its judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// A profile with only the caution and the figures and facts that its sentence names.
    pub profile: Profile,
    /// The verdict and its explanation; `None` if nobody has judged the caution.
    pub judgement: Option<(Verdict, Bilingual)>,
}

/// A figure that was removed from the dataset, from `removed.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// The id of the figure, which is never used again.
    pub id: FigureId,
    /// Why it was removed.
    pub reason: Bilingual,
}

/// The coverage of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorCoverage {
    /// The indicator.
    pub indicator: Indicator,
    /// The counts over all zones.
    pub counts: IndicatorCounts,
}

/// Counts of one indicator over all zones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorCounts {
    /// Number of zones with at least one figure of the indicator.
    pub zones: u32,
    /// Number of zones with two or more years in one series.
    pub with_history: u32,
    /// Number of figures, without derived ones.
    pub figures: u32,
    /// Number of zones by year. Figures without a year are not counted.
    pub years: BTreeMap<u16, u32>,
}

/// Counts of figures and of their series, of zones and of what is beside them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesCounts {
    /// Number of reported and preliminary figures.
    pub reported: u32,
    /// Number of series of levels with two full years or more.
    pub two_years: u32,
    /// Number of series of levels with four full years or more.
    pub four_years: u32,
}

impl SeriesCounts {
    /// Adds the figures on the page of a zone or group.
    pub fn add(&mut self, profile: &Profile) {
        let is_reported = |figure: &&Figure| {
            is_beyond_lists(figure)
                && matches!(figure.status(), Status::Reported | Status::Preliminary)
        };
        let reported = || profile.figures.iter().filter(is_reported);
        self.reported += reported().map(|_| 1).sum::<u32>();
        let levels = reported().filter(|figure| figure.measure.is_level());
        for series in crate::series::group(levels) {
            let years: BTreeSet<u16> = series.points.iter().map(|(year, _)| *year).collect();
            self.two_years += u32::from(years.len() >= 2);
            self.four_years += u32::from(years.len() >= 4);
        }
    }
}

/// Counts of figures over all zones.
///
/// Only stated figures are counted. The area that a list states for every zone is not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoverageCounts {
    /// Counts by indicator, for figures of a zone itself or a part of it. Indicators without a figure are absent.
    pub indicators: BTreeMap<IndicatorId, IndicatorCounts>,
    /// Number of zones with any stated figure on their page, without the listed area. The measure "Zones with data"
    /// shows this number.
    pub with_figures: u32,
    /// Number of zones with two or more years in one series of any indicator.
    pub with_history: u32,
    /// Counts of figures and series.
    pub series: SeriesCounts,
}

impl CoverageCounts {
    /// Adds the figures of a zone to the counts.
    pub fn add(&mut self, zone: &Profile) {
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
        self.series.add(zone);
    }
}

/// True for a stated figure of a zone itself or a part of it that is not the listed area.
pub fn counts(figure: &Figure) -> bool {
    figure.subject == Subject::Zone && is_beyond_lists(figure)
}

/// True for a stated figure of any subject that is not the listed area.
fn is_beyond_lists(figure: &Figure) -> bool {
    matches!(figure.evidence, Evidence::Stated(_)) && !crate::listed_area::is_listed_area(figure)
}

/// True if any series has points in two or more years.
pub fn has_history<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> bool {
    crate::series::group(figures).iter().any(|line| {
        let years: BTreeSet<u16> = line.points.iter().map(|(year, _)| *year).collect();
        years.len() > 1
    })
}
