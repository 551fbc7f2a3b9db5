//! A chart that is drawn many times. `cargo xtask bench` compares its times with those of other libraries.

use app::chart::{ChartForm, ChartPoint, ChartSeries, ChartState, LineKind, Size, draw};
use app::patch::patch;
use domain::figure::Status;
use domain::id::FigureId;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// The first year of the data.
const FIRST: u16 = 1995;

/// A line chart without gaps.
#[wasm_bindgen]
pub struct Chart {
    state: ChartState,
    shown: String,
}

#[wasm_bindgen]
impl Chart {
    /// Creates a chart of `lines` lines with `years` years each. `values` contains the years of the first line, then
    /// those of the second line, and so on.
    #[wasm_bindgen(constructor)]
    pub fn new(lines: usize, years: usize, values: &[f64]) -> Self {
        let line = |number: usize| ChartSeries {
            id: id(number, 0),
            switch: id(number, 0),
            color: number,
            shape: number,
            name: format!("Zone {number}"),
            is_ambiguous: false,
            label: format!("Zone {number}"),
            kind: LineKind::Whole,
            shown_by_default: true,
            hidden: false,
            points: (0..years).map(|year| point(number, year)).collect(),
        };
        let mut chart = Self {
            state: ChartState {
                title: "Output".to_owned(),
                axis: "billion yuan, nominal".to_owned(),
                description: "Lines to measure".to_owned(),
                nothing: String::new(),
                notes: Vec::new(),
                form: ChartForm::Line,
                log: false,
                panels: false,
                series: (0..lines).map(line).collect(),
                growth: String::new(),
            },
            shown: String::new(),
        };
        chart.set(values);
        chart
    }

    /// Replaces all values. The order is the same as in [`Chart::new`].
    pub fn set(&mut self, values: &[f64]) {
        let points = self
            .state
            .series
            .iter_mut()
            .flat_map(|line| &mut line.points);
        for (point, value) in points.zip(values) {
            (point.low, point.high) = (Some(*value), Some(*value));
            point.short = format!("{value:.1}");
            point.words = format!("{}: {value:.1} billion yuan, reported", point.year);
        }
    }

    /// Returns the SVG of the desktop drawing.
    pub fn svg(&self) -> String {
        draw(&self.state, Size::Wide).svg
    }

    /// Draws the chart into an element. It patches the earlier drawing, as the site does, so every call must get the
    /// same element.
    pub fn draw_into(&mut self, element: &Element) {
        let svg = self.svg();
        patch(element, &self.shown, &svg);
        self.shown = svg;
    }
}

fn id(line: usize, year: usize) -> FigureId {
    let text = format!("p{line}-{year}");
    // An id of letters, digits and a dash is always valid.
    text.parse()
        .unwrap_or_else(|_| wasm_bindgen::throw_str("no id"))
}

fn point(line: usize, year: usize) -> ChartPoint {
    let figure = id(line, year);
    ChartPoint {
        year: FIRST + u16::try_from(year).unwrap_or(0),
        low: None,
        high: None,
        is_rounded_only: false,
        status: Status::Reported,
        short: String::new(),
        value: None,
        long: None,
        words: String::new(),
        source: String::new(),
        is_superseded: false,
        disputed: false,
        questioned: false,
        href: format!("/figures/{figure}"),
        figure,
        with: None,
    }
}
