//! The picture by which a page is shown where people share its address: whose page it is, and its
//! chart, or what the lists say where there is none.

use super::backend::Escaped;
use super::drawing::{Size, content, shortened, wrapped};
use super::sheet::Number;
use super::state::ChartState;
use super::theme::resolved;
use crate::locale::Locale;
use std::fmt::Write;

/// Width and height of a card, in the proportion that networks expect.
const SIZE: (u32, u32) = (800, 420);
/// How much larger the picture of a card is.
pub const SCALE: f32 = 1.5;

/// What a card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Whose page it is.
    pub title: String,
    /// Its name in the other language, and what it is.
    pub subtitle: String,
    /// What stands in place of a chart.
    pub lines: Vec<String>,
    /// By whom, of which dataset.
    pub made: String,
}

/// The card of a page, with its chart where it has one.
pub fn card(
    locale: Locale,
    card: &Card,
    chart: Option<&ChartState>,
    number: Option<&Number>,
) -> String {
    let (width, height) = SIZE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-ink sheet\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" lang=\"{}\"><title>{}</title>\
         <rect class=\"sheet-paper\" width=\"{width}\" height=\"{height}\"/>\
         <rect class=\"card-line\" width=\"{width}\" height=\"8\"/>",
        locale.tag(),
        Escaped(&card.title)
    );
    let mut text = |class: &str, (x, y): (u32, u32), text: &str| {
        // Writing to a `String` cannot fail.
        let _ = write!(
            svg,
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>",
            Escaped(text)
        );
    };
    // The table of widths is of texts 12 units high.
    let title = shortened(&card.title, 740 * 12 / 30);
    text("card-title", (30, 56), &title);
    text(
        "card-subtitle",
        (30, 84),
        &shortened(&card.subtitle, 740 * 12 / 17),
    );
    text("sheet-note", (30, height - 14), &card.made);
    match chart {
        Some(state) => text("sheet-title", (30, 118), &state.title),
        None => {
            let lines = card
                .lines
                .iter()
                .flat_map(|line| wrapped(line, 740 * 12 / 20));
            for (number, line) in (0..).zip(lines.take(6)) {
                text("sheet-title", (30, 150 + 38 * number), &line);
            }
        }
    }
    if let Some(number) = number {
        let _ = write!(
            svg,
            "<g transform=\"translate(30 150)\">{}</g>",
            number.svg("", 56)
        );
    } else if let Some(state) = chart {
        let content = content(state, Size::Card, String::new());
        // A card is seen small: the drawing takes the room that is left, whatever its own size.
        let _ = write!(
            svg,
            "<svg x=\"30\" y=\"124\" width=\"740\" height=\"{}\" viewBox=\"0 0 {} {}\">{}</svg>",
            height - 124 - 32,
            content.size.0,
            content.size.1,
            content.canvas.svg
        );
    }
    svg.push_str("</svg>\n");
    resolved(&svg)
}
