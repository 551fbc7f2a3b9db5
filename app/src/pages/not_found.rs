//! The page for unknown URLs.

use crate::components::problem::Problem;
use crate::locale::use_locale;
use crate::lookup::set_status;
use crate::records::PageError;
use leptos::prelude::*;

/// Shows the not-found message and sets the HTTP status.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    set_status(PageError::NotFound);
    let m = use_locale().messages();
    view! { <Problem title=m.not_found_title text=m.not_found_text/> }
}
