//! Estimates the height of the iframe for an embedded chart from the lengths of its texts.

use super::{ChartParts, table};
use crate::chart::{ChartForm, LegendSymbol, LegendSymbols, LineKind, Size, text_width, wrapped};
use crate::locale::Locale;

/// The width of the iframe in pixels.
pub const WIDTH: u32 = 700;

/// The margin on each side of the page in the iframe.
const MARGIN: u32 = 16;
/// The reserve for a low estimate: one line.
const SLACK: u32 = 20;
/// The maximum height of the iframe; a longer page scrolls.
const HIGHEST: u32 = 900;

/// Returns the height of the iframe in pixels; `symbols` are the legend symbols, `title` is the text above the chart. The
/// numbers follow the style sheet.
pub fn height(parts: ChartParts<'_>, symbols: LegendSymbols, title: &str) -> u32 {
    let ChartParts { locale, state, .. } = parts;
    let inner = WIDTH - 2 * MARGIN;
    // The width table is for texts 12 px high. It is too wide for Latin letters and exact for Chinese characters.
    let height_in_table = match locale {
        Locale::En => 14,
        Locale::Zh => 12,
    };
    let lines = |text: &str, size: u32| {
        let lines = wrapped(text, inner * height_in_table / size).len();
        u32::try_from(lines).unwrap_or(1)
    };
    let (width, drawing) = state.size(Size::Wide);
    let body = if state.form == ChartForm::Table {
        34 + 60 * table::row_count(state)
    } else if state.only_point().is_some() {
        44
    } else {
        let c = locale.chart_messages();
        let names = state.switches().map(|line| match line.kind {
            LineKind::Part => [&line.label, " ", c.part_of_zone].concat(),
            LineKind::Whole | LineKind::Predecessor => line.label.clone(),
        });
        let of_signs = LegendSymbol::ALL
            .into_iter()
            .filter(|legend_symbol| symbols.has(*legend_symbol));
        let of_signs = of_signs.map(|legend_symbol| (c.legend_symbol)(legend_symbol).to_owned());
        let widths = names
            .chain(of_signs)
            .map(|entry| text_width(&entry) * 14 / height_in_table);
        let rows = legend_rows(widths, inner);
        drawing * inner / width + 8 + 30 * rows
    };
    let notes = state.notes.iter().map(|note| 22 * lines(note, 14) + 4);
    let notes: u32 = notes.sum();
    let height = 24 + 25 * lines(title, 20) + 8 + body + 12 + notes + 12 + 20 + SLACK;
    height.min(HIGHEST)
}

/// Returns the number of legend rows for entries with these text widths.
fn legend_rows(widths: impl Iterator<Item = u32>, room: u32) -> u32 {
    let (mut rows, mut x) = (1, 0);
    for words in widths {
        // The entry also has a swatch and a gap after it.
        let width = 26 + words + 16;
        if x > 0 && x + width > room + 16 {
            rows += 1;
            x = 0;
        }
        x += width;
        // A long entry wraps onto several lines.
        rows += x.saturating_sub(16) / (room + 1);
    }
    rows
}
