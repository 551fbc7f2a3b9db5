//! A described zone: its facts and figures as a person types them.

use super::document::Document;
use super::problem::Problems;
use domain::date::PartialDate;
use domain::definition::{Definition, Term};
use domain::fact::{About, EventKind, Fact, RelationKind, Topic};
use domain::figure::{Evidence, Figure, Standing, Statement};
use domain::id::{CatalogueCode, FactId, FigureId, IndicatorId, SourceId, ZoneSlug};
use domain::measure::Measure;
use domain::period::Period;
use domain::quantity::{Hedge, Quantity};
use domain::receipt::{AsStated, Place, Receipt};
use domain::subject::{Scope, Subject};
use domain::text::Bilingual;
use serde::Deserialize;

/// A zone file, parsed; the numbers beside facts and figures are their lines.
#[derive(Debug)]
pub struct ZoneFile {
    /// The file.
    pub file: String,
    /// The zone it describes.
    pub slug: ZoneSlug,
    /// Its code in the catalogue; a new area has none.
    pub code: Option<CatalogueCode>,
    /// What it is called today.
    pub name: Bilingual,
    /// What else it is or was called.
    pub other_names: Vec<Bilingual>,
    /// Our sentences on what it is.
    pub lead: Bilingual,
    /// What is known and is not a number.
    pub facts: Vec<(usize, Fact)>,
    /// What is stated in numbers.
    pub figures: Vec<(usize, Figure)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    slug: ZoneSlug,
    code: Option<CatalogueCode>,
    name: Bilingual,
    #[serde(default)]
    other_names: Vec<Bilingual>,
    lead: Bilingual,
}

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
struct FactEntry {
    id: FactId,
    topic: Topic,
    event: Option<Event>,
    relation: Option<Relation>,
    #[serde(default)]
    claim: bool,
    text: Option<Bilingual>,
    source: SourceId,
    at: Place,
    as_stated: AsStated,
    reading: Option<Bilingual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureEntry {
    id: FigureId,
    indicator: IndicatorId,
    #[serde(default)]
    definition: Vec<Term>,
    #[serde(default)]
    measure: Measure,
    period: Period,
    #[serde(default)]
    scope: Scope,
    #[serde(default)]
    subject: Subject,
    value: Quantity,
    hedge: Option<Hedge>,
    also: Option<Quantity>,
    status: Option<Standing>,
    level: Option<FigureId>,
    note: Option<Bilingual>,
    source: SourceId,
    at: Place,
    as_stated: AsStated,
    reading: Option<Bilingual>,
}

impl ZoneFile {
    /// Parses a zone file; what is wrong is reported and left out.
    pub fn read(file: &str, text: &str, problems: &mut Problems) -> Option<Self> {
        let mut document = Document::read(file, text, problems)?;
        let facts = document.entries("fact", problems);
        let figures = document.entries("figure", problems);
        let head: Head = document.rest(problems)?;
        Some(Self {
            file: file.to_owned(),
            slug: head.slug,
            code: head.code,
            name: head.name,
            other_names: head.other_names,
            lead: head.lead,
            facts: facts
                .into_iter()
                .filter_map(|(line, entry)| Some((line, fact(file, line, entry, problems)?)))
                .collect(),
            figures: figures
                .into_iter()
                .map(|(line, entry)| (line, figure(entry)))
                .collect(),
        })
    }
}

fn fact(file: &str, line: usize, entry: FactEntry, problems: &mut Problems) -> Option<Fact> {
    let about = match (entry.event, entry.relation, entry.claim) {
        (Some(event), None, false) => About::Event {
            kind: event.kind,
            date: event.date,
            until: event.until,
            of: event.of,
            by: event.by,
        },
        (None, Some(relation), false) => About::Relation {
            kind: relation.kind,
            name: relation.name,
            zone: relation.zone,
        },
        (None, None, true) => About::Claim,
        (None, None, false) => About::Feature,
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
    if entry.text.is_none() && matches!(about, About::Claim | About::Feature) {
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

fn figure(entry: FigureEntry) -> Figure {
    Figure {
        id: entry.id,
        subject: entry.subject,
        indicator: entry.indicator,
        definition: Definition::from(entry.definition),
        measure: entry.measure,
        period: entry.period,
        scope: entry.scope,
        level: entry.level,
        note: entry.note,
        evidence: Evidence::Stated(Statement {
            quantity: entry.value,
            hedge: entry.hedge.unwrap_or(Hedge::Exact),
            also: entry.also,
            standing: entry.status.unwrap_or(Standing::Reported),
            receipt: Receipt {
                source: entry.source,
                at: entry.at,
                as_stated: entry.as_stated,
                reading: entry.reading,
            },
        }),
    }
}
