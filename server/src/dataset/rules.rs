//! Rules across the data files: each id in use exists and is unique, and each number occurs in its phrase.

use super::entity_files::{GroupFile, HasFigures, ZoneFile};
use super::lists::{JUDGEMENTS, LEFT_OUT, Lists, REMOVED};
use super::problem::Problems;
use super::tables::Tables;
use super::zone_tables::NEW_ZONES;
use domain::catalogue::{CATALOGUE_SOURCE, NEW_AREAS_SOURCE};
use domain::derive::origin;
use domain::fact::{Fact, FactContent};
use domain::figure::{Figure, Statement};
use domain::id::ZoneSlug;
use domain::indicator::{Family, Indicator};
use domain::listed_area::is_listed_area;
use domain::measure::Measure;
use domain::quantity::{Hedge, Unit};
use domain::source::Source;
use domain::text::{Bilingual, Piece, pieces};
use domain::words::contains_quantity;
use std::collections::{HashMap, HashSet};

/// The data in which the rules look up ids.
pub struct Context<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// The indicators, with their lines.
    pub indicators: &'a [(usize, Indicator)],
    /// The sources, with their lines.
    pub sources: &'a [(usize, Source)],
    /// The groups of zones, with their figures.
    pub groups: &'a [GroupFile],
    /// The lists about figures.
    pub lists: &'a Lists,
}

/// Checks the files of zones and groups and the lists, and reports all problems.
pub fn judge(zones: &[ZoneFile], context: &Context<'_>, problems: &mut Problems) {
    unique_names(context, problems);
    unique_ids(zones, context, problems);
    listed(context, problems);
    let slugs: HashSet<&ZoneSlug> = context
        .tables
        .zones
        .iter()
        .map(|zone| &zone.summary.slug)
        .collect();
    let mut entity_files = HashSet::new();
    for zone in zones {
        head(zone, context, problems);
        if !entity_files.insert(&zone.slug) {
            let what = format!("`{}` is described twice", zone.slug);
            problems.add(&zone.file, 1, 0, what);
        }
        let mut judge = FileChecker {
            file: zone,
            context,
            problems,
        };
        if let Some(county) = &zone.county
            && !zone.facts.iter().any(|(_, fact)| fact.is_seat(county))
        {
            judge.problem(
                1,
                "`county` is the name of a seat that a fact of this file states",
            );
        }
        if let Some(today) = &zone.today
            && zone.facts.iter().all(|(_, fact)| fact.id != today.fact)
        {
            judge.problem(1, format_args!("no fact `{}` in this file", today.fact));
        }
        if let Some(lead) = &zone.lead {
            judge.text(1, lead);
        }
        for (line, fact) in &zone.facts {
            judge.fact(*line, fact, &slugs);
        }
        judge.figures();
    }
    for entry in context
        .tables
        .zones
        .iter()
        .filter(|entry| entry.file == NEW_ZONES)
    {
        let slug = &entry.summary.slug;
        if !zones
            .iter()
            .any(|zone| zone.slug == *slug && !zone.facts.is_empty())
        {
            let what = format!("`{slug}` needs a file with the fact that states its approval");
            problems.add(NEW_ZONES, entry.line, 0, what);
        }
    }
    for group in context.groups {
        let mut judge = FileChecker {
            file: group,
            context,
            problems,
        };
        judge.text(1, &group.group.text);
        judge.figures();
    }
}

/// Reports indicators, sources and groups with the same id, and missing ones that the program itself needs.
fn unique_names(context: &Context<'_>, problems: &mut Problems) {
    let mut seen = HashSet::new();
    for (line, indicator) in context.indicators {
        if !seen.insert(indicator.id.as_str()) {
            let what = format!("`{}` occurs twice", indicator.id);
            problems.add("indicators.toml", *line, 0, what);
        }
    }
    if !seen.contains("area") {
        problems.add("indicators.toml", 0, 0, "the indicator `area` is missing");
    }
    let mut seen = HashSet::new();
    for (line, source) in context.sources {
        if !seen.insert(source.id.as_str()) {
            let what = format!("`{}` occurs twice", source.id);
            problems.add("sources.toml", *line, 0, what);
        }
        // Pages link to it, so it must be a web address and not a script that a browser runs.
        let is_web = |address: &String| {
            ["http://", "https://"]
                .iter()
                .any(|s| address.starts_with(s))
        };
        if source
            .address
            .as_ref()
            .is_some_and(|address| !is_web(address))
        {
            problems.add(
                "sources.toml",
                *line,
                0,
                "`address` begins with http:// or https://",
            );
        }
    }
    for needed in [CATALOGUE_SOURCE, NEW_AREAS_SOURCE] {
        if !seen.contains(needed) {
            let what = format!("the source `{needed}` is missing");
            problems.add("sources.toml", 0, 0, what);
        }
    }
    let mut seen = HashSet::new();
    for group in context.groups {
        if !seen.insert(&group.group.id) {
            let what = format!("the group `{}` occurs twice", group.group.id);
            problems.add(&group.file, 1, 0, what);
        }
    }
}

