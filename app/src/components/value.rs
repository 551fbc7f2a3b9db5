//! The CSS classes and the receipt link of a figure's value.

use crate::locale::Locale;
use domain::figure::Status;
use domain::id::FigureId;

/// Returns the CSS classes of a value with this status.
pub fn status_class(status: Status) -> String {
    format!("figure figure-{status}")
}

/// Returns the path of a figure's receipt.
pub fn receipt_href(locale: Locale, id: &FigureId) -> String {
    locale.href(&format!("/figures/{id}"))
}
