//! Any address that is no page.

use crate::api::PageError;
use crate::components::problem::Problem;
use crate::locale::use_locale;
use crate::lookup::set_status;
use leptos::prelude::*;

/// Says that there is no such page, to people and to machines.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    set_status(PageError::NotFound);
    let m = use_locale().messages();
    view! { <Problem title=m.not_found_title text=m.not_found_text/> }
}
