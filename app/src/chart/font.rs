//! The font of the axis labels. Plotters uses only its size; the style sheet sets everything else.

use plotters::style::{FontDesc, FontFamily, FontStyle};

/// Returns the label font. It is built from its parts, because parsing a family name would add 5 kB of tables to the
/// browser download.
pub fn label_font() -> FontDesc<'static> {
    FontDesc::new(FontFamily::SansSerif, 12.0, FontStyle::Normal)
}
