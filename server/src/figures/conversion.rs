//! Converts a row of a gathered table into a figure, or says why it cannot.

use super::gathered::GatheredRow;
use super::owner::{FileOwner, Owners};
use super::source::{Page, Sources};
use super::vocabulary::{Meaning, Metric, Vocabulary};
use domain::coverage::LeftOutReason;
use domain::definition::Term;
use domain::figure::{Evidence, Figure, Statement, StatementKind};
use domain::id::{FigureId, IndicatorId};
use domain::indicator::Indicator;
use domain::measure::{Measure, Prices};
use domain::period::Period;
use domain::quantity::{Hedge, Quantity};
use domain::receipt::{Receipt, SourcePlace};
use domain::subject::{Scope, Subject};
use domain::text::Bilingual;
use domain::words::contains_quantity;

/// What a row is converted with.
pub struct Conversion<'a> {
    /// The words of the cells.
    pub vocabulary: &'a Vocabulary,
    /// The zones and groups.
    pub owners: &'a Owners<'a>,
    /// The indicators of the dataset.
    pub indicators: &'a [Indicator],
}

/// The result for one row.
pub enum Converted {
    /// A figure, and its growth rate if the phrase contains it. Their ids are still empty places.
    Figure(Box<NewFigure>),
    /// A statement that is left out, with the reason.
    LeftOut {
        /// The slug of the zone, the id of the group, or the name in the table.
        of: String,
        /// The indicator.
        indicator: IndicatorId,
        /// The period.
        period: Period,
        /// The reason.
        reason: LeftOutReason,
        /// More on the reason.
        note: Option<Bilingual>,
    },
    /// The row cannot be read whole. A person must look at each of these points.
    Unread(Vec<String>),
}

/// A figure of the dataset before it has an id.
pub struct NewFigure {
    /// The zone or group.
    pub owner: FileOwner,
    /// The figure, with an id that is replaced.
    pub figure: Figure,
    /// The number of zones in the group, if the source states it.
    pub members: Option<u32>,
    /// The growth rate in the words of the page, in per cent.
    pub rate: Option<Quantity>,
    /// True if the table has a growth rate whose words were not kept.
    pub has_rate_without_words: bool,
    /// What the program was not sure of.
    pub unsure: Vec<String>,
}

