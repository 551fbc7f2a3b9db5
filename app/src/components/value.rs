//! How the value of a figure is marked, and where it leads.

use crate::locale::Locale;
use domain::figure::Status;
use domain::id::FigureId;

/// The classes of a value by its status.
pub fn status_class(status: Status) -> String {
    format!("figure figure-{status}")
}

/// The address of a figure's receipt.
pub fn receipt_href(locale: Locale, id: &FigureId) -> String {
    locale.href(&format!("/figures/{id}"))
}
