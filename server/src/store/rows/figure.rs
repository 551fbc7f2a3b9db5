//! Converts figures into rows of the table `figure` and back.

use super::{InvalidRow, both, named, optional, owner, receipt, required};
use crate::store::batch::Value;
use domain::Decimal;
use domain::definition::{Definition, Term};
use domain::derivation::Derivation;
use domain::figure::{Correction, Evidence, Figure, Statement};
use domain::id::FigureId;
use domain::interval::{End, Interval};
use domain::measure::Measure;
use domain::profile::Owner;
use domain::subject::{Scope, Subject};
use domain::text::Bilingual;

/// The statement that inserts figures, up to the values, which [`figure_values`] returns.
pub(in crate::store) const INSERT_FIGURE: &str = "INSERT INTO figure (position, id, zone, zone_group, listed, subject_kind, subject_en, subject_zh,
    subject_members, indicator, definition, measure_kind, measure_from, measure_prices, measure_area,
    measure_en, measure_zh, period, scope_kind, scope_en, scope_zh, status, value, value_to, hedge, also,
    reads, reads_why_en, reads_why_zh, rule, assumption, first_input, second_input, low, low_closed, high,
    high_closed, unit, level, note_en, note_zh, doubt_en, doubt_zh, source, place, as_stated, reading_en,
    reading_zh, competition, preference) ";

/// A row of the table `figure`: all its columns.
#[derive(Debug)]
pub(in crate::store) struct FigureRow {
    /// Used only to sort the rows.
    #[expect(dead_code, reason = "`SELECT figure.*` fills every column")]
    pub position: i64,
    pub id: String,
    pub zone: Option<String>,
    pub zone_group: Option<String>,
    /// Not needed: the id of a listed area has a special ending.
    #[expect(dead_code, reason = "`SELECT figure.*` fills every column")]
    pub listed: i64,
    pub subject_kind: String,
    pub subject_en: Option<String>,
    pub subject_zh: Option<String>,
    pub subject_members: Option<i64>,
    pub indicator: String,
    pub definition: String,
    pub measure_kind: String,
    pub measure_from: Option<String>,
    pub measure_prices: Option<String>,
    pub measure_area: Option<String>,
    pub measure_en: Option<String>,
    pub measure_zh: Option<String>,
    pub period: String,
    pub scope_kind: String,
    pub scope_en: Option<String>,
    pub scope_zh: Option<String>,
    pub status: String,
    pub value: Option<String>,
    pub value_to: Option<String>,
    pub hedge: Option<String>,
    pub also: Option<String>,
    pub reads: Option<String>,
    pub reads_why_en: Option<String>,
    pub reads_why_zh: Option<String>,
    pub rule: Option<String>,
    pub assumption: Option<String>,
    pub first_input: Option<String>,
    pub second_input: Option<String>,
    pub low: Option<String>,
    pub low_closed: Option<i64>,
    pub high: Option<String>,
    pub high_closed: Option<i64>,
    pub unit: Option<String>,
    pub level: Option<String>,
    pub note_en: Option<String>,
    pub note_zh: Option<String>,
    pub doubt_en: Option<String>,
    pub doubt_zh: Option<String>,
    pub source: Option<String>,
    pub place: Option<String>,
    pub as_stated: Option<String>,
    pub reading_en: Option<String>,
    pub reading_zh: Option<String>,
    /// Not needed: the figure to show is calculated again, because a reader may prefer another one.
    #[expect(dead_code, reason = "`SELECT figure.*` fills every column")]
    pub competition: Option<i64>,
    #[expect(dead_code, reason = "`SELECT figure.*` fills every column")]
    pub preference: Option<i64>,
}

/// The columns of a row that the figure itself does not contain.
pub(in crate::store) struct FigurePlacement<'a> {
    pub position: i64,
    pub owner: &'a Owner,
    /// True if the figure is an area from a list of zones.
    pub listed: bool,
    /// The id of its competition, and its preference there (1 is shown); `None` if it has no competing figures.
    pub competition: Option<(i64, i64)>,
}

impl FigureRow {
    /// Returns the zone or group whose page shows the figure.
    pub fn owner(&self) -> Result<Owner, InvalidRow> {
        owner(self.zone.as_deref(), self.zone_group.as_deref())
    }

    /// Converts the row into a figure.
    pub fn figure(self) -> Result<Figure, InvalidRow> {
        let terms = self.definition.split_whitespace().map(str::parse::<Term>);
        Ok(Figure {
            id: self.id.parse()?,
            indicator: self.indicator.parse()?,
            definition: Definition::from(terms.collect::<Result<Vec<_>, _>>()?),
            period: self.period.parse()?,
            level: parse(self.level.as_deref())?,
            evidence: match self.rule {
                Some(_) => Evidence::Derived(self.derivation()?),
                None => Evidence::Stated(self.statement()?),
            },
            measure: self.measure()?,
            subject: self.subject()?,
            scope: match self.scope_kind.as_str() {
                "whole" => Scope::Whole,
                kind => part(kind, named(self.scope_en, self.scope_zh)?)?,
            },
            note: optional(self.note_en, self.note_zh),
            doubt: optional(self.doubt_en, self.doubt_zh),
        })
    }