/// Reports ids that are used twice. The id of a removed figure must not be used again.
fn unique_ids(zones: &[ZoneFile], context: &Context<'_>, problems: &mut Problems) {
    let mut ids: HashMap<String, &str> = HashMap::new();
    let removed = context
        .lists
        .removed
        .iter()
        .map(|(line, removed)| (REMOVED, *line, removed.id.to_string()));
    let facts = zones.iter().flat_map(|zone| {
        zone.facts
            .iter()
            .map(|(line, fact)| (zone.file.as_str(), *line, fact.id.to_string()))
    });
    let in_zones = zones.iter().flat_map(figure_ids);
    let in_groups = context.groups.iter().flat_map(figure_ids);
    for (file, line, id) in removed.chain(facts).chain(in_zones).chain(in_groups) {
        if let Some(before) = ids.insert(id.clone(), file) {
            let what = format!("the id `{id}` is used before, in data/{before}");
            problems.add(file, line, 0, what);
        }
    }
}

fn figure_ids(file: &impl HasFigures) -> impl Iterator<Item = (&str, usize, String)> {
    file.figures()
        .iter()
        .map(|(line, figure)| (file.file(), *line, figure.id.to_string()))
}

/// Reports unknown indicators in the list of statements left out, and cautions that are judged twice.
fn listed(context: &Context<'_>, problems: &mut Problems) {
    for (line, left_out) in &context.lists.left_out {
        if !context
            .indicators
            .iter()
            .any(|(_, i)| i.id == left_out.indicator)
        {
            let what = format!("`{}` is not in indicators.toml", left_out.indicator);
            problems.add(LEFT_OUT, *line, 0, what);
        }
    }
    let mut seen = HashSet::new();
    for (line, judgement) in &context.lists.judgements {
        if !seen.insert(&judgement.caution) {
            let what = format!("`{}` is judged twice", judgement.caution);
            problems.add(JUDGEMENTS, *line, 0, what);
        }
    }
}

/// Reports a zone that is not in a table, or has another code there.
fn head(zone: &ZoneFile, context: &Context<'_>, problems: &mut Problems) {
    let listed = context
        .tables
        .zones
        .iter()
        .find(|listed| listed.summary.slug == zone.slug);
    let Some(listed) = listed else {
        let what = format!(
            "`{}` is not in catalogue.tsv, new_areas.tsv or new_zones.tsv",
            zone.slug
        );
        problems.add(&zone.file, 1, 0, what);
        return;
    };
    let code = listed.summary.code.as_ref();
    if code != zone.code.as_ref() {
        let found = code.map_or("none", |code| code.as_str());
        problems.add(
            &zone.file,
            1,
            0,
            format_args!("the code in its table is {found}"),
        );
    }
}

struct FileChecker<'a, F> {
    file: &'a F,
    context: &'a Context<'a>,
    problems: &'a mut Problems,
}

