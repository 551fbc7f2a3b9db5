//! Parses the lists about figures: corrections, removals, judgements, statements left out, exchange rates.

use super::entity_files::{GroupFile, HasFigures, ZoneFile};
use super::files::Files;
use super::list;
use super::problem::Problems;
use super::table::Table;
use domain::Decimal;
use domain::check::CautionKey;
use domain::coverage::{Judgement, LeftOut, Removed, Verdict};
use domain::exchange::ExchangeRate;
use domain::figure::{self, Evidence};
use domain::id::FigureId;
use domain::quantity::Quantity;
use domain::text::Bilingual;
use serde::Deserialize;
use std::collections::HashSet;

/// The lists about figures.
#[derive(Debug, Default)]
pub struct Lists {
    /// The figures that were removed, with lines.
    pub removed: Vec<(usize, Removed)>,
    /// The judgements of cautions, with lines.
    pub judgements: Vec<(usize, Judgement)>,
    /// The statements that were not included, with lines.
    pub left_out: Vec<(usize, LeftOut)>,
    /// The average exchange rate of each year, in yuan per United States dollar.
    pub rates: Vec<ExchangeRate>,
}

/// The file of [`Lists::removed`].
pub const REMOVED: &str = "removed.toml";
/// The file of [`Lists::judgements`].
pub const JUDGEMENTS: &str = "judgements.toml";
/// The file of [`Lists::left_out`].
pub const LEFT_OUT: &str = "left_out.tsv";
const CORRECTIONS: &str = "corrections.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JudgementEntry {
    caution: CautionKey,
    verdict: Verdict,
    why: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionEntry {
    figure: FigureId,
    expects: Quantity,
    reads: Quantity,
    why: Bilingual,
}

impl Lists {
    /// Reads all lists.
    pub fn read(files: &Files, problems: &mut Problems) -> Self {
        let judgements: Vec<(usize, JudgementEntry)> =
            list(files, JUDGEMENTS, "judgement", problems);
        Self {
            removed: list(files, REMOVED, "removed", problems),
            judgements: judgements
                .into_iter()
                .map(|(line, entry)| {
                    let JudgementEntry {
                        caution,
                        verdict,
                        why,
                    } = entry;
                    let judgement = Judgement {
                        caution,
                        verdict,
                        why,
                    };
                    (line, judgement)
                })
                .collect(),
            left_out: left_out(files, problems),
            rates: rates(files, problems),
        }
    }
}

fn left_out(files: &Files, problems: &mut Problems) -> Vec<(usize, LeftOut)> {
    let columns = ["of", "indicator", "period", "reason", "note_en", "note_zh"];
    Table::read(files, LEFT_OUT, &columns, problems).parse(problems, |row| {
        let (en, zh) = (row.text("note_en"), row.text("note_zh"));
        let note = (!en.is_empty() && !zh.is_empty()).then(|| Bilingual {
            en: en.to_owned(),
            zh: zh.to_owned(),
        });
        Some(LeftOut {
            of: row.filled("of")?,
            indicator: row.value("indicator")?,
            period: row.value("period")?,
            reason: row.value("reason")?,
            note,
        })
    })
}

fn rates(files: &Files, problems: &mut Problems) -> Vec<ExchangeRate> {
    let table = Table::read(
        files,
        "exchange_rates.tsv",
        &["year", "cny_per_usd"],
        problems,
    );
    let mut years = HashSet::new();
    let rows = table.parse(problems, |row| {
        let rate: Decimal = row.value("cny_per_usd")?;
        if rate <= Decimal::ZERO {
            row.problem("cny_per_usd", "a rate is above zero");
            return None;
        }
        let year = row.value("year")?;
        row.once("year", "year", &year, &mut years);
        Some(ExchangeRate {
            year,
            yuan_per_dollar: rate,
        })
    });
    rows.into_iter().map(|(_, rate)| rate).collect()
}

/// Adds each declared correction to the statement that it corrects.
pub fn correct(
    files: &Files,
    zones: &mut [ZoneFile],
    groups: &mut [GroupFile],
    problems: &mut Problems,
) {
    let entries: Vec<(usize, CorrectionEntry)> = list(files, CORRECTIONS, "correction", problems);
    for (line, entry) in entries {
        let figure = zones
            .iter_mut()
            .find_map(|zone| zone.figure_mut(&entry.figure))
            .or_else(|| {
                groups
                    .iter_mut()
                    .find_map(|group| group.figure_mut(&entry.figure))
            });
        let Some(Evidence::Stated(statement)) = figure.map(|figure| &mut figure.evidence) else {
            let what = format!("there is no figure `{}`", entry.figure);
            problems.add(CORRECTIONS, line, 0, what);
            continue;
        };
        if statement.quantity != entry.expects {
            let what = format!(
                "the figure `{}` states {}, not {}",
                entry.figure, statement.quantity, entry.expects
            );
            problems.add(CORRECTIONS, line, 0, what);
        } else if entry.reads.unit() != entry.expects.unit() || entry.reads == entry.expects {
            problems.add(
                CORRECTIONS,
                line,
                0,
                "`reads` is another number of the same unit",
            );
        } else if statement.correction.is_some() {
            let what = format!("the figure `{}` is corrected twice", entry.figure);
            problems.add(CORRECTIONS, line, 0, what);
        } else {
            statement.correction = Some(figure::Correction {
                reads: entry.reads,
                why: entry.why,
            });
        }
    }
}
