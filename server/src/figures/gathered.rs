//! A table of gathered figures: one row per number that a person saw in a source.

use crate::dataset::tab_separated;
use csv::{Position, StringRecord};
use std::collections::HashMap;

/// The columns that a table must have, in any order.
const COLUMNS: [&str; 19] = [
    "zone",
    "code_2018",
    "name_zh",
    "metric",
    "period",
    "status",
    "value",
    "unit",
    "hedge",
    "growth_pct",
    "scope",
    "publisher",
    "publisher_class",
    "page_title",
    "page_date",
    "url",
    "as_stated",
    "quality",
    "note",
];

/// The column of tables of statements that are left out: the reason.
const REASON: &str = "reason";

/// One row. The texts are as in the table, without space around them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GatheredRow {
    /// The line in the file, from 1.
    pub line: u64,
    /// The name of the zone in English.
    pub zone: String,
    /// The catalogue code; empty for a new area or a group.
    pub code: String,
    /// The name of the zone in Chinese.
    pub name_zh: String,
    /// What is measured, such as `gdp`.
    pub metric: String,
    /// The period, as in the data files.
    pub period: String,
    /// `reported` or `target`.
    pub status: String,
    /// The number as printed.
    pub value: String,
    /// Scale and currency, such as `yi CNY`; empty for a count.
    pub unit: String,
    /// `=`, `~`, `>`, `>=` or `<`.
    pub hedge: String,
    /// The growth rate in per cent beside the number; may be empty.
    pub growth: String,
    /// Words on what was counted.
    pub scope: String,
    /// The publisher.
    pub publisher: String,
    /// The class of the publisher.
    pub class: String,
    /// The title of the page.
    pub title: String,
    /// The date of the page; may be empty.
    pub date: String,
    /// The address of the page; may be empty.
    pub address: String,
    /// The words of the page.
    pub as_stated: String,
    /// Words on how the row was read.
    pub note: String,
    /// The reason for which a person left the row out; empty for rows to take in.
    pub reason: String,
}

/// A line of the table that is not a whole row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenLine {
    /// The line in the file, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub what: String,
}

/// Splits a table into rows. A byte order mark and Windows line ends are accepted.
///
/// # Errors
/// The missing columns, or that the text is not UTF-8.
pub fn read(bytes: &[u8]) -> Result<(Vec<GatheredRow>, Vec<BrokenLine>), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        format!("line {line} is not UTF-8; save the table as UTF-8")
    })?;
    // The reader counts lines by LF alone.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = tab_separated()
        // Rows of another length are reported below.
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records().map_while(Result::ok);
    let header = records.next().unwrap_or_default();
    let columns: HashMap<&str, usize> = header.iter().map(str::trim).zip(0..).collect();
    let missing: Vec<&str> = COLUMNS
        .into_iter()
        .filter(|column| !columns.contains_key(column))
        .collect();
    if !missing.is_empty() {
        return Err(format!("the table has no column {}", missing.join(", ")));
    }
    let (mut rows, mut broken) = (Vec::new(), Vec::new());
    for record in records {
        let line = record.position().map_or(0, Position::line);
        if record.len() == header.len() {
            rows.push(row(line, &columns, &record));
        } else {
            broken.push(BrokenLine {
                line,
                what: format!(
                    "{} cells where the header has {}",
                    record.len(),
                    header.len()
                ),
            });
        }
    }
    Ok((rows, broken))
}

fn row(line: u64, columns: &HashMap<&str, usize>, record: &StringRecord) -> GatheredRow {
    let cell = |column: &str| {
        let index = columns.get(column);
        let text = index.and_then(|index| record.get(*index));
        text.unwrap_or_default().trim().to_owned()
    };
    GatheredRow {
        line,
        zone: cell("zone"),
        code: cell("code_2018"),
        name_zh: cell("name_zh"),
        metric: cell("metric"),
        period: cell("period"),
        status: cell("status"),
        value: cell("value"),
        unit: cell("unit"),
        hedge: cell("hedge"),
        growth: cell("growth_pct"),
        scope: cell("scope"),
        publisher: cell("publisher"),
        class: cell("publisher_class"),
        title: cell("page_title"),
        date: cell("page_date"),
        address: cell("url"),
        as_stated: cell("as_stated"),
        note: cell("note"),
        reason: cell(REASON),
    }
}
