//! Converts rows into cautions.

use super::{InvalidRow, owner};
use domain::check::Caution;
use domain::profile::Owner;

/// A row of the view `caution_row`: all its columns.
#[derive(Debug)]
pub(in crate::store) struct CautionRow {
    pub position: i64,
    pub zone: Option<String>,
    pub zone_group: Option<String>,
    pub rule: String,
    pub power: Option<i64>,
    /// Used only to sort the rows.
    #[expect(dead_code, reason = "`SELECT caution_row.*` fills every column")]
    pub member_position: i64,
    pub figure: Option<String>,
    pub fact: Option<String>,
}

impl CautionRow {
    /// Converts rows into cautions, each with its owner. The rows of one caution must be adjacent.
    pub fn cautions(rows: Vec<Self>) -> Result<Vec<(Owner, Caution)>, InvalidRow> {
        let mut cautions: Vec<(Owner, Caution)> = Vec::new();
        let mut last = None;
        for row in rows {
            if last != Some(row.position) {
                last = Some(row.position);
                let caution = Caution {
                    rule: row.rule.parse()?,
                    figures: Vec::new(),
                    facts: Vec::new(),
                    power: row.power.map(u32::try_from).transpose()?,
                };
                let owner = owner(row.zone.as_deref(), row.zone_group.as_deref())?;
                cautions.push((owner, caution));
            }
            let Some((_, caution)) = cautions.last_mut() else {
                continue;
            };
            if let Some(figure) = row.figure {
                caution.figures.push(figure.parse()?);
            }
            if let Some(fact) = row.fact {
                caution.facts.push(fact.parse()?);
            }
        }
        Ok(cautions)
    }
}
