//! The citation of a figure.

use crate::components::citation;
use crate::format;
use crate::locale::Locale;
use crate::records::Publication;
use crate::records::SiteMetadata;
use crate::wording;
use domain::figure::Figure;
use domain::profile::Profile;
use leptos::prelude::*;

/// Renders the citation of a figure with its source, and a link to the figure as JSON.
pub fn citation(
    locale: Locale,
    profile: &Profile,
    figure: &Figure,
    site_metadata: &SiteMetadata,
) -> AnyView {
    let m = locale.messages();
    let q = &m.figure_page;
    let path = format!("/figures/{}", figure.id);
    let cited = citation::citation(
        locale,
        "cite",
        &path,
        &title(locale, profile, figure),
        &[&site_metadata.origin, &*locale.href(&path)].concat(),
        &Publication::from(site_metadata),
    );
    view! {
        <section class="topic" aria-labelledby="cite-title">
            <h2 id="cite-title">{q.cite}</h2>
            <div inner_html=cited.into_string()></div>
            <p>{q.export_of}{m.colon}<a href=format!("{path}.json")>"JSON"</a></p>
        </section>
    }
    .into_any()
}

/// Returns the citation title: `Output of X, 2017: 120 billion yuan (Source: title, publisher, date)`.
fn title(locale: Locale, profile: &Profile, figure: &Figure) -> String {
    let m = locale.messages();
    let source = figure
        .receipt()
        .and_then(|receipt| profile.source(&receipt.source));
    let source = source.map_or_else(
        || m.figure_page.cited_as_derived.to_owned(),
        |source| {
            let publisher = source.publisher.as_ref();
            let publisher = publisher.map(|_| wording::publisher(locale, source));
            let date = source.date.map(|date| format::date(locale, date));
            let parts = std::iter::once(wording::source_title(locale, source).to_owned());
            let parts: Vec<String> = parts.chain(publisher).chain(date).collect();
            [m.source_of, m.colon, &parts.join(m.comma)].concat()
        },
    );
    (m.figure_page.cited)(
        &wording::figure_title(locale, profile, figure),
        &format::value(locale, figure),
        &source,
    )
}
