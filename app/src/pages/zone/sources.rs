//! The documents that a zone's facts and figures come from.

use super::receipt::source_anchor;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::source::Source;
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// All sources, or nothing where there are none.
pub fn sources(locale: Locale, zone: &ZoneRecord) -> Option<AnyView> {
    let m = locale.messages();
    let items: Vec<_> = zone
        .sources
        .iter()
        .map(|source| item(locale, source))
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="topic" id="sources" aria-labelledby="sources-title">
                <h2 id="sources-title">{m.sources}</h2>
                <ul class="sources">{items}</ul>
            </section>
        }
        .into_any()
    })
}

fn item(locale: Locale, source: &Source) -> AnyView {
    let m = locale.messages();
    let stated = |value: Option<String>| value.unwrap_or_else(|| m.not_stated.to_owned());
    let publisher = source
        .publisher
        .as_ref()
        .map(|publisher| (m.publisher_of_class)(locale.pick(publisher), source.class.name(locale)));
    let date = source.date.map(|date| format::date(locale, date));
    let note = source
        .note
        .as_ref()
        .map(|note| view! { <p class="source-note">{locale.pick(note).to_owned()}</p> });
    let fingerprint = source.sha256.clone().map(|hash| {
        view! { <div class="facts-row"><dt>{m.fingerprint}</dt><dd><code class="hash">{hash}</code></dd></div> }
    });
    view! {
        <li class="source" id=source_anchor(&source.id)>
            <p class="source-title" lang="en">{source.title.clone()}</p>
            {note}
            <dl class="facts">
                <div class="facts-row"><dt>{m.publisher}</dt><dd>{stated(publisher)}</dd></div>
                <div class="facts-row"><dt>{m.published}</dt><dd>{stated(date)}</dd></div>
                <div class="facts-row"><dt>{m.address}</dt><dd>{stated(source.address.clone())}</dd></div>
                {fingerprint}
            </dl>
        </li>
    }
    .into_any()
}
