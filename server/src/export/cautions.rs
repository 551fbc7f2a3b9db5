//! Cautions and conflicts as lines.

use app::locale::Locale;
use app::{format, wording};
use domain::dossier::Dossier;
use domain::fact::Fact;
use domain::id::FigureId;
use serde::Serialize;
use std::fmt;

/// A caution as one line.
#[derive(Debug, Serialize)]
pub struct CautionLine {
    /// Its name: the rule, and the ids it speaks of.
    pub key: String,
    /// The address of the page it stands on.
    pub page: String,
    /// The rule.
    pub rule: &'static str,
    /// What it speaks of, in English, the questioned thing first.
    pub on: Vec<String>,
}

/// Figures for one thing that cannot all be true, as one line.
#[derive(Debug, Serialize)]
pub struct ConflictLine {
    /// The address of the page it stands on.
    pub page: String,
    /// The thing, in English.
    pub thing: String,
    /// The ids of the figures, the shown one first.
    pub ids: Vec<String>,
    /// Their values, in English.
    pub values: Vec<String>,
}

/// The cautions of a dossier.
pub fn caution_lines(dossier: &Dossier) -> Vec<CautionLine> {
    dossier
        .cautions
        .iter()
        .map(|caution| {
            let figures = caution.figures.iter().map(|id| figure(dossier, id));
            let facts = caution
                .facts
                .iter()
                .filter_map(|id| dossier.fact(id))
                .map(fact);
            CautionLine {
                key: caution.key().to_string(),
                page: dossier.owner.path(),
                rule: caution.rule.as_str(),
                on: figures.chain(facts).collect(),
            }
        })
        .collect()
}

/// The things of a dossier whose figures disagree.
pub fn conflict_lines(dossier: &Dossier) -> Vec<ConflictLine> {
    dossier
        .rivals(&[])
        .into_iter()
        .filter(|rivals| rivals.disagree)
        .map(|rivals| {
            let figures: Vec<_> = rivals
                .figures
                .iter()
                .filter_map(|id| dossier.figure(id))
                .collect();
            ConflictLine {
                page: dossier.owner.path(),
                thing: figures.first().map_or_else(String::new, |figure| {
                    wording::figure_title(Locale::En, dossier, figure)
                }),
                ids: rivals.figures.iter().map(FigureId::to_string).collect(),
                values: figures
                    .iter()
                    .map(|figure| format::value(Locale::En, figure))
                    .collect(),
            }
        })
        .collect()
}

fn figure(dossier: &Dossier, id: &FigureId) -> String {
    dossier.figure(id).map_or_else(
        || id.to_string(),
        |figure| {
            let title = wording::figure_title(Locale::En, dossier, figure);
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
