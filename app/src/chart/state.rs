//! What a chart shows: series of points that say how well they are known. No pixels.

use crate::components::figure::{is_questioned, receipt_href};
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::Decimal;
use domain::dossier::Dossier;
use domain::figure::{Figure, Status};
use domain::id::{FigureId, IndicatorId};
use domain::indicator::ChartGroup;
use domain::interval::End;
use domain::quantity::Unit;
use domain::series::{Series, group};
use domain::subject::Subject;

/// A chart of one kind of amount over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartState {
    /// What it is a chart of.
    pub title: String,
    /// What stands above the axis of amounts.
    pub axis: String,
    /// The points in words, for those who cannot see them.
    pub description: String,
    /// The lines, in the order of the data.
    pub series: Vec<ChartSeries>,
}

/// Points of one line.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSeries {
    /// What the line is of.
    pub label: String,
    /// Whether it is of something less than the whole zone.
    pub partial: bool,
    /// By year.
    pub points: Vec<ChartPoint>,
}

/// A point, or what is known of it, in units of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartPoint {
    /// The year it is of.
    pub year: u16,
    /// The lower end of what is known.
    pub low: Option<f64>,
    /// The higher end of what is known.
    pub high: Option<f64>,
    /// What kind of statement it is.
    pub status: Status,
    /// Its value in short, to stand beside the mark.
    pub short: String,
    /// Its year, value and status in words.
    pub words: String,
    /// Whether another figure for the same thing is shown in its place, and it stands aside.
    pub aside: bool,
    /// Whether a caution questions it.
    pub questioned: bool,
    /// The figure it shows.
    pub figure: FigureId,
    /// The address of its receipt.
    pub href: String,
}

impl ChartPoint {
    /// Where the mark stands: in the middle of what is known, or at its only end.
    pub fn height(&self) -> f64 {
        match (self.low, self.high) {
            (Some(low), Some(high)) => f64::midpoint(low, high),
            (Some(end), None) | (None, Some(end)) => end,
            (None, None) => 0.0,
        }
    }
}

/// What a chart is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartSubject {
    /// All indicators of output, or of fiscal revenue, in yuan.
    Group(ChartGroup),
    /// One indicator, in one unit.
    Indicator(IndicatorId, Unit),
}

impl ChartSubject {
    /// The indicators outside the groups that are stated for two years or more in one line.
    pub fn others(dossier: &Dossier) -> Vec<Self> {
        let mut found = Vec::new();
        for indicator in dossier.indicators.iter().filter(|i| i.chart.is_none()) {
            let of_it = |figure: &&Figure| {
                figure.indicator == indicator.id && is_own_level(dossier, figure)
            };
            for line in group(dossier.figures.iter().filter(of_it)) {
                let subject = Self::Indicator(indicator.id.clone(), line.key.unit);
                let years = line.points.windows(2).any(|pair| pair[0].0 != pair[1].0);
                if years && !found.contains(&subject) {
                    found.push(subject);
                }
            }
        }
        found
    }

    fn takes(&self, dossier: &Dossier, figure: &Figure) -> bool {
        match self {
            Self::Group(chart) => {
                figure.unit() == Unit::Yuan
                    && dossier
                        .indicator(&figure.indicator)
                        .is_some_and(|i| i.chart == Some(*chart))
            }
            Self::Indicator(id, unit) => figure.indicator == *id && figure.unit() == *unit,
        }
    }

    fn title(&self, locale: Locale, dossier: &Dossier) -> String {
        match self {
            Self::Group(chart) => wording::chart_title(locale, *chart).to_owned(),
            Self::Indicator(id, _) => dossier
                .indicator(id)
                .map(|indicator| locale.pick(&indicator.name).to_owned())
                .unwrap_or_default(),
        }
    }
}

/// Whether a figure is a level of the zone or group itself, whatever part of it.
fn is_own_level(dossier: &Dossier, figure: &Figure) -> bool {
    let own = match &figure.subject {
        Subject::Zone => true,
        Subject::Group { name, .. } => *name == dossier.name,
        _ => false,
    };
    own && figure.measure.is_level()
}

