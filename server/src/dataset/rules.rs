//! What must hold between the files: names that are used are there, numbers are in their phrases.

use super::problem::Problems;
use super::tables::{Entry, Tables};
use super::zone_file::ZoneFile;
use domain::fact::{About, Fact};
use domain::figure::{Figure, Statement};
use domain::id::ZoneSlug;
use domain::indicator::Indicator;
use domain::measure::Measure;
use domain::quantity::Unit;
use domain::source::Source;
use domain::text::{Bilingual, Piece, pieces};
use domain::words::contains_number;
use std::collections::{HashMap, HashSet};

/// Everything the rules look things up in.
pub struct Context<'a> {
    /// The tables.
    pub tables: &'a Tables,
    /// The indicators.
    pub indicators: &'a [Indicator],
    /// The sources.
    pub sources: &'a [Source],
}

/// Judges the zone files together.
pub fn judge(zones: &[ZoneFile], context: &Context<'_>, problems: &mut Problems) {
    let slugs: HashSet<&ZoneSlug> = context.tables.zones.iter().map(|zone| &zone.slug).collect();
    let mut ids: HashMap<String, &str> = HashMap::new();
    let mut described = HashSet::new();
    for zone in zones {
        head(zone, context, problems);
        if !described.insert(&zone.slug) {
            problems.add(
                &zone.file,
                1,
                0,
                format_args!("`{}` is described twice", zone.slug),
            );
        }
        let fact_ids = zone
            .facts
            .iter()
            .map(|(line, fact)| (line, fact.id.to_string()));
        let figure_ids = zone
            .figures
            .iter()
            .map(|(line, figure)| (line, figure.id.to_string()));
        for (line, id) in fact_ids.chain(figure_ids) {
            if let Some(file) = ids.insert(id.clone(), &zone.file) {
                let what = format!("the id `{id}` is used before, in data/{file}");
                problems.add(&zone.file, *line, 0, what);
            }
        }
        let mut judge = Judge {
            zone,
            context,
            problems,
        };
        judge.text(1, &zone.lead);
        for (line, fact) in &zone.facts {
            judge.fact(*line, fact, &slugs);
        }
        for (line, figure) in &zone.figures {
            judge.figure(*line, figure);
        }
    }
}

/// The zone must be in a table under the same slug and code.
fn head(zone: &ZoneFile, context: &Context<'_>, problems: &mut Problems) {
    let listed = context
        .tables
        .zones
        .iter()
        .find(|listed| listed.slug == zone.slug);
    let Some(listed) = listed else {
        let what = format!(
            "`{}` is neither in catalogue.tsv nor in new_areas.tsv",
            zone.slug
        );
        problems.add(&zone.file, 1, 0, what);
        return;
    };
    let code = match &listed.entry {
        Entry::Catalogue(entry) => Some(&entry.code),
        Entry::NewArea(_) => None,
    };
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

struct Judge<'a> {
    zone: &'a ZoneFile,
    context: &'a Context<'a>,
    problems: &'a mut Problems,
}

impl Judge<'_> {
    fn problem(&mut self, line: usize, what: impl std::fmt::Display) {
        self.problems.add(&self.zone.file, line, 0, what);
    }

    fn fact(&mut self, line: usize, fact: &Fact, slugs: &HashSet<&ZoneSlug>) {
        self.source(line, &fact.receipt.source);
        if let Some(text) = &fact.text {
            self.text(line, text);
        }
        match &fact.about {
            About::Relation {
                zone: Some(slug), ..
            } if !slugs.contains(slug) => {
                self.problem(line, format_args!("there is no zone `{slug}`"));
            }
            About::Event {
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
            if !self.zone.figures.iter().any(|(_, figure)| figure.id == *id) {
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

    fn figure(&mut self, line: usize, figure: &Figure) {
        let Some(statement) = figure.statement() else {
            return;
        };
        self.source(line, &statement.receipt.source);
        self.number_is_in_phrase(line, statement);
        self.unit(line, figure, statement);
        if let Some(level) = &figure.level {
            let found = self
                .zone
                .figures
                .iter()
                .find(|(_, other)| other.id == *level);
            if !found.is_some_and(|(_, other)| other.measure.is_level()) {
                self.problem(
                    line,
                    format_args!("`level` names `{level}`, which is no level here"),
                );
            }
        }
    }

    fn number_is_in_phrase(&mut self, line: usize, statement: &Statement) {
        let phrase = statement.receipt.as_stated.as_str();
        for quantity in std::iter::once(&statement.quantity).chain(&statement.also) {
            if !contains_number(phrase, quantity.digits()) {
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
            .find(|i| i.id == figure.indicator);
        let Some(indicator) = indicator else {
            let id = &figure.indicator;
            self.problem(line, format_args!("`{id}` is not in indicators.toml"));
            return;
        };
        let unit = statement.quantity.unit();
        let sound = match figure.measure {
            Measure::Level => indicator.family.admits(unit),
            Measure::Change { .. } => matches!(unit, Unit::Percent | Unit::Times),
            Measure::Share { .. } => unit == Unit::Percent,
            Measure::Rank { .. } => unit == Unit::Place,
        };
        if !sound {
            let (id, family) = (&indicator.id, indicator.family);
            self.problem(
                line,
                format_args!(
                    "{unit} is no unit for this measure of `{id}`, whose family is {family}"
                ),
            );
        }
    }

    fn source(&mut self, line: usize, id: &domain::id::SourceId) {
        if !self.context.sources.iter().any(|source| source.id == *id) {
            self.problem(line, format_args!("`{id}` is not in sources.toml"));
        }
    }
}
