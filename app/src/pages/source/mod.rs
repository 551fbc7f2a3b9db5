//! One document that was read: what it is, what was taken from it, and a place to compare one's own
//! copy, in the browser alone.

mod kept;
mod paste;
mod taken;

pub use kept::kept_text;

use crate::api::{PageError, source};
use crate::components::document::Head;
use crate::components::fetched::Fetched;
use crate::components::place::restore_when;
use crate::components::problem::{Failure, Problem, shown};
use crate::components::source_list::about;
use crate::locale::{Locale, use_locale};
use domain::source::SourceRecord;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use paste::PasteBox;

/// The page of a source.
#[component]
pub fn SourcePage() -> impl IntoView {
    let locale = use_locale();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let record = Resource::new(move || id.get(), source);
    restore_when(move || record.with(Option::is_some));
    view! {
        <Fetched>
            {move || record.get().map(|record| match record {
                Ok(record) => source_view(locale, record),
                Err(PageError::NotFound) => {
                    let m = &locale.messages().evidence;
                    let shown = shown(&id.get_untracked());
                    view! { <Problem title=m.not_found_title text=(m.not_found_text)(&shown)/> }.into_any()
                }
                Err(error) => view! { <Failure error/> }.into_any(),
            })}
        </Fetched>
    }
}

fn source_view(locale: Locale, record: SourceRecord) -> AnyView {
    let m = locale.messages();
    let e = &m.evidence;
    let source = record.source.clone();
    let taken = taken::taken(locale, &record);
    let any = !record.taken.is_empty();
    view! {
        <Head title=source.title.clone() description=e.intro path=format!("/sources/{}", source.id)/>
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                <li><a href=locale.href("/sources")>{e.nav}</a></li>
                <li aria-current="page"><code>{source.id.to_string()}</code></li>
            </ol>
        </nav>
        <article class="wide-page">
            <h1 lang="">{source.title.clone()}</h1>
            <section class="topic" aria-labelledby="about-title">
                <h2 id="about-title">{e.about}</h2>
                {about(locale, &source)}
            </section>
            {any.then(|| view! { <PasteBox record/> })}
            {taken}
        </article>
    }
    .into_any()
}