impl ChartState {
    /// A chart of a zone or group; nothing where no year of it is known. Of several figures for one
    /// thing the shown one is the first of [`Dossier::rivals`], which a reader's choice decides.
    pub fn of(
        locale: Locale,
        dossier: &Dossier,
        subject: &ChartSubject,
        chosen: &[FigureId],
    ) -> Option<Self> {
        let belongs =
            |figure: &&Figure| is_own_level(dossier, figure) && subject.takes(dossier, figure);
        let lines = group(dossier.figures.iter().filter(belongs));
        let unit = lines.first()?.key.unit;
        let greatest = greatest_end(&lines)?;
        let (exponent, unit_name) = format::axis_unit(locale, greatest, unit);
        let rivals = dossier.rivals(chosen);
        let is_aside = |id: &FigureId| {
            rivals
                .iter()
                .any(|rivals| rivals.figures.iter().skip(1).any(|other| other == id))
        };
        let series: Vec<ChartSeries> = lines
            .iter()
            .map(|line| ChartSeries::of_line(locale, dossier, line, exponent, &is_aside))
            .collect();
        let words: Vec<String> = series
            .iter()
            .flat_map(|line| {
                line.points
                    .iter()
                    .map(move |point| format!("{}, {}", line.label, point.words))
            })
            .collect();
        let m = locale.messages();
        let axis = match unit {
            Unit::Yuan | Unit::Dollar => (m.chart_axis_nominal)(&unit_name),
            _ => (m.chart_axis)(&unit_name),
        };
        Some(Self {
            title: subject.title(locale, dossier),
            axis,
            description: (m.chart_description)(&words.join(m.semicolon)),
            series,
        })
    }

    /// The statuses of its points, each once, in the order of the vocabulary.
    pub fn statuses(&self) -> Vec<Status> {
        let mut found: Vec<Status> = self.points().map(|point| point.status).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether any point is known by one end only.
    pub fn has_bounds(&self) -> bool {
        self.points()
            .any(|point| point.low.is_some() != point.high.is_some())
    }

    /// All points of all lines.
    pub fn points(&self) -> impl Iterator<Item = &ChartPoint> {
        self.series.iter().flat_map(|line| &line.points)
    }
}

fn greatest_end(lines: &[Series]) -> Option<Decimal> {
    lines
        .iter()
        .flat_map(|line| &line.points)
        .filter_map(|(_, figure)| {
            let interval = figure.interval();
            interval.high().number().or(interval.low().number())
        })
        .max()
}

impl ChartSeries {
    fn of_line(
        locale: Locale,
        dossier: &Dossier,
        line: &Series,
        exponent: u32,
        is_aside: &impl Fn(&FigureId) -> bool,
    ) -> Self {
        let label = line.points.first().map_or_else(String::new, |(_, figure)| {
            wording::figure_subject(locale, dossier, figure)
        });
        Self {
            label,
            partial: !line.key.scope.is_whole(),
            points: line
                .points
                .iter()
                .map(|(year, figure)| ChartPoint {
                    aside: is_aside(&figure.id),
                    questioned: is_questioned(dossier, &figure.id),
                    ..ChartPoint::of_figure(locale, *year, figure, exponent)
                })
                .collect(),
        }
    }
}

impl ChartPoint {
    fn of_figure(locale: Locale, year: u16, figure: &Figure, exponent: u32) -> Self {
        let interval = figure.interval();
        let scale = Decimal::from_i128_with_scale(10_i128.pow(exponent), 0);
        let height = |end: End| {
            let number = end.number()?.checked_div(scale)?;
            number.to_string().parse::<f64>().ok()
        };
        let value = format::value(locale, figure);
        let status = figure.status();
        let status_word = status.name(locale);
        let period = format::period(locale, figure.period);
        Self {
            year,
            // "More than nothing" is no end that is known.
            low: height(interval.low()).filter(|low| *low != 0.0 || interval.is_point()),
            high: height(interval.high()),
            status,
            short: format::on_axis(locale, figure, exponent),
            words: (locale.messages().point_in_words)(&period, &value, status_word),
            aside: false,
            questioned: false,
            figure: figure.id.clone(),
            href: receipt_href(locale, &figure.id),
        }
    }
}
