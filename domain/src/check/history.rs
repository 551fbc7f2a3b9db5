//! Checks whether the dates of one founding agree.

use super::{Caution, CautionRule, CheckInput};
use crate::date::PartialDate;
use crate::fact::{EventKind, Fact, FactContent};

/// Returns a caution for each pair of founding dates that cannot both be true.
///
/// Approval and designation are different events. The founding of a predecessor (with `of`) is also a different event.
pub(super) fn cautions(evidence: &CheckInput<'_>) -> Vec<Caution> {
    let foundings: Vec<(&Fact, PartialDate)> = evidence
        .facts
        .iter()
        .filter_map(|fact| match fact.about {
            FactContent::Event {
                kind: EventKind::Founded,
                date,
                of: None,
                ..
            } => Some((fact, date)),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for (index, (one, date)) in foundings.iter().enumerate() {
        for (other, other_date) in &foundings[index + 1..] {
            if !date.agrees_with(*other_date) {
                found.push(Caution {
                    rule: CautionRule::TwoFoundings,
                    figures: Vec::new(),
                    facts: vec![one.id.clone(), other.id.clone()],
                    power: None,
                });
            }
        }
    }
    found
}
