//! The CSS classes of a figure's value.

use domain::figure::Status;

/// Returns the CSS classes of a value with this status.
pub fn status_class(status: Status) -> String {
    format!("figure figure-{status}")
}
