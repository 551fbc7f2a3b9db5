//! The preview image of a zone page for shared links: the name of the zone, and its main chart. A zone without a chart
//! has a few lines from the official lists instead.

use super::backend::Escaped;
use super::drawing::{Size, content, shortened, wrapped};
use super::sheet::Number;
use super::state::ChartState;
use super::theme::inline_styles;
use crate::locale::Locale;
use std::fmt::Write;

/// Width and height of a card, in the aspect ratio that social networks expect.
const SIZE: (u32, u32) = (800, 420);
/// The scale factor from the card to its PNG image.
pub const SCALE: f32 = 1.5;

/// The texts of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The name of the zone.
    pub title: String,
    /// The name in the other language, and the level and kind of the zone.
    pub subtitle: String,
    /// The lines of text that replace the chart if there is none.
    pub lines: Vec<String>,
    /// The site name, with the date and digest of the dataset.
    pub made: String,
}

/// Draws the card as SVG. `number` is the only value of the chart; if it is present, it is shown instead of the
/// drawing.
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
    // The width table is for texts 12 units high.
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
        svg.push_str(&scaled_drawing(state, height));
    }
    svg.push_str("</svg>\n");
    inline_styles(&svg)
}

/// Returns the drawing of a chart. A card is displayed small, so the drawing is scaled to fill the remaining space.
fn scaled_drawing(state: &ChartState, card_height: u32) -> String {
    let content = content(state, Size::Card, String::new());
    format!(
        "<svg x=\"30\" y=\"124\" width=\"740\" height=\"{}\" viewBox=\"0 0 {} {}\">{}</svg>",
        card_height - 124 - 32,
        content.size.0,
        content.size.1,
        content.canvas.svg
    )
}
