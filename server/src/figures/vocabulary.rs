//! The vocabulary: tables in `data/words` that state what the words in the cells of a gathered table mean.

use super::gathered::GatheredRow;
use crate::dataset::tab_separated;
use domain::coverage::LeftOutReason;
use domain::definition::Term;
use domain::figure::StatementKind;
use domain::id::IndicatorId;
use domain::quantity::{Hedge, Quantity};
use domain::source::{PublisherClass, host};
use domain::text::Bilingual;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;
use std::str::FromStr;

/// The meaning of some words for the figure of their row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A detail of what was counted.
    Definition(Term),
    /// The figure is of this indicator, and not of the usual one of its metric.
    Indicator(IndicatorId),
    /// The figure is of this place beside the zone.
    Place(Bilingual),
    /// The figure is of this industry of the zone.
    Industry(Bilingual),
    /// The figure is of this part of the zone.
    KeyArea(Bilingual),
    /// The figure is of these products of the zone.
    Products(Bilingual),
    /// The figure is of these enterprises of the zone.
    Enterprises(Bilingual),
    /// The figure is of this predecessor of the zone.
    Predecessor(Bilingual),
    /// The kind of statement.
    Status(StatementKind),
    /// The kind of statement, as a person decided for this row.
    DecidedStatus(StatementKind),
    /// What follows the year in the period of the row must begin with this text.
    Period(String),
    /// The number of zones in the group.
    Members(u32),
    /// How the phrase was read.
    Reading(Bilingual),
    /// How the phrase was read, in place of all other readings.
    OnlyReading(Bilingual),
    /// The figure belongs to this zone or group.
    Owner(String),
    /// The same amount in a second currency.
    Also(Quantity),
    /// The hedge in the words of the page.
    Hedge(Hedge),
    /// Why the print may be wrong.
    Doubt(Bilingual),
    /// The address has nothing to do with the publisher.
    UnrelatedAddress,
    /// The page, which names no publisher, is a copy of a text of this one.
    CopyOf(Bilingual),
    /// The statement is not taken in.
    LeaveOut(LeftOutReason, Bilingual),
    /// A person must decide; the text is the question.
    Ask(String),
    /// Nothing that matters for the figure.
    Nothing,
}

/// Whether the address of a page belongs to its publisher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The publisher's own page.
    Original,
    /// A copy elsewhere of a text whose publisher is named.
    Copy,
    /// The publisher is not named.
    Unnamed,
}

/// A publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// Whether the address belongs to it.
    pub standing: Standing,
    /// Its class.
    pub class: PublisherClass,
    /// Its name; of a copy, the name of the original publisher.
    pub name: Bilingual,
}

/// What a metric of the table measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metric {
    /// The indicator.
    pub indicator: IndicatorId,
    /// True for a number at a moment, such as a number of enterprises.
    pub is_stock: bool,
    /// The industry that it is of; `None` for all.
    pub industry: Option<Bilingual>,
}

/// All tables of the vocabulary.
#[derive(Debug, Default)]
pub struct Vocabulary {
    scopes: WordTable,
    notes: WordTable,
    phrases: WordTable,
    decisions: Vec<(Decision, Meaning)>,
    publishers: HashMap<String, Publisher>,
    metrics: HashMap<String, Metric>,
    owners: HashMap<String, String>,
    hosts: HashMap<String, bool>,
    reasons: HashMap<String, LeftOutReason>,
}

/// The meanings of words, by words, metric and zone; an empty metric or zone means every one.
type WordTable = HashMap<String, Vec<WordEntry>>;

