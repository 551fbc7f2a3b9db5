//! The trend line of a zone.

use domain::filter::RowValue;
use maud::{Markup, html};

/// Renders the trend line without text.
pub fn trend_line(value: &RowValue) -> Markup {
    html! { svg class="trend" viewBox="0 0 72 20" aria-hidden="true" { path d=(value.figure) {} } }
}
