//! The frame of every page: header, navigation, footer.

use crate::components::loaded::loaded;
use crate::locale::Locale;
use crate::lookup::site_metadata;
use crate::page::PageRequest;
use crate::records::SiteMetadata;
use leptos::prelude::*;

/// A page with its header and footer.
#[component]
pub fn Layout(request: PageRequest) -> impl IntoView {
    let PageRequest {
        locale,
        path,
        query,
        page,
    } = request;
    let m = locale.messages();
    let other = locale.other();
    let mark = if query.is_empty() { "" } else { "?" };
    let other_href = format!("{}{mark}{query}", other.href(&path));
    // The link of a section is also marked on the pages below it. The pages of indicators are below the data.
    let section = match path.split('/').nth(1) {
        Some("indicators") => "data",
        name => name.unwrap_or_default(),
    };
    let current = |page: &str| {
        let of_section = || (section == page.trim_start_matches('/')).then_some("true");
        (path == page).then_some("page").or_else(of_section)
    };
    // On the atlas page, links to the same page are not Tab stops, so that the list is reached sooner.
    let stop = (path == "/").then_some("-1");
    let address = [&*locale.href(&path), mark, &query].concat();
    let footer = async move {
        match site_metadata().await {
            Ok(site_metadata) => dataset(locale, &site_metadata, &address),
            Err(_) => ().into_any(),
        }
    };
    view! {
        <a class="skip" href="#content">{m.skip_to_content}</a>
        <header class="site-header">
            <div class="site-header-inner">
                <a class="brand" href=locale.href("/") tabindex=stop>
                    <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
                        <path d="M2 2h6v6H2zM9 2h6v6H9zM9 9h6v6H9zM16 9h6v6h-6zM9 16h6v6H9z"/>
                        <path class="brand-accent" d="M2 9h6v6H2zM16 16h6v6h-6z"/>
                    </svg>
                    <span class="brand-name">{m.site_name}</span>
                    <span class="brand-tagline">{m.site_tagline}</span>
                </a>
                <nav class="site-nav" aria-label=m.main_navigation>
                    <a href=locale.href("/") aria-current=current("/") tabindex=stop>{m.nav_atlas}</a>
                    <a href=locale.href("/sources") aria-current=current("/sources")>{m.source_pages.nav}</a>
                    <a href=locale.href("/data") aria-current=current("/data")>{m.coverage.nav}</a>
                    <a href=locale.href("/methods") aria-current=current("/methods")>{m.nav_methods}</a>
                    <a class="language" href=other_href lang=other.tag() hreflang=other.tag()>
                        {m.other_language}
                    </a>
                </nav>
            </div>
        </header>
        // Islands show here that data is loading (`browser::busy`).
        <div class="progress" role="status"><span class="visually-hidden" data-words=m.loading></span></div>
        <main id="content" class="content" tabindex="-1">
            {crate::pages::view(page)}
        </main>
        <footer class="site-footer">
            <div class="site-footer-inner">
                <p class="footer-name">{m.site_name}<span class="footer-tagline">{m.site_tagline}</span></p>
                {loaded(footer)}
                <p>{m.data_licence} " · " {m.city_points}</p>
                <p class="footer-links"><a href=locale.href("/accessibility")>{m.accessibility.title}</a></p>
            </div>
        </footer>
    }
}

/// Renders the date and digest of the dataset and, for print, the URL of the page.
fn dataset(locale: Locale, site_metadata: &SiteMetadata, address: &str) -> AnyView {
    let m = locale.messages();
    let digest: String = site_metadata.digest.chars().take(12).collect();
    view! {
        <p>{(m.chart.dataset_of)(&site_metadata.date)} {m.comma} {m.chart.digest_label} " " <code>{digest}</code></p>
        <p class="print-only">{m.printed_from}{m.colon}{site_metadata.origin.clone()}{address.to_owned()}</p>
    }
    .into_any()
}
