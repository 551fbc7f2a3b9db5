//! An example chart with every kind of mark, for the methods page. Its values are invented, and the page states this.

use super::backend::LegendSymbol;
use super::state::{ChartPoint, ChartSeries, ChartState, LineKind};
use super::view::ChartForm;
use crate::locale::Locale;
use crate::messages::chart::ChartMessages;
use crate::messages::terms::Named;
use domain::figure::Status;

/// The first year of the example; `ExampleMark::year` is an offset from it.
const FIRST_YEAR: u16 = 2012;

/// One mark of the example.
struct ExampleMark {
    year: u16,
    low: Option<f64>,
    high: Option<f64>,
    status: Status,
    label: &'static str,
    is_superseded: bool,
    disputed: bool,
    questioned: bool,
}

impl ExampleMark {
    const fn exact(year: u16, value: f64, status: Status, label: &'static str) -> Self {
        Self {
            year,
            low: Some(value),
            high: Some(value),
            status,
            label,
            is_superseded: false,
            disputed: false,
            questioned: false,
        }
    }

    fn point(self, number: usize) -> Option<ChartPoint> {
        Some(ChartPoint {
            year: FIRST_YEAR + self.year,
            low: self.low,
            high: self.high,
            is_rounded_only: false,
            status: self.status,
            short: self.label.to_owned(),
            long: None,
            value: None,
            words: self.label.to_owned(),
            source: String::new(),
            is_superseded: self.is_superseded,
            disputed: self.disputed,
            questioned: self.questioned,
            figure: format!("example-{number}").parse().ok()?,
            with: None,
            href: String::new(),
        })
    }
}

/// Returns the example chart, in which each mark has the name of its kind instead of an amount; `None` if an id is
/// invalid.
pub fn example(locale: Locale) -> Option<ChartState> {
    let reported = Status::Reported.name(locale);
    let marks = marks(locale.chart_messages(), reported).into_iter();
    let marks = marks.enumerate();
    let mut points = marks
        .map(|(number, mark)| mark.point(number))
        .collect::<Option<Vec<_>>>()?;
    let whole = points.split_off(2);
    Some(ChartState {
        title: locale.messages().example_chart.to_owned(),
        axis: String::new(),
        description: String::new(),
        nothing: String::new(),
        growth: String::new(),
        notes: Vec::new(),
        form: ChartForm::Line,
        log: false,
        panels: false,
        series: vec![
            line(0, LineKind::Whole, whole)?,
            line(1, LineKind::Predecessor, points)?,
        ],
    })
}

/// Returns the marks: first those of the predecessor, then those of the zone.
fn marks(m: &ChartMessages, reported: &'static str) -> [ExampleMark; 11] {
    [
        ExampleMark::exact(0, 12.0, Status::Reported, ""),
        ExampleMark::exact(
            1,
            20.0,
            Status::Reported,
            (m.legend_symbol)(LegendSymbol::Predecessor),
        ),
        ExampleMark::exact(2, 48.0, Status::Reported, reported),
        ExampleMark {
            low: Some(42.0),
            high: Some(62.0),
            ..ExampleMark::exact(
                3,
                52.0,
                Status::Reported,
                (m.legend_symbol)(LegendSymbol::Interval),
            )
        },
        ExampleMark::exact(
            4,
            58.0,
            Status::Derived,
            (m.legend_symbol)(LegendSymbol::Derived),
        ),
        ExampleMark {
            questioned: true,
            ..ExampleMark::exact(
                7,
                72.0,
                Status::Reported,
                (m.legend_symbol)(LegendSymbol::Questioned),
            )
        },
        ExampleMark::exact(
            8,
            85.0,
            Status::Preliminary,
            (m.legend_symbol)(LegendSymbol::Preliminary),
        ),
        ExampleMark {
            high: None,
            ..ExampleMark::exact(
                9,
                98.0,
                Status::Reported,
                (m.legend_symbol)(LegendSymbol::Bound),
            )
        },
        // The conflict is where its line crosses no label.
        ExampleMark {
            disputed: true,
            ..ExampleMark::exact(10, 88.0, Status::Reported, "")
        },
        ExampleMark {
            disputed: true,
            is_superseded: true,
            ..ExampleMark::exact(
                10,
                50.0,
                Status::Reported,
                (m.legend_symbol)(LegendSymbol::Superseded),
            )
        },
        ExampleMark::exact(
            11,
            120.0,
            Status::Target,
            (m.legend_symbol)(LegendSymbol::Target),
        ),
    ]
}

fn line(number: usize, kind: LineKind, points: Vec<ChartPoint>) -> Option<ChartSeries> {
    let id = points.first()?.figure.clone();
    Some(ChartSeries {
        switch: id.clone(),
        id,
        color: number,
        shape: number,
        label: String::new(),
        name: String::new(),
        kind,
        shown_by_default: true,
        is_ambiguous: false,
        hidden: false,
        points,
    })
}
