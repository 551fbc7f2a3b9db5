//! The page of one source: what it is, what was taken from it, and a text box for the reader's own copy, which is
//! compared only in the browser.

mod extracted;

use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::{Failure, Problem, shown};
use crate::components::source_list::about;
use crate::islands::copies::{PasteBox, paste_box};
use crate::locale::{Locale, use_locale};
use crate::lookup::source;
use crate::records::PageError;
use crate::wording::source_title;
use domain::profile::SourceRecord;
use leptos::prelude::*;

/// The page of a source.
#[component]
pub fn SourcePage(id: String) -> impl IntoView {
    let locale = use_locale();
    loaded(async move {
        match source(&id).await {
            Ok(record) => source_view(locale, &record),
            Err(PageError::NotFound) => {
                let m = &locale.messages().source_pages;
                let text = (m.not_found_text)(&shown(&id));
                view! { <Problem title=m.not_found_title text=text/> }.into_any()
            }
            Err(error) => view! { <Failure error/> }.into_any(),
        }
    })
}

fn source_view(locale: Locale, record: &SourceRecord) -> AnyView {
    let m = locale.messages();
    let e = &m.source_pages;
    let source = record.source.clone();
    let title = source_title(locale, &source).to_owned();
    let extracted = extracted::extracted(locale, record);
    let any = !record.taken.is_empty();
    let id = source.id.to_string();
    let sha256 = source.sha256.clone();
    view! {
        <Head title=title.clone() description=e.intro path=format!("/sources/{}", source.id)/>
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                <li><a href=locale.href("/sources")>{e.nav}</a></li>
                <li aria-current="page" lang="">{title.clone()}</li>
            </ol>
        </nav>
        <article class="wide-page">
            <h1 lang="">{title}</h1>
            <section class="topic" aria-labelledby="about-title">
                <h2 id="about-title">{e.about}</h2>
                {about(locale, &source)}
            </section>
            {extracted}
            {any.then(|| view! { <PasteBox>{paste_box(locale, (id, sha256), None)}</PasteBox> })}
        </article>
    }
    .into_any()
}
