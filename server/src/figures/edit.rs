//! Writes figures and sources into the text of data files, in the place where a person would write them.

use super::conversion::NewFigure;
use super::owner::FileOwner;
use domain::figure::{Figure, StatementKind};
use domain::indicator::Indicator;
use domain::measure::Measure;
use domain::quantity::Hedge;
use domain::source::Source;
use domain::subject::{Scope, Subject};
use domain::text::Bilingual;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

/// A figure with its number of group members.
pub struct Entry<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The number of zones in the group, if the source states it.
    pub members: Option<u32>,
}

impl<'a> From<&'a NewFigure> for Entry<'a> {
    fn from(new: &'a NewFigure) -> Self {
        Self {
            figure: &new.figure,
            members: new.members,
        }
    }
}

/// Returns the text of a new file of a zone, without figures.
pub fn new_zone_file(owner: &FileOwner) -> String {
    match owner {
        FileOwner::Zone(slug, Some(code)) => format!("slug = \"{slug}\"\ncode = \"{code}\"\n"),
        FileOwner::Zone(slug, None) => format!("slug = \"{slug}\"\n"),
        // A group has a file already: only its file makes it known.
        FileOwner::Group(_) => String::new(),
    }
}

/// Adds figures to the text of a file: each in the section of its indicator, in the order of the periods.
///
/// # Errors
/// When the text is not TOML.
pub fn with_figures<'a>(
    text: &str,
    entries: impl IntoIterator<Item = Entry<'a>>,
    indicators: &[Indicator],
) -> Result<String, toml_edit::TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let end = end_of(&document);
    let mut tables = take_tables(&mut document, "figure");
    for entry in entries {
        insert(&mut tables, &entry, indicators, end);
    }
    put_tables(&mut document, "figure", tables);
    Ok(document.to_string())
}

/// Adds sources to the end of the text of `sources.toml`.
///
/// # Errors
/// When the text is not TOML.
pub fn with_sources(text: &str, sources: &[&Source]) -> Result<String, toml_edit::TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let end = end_of(&document);
    let mut tables = take_tables(&mut document, "source");
    tables.extend(sources.iter().map(|source| {
        let mut table = source_table(source);
        table.set_position(Some(end));
        table.decor_mut().set_prefix("\n");
        table
    }));
    put_tables(&mut document, "source", tables);
    Ok(document.to_string())
}