impl<F: HasFigures> FileChecker<'_, F> {
    fn problem(&mut self, line: usize, what: impl std::fmt::Display) {
        self.problems.add(self.file.file(), line, 0, what);
    }

    fn fact(&mut self, line: usize, fact: &Fact, slugs: &HashSet<&ZoneSlug>) {
        self.source(line, &fact.receipt.source);
        if let Some(text) = &fact.text {
            self.text(line, text);
        }
        match &fact.about {
            FactContent::Relation {
                zone: Some(slug), ..
            } if !slugs.contains(slug) => {
                self.problem(line, format_args!("there is no zone `{slug}`"));
            }
            FactContent::Event {
                date,
                until: Some(until),
                ..
            } if until < date => {
                self.problem(
                    line,
                    format_args!("it ends ({until}) before it begins ({date})"),
                );
            }
            _ => {}
        }
    }

    fn text(&mut self, line: usize, text: &Bilingual) {
        let mut figures = [&text.en, &text.zh].map(|text| {
            let pieces = pieces(text).map_err(|error| self.problem(line, error));
            let mut ids: Vec<_> = pieces
                .unwrap_or_default()
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::Figure(id) => Some(id),
                    Piece::Words(_) => None,
                })
                .collect();
            ids.sort();
            ids
        });
        for id in &figures[0] {
            if !self
                .file
                .figures()
                .iter()
                .any(|(_, figure)| figure.id == *id)
            {
                self.problem(line, format_args!("no figure `{id}` in this file"));
            }
        }
        let [en, zh] = figures.each_mut();
        if en != zh {
            self.problem(
                line,
                "the English and the Chinese text hold different figures",
            );
        }
    }

    fn figures(&mut self) {
        for (line, figure) in self.file.figures() {
            self.figure(*line, figure);
        }
    }

    fn figure(&mut self, line: usize, figure: &Figure) {
        let Some(statement) = figure.statement() else {
            return;
        };
        self.source(line, &statement.receipt.source);
        self.number_is_in_phrase(line, statement);
        self.unit(line, figure, statement);
        self.range(line, statement);
        if origin(&figure.id).is_some() || is_listed_area(figure) {
            let what = format!(
                "`{}` ends like the id of a derived or listed figure",
                figure.id
            );
            self.problem(line, what);
        }
        if let Some(level) = &figure.level {
            let found = self
                .file
                .figures()
                .iter()
                .find(|(_, other)| other.id == *level);
            if !found.is_some_and(|(_, other)| other.measure.is_level()) {
                self.problem(
                    line,
                    format_args!("`level` must be the id of a level in this file, not `{level}`"),
                );
            }
        }
    }

    /// Reports a range with two different units, with its ends in the wrong order, or with a hedge.
    fn range(&mut self, line: usize, statement: &Statement) {
        let Some(to) = statement.to else { return };
        let from = statement.quantity;
        if to.unit() != from.unit() {
            self.problem(line, "`value` and `to` are of different units");
        } else if to.number() < from.number() {
            let what = format!("the interval is upside down: it runs from {from} to {to}");
            self.problem(line, what);
        } else if statement.hedge != Hedge::Exact {
            self.problem(line, "a range with `to` has no `hedge`");
        }
    }

    fn number_is_in_phrase(&mut self, line: usize, statement: &Statement) {
        let phrase = statement.receipt.as_stated.as_str();
        let numbers = std::iter::once(&statement.quantity)
            .chain(&statement.to)
            .chain(&statement.also);
        for quantity in numbers {
            if !contains_quantity(phrase, *quantity) {
                let number = quantity.digits();
                self.problem(
                    line,
                    format_args!("the phrase `{phrase}` does not contain {number}"),
                );
            }
        }
    }

    fn unit(&mut self, line: usize, figure: &Figure, statement: &Statement) {
        let indicator = self
            .context
            .indicators
            .iter()
            .find(|(_, indicator)| indicator.id == figure.indicator);
        let Some((_, indicator)) = indicator else {
            let id = &figure.indicator;
            self.problem(line, format_args!("`{id}` is not in indicators.toml"));
            return;
        };
        let unit = statement.quantity.unit();
        let sound = match figure.measure {
            Measure::Level => indicator.family.admits(unit),
            Measure::Density { .. } => indicator.family == Family::Money && unit == Unit::Yuan,
            Measure::YearlyGrowth { .. } => unit == Unit::Percent,
            Measure::Change { .. } => matches!(unit, Unit::Percent | Unit::Times),
            Measure::Share { .. } => unit == Unit::Percent,
            Measure::Rank { .. } => unit == Unit::Place,
        };
        if !sound {
            let (id, family) = (&indicator.id, indicator.family);
            self.problem(
                line,
                format_args!(
                    "the unit {unit} is not allowed for this measure of `{id}`, of the family {family}"
                ),
            );
        }
    }

    fn source(&mut self, line: usize, id: &domain::id::SourceId) {
        if !self
            .context
            .sources
            .iter()
            .any(|(_, source)| source.id == *id)
        {
            self.problem(line, format_args!("`{id}` is not in sources.toml"));
        }
    }
}