#[derive(Debug)]
struct WordEntry {
    metric: String,
    zone: String,
    meaning: Meaning,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordRow {
    words: String,
    metric: String,
    zone: String,
    field: String,
    value: String,
    en: String,
    zh: String,
}

/// A row of the gathered table that a person decided about.
#[derive(Debug, PartialEq, Eq)]
struct Decision {
    zone: String,
    metric: String,
    period: String,
    as_stated: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DecisionRow {
    zone: String,
    metric: String,
    period: String,
    as_stated: String,
    field: String,
    value: String,
    en: String,
    zh: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublisherRow {
    words: String,
    standing: String,
    class: String,
    name_en: String,
    name_zh: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MetricRow {
    metric: String,
    indicator: String,
    time: String,
    industry_en: String,
    industry_zh: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PairRow {
    words: String,
    value: String,
}

impl Vocabulary {
    /// Reads the tables in `folder`.
    ///
    /// # Errors
    /// Every problem in the tables, each with file and line.
    pub fn read(folder: &Path) -> Result<Self, Vec<String>> {
        let mut problems = Vec::new();
        let mut found = Self {
            scopes: words(folder, "scopes.tsv", &mut problems),
            notes: words(folder, "notes.tsv", &mut problems),
            phrases: words(folder, "phrases.tsv", &mut problems),
            ..Self::default()
        };
        rows(
            folder,
            "decisions.tsv",
            &mut problems,
            |row: DecisionRow| {
                let meaning = match meaning(&row.field, &row.value, (row.en, row.zh))? {
                    Meaning::Status(status) => Meaning::DecidedStatus(status),
                    other => other,
                };
                let decision = Decision {
                    zone: row.zone,
                    metric: row.metric,
                    period: row.period,
                    as_stated: row.as_stated,
                };
                found.decisions.push((decision, meaning));
                Ok(())
            },
        );
        rows(
            folder,
            "publishers.tsv",
            &mut problems,
            |row: PublisherRow| {
                let publisher = Publisher {
                    standing: standing(&row.standing)?,
                    class: parse(&row.class)?,
                    name: bilingual((row.name_en, row.name_zh))?,
                };
                once(&mut found.publishers, row.words, publisher)
            },
        );
        rows(folder, "metrics.tsv", &mut problems, |row: MetricRow| {
            let industry = !row.industry_en.is_empty();
            let metric = Metric {
                indicator: parse(&row.indicator)?,
                is_stock: match row.time.as_str() {
                    "at" => true,
                    "during" => false,
                    other => return Err(format!("`{other}` is neither `at` nor `during`")),
                },
                industry: industry
                    .then(|| bilingual((row.industry_en, row.industry_zh)))
                    .transpose()?,
            };
            once(&mut found.metrics, row.metric, metric)
        });
        rows(folder, "owners.tsv", &mut problems, |row: PairRow| {
            once(&mut found.owners, row.words, row.value)
        });
        rows(folder, "hosts.tsv", &mut problems, |row: PairRow| {
            let is_linked = match row.value.as_str() {
                "link" => true,
                "text" => false,
                other => return Err(format!("`{other}` is neither `link` nor `text`")),
            };
            once(&mut found.hosts, row.words, is_linked)
        });
        rows(folder, "reasons.tsv", &mut problems, |row: PairRow| {
            let reason = parse(&row.value)?;
            once(&mut found.reasons, row.words, reason)
        });
        if problems.is_empty() {
            Ok(found)
        } else {
            Err(problems)
        }
    }

    /// Returns the meanings of the scope cell of a row: of the whole cell, or else of its parts, which `;` and `,`
    /// separate.
    ///
    /// # Errors
    /// The parts that are not in the table.
    pub fn scope(&self, row: &GatheredRow) -> Result<Vec<Meaning>, Vec<String>> {
        if row.scope.is_empty() {
            return Ok(Vec::new());
        }
        if let Some(meanings) = look_up(&self.scopes, &row.scope, row) {
            return Ok(meanings);
        }
        let (mut found, mut unknown) = (Vec::new(), Vec::new());
        for piece in row.scope.split("; ") {
            match look_up(&self.scopes, piece, row) {
                Some(meanings) => found.extend(meanings),
                None => self.parts(piece, row, &mut found, &mut unknown),
            }
        }
        if unknown.is_empty() {
            Ok(found)
        } else {
            Err(unknown)
        }
    }

    fn parts(
        &self,
        piece: &str,
        row: &GatheredRow,
        found: &mut Vec<Meaning>,
        unknown: &mut Vec<String>,
    ) {
        for part in piece.split(", ") {
            match look_up(&self.scopes, part, row) {
                Some(meanings) => found.extend(meanings),
                None => unknown.push(part.to_owned()),
            }
        }
    }

    /// Returns the meanings of the note cell of a row, whose parts `;` separates.
    ///
    /// # Errors
    /// The parts that are not in the table.
    pub fn note(&self, row: &GatheredRow) -> Result<Vec<Meaning>, Vec<String>> {
        let (mut found, mut unknown) = (Vec::new(), Vec::new());
        for part in row.note.split("; ").filter(|part| !part.is_empty()) {
            match look_up(&self.notes, part, row) {
                Some(meanings) => found.extend(meanings),
                None => unknown.push(part.to_owned()),
            }
        }
        if unknown.is_empty() {
            Ok(found)
        } else {
            Err(unknown)
        }
    }

    /// Returns the meanings of the words that the phrase of a row contains.
    pub fn phrase(&self, row: &GatheredRow) -> Vec<Meaning> {
        let phrase = row.as_stated.to_lowercase();
        let contained = self.phrases.keys().filter(|words| phrase.contains(*words));
        let found = contained.filter_map(|words| look_up(&self.phrases, words, row));
        found.flatten().collect()
    }

    /// Returns what a person decided about a single row.
    pub fn decisions<'a>(&'a self, row: &'a GatheredRow) -> impl Iterator<Item = &'a Meaning> {
        let decided = self.decisions.iter().filter(|(decision, _)| {
            decision.zone == row.zone
                && decision.metric == row.metric
                && decision.period == row.period
                && decision.as_stated == row.as_stated
        });
        decided.map(|(_, meaning)| meaning)
    }

    /// Returns the publisher that a cell names. A publisher with several answers has one row per host.
    pub fn publisher(&self, row: &GatheredRow) -> Option<&Publisher> {
        let host = host(&row.address);
        let with_host = format!("{} | {host}", row.publisher);
        let publisher = self.publishers.get(&with_host);
        publisher.or_else(|| self.publishers.get(&row.publisher))
    }

    /// Returns what a metric measures.
    pub fn metric(&self, metric: &str) -> Option<&Metric> {
        self.metrics.get(metric)
    }

    /// Returns the slug of a zone or the id of a group for a name that no list contains.
    pub fn owner(&self, name: &str) -> Option<&str> {
        self.owners.get(name).map(String::as_str)
    }

    /// Returns true if somebody vouches for an address, so that pages may link to it.
    ///
    /// # Errors
    /// The host of the address, if it is not in the table.
    pub fn is_linked<'r>(&self, address: &'r str) -> Result<bool, &'r str> {
        let host = host(address);
        if host.is_empty() {
            return Ok(true);
        }
        self.hosts.get(host).copied().ok_or(host)
    }

    /// Returns the reason for which a row was left out, from the words of its cell.
    pub fn reason(&self, words: &str) -> Option<LeftOutReason> {
        self.reasons.get(words).copied()
    }
}

/// Returns the meanings of some words: those for the zone and the metric of the row, or else the more general ones.
fn look_up(table: &WordTable, words: &str, row: &GatheredRow) -> Option<Vec<Meaning>> {
    let all = |entries: &[WordEntry], rest: &str| {
        let fits = |entry: &&WordEntry| {
            (entry.metric.is_empty() || entry.metric == row.metric)
                && (entry.zone.is_empty() || entry.zone == row.zone)
        };
        let most = entries.iter().filter(fits).map(specificity).max()?;
        let found = entries
            .iter()
            .filter(fits)
            .filter(|entry| specificity(entry) == most)
            .map(|entry| with_rest(&entry.meaning, rest));
        Some(found.collect())
    };
    if let Some(entries) = table.get(words) {
        return all(entries, "");
    }
    let families = table.iter().filter_map(|(known, entries)| {
        let rest = words.strip_prefix(known.strip_suffix('*')?)?;
        Some((known.len(), entries, rest))
    });
    let (_, entries, rest) = families.max_by_key(|(length, ..)| *length)?;
    all(entries, rest)
}

fn specificity(entry: &WordEntry) -> u8 {
    2 * u8::from(!entry.zone.is_empty()) + u8::from(!entry.metric.is_empty())
}

/// Inserts what the `*` of a family of words stands for.
fn with_rest(meaning: &Meaning, rest: &str) -> Meaning {
    let inserted = |text: &Bilingual| Bilingual {
        en: text.en.replace("{rest}", rest),
        zh: text.zh.replace("{rest}", rest),
    };
    match meaning {
        Meaning::Reading(text) => Meaning::Reading(inserted(text)),
        Meaning::Doubt(text) => Meaning::Doubt(inserted(text)),
        other => other.clone(),
    }
}

fn words(folder: &Path, file: &str, problems: &mut Vec<String>) -> WordTable {
    let mut table = WordTable::new();
    rows(folder, file, problems, |row: WordRow| {
        let entry = WordEntry {
            meaning: meaning(&row.field, &row.value, (row.en, row.zh))?,
            metric: row.metric,
            zone: row.zone,
        };
        table.entry(row.words).or_default().push(entry);
        Ok(())
    });
    table
}

fn meaning(field: &str, value: &str, texts: (String, String)) -> Result<Meaning, String> {
    Ok(match field {
        "definition" => Meaning::Definition(parse(value)?),
        "indicator" => Meaning::Indicator(parse(value)?),
        "place" => Meaning::Place(bilingual(texts)?),
        "industry" => Meaning::Industry(bilingual(texts)?),
        "key-area" => Meaning::KeyArea(bilingual(texts)?),
        "products" => Meaning::Products(bilingual(texts)?),
        "enterprises" => Meaning::Enterprises(bilingual(texts)?),
        "predecessor" => Meaning::Predecessor(bilingual(texts)?),
        "status" => Meaning::Status(parse(value)?),
        "period" => Meaning::Period(value.to_owned()),
        "members" => Meaning::Members(parse(value)?),
        "reading" => Meaning::Reading(bilingual(texts)?),
        "only-reading" => Meaning::OnlyReading(bilingual(texts)?),
        "owner" => Meaning::Owner(value.to_owned()),
        "also" => Meaning::Also(parse(value)?),
        "hedge" => Meaning::Hedge(parse(value)?),
        "doubt" => Meaning::Doubt(bilingual(texts)?),
        "unrelated-address" => Meaning::UnrelatedAddress,
        "copy-of" => Meaning::CopyOf(bilingual(texts)?),
        "leave-out" => Meaning::LeaveOut(parse(value)?, bilingual(texts)?),
        "ask" => Meaning::Ask(texts.0),
        "nothing" => Meaning::Nothing,
        other => return Err(format!("`{other}` is not a field")),
    })
}

fn standing(text: &str) -> Result<Standing, String> {
    match text {
        "original" => Ok(Standing::Original),
        "copy" => Ok(Standing::Copy),
        "unnamed" => Ok(Standing::Unnamed),
        other => Err(format!("`{other}` is not original, copy or unnamed")),
    }
}

fn bilingual((en, zh): (String, String)) -> Result<Bilingual, String> {
    if en.is_empty() || zh.is_empty() {
        return Err("the text is needed in both languages".to_owned());
    }
    Ok(Bilingual { en, zh })
}

fn parse<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn once<T>(map: &mut HashMap<String, T>, key: String, value: T) -> Result<(), String> {
    if map.contains_key(&key) {
        return Err(format!("`{key}` occurs twice"));
    }
    map.insert(key, value);
    Ok(())
}

/// Reads the rows of a table. A problem in a row is reported with its line.
fn rows<T: for<'de> Deserialize<'de>>(
    folder: &Path,
    file: &str,
    problems: &mut Vec<String>,
    mut take: impl FnMut(T) -> Result<(), String>,
) {
    let path = folder.join(file);
    let mut reader = match tab_separated().from_path(&path) {
        Ok(reader) => reader,
        Err(error) => {
            problems.push(format!("{}: {error}", path.display()));
            return;
        }
    };
    for (line, row) in (2..).zip(reader.deserialize()) {
        let taken = row.map_err(|error| error.to_string()).and_then(&mut take);
        if let Err(what) = taken {
            problems.push(format!("{}:{line}: {what}", path.display()));
        }
    }
}