fn take_tables(document: &mut DocumentMut, name: &str) -> Vec<Table> {
    match document.remove(name) {
        Some(Item::ArrayOfTables(tables)) => tables.into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Puts the tables back. Tables are printed in the order of their positions; those of equal position in the order of the
/// list.
fn put_tables(document: &mut DocumentMut, name: &str, tables: Vec<Table>) {
    let tables: ArrayOfTables = tables.into_iter().collect();
    document.insert(name, Item::ArrayOfTables(tables));
}

/// Returns the position after all tables.
fn end_of(document: &DocumentMut) -> isize {
    let last = document.iter().filter_map(|(_, item)| last_position(item));
    last.max().map_or(0, |last| last + 1)
}

fn last_position(item: &Item) -> Option<isize> {
    match item {
        Item::Table(table) => table.position(),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(Table::position).max(),
        _ => None,
    }
}

/// Inserts a figure into its section: the figures from the heading comment of its indicator to the next heading. Without
/// such a heading, a new section begins at the end.
fn insert(tables: &mut Vec<Table>, entry: &Entry<'_>, indicators: &[Indicator], end: isize) {
    let indicator = indicators
        .iter()
        .find(|indicator| indicator.id == entry.figure.indicator);
    let heading = indicator.map_or("", |indicator| indicator.name.en.as_str());
    let mut table = figure_table(entry);
    let begin = tables
        .iter()
        .position(|table| heading_of(table) == Some(heading));
    let Some(begin) = begin else {
        table.decor_mut().set_prefix(format!("\n# {heading}\n\n"));
        table.set_position(Some(end));
        tables.push(table);
        return;
    };
    let rest = tables.iter().skip(begin + 1);
    let length = 1 + rest.take_while(|table| heading_of(table).is_none()).count();
    let period = period_of(&table);
    let section = tables.iter().skip(begin).take(length);
    let before = section
        .take_while(|other| period_of(other) <= period)
        .count();
    if before == 0
        && let Some(first) = tables.get_mut(begin)
    {
        let prefix = first.decor().prefix().cloned();
        first.decor_mut().set_prefix("\n");
        if let Some(prefix) = prefix {
            table.decor_mut().set_prefix(prefix);
        }
    } else {
        table.decor_mut().set_prefix("\n");
    }
    let neighbour = tables.get(begin + before.saturating_sub(1));
    table.set_position(neighbour.and_then(Table::position));
    tables.insert(begin + before, table);
}

/// Returns the heading comment before a table; `None` if there is none.
fn heading_of(table: &Table) -> Option<&str> {
    let prefix = table.decor().prefix()?.as_str()?;
    prefix.lines().find_map(|line| line.strip_prefix("# "))
}

fn period_of(table: &Table) -> String {
    let period = table.get("period").and_then(Item::as_str).unwrap_or("");
    // A moment is in its year.
    period.trim_start_matches("at ").replace('/', "-")
}

fn figure_table(entry: &Entry<'_>) -> Table {
    let mut table = Table::new();
    let figure = entry.figure;
    let mut put = |key: &str, item: Value| {
        table.insert(key, value(item));
    };
    put("id", figure.id.as_str().into());
    put("indicator", figure.indicator.as_str().into());
    let terms = figure.definition.terms();
    if !terms.is_empty() {
        let terms: Array = terms.iter().map(|term| term.as_str()).collect();
        put("definition", terms.into());
    }
    if let Measure::Change { from, prices } = &figure.measure {
        let change = inline([
            ("from", from.to_string().into()),
            ("prices", prices.as_str().into()),
        ]);
        put("measure", inline([("change", change)]));
    }
    put("period", figure.period.to_string().into());
    if let Some(scope) = scope_value(&figure.scope) {
        put("scope", scope);
    }
    if let Subject::Place { name } = &figure.subject {
        put(
            "subject",
            inline([("place", inline([("name", bilingual(name))]))]),
        );
    }
    if let Some(members) = entry.members {
        put("members", i64::from(members).into());
    }
    if let Some(statement) = figure.statement() {
        put("value", statement.quantity.to_string().into());
        if statement.hedge != Hedge::Exact {
            put("hedge", statement.hedge.as_str().into());
        }
        if let Some(also) = statement.also {
            put("also", also.to_string().into());
        }
        if statement.kind != StatementKind::Reported {
            put("status", statement.kind.as_str().into());
        }
        if let Some(level) = &figure.level {
            put("level", level.as_str().into());
        }
        if let Some(doubt) = &figure.doubt {
            put("doubt", bilingual(doubt));
        }
        let receipt = &statement.receipt;
        put("source", receipt.source.as_str().into());
        put("at", receipt.at.to_string().into());
        put("as_stated", receipt.as_stated.as_str().into());
        if let Some(reading) = &receipt.reading {
            put("reading", bilingual(reading));
        }
    }
    table
}

fn scope_value(scope: &Scope) -> Option<Value> {
    let name = match scope {
        Scope::Whole => return None,
        Scope::Predecessor { name }
        | Scope::Industry { name }
        | Scope::KeyArea { name }
        | Scope::Enterprises { name }
        | Scope::Products { name } => name,
    };
    Some(inline([(
        scope.kind(),
        inline([("name", bilingual(name))]),
    )]))
}

fn source_table(source: &Source) -> Table {
    let mut table = Table::new();
    let mut put = |key: &str, item: Value| {
        table.insert(key, value(item));
    };
    put("id", source.id.as_str().into());
    put("title", source.title.as_str().into());
    if let Some(publisher) = &source.publisher {
        put("publisher", bilingual(publisher));
    }
    put("class", source.class.as_str().into());
    if let Some(date) = source.date {
        put("date", date.to_string().into());
    }
    if let Some(address) = &source.address {
        put("address", address.as_str().into());
    }
    if source.unlinked {
        put("unlinked", true.into());
    }
    table
}

fn bilingual(text: &Bilingual) -> Value {
    inline([
        ("en", text.en.as_str().into()),
        ("zh", text.zh.as_str().into()),
    ])
}

fn inline<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    pairs.into_iter().collect::<InlineTable>().into()
}