    fn subject(&self) -> Result<Subject, InvalidRow> {
        let name = || named(self.subject_en.clone(), self.subject_zh.clone());
        Ok(match self.subject_kind.as_str() {
            "zone" => Subject::Zone,
            "group" => Subject::Group {
                name: name()?,
                members: self.subject_members.map(u32::try_from).transpose()?,
            },
            "place" => Subject::Place { name: name()? },
            "enterprise" => Subject::Enterprise { name: name()? },
            "facility" => Subject::Facility { name: name()? },
            kind => {
                return Err(InvalidRow::new(format_args!(
                    "`{kind}`, which is no subject"
                )));
            }
        })
    }

    fn measure(&self) -> Result<Measure, InvalidRow> {
        let from = || required(self.measure_from.as_deref(), "the period of a change");
        let name = || named(self.measure_en.clone(), self.measure_zh.clone());
        Ok(match self.measure_kind.as_str() {
            "level" => Measure::Level,
            "change" => Measure::Change {
                from: from()?.parse()?,
                prices: required(self.measure_prices.as_deref(), "the prices of a change")?
                    .parse()?,
            },
            "yearly-growth" => Measure::YearlyGrowth {
                from: from()?.parse()?,
            },
            "share" => Measure::Share { of: name()? },
            "density" => Measure::Density {
                area: required(self.measure_area.as_deref(), "the area of a density")?.parse()?,
            },
            "rank" => Measure::Rank { among: name()? },
            kind => {
                return Err(InvalidRow::new(format_args!(
                    "`{kind}`, which is no measure"
                )));
            }
        })
    }

    fn statement(&self) -> Result<Statement, InvalidRow> {
        let why = optional(self.reads_why_en.clone(), self.reads_why_zh.clone());
        let correction = match self.reads.as_deref().zip(why) {
            Some((reads, why)) => Some(Correction {
                reads: reads.parse()?,
                why,
            }),
            None => None,
        };
        Ok(Statement {
            quantity: required(self.value.as_deref(), "a value")?.parse()?,
            to: parse(self.value_to.as_deref())?,
            hedge: required(self.hedge.as_deref(), "a hedge")?.parse()?,
            also: parse(self.also.as_deref())?,
            kind: self.status.parse()?,
            correction,
            receipt: receipt(
                [
                    required(self.source.as_deref(), "a source")?,
                    required(self.place.as_deref(), "a place in the source")?,
                    required(self.as_stated.as_deref(), "the words of the source")?,
                ],
                optional(self.reading_en.clone(), self.reading_zh.clone()),
            )?,
        })
    }

    fn derivation(&self) -> Result<Derivation, InvalidRow> {
        let input = |id: &Option<String>| -> Result<FigureId, InvalidRow> {
            Ok(required(id.as_deref(), "the inputs of a derived figure")?.parse()?)
        };
        let low = end(self.low.as_deref(), self.low_closed)?;
        let high = end(self.high.as_deref(), self.high_closed)?;
        Ok(Derivation {
            rule: required(self.rule.as_deref(), "a rule")?.parse()?,
            inputs: vec![input(&self.first_input)?, input(&self.second_input)?],
            assumption: parse(self.assumption.as_deref())?,
            interval: Interval::new(low, high).map_err(InvalidRow::new)?,
            unit: required(self.unit.as_deref(), "a unit")?.parse()?,
        })
    }
}

fn parse<T: std::str::FromStr<Err = domain::ParseError>>(
    text: Option<&str>,
) -> Result<Option<T>, InvalidRow> {
    Ok(text.map(str::parse).transpose()?)
}

fn part(kind: &str, name: Bilingual) -> Result<Scope, InvalidRow> {
    Ok(match kind {
        "predecessor" => Scope::Predecessor { name },
        "industry" => Scope::Industry { name },
        "key-area" => Scope::KeyArea { name },
        "enterprises" => Scope::Enterprises { name },
        "products" => Scope::Products { name },
        kind => return Err(InvalidRow::new(format_args!("`{kind}`, which is no scope"))),
    })
}

fn end(number: Option<&str>, closed: Option<i64>) -> Result<End, InvalidRow> {
    let Some(number) = number else {
        return Ok(End::Unbounded);
    };
    let number: Decimal = number.parse().map_err(InvalidRow::new)?;
    Ok(match closed {
        Some(1) => End::Closed(number),
        _ => End::Open(number),
    })
}

/// The columns of a measure: kind, first period, prices, area and name.
type MeasureColumns<'a> = (
    &'static str,
    Option<String>,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'a Bilingual>,
);

fn measure_columns(measure: &Measure) -> MeasureColumns<'_> {
    let kind = measure.kind();
    match measure {
        Measure::Level => (kind, None, None, None, None),
        Measure::Change { from, prices } => {
            let prices = Some(prices.as_str());
            (kind, Some(from.to_string()), prices, None, None)
        }
        Measure::YearlyGrowth { from } => (kind, Some(from.to_string()), None, None, None),
        Measure::Share { of } => (kind, None, None, None, Some(of)),
        Measure::Density { area } => (kind, None, None, Some(area.as_str()), None),
        Measure::Rank { among } => (kind, None, None, None, Some(among)),
    }
}