impl Conversion<'_> {
    /// Converts a row. A new source is added to `sources` only if the row is whole.
    pub fn convert(&self, row: &GatheredRow, sources: &mut Sources) -> Converted {
        match self.try_convert(row, sources) {
            Ok(converted) => converted,
            Err(points) => Converted::Unread(points),
        }
    }

    fn try_convert(
        &self,
        row: &GatheredRow,
        sources: &mut Sources,
    ) -> Result<Converted, Vec<String>> {
        let mut points = Vec::new();
        let owner = keep(self.owners.find(row, self.vocabulary), &mut points);
        let metric = self
            .vocabulary
            .metric(&row.metric)
            .ok_or_else(|| format!("`{}` is not a metric in metrics.tsv", row.metric));
        let metric = keep(metric, &mut points);
        let period: Option<Period> = keep(parse("period", &row.period), &mut points);
        if !row.reason.is_empty() {
            let reason = self.vocabulary.reason(&row.reason);
            let reason = reason.ok_or_else(|| format!("`{}` is not in reasons.tsv", row.reason));
            let reason = keep(reason, &mut points);
            let (Some(owner), Some(metric), Some(period), Some(reason)) =
                (owner, metric, period, reason)
            else {
                return Err(points);
            };
            return Ok(Converted::LeftOut {
                of: owner.id().to_owned(),
                indicator: metric.indicator.clone(),
                period,
                reason,
                note: None,
            });
        }
        let meanings = keep_all(self.meanings(row), &mut points);
        let publisher = self
            .vocabulary
            .publisher(row)
            .ok_or_else(|| format!("`{}` is not in publishers.tsv", row.publisher));
        let publisher = keep(publisher, &mut points);
        let quantity = keep(quantity(row), &mut points);
        if let Some(quantity) = quantity
            && !row.as_stated.is_empty()
            && !contains_quantity(&row.as_stated, quantity)
        {
            points.push(format!(
                "the phrase `{}` does not contain {}",
                row.as_stated, row.value
            ));
        }
        let (Some(owner), Some(metric), Some(period), Some(meanings)) =
            (owner, metric, period, meanings)
        else {
            return Err(points);
        };
        let words = Words::of(&meanings, &self.vocabulary.phrase(row), row, metric, period);
        let words = match words {
            Ok(words) => words,
            Err(more) => {
                points.extend(more);
                return Err(points);
            }
        };
        let left_out = |reason, note| {
            Ok(Converted::LeftOut {
                of: owner.id().to_owned(),
                indicator: words.indicator.clone(),
                period: words.period,
                reason,
                note,
            })
        };
        if let Some((reason, note)) = words.left_out.clone() {
            return left_out(reason, Some(note));
        }
        if row.as_stated.is_empty() {
            return left_out(LeftOutReason::NoWords, None);
        }
        let page = publisher.map(|publisher| {
            let is_linked = self.vocabulary.is_linked(&row.address);
            let is_linked = is_linked.unwrap_or_else(|host| {
                points.push(format!("the host `{host}` is not in hosts.tsv"));
                false
            });
            Page::of(publisher, &meanings, is_linked)
        });
        if let Some(None) = page {
            return left_out(LeftOutReason::NoPublisher, None);
        }
        let as_stated = keep(parse("as_stated", &row.as_stated), &mut points);
        let (Some(Some(page)), Some(quantity), Some(as_stated)) = (page, quantity, as_stated)
        else {
            return Err(points);
        };
        self.check_unit(&words.indicator, quantity, &mut points);
        if !points.is_empty() {
            return Err(points);
        }
        let mut unsure = Vec::new();
        let source = sources
            .find(row, &page, &mut unsure)
            .map_err(|what| vec![what])?;
        let receipt = Receipt {
            source,
            at: SourcePlace::Page,
            as_stated,
            reading: words.reading.clone(),
        };
        let id: FigureId = parse("id", "new00").map_err(|what| vec![what])?;
        let mut figure =
            Figure::level(id, words.indicator.clone(), words.period, quantity, receipt);
        figure.definition = words.definition.clone().into();
        figure.scope = words.scope.clone();
        figure.subject = words.subject.clone();
        figure.doubt = words.doubt.clone();
        if let Evidence::Stated(statement) = &mut figure.evidence {
            statement.kind = words.status;
            statement.also = words.also;
            statement.hedge = match words.hedge {
                Some(hedge) => hedge,
                None => hedge(row, words.status, &mut unsure).map_err(|what| vec![what])?,
            };
        }
        let rate = rate_in_words(row);
        Ok(Converted::Figure(Box::new(NewFigure {
            owner,
            figure,
            members: words.members,
            has_rate_without_words: !row.growth.is_empty() && rate.is_none(),
            rate,
            unsure,
        })))
    }

    /// Returns the meanings of all cells with free words, and the decisions about the row.
    fn meanings(&self, row: &GatheredRow) -> Result<Vec<Meaning>, Vec<String>> {
        let mut unknown = Vec::new();
        let scope = self.vocabulary.scope(row).map_err(|words| {
            let not_known = |words| format!("the scope `{words}` is not in scopes.tsv");
            unknown.extend(words.into_iter().map(not_known));
        });
        let note = self.vocabulary.note(row).map_err(|words| {
            let not_known = |words| format!("the note `{words}` is not in notes.tsv");
            unknown.extend(words.into_iter().map(not_known));
        });
        let decisions: Vec<Meaning> = self.vocabulary.decisions(row).cloned().collect();
        let (Ok(mut all), Ok(note)) = (scope, note) else {
            return Err(unknown);
        };
        all.extend(note);
        // A decision about the row answers every question.
        if !decisions.is_empty() {
            all.retain(|meaning| !matches!(meaning, Meaning::Ask(_)));
        }
        all.extend(decisions);
        Ok(all)
    }

    fn check_unit(&self, id: &IndicatorId, quantity: Quantity, points: &mut Vec<String>) {
        match self.indicators.iter().find(|indicator| indicator.id == *id) {
            Some(indicator) if indicator.family.admits(quantity.unit()) => {}
            Some(_) => points.push(format!("`{id}` is not measured in {}", quantity.unit())),
            None => points.push(format!("`{id}` is not in indicators.toml")),
        }
    }
}

/// What the words of a row state, all together.
struct Words {
    indicator: IndicatorId,
    definition: Vec<Term>,
    period: Period,
    status: StatementKind,
    subject: Subject,
    scope: Scope,
    members: Option<u32>,
    reading: Option<Bilingual>,
    doubt: Option<Bilingual>,
    left_out: Option<(LeftOutReason, Bilingual)>,
    has_only_reading: bool,
    also: Option<Quantity>,
    hedge: Option<Hedge>,
}

