//! Cautions and conflicts as JSON and as lines of text.

use app::locale::Locale;
use app::{format, wording};
use domain::fact::Fact;
use domain::id::FigureId;
use domain::profile::Profile;
use serde::Serialize;
use std::fmt;

/// A caution in a JSON file or in the output of `check`.
#[derive(Debug, Serialize)]
pub struct CautionLine {
    /// The key of the caution: the rule, and the ids of the figures and facts.
    pub key: String,
    /// The path of the page that shows it, without language.
    pub page: String,
    /// The name of the rule.
    pub rule: &'static str,
    /// The figures and facts that it compares, in English, the questioned one first.
    pub on: Vec<String>,
}

/// Competing figures that cannot all be true, in a JSON file or in the output of `check`.
#[derive(Debug, Serialize)]
pub struct ConflictLine {
    /// The path of the page that shows them, without language.
    pub page: String,
    /// What the figures measure, in English.
    pub thing: String,
    /// The ids of the figures, the shown one first.
    pub ids: Vec<String>,
    /// The values of the figures in the same order, in English.
    pub values: Vec<String>,
}

/// Returns the cautions of a profile.
pub fn caution_lines(profile: &Profile) -> Vec<CautionLine> {
    profile
        .cautions
        .iter()
        .map(|caution| {
            let figures = caution.figures.iter().map(|id| figure(profile, id));
            let facts = caution
                .facts
                .iter()
                .filter_map(|id| profile.fact(id))
                .map(fact);
            CautionLine {
                key: caution.key().to_string(),
                page: profile.owner.path(),
                rule: caution.rule.as_str(),
                on: figures.chain(facts).collect(),
            }
        })
        .collect()
}

/// Returns the competing figures of a profile that cannot all be true.
pub fn conflict_lines(profile: &Profile) -> Vec<ConflictLine> {
    profile
        .competing_figures(&[])
        .into_iter()
        .filter(|competing_figures| competing_figures.disagree)
        .map(|competing_figures| {
            let figures: Vec<_> = competing_figures
                .figures
                .iter()
                .filter_map(|id| profile.figure(id))
                .collect();
            ConflictLine {
                page: profile.owner.path(),
                thing: figures.first().map_or_else(String::new, |figure| {
                    wording::figure_title(Locale::En, profile, figure)
                }),
                ids: competing_figures
                    .figures
                    .iter()
                    .map(FigureId::to_string)
                    .collect(),
                values: figures
                    .iter()
                    .map(|figure| format::value(Locale::En, figure))
                    .collect(),
            }
        })
        .collect()
}

fn figure(profile: &Profile, id: &FigureId) -> String {
    profile.figure(id).map_or_else(
        || id.to_string(),
        |figure| {
            let title = wording::figure_title(Locale::En, profile, figure);
            format!("{id}: {title}: {}", format::value(Locale::En, figure))
        },
    )
}

fn fact(fact: &Fact) -> String {
    let date = fact.date().map(|date| date.to_string()).unwrap_or_default();
    format!("{}: {date} “{}”", fact.id, fact.receipt.as_stated)
}

impl fmt::Display for CautionLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "caution {} ({})", self.key, self.page)?;
        for on in &self.on {
            writeln!(f, "    {on}")?;
        }
        Ok(())
    }
}

impl fmt::Display for ConflictLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "conflict {} ({})", self.thing, self.page)?;
        for (id, value) in self.ids.iter().zip(&self.values) {
            writeln!(f, "    {id}: {value}")?;
        }
        Ok(())
    }
}
