//! The entries of facts and figures in the data files, and their conversion into domain types.

use super::problem::Problems;
use domain::date::PartialDate;
use domain::definition::{Definition, Term};
use domain::fact::{EventKind, Fact, FactContent, RelationKind, Topic};
use domain::figure::{Evidence, Figure, Statement, StatementKind};
use domain::id::{FactId, FigureId, IndicatorId, SourceId, ZoneSlug};
use domain::measure::Measure;
use domain::period::Period;
use domain::quantity::{Hedge, Quantity};
use domain::receipt::{AsStated, Receipt, SourcePlace};
use domain::subject::{Scope, Subject};
use domain::text::Bilingual;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    kind: EventKind,
    date: PartialDate,
    until: Option<PartialDate>,
    of: Option<Bilingual>,
    #[serde(default)]
    by: Vec<Bilingual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Relation {
    kind: RelationKind,
    name: Bilingual,
    zone: Option<ZoneSlug>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactEntry {
    id: FactId,
    topic: Topic,
    event: Option<Event>,
    relation: Option<Relation>,
    #[serde(default)]
    claim: bool,
    text: Option<Bilingual>,
    source: SourceId,
    at: SourcePlace,
    as_stated: AsStated,
    reading: Option<Bilingual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureEntry {
    id: FigureId,
    indicator: IndicatorId,
    #[serde(default)]
    definition: Vec<Term>,
    #[serde(default)]
    measure: Measure,
    period: Period,
    #[serde(default)]
    scope: Scope,
    subject: Option<Subject>,
    members: Option<u32>,
    value: Quantity,
    to: Option<Quantity>,
    hedge: Option<Hedge>,
    also: Option<Quantity>,
    status: Option<StatementKind>,
    level: Option<FigureId>,
    note: Option<Bilingual>,
    doubt: Option<Bilingual>,
    source: SourceId,
    at: SourcePlace,
    as_stated: AsStated,
    reading: Option<Bilingual>,
}

/// Converts an entry into a fact. A problem is reported, and the result is `None`.
pub fn fact(file: &str, line: usize, entry: FactEntry, problems: &mut Problems) -> Option<Fact> {
    let about = match (entry.event, entry.relation, entry.claim) {
        (Some(event), None, false) => FactContent::Event {
            kind: event.kind,
            date: event.date,
            until: event.until,
            of: event.of,
            by: event.by,
        },
        (None, Some(relation), false) => FactContent::Relation {
            kind: relation.kind,
            name: relation.name,
            zone: relation.zone,
        },
        (None, None, true) => FactContent::Claim,
        (None, None, false) => FactContent::Feature,
        _ => {
            problems.add(
                file,
                line,
                0,
                "a fact is an event, a relation or a claim, not two of them",
            );
            return None;
        }
    };
    if entry.text.is_none() && matches!(about, FactContent::Claim | FactContent::Feature) {
        problems.add(
            file,
            line,
            0,
            "a fact that is no event and no relation needs a `text`",
        );
        return None;
    }
    Some(Fact {
        id: entry.id,
        topic: entry.topic,
        about,
        text: entry.text,
        receipt: Receipt {
            source: entry.source,
            at: entry.at,
            as_stated: entry.as_stated,
            reading: entry.reading,
        },
    })
}

/// Converts an entry into a figure of a zone.
pub fn figure_of_zone(
    file: &str,
    line: usize,
    entry: FigureEntry,
    problems: &mut Problems,
) -> Figure {
    if entry.members.is_some() {
        problems.add(file, line, 0, "`members` belongs to figures of a group");
    }
    let subject = entry.subject.clone().unwrap_or_default();
    figure(entry, subject)
}

/// Converts an entry into a figure of a group. Without `subject` the figure is about the whole group.
pub fn figure_of_group(entry: FigureEntry, name: &Bilingual) -> Figure {
    let subject = entry.subject.clone().unwrap_or_else(|| Subject::Group {
        name: name.clone(),
        members: entry.members,
    });
    figure(entry, subject)
}

fn figure(entry: FigureEntry, subject: Subject) -> Figure {
    Figure {
        id: entry.id,
        subject,
        indicator: entry.indicator,
        definition: Definition::from(entry.definition),
        measure: entry.measure,
        period: entry.period,
        scope: entry.scope,
        level: entry.level,
        note: entry.note,
        doubt: entry.doubt,
        evidence: Evidence::Stated(Statement {
            quantity: entry.value,
            to: entry.to,
            hedge: entry.hedge.unwrap_or(Hedge::Exact),
            also: entry.also,
            kind: entry.status.unwrap_or(StatementKind::Reported),
            correction: None,
            receipt: Receipt {
                source: entry.source,
                at: entry.at,
                as_stated: entry.as_stated,
                reading: entry.reading,
            },
        }),
    }
}