impl Words {
    fn of(
        meanings: &[Meaning],
        phrase: &[Meaning],
        row: &GatheredRow,
        metric: &Metric,
        period: Period,
    ) -> Result<Self, Vec<String>> {
        let mut points = Vec::new();
        let status = keep(parse("status", &row.status), &mut points);
        let status = status.unwrap_or(StatementKind::Reported);
        let mut words = Self {
            indicator: metric.indicator.clone(),
            definition: Vec::new(),
            period: match period {
                Period::Year(year) if metric.is_stock => {
                    keep(parse("period", &format!("at {year}")), &mut points).unwrap_or(period)
                }
                other => other,
            },
            status,
            subject: Subject::Zone,
            scope: match &metric.industry {
                Some(name) => Scope::Industry { name: name.clone() },
                None => Scope::Whole,
            },
            members: None,
            reading: None,
            doubt: None,
            left_out: None,
            has_only_reading: false,
            also: None,
            hedge: None,
        };
        for meaning in meanings {
            if let Err(point) = words.take(meaning, row) {
                points.push(point);
            }
        }
        // The words of the page count only where the table states no definition.
        for meaning in phrase {
            match meaning {
                Meaning::Definition(_) if !words.definition.is_empty() => {}
                other => {
                    if let Err(point) = words.take(other, row) {
                        points.push(point);
                    }
                }
            }
        }
        if points.is_empty() {
            Ok(words)
        } else {
            Err(points)
        }
    }

    fn take(&mut self, meaning: &Meaning, row: &GatheredRow) -> Result<(), String> {
        match meaning {
            Meaning::Definition(term) => self.definition.push(*term),
            Meaning::Indicator(id) => self.indicator = id.clone(),
            Meaning::Place(name) => self.subject = Subject::Place { name: name.clone() },
            Meaning::Industry(name) => self.narrow(Scope::Industry { name: name.clone() })?,
            Meaning::KeyArea(name) => self.narrow(Scope::KeyArea { name: name.clone() })?,
            Meaning::Products(name) => self.narrow(Scope::Products { name: name.clone() })?,
            Meaning::Enterprises(name) => self.narrow(Scope::Enterprises { name: name.clone() })?,
            Meaning::Predecessor(name) => self.narrow(Scope::Predecessor { name: name.clone() })?,
            // A target of the table stays a target, unless a person decided otherwise.
            Meaning::Status(_) if row.status != StatementKind::Reported.as_str() => {}
            Meaning::Status(status) | Meaning::DecidedStatus(status) => self.status = *status,
            Meaning::Period(part) if !part_of_year(&row.period).starts_with(part) => {
                return Err(format!(
                    "the scope is of a period {part}, but the period is {}",
                    row.period
                ));
            }
            Meaning::Period(_) => {}
            Meaning::Members(members) => self.members = Some(*members),
            Meaning::Reading(_) if self.has_only_reading => {}
            Meaning::Reading(text) => join(&mut self.reading, text),
            Meaning::OnlyReading(text) => {
                self.reading = Some(text.clone());
                self.has_only_reading = true;
            }
            Meaning::Also(also) => self.also = Some(*also),
            Meaning::Hedge(hedge) => self.hedge = Some(*hedge),
            Meaning::Doubt(text) => join(&mut self.doubt, text),
            Meaning::LeaveOut(reason, note) => self.left_out = Some((*reason, note.clone())),
            Meaning::Ask(question) => return Err(question.clone()),
            Meaning::UnrelatedAddress
            | Meaning::CopyOf(_)
            | Meaning::Owner(_)
            | Meaning::Nothing => {}
        }
        Ok(())
    }

    /// Sets the scope. Two different scopes are a question for a person.
    fn narrow(&mut self, scope: Scope) -> Result<(), String> {
        if !self.scope.is_whole() && self.scope.kind() != "industry" && self.scope != scope {
            return Err("the words state two scopes".to_owned());
        }
        self.scope = scope;
        Ok(())
    }
}

/// Returns what follows the year in a period: `H1` of `2018-H1`, `/09` of `2018/09`.
fn part_of_year(period: &str) -> &str {
    let part = period.trim_start_matches(|c: char| c.is_ascii_digit());
    part.strip_prefix('-').unwrap_or(part)
}

/// Adds a text to another one: one space between English sentences, none between Chinese ones.
fn join(whole: &mut Option<Bilingual>, text: &Bilingual) {
    match whole {
        None => *whole = Some(text.clone()),
        Some(whole) if whole.en.contains(&text.en) => {}
        Some(whole) => {
            whole.en = format!("{} {}", whole.en, text.en);
            whole.zh.push_str(&text.zh);
        }
    }
}

