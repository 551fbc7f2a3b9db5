//! A chart drawn again and again: what `cargo xtask bench` measures beside other libraries.

use app::chart::{ChartPoint, ChartSeries, ChartState, Form, LineKind, Size, draw};
use app::patch::patch;
use domain::figure::Status;
use domain::id::FigureId;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// The first year of the data.
const FIRST: u16 = 1995;

/// A chart of lines without gaps.
#[wasm_bindgen]
pub struct Chart {
    state: ChartState,
    shown: String,
}

#[wasm_bindgen]
impl Chart {
    /// So many lines of so many years each, by `values`: line after line, year after year.
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
            by_itself: true,
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
                form: Form::Line,
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

    /// Other values at the same places.
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

    /// The drawing for desktops as text.
    pub fn svg(&self) -> String {
        draw(&self.state, Size::Wide).svg
    }

    /// Draws into an element, always the same one, as the site draws anew what is there.
    pub fn draw_into(&mut self, element: &Element) {
        let svg = self.svg();
        patch(element, &self.shown, &svg);
        self.shown = svg;
    }
}

fn id(line: usize, year: usize) -> FigureId {
    let text = format!("p{line}-{year}");
    // Letters, digits and a dash are always an id.
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
        aside: false,
        disputed: false,
        questioned: false,
        href: format!("/figures/{figure}"),
        figure,
        with: None,
    }
}
