//! What a chart shows: series of points that say how well they are known. No pixels.

use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::Decimal;
use domain::figure::{Figure, Status};
use domain::id::FigureId;
use domain::indicator::ChartGroup;
use domain::interval::End;
use domain::quantity::Unit;
use domain::series::{Series, group};
use domain::zone::ZoneRecord;

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
    /// The figure it shows.
    pub figure: FigureId,
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

impl ChartState {
    /// The chart of a zone's output or fiscal revenue; nothing where no year of it is known.
    pub fn of_zone(locale: Locale, zone: &ZoneRecord, chart: ChartGroup) -> Option<Self> {
        let lines = lines(zone, chart);
        let unit = lines.first()?.key.unit;
        let greatest = greatest_end(&lines)?;
        let (exponent, unit_name) = format::axis_unit(locale, greatest, unit);
        let series: Vec<ChartSeries> = lines
            .iter()
            .map(|line| ChartSeries::of_line(locale, zone, line, exponent))
            .collect();
        let words: Vec<String> = series
            .iter()
            .flat_map(|line| {
                line.points
                    .iter()
                    .map(move |point| format!("{}, {}", line.label, point.words))
            })
            .collect();
        let messages = locale.messages();
        Some(Self {
            title: wording::chart_title(locale, chart).to_owned(),
            axis: (messages.chart_axis_nominal)(&unit_name),
            description: (messages.chart_description)(&words.join(messages.semicolon)),
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

/// The lines of a chart: levels in yuan of indicators that belong to it.
fn lines(zone: &ZoneRecord, chart: ChartGroup) -> Vec<Series> {
    let belongs = |figure: &&Figure| {
        figure.measure.is_level()
            && figure.unit() == Unit::Yuan
            && figure.subject == domain::subject::Subject::Zone
            && zone
                .indicator(&figure.indicator)
                .is_some_and(|i| i.chart == Some(chart))
    };
    group(zone.figures.iter().filter(belongs))
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
    fn of_line(locale: Locale, zone: &ZoneRecord, line: &Series, exponent: u32) -> Self {
        let label = line.points.first().map_or_else(String::new, |(_, figure)| {
            wording::figure_subject(locale, zone, figure)
        });
        Self {
            label,
            partial: !line.key.scope.is_whole(),
            points: line
                .points
                .iter()
                .map(|(year, figure)| ChartPoint::of_figure(locale, *year, figure, exponent))
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
            low: height(interval.low()),
            high: height(interval.high()),
            status,
            short: format::on_axis(locale, figure, exponent),
            words: (locale.messages().point_in_words)(&period, &value, status_word),
            figure: figure.id.clone(),
        }
    }
}
