//! The frame of every page: header, navigation, footer.

use crate::api::{Outline, PageError, outline};
use crate::components::chart::Publication;
use crate::locale::Locale;
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;

/// What every page needs, on its way or there.
pub type OutlineResource = Resource<Result<Outline, PageError>>;

/// The dataset and site that the page is of; unknown where the outline could not be had.
pub fn use_publication() -> Publication {
    expect_context::<OutlineResource>().with(|outline| {
        outline
            .as_ref()
            .and_then(|outline| outline.as_ref().ok())
            .map(Publication::from)
            .unwrap_or_default()
    })
}

/// The frame of every page in one language.
#[component]
pub fn Layout(locale: Locale) -> impl IntoView {
    provide_context(locale);
    let outline: OutlineResource = Resource::new(|| (), |()| outline());
    provide_context(outline);
    mark_hydrated();
    let m = locale.messages();
    let path = use_location().pathname;
    let search = use_location().search;
    let other = locale.other();
    // The same place in the other language, as a full load: language, title and data change whole.
    let other_href = move || {
        let query = search.get();
        let mark = if query.is_empty() || query.starts_with('?') {
            ""
        } else {
            "?"
        };
        format!("{}{mark}{query}", other.href(Locale::strip(&path.get())))
    };
    let current = move |page: &'static str| {
        (Locale::strip(&path.get()).trim_end_matches('/') == page.trim_end_matches('/'))
            .then_some("page")
    };
    view! {
        <a class="skip" rel="external" href="#content">{m.skip_to_content}</a>
        <header class="site-header">
            <div class="site-header-inner">
                <a class="brand" href=locale.href("/")>
                    <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
                        <path d="M2 2h6v6H2zM9 2h6v6H9zM9 9h6v6H9zM16 9h6v6h-6zM9 16h6v6H9z"/>
                        <path class="brand-accent" d="M2 9h6v6H2zM16 16h6v6h-6z"/>
                    </svg>
                    <span class="brand-name">{m.site_name}</span>
                </a>
                <nav class="site-nav" aria-label=m.main_navigation>
                    <a href=locale.href("/") aria-current=move || current("/")>{m.nav_atlas}</a>
                    <a href=locale.href("/sources") aria-current=move || current("/sources")>{m.evidence.nav}</a>
                    <a href=locale.href("/data") aria-current=move || current("/data")>{m.coverage.nav}</a>
                    <a href=locale.href("/methods") aria-current=move || current("/methods")>{m.nav_methods}</a>
                    <a class="language" rel="external" href=other_href lang=other.tag() hreflang=other.tag()>
                        {m.other_language}
                    </a>
                </nav>
            </div>
        </header>
        <main id="content" class="content" tabindex="-1">
            <Outlet/>
        </main>
        <footer class="site-footer">
            <div class="site-footer-inner">
                <p class="footer-name">{m.site_name}<span class="footer-tagline">{m.site_tagline}</span></p>
                <Transition fallback=|| ()>
                    {move || outline.get().and_then(Result::ok).map(|outline| view! {
                        <p>
                            {(m.dataset_of)(&outline.date)} {m.comma} {m.digest_label} " "
                            <code>{outline.digest.chars().take(12).collect::<String>()}</code>
                        </p>
                    })}
                </Transition>
                <p>{m.data_licence} " · " {m.city_points}</p>
            </div>
        </footer>
    }
}

/// Tells the style sheet that the browser's half is at work, so that what only visitors without it
/// need can go.
fn mark_hydrated() {
    Effect::new(|| {
        if let Some(root) = document().document_element() {
            // A class that cannot be set leaves a button too many, nothing worse.
            let _ = root.class_list().add_1("hydrated");
        }
    });
}