/// Returns the number with its scale and unit, such as `266.8 yi CNY`.
fn quantity(row: &GatheredRow) -> Result<Quantity, String> {
    let unit = match row.unit.split_once(' ') {
        None if row.unit.is_empty() => "count".to_owned(),
        Some((scale, unit)) => {
            let scale = match scale {
                "tn" => "trillion",
                "bn" => "billion",
                "mn" => "million",
                "th" => "thousand",
                other => other,
            };
            format!("{scale} {unit}")
        }
        None => row.unit.clone(),
    };
    let number = row.value.replace(',', "");
    let quantity = format!("{number} {unit}").parse();
    quantity.map_err(|error: domain::ParseError| format!("`value` and `unit`: {error}"))
}

/// The words before or after a number by which a source hedges it.
const NEARLY: [&str; 8] = [
    "近", "接近", "將近", "将近", "nearly", "almost", "close to", "approach",
];
const ABOUT: [&str; 9] = [
    "约",
    "約",
    "左右",
    "上下",
    "about",
    "around",
    "some",
    "approximately",
    "roughly",
];
const AT_LEAST: [&str; 5] = ["不低于", "至少", "以上", "at least", "no less than"];

/// Returns the hedge of a row: of the sign in the table, in the words of the page.
fn hedge(
    row: &GatheredRow,
    status: StatementKind,
    unsure: &mut Vec<String>,
) -> Result<Hedge, String> {
    let phrase = row.as_stated.to_lowercase();
    let states = |words: &[&str]| words.iter().any(|word| phrase.contains(word));
    Ok(match row.hedge.as_str() {
        "=" => Hedge::Exact,
        ">" if states(&AT_LEAST) => Hedge::AtLeast,
        ">" => Hedge::Over,
        ">=" => Hedge::AtLeast,
        "<" if states(&NEARLY) => Hedge::Nearly,
        "<" => Hedge::Under,
        "~" if states(&NEARLY) => Hedge::Nearly,
        "~" if states(&ABOUT) => Hedge::About,
        // The table also marks expected values with `~`.
        "~" if status == StatementKind::Preliminary || status == StatementKind::Target => {
            Hedge::Exact
        }
        "~" => {
            unsure.push("the table says about, the phrase does not".to_owned());
            Hedge::About
        }
        other => return Err(format!("`{other}` is not a hedge: =, ~, >, >= or <")),
    })
}

/// Returns the growth rate if the phrase contains it with its sign of per cent.
fn rate_in_words(row: &GatheredRow) -> Option<Quantity> {
    if row.growth.is_empty() {
        return None;
    }
    let signs = ["%", "％", " percent", " per cent"];
    let is_stated = |sign: &&&str| row.as_stated.contains(&format!("{}{sign}", row.growth));
    signs.iter().find(is_stated)?;
    format!("{} percent", row.growth).parse().ok()
}

/// Returns the growth rate of a figure as a figure of its own. `level` is the id of the figure.
pub fn rate_figure(level: &Figure, rate: Quantity) -> Option<Figure> {
    let from = match level.period {
        Period::Year(year) => Period::Year(year.checked_sub(1)?),
        Period::Half(year, half) => Period::Half(year.checked_sub(1)?, half),
        Period::Quarter(year, quarter) => Period::Quarter(year.checked_sub(1)?, quarter),
        Period::YearToDate(year, month) => Period::YearToDate(year.checked_sub(1)?, month),
        _ => return None,
    };
    let mut figure = level.clone();
    figure.measure = Measure::Change {
        from,
        prices: Prices::NotStated,
    };
    figure.level = Some(level.id.clone());
    figure.doubt = None;
    let Evidence::Stated(statement) = &mut figure.evidence else {
        return None;
    };
    *statement = Statement {
        quantity: rate,
        hedge: Hedge::Exact,
        also: None,
        ..statement.clone()
    };
    Some(figure)
}

fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(
    column: &str,
    text: &str,
) -> Result<T, String> {
    text.parse()
        .map_err(|error: T::Err| format!("`{column}`: {error}"))
}

fn keep<T>(result: Result<T, String>, points: &mut Vec<String>) -> Option<T> {
    result.map_err(|point| points.push(point)).ok()
}

fn keep_all<T>(result: Result<T, Vec<String>>, points: &mut Vec<String>) -> Option<T> {
    result.map_err(|more| points.extend(more)).ok()
}
