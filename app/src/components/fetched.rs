//! What shows once its data has come.

use super::progress::Busy;
use crate::locale::use_locale;
use leptos::prelude::*;
use leptos::suspense::TransitionProps;

/// Shows its children once the resources they read have come, a word until then, and what was there while newer data is on
/// its way; [`Busy`] knows of it meanwhile.
#[component]
pub fn Fetched<Chil>(children: TypedChildren<Chil>) -> impl IntoView
where
    Chil: IntoView + Send + 'static,
{
    let locale = use_locale();
    let waiting = move || view! { <p class="waiting">{locale.messages().loading}</p> };
    let props = TransitionProps::builder().fallback(waiting);
    // A page of the server waits for all of its data and shows no progress. Watching it there would be an effect that can
    // run when the request has ended, and finds the resources gone.
    if cfg!(feature = "ssr") {
        Transition(props.children(children).build())
    } else {
        let fetching = expect_context::<Busy>().fetching();
        Transition(props.set_pending(fetching).children(children).build())
    }
}