fn end_columns(end: End) -> (Option<String>, Option<bool>) {
    match end {
        End::Unbounded => (None, None),
        End::Closed(number) => (Some(number.to_string()), Some(true)),
        End::Open(number) => (Some(number.to_string()), Some(false)),
    }
}

/// Returns the columns that only a stated figure has: value, value_to, hedge, also, reads and why.
fn statement_values(statement: Option<&Statement>) -> [Value; 7] {
    let correction = statement.and_then(|statement| statement.correction.as_ref());
    let (why_en, why_zh) = both(correction.map(|correction| &correction.why));
    [
        statement.map(|it| it.quantity.to_string()).into(),
        statement
            .and_then(|it| it.to)
            .map(|to| to.to_string())
            .into(),
        statement.map(|it| it.hedge.as_str()).into(),
        statement
            .and_then(|it| it.also)
            .map(|also| also.to_string())
            .into(),
        correction.map(|it| it.reads.to_string()).into(),
        why_en.into(),
        why_zh.into(),
    ]
}

/// Returns the columns that only a derived figure has: rule, assumption, inputs, ends and unit.
fn derivation_values(derivation: Option<&Derivation>) -> [Value; 9] {
    let input = |n: usize| {
        derivation
            .and_then(|it| it.inputs.get(n))
            .map(FigureId::as_str)
    };
    let ends = derivation.map(|it| (it.interval.low(), it.interval.high()));
    let (low, low_closed) = ends.map_or((None, None), |(low, _)| end_columns(low));
    let (high, high_closed) = ends.map_or((None, None), |(_, high)| end_columns(high));
    [
        derivation.map(|it| it.rule.as_str()).into(),
        derivation
            .and_then(|it| it.assumption)
            .map(|assumption| assumption.as_str())
            .into(),
        input(0).into(),
        input(1).into(),
        low.into(),
        low_closed.into(),
        high.into(),
        high_closed.into(),
        derivation.map(|it| it.unit.as_str()).into(),
    ]
}

/// Returns the columns of a figure, in the order of [`INSERT_FIGURE`].
pub(in crate::store) fn figure_values(figure: &Figure, place: &FigurePlacement<'_>) -> [Value; 50] {
    let (zone, group) = match place.owner {
        Owner::Zone(slug) => (Some(slug.as_str()), None),
        Owner::Group(id) => (None, Some(id.as_str())),
    };
    let (subject_en, subject_zh) = both(figure.subject.name());
    let members = match &figure.subject {
        Subject::Group { members, .. } => *members,
        _ => None,
    };
    let terms = figure.definition.terms().iter().map(|term| term.as_str());
    let definition = terms.collect::<Vec<_>>().join(" ");
    let (measure_kind, from, prices, area, name) = measure_columns(&figure.measure);
    let (measure_en, measure_zh) = both(name);
    let (scope_en, scope_zh) = both(figure.scope.name());
    let (derivation, statement) = match &figure.evidence {
        Evidence::Stated(statement) => (None, Some(statement)),
        Evidence::Derived(derivation) => (Some(derivation), None),
    };
    let [value, value_to, hedge, also, reads, why_en, why_zh] = statement_values(statement);
    let [
        rule,
        assumption,
        first,
        second,
        low,
        low_closed,
        high,
        high_closed,
        unit,
    ] = derivation_values(derivation);
    let (note_en, note_zh) = both(figure.note.as_ref());
    let (doubt_en, doubt_zh) = both(figure.doubt.as_ref());
    let receipt = figure.receipt();
    let (reading_en, reading_zh) = both(receipt.and_then(|it| it.reading.as_ref()));
    let (competition, preference) = place.competition.unzip();
    [
        place.position.into(),
        figure.id.as_str().into(),
        zone.into(),
        group.into(),
        place.listed.into(),
        figure.subject.kind().into(),
        subject_en.into(),
        subject_zh.into(),
        members.into(),
        figure.indicator.as_str().into(),
        definition.into(),
        measure_kind.into(),
        from.into(),
        prices.into(),
        area.into(),
        measure_en.into(),
        measure_zh.into(),
        figure.period.to_string().into(),
        figure.scope.kind().into(),
        scope_en.into(),
        scope_zh.into(),
        figure.status().as_str().into(),
        value,
        value_to,
        hedge,
        also,
        reads,
        why_en,
        why_zh,
        rule,
        assumption,
        first,
        second,
        low,
        low_closed,
        high,
        high_closed,
        unit,
        figure.level.as_ref().map(FigureId::as_str).into(),
        note_en.into(),
        note_zh.into(),
        doubt_en.into(),
        doubt_zh.into(),
        receipt.map(|it| it.source.as_str()).into(),
        receipt.map(|it| it.at.to_string()).into(),
        receipt.map(|it| it.as_stated.as_str()).into(),
        reading_en.into(),
        reading_zh.into(),
        competition.into(),
        preference.into(),
    ]
}
