//! The font of the labels, of which plotters asks the size alone: the style sheet decides the rest.

use plotters::style::{FontDesc, FontFamily, FontStyle};

/// The font of a label. By its parts: plotters reads the name of a family with tables that would be 5 kB of what browsers
/// download.
pub fn label_font() -> FontDesc<'static> {
    FontDesc::new(FontFamily::SansSerif, 12.0, FontStyle::Normal)
}
