//! Converts facts into rows and back.

use super::{InvalidRow, both, named, optional, receipt, required};
use crate::store::batch::Value;
use domain::fact::{Fact, FactContent};
use domain::id::ZoneSlug;
use domain::text::Bilingual;

/// The statement that inserts facts, up to the values, which [`fact_values`] returns.
pub(in crate::store) const INSERT_FACT: &str = "INSERT INTO fact (position, id, zone, topic, kind, event, date, until, of_en, of_zh, relation, name_en,
    name_zh, related_zone, text_en, text_zh, source, place, as_stated, reading_en, reading_zh) ";

/// A row of the view `fact_row`: all its columns.
#[derive(Debug)]
pub(in crate::store) struct FactRow {
    /// Used only to sort the rows.
    #[expect(dead_code, reason = "`SELECT fact_row.*` fills every column")]
    pub position: i64,
    pub id: String,
    pub zone: String,
    pub topic: String,
    pub kind: String,
    pub event: Option<String>,
    pub date: Option<String>,
    pub until: Option<String>,
    pub of_en: Option<String>,
    pub of_zh: Option<String>,
    pub relation: Option<String>,
    pub name_en: Option<String>,
    pub name_zh: Option<String>,
    pub related_zone: Option<String>,
    pub text_en: Option<String>,
    pub text_zh: Option<String>,
    pub source: String,
    pub place: String,
    pub as_stated: String,
    pub reading_en: Option<String>,
    pub reading_zh: Option<String>,
    /// Used only to sort the rows.
    #[expect(dead_code, reason = "`SELECT fact_row.*` fills every column")]
    pub actor_position: Option<i64>,
    pub actor_en: Option<String>,
    pub actor_zh: Option<String>,
}

impl FactRow {
    /// Converts rows into facts, each with its zone. The rows of one fact must be adjacent.
    pub fn facts(rows: Vec<Self>) -> Result<Vec<(ZoneSlug, Fact)>, InvalidRow> {
        let mut facts: Vec<(ZoneSlug, Fact)> = Vec::new();
        for mut row in rows {
            let actor = optional(row.actor_en.take(), row.actor_zh.take());
            if let Some((_, fact)) = facts.last_mut()
                && fact.id.as_str() == row.id
            {
                if let FactContent::Event { by, .. } = &mut fact.about {
                    by.extend(actor);
                }
                continue;
            }
            facts.push((row.zone.parse()?, row.fact(actor)?));
        }
        Ok(facts)
    }

    /// Converts the row into a fact. `actor` is the first actor of its event.
    fn fact(self, actor: Option<Bilingual>) -> Result<Fact, InvalidRow> {
        let about = match self.kind.as_str() {
            "event" => FactContent::Event {
                kind: required(self.event.as_deref(), "an event")?.parse()?,
                date: required(self.date.as_deref(), "the date of an event")?.parse()?,
                until: self.until.as_deref().map(str::parse).transpose()?,
                of: optional(self.of_en, self.of_zh),
                by: actor.into_iter().collect(),
            },
            "relation" => FactContent::Relation {
                kind: required(self.relation.as_deref(), "a relation")?.parse()?,
                name: named(self.name_en, self.name_zh)?,
                zone: self.related_zone.as_deref().map(str::parse).transpose()?,
            },
            "claim" => FactContent::Claim,
            "feature" => FactContent::Feature,
            kind => {
                return Err(InvalidRow::new(format_args!(
                    "`{kind}`, which is no kind of fact"
                )));
            }
        };
        Ok(Fact {
            id: self.id.parse()?,
            topic: self.topic.parse()?,
            about,
            text: optional(self.text_en, self.text_zh),
            receipt: receipt(
                [&self.source, &self.place, &self.as_stated],
                optional(self.reading_en, self.reading_zh),
            )?,
        })
    }
}

/// Returns the columns of a fact, in the order of [`INSERT_FACT`]. The actors are in a table of their own.
pub(in crate::store) fn fact_values(position: i64, zone: &ZoneSlug, fact: &Fact) -> [Value; 21] {
    let (mut kind, mut event, mut date, mut end, mut of) = ("feature", None, None, None, None);
    let (mut relation, mut name, mut related) = (None, None, None);
    match &fact.about {
        FactContent::Event {
            kind: what,
            date: begin,
            until,
            of: whom,
            by: _,
        } => {
            (kind, event, of) = ("event", Some(what.as_str()), whom.as_ref());
            date = Some(begin.to_string());
            end = until.map(|until| until.to_string());
        }
        FactContent::Relation {
            kind: which,
            name: other,
            zone,
        } => {
            (kind, relation, name) = ("relation", Some(which.as_str()), Some(other));
            related = zone.as_ref().map(ZoneSlug::as_str);
        }
        FactContent::Claim => kind = "claim",
        FactContent::Feature => {}
    }
    let (of_en, of_zh) = both(of);
    let (name_en, name_zh) = both(name);
    let (text_en, text_zh) = both(fact.text.as_ref());
    let (reading_en, reading_zh) = both(fact.receipt.reading.as_ref());
    [
        position.into(),
        fact.id.as_str().into(),
        zone.as_str().into(),
        fact.topic.as_str().into(),
        kind.into(),
        event.into(),
        date.into(),
        end.into(),
        of_en.into(),
        of_zh.into(),
        relation.into(),
        name_en.into(),
        name_zh.into(),
        related.into(),
        text_en.into(),
        text_zh.into(),
        fact.receipt.source.as_str().into(),
        fact.receipt.at.to_string().into(),
        fact.receipt.as_stated.as_str().into(),
        reading_en.into(),
        reading_zh.into(),
    ]
}
