//! The source documents of the facts and figures of a zone or group.

use crate::components::receipt::source_href;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::profile::Profile;
use domain::source::Source;
use leptos::prelude::*;

/// Renders all sources; `None` if there are none.
pub fn sources(locale: Locale, profile: &Profile) -> Option<AnyView> {
    let m = locale.messages();
    let items: Vec<_> = profile
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
    view! {
        <li class="source">
            <p class="source-title"><a href=source_href(locale, &source.id) lang="">{wording::source_title(locale, source).to_owned()}</a></p>
            {about(locale, source)}
        </li>
    }
    .into_any()
}

/// The ends of a name in brackets.
const BRACKETS: [char; 2] = [')', '）'];

/// Renders the publisher, date, URL, note and hash of a source.
pub fn about(locale: Locale, source: &Source) -> AnyView {
    let m = locale.messages();
    let stated = |value: Option<String>| value.unwrap_or_else(|| m.not_stated.to_owned());
    let publisher = source.publisher.as_ref().map(|_| {
        let name = wording::publisher(locale, source);
        if source.is_copy() {
            return name;
        }
        let class = source.class.name(locale);
        // A name that ends in brackets takes the class into them: two pairs in a row are hard to read.
        match name.strip_suffix(BRACKETS) {
            Some(start) => [start, m.comma, class, &name[start.len()..]].concat(),
            None => (m.publisher_of_class)(&name, class),
        }
    });
    let date = source.date.map(|date| format::date(locale, date));
    let note = source
        .note
        .as_ref()
        .map(|note| view! { <p class="source-note">{locale.pick(note).to_owned()}</p> });
    let fingerprint = source.sha256.clone().map(|hash| {
        view! { <div class="facts-row"><dt>{m.fingerprint}</dt><dd><code class="hash">{hash}</code></dd></div> }
    });
    let address = source.address.clone().map(|address| {
        if source.link().is_none() {
            return view! { <span class="address">{address}</span> }.into_any();
        }
        let shown = address.clone();
        view! { <a class="address" href=address rel="nofollow noopener">{shown}</a> }.into_any()
    });
    view! {
        {note}
        <dl class="facts">
            <div class="facts-row"><dt>{m.publisher}</dt><dd>{stated(publisher)}</dd></div>
            <div class="facts-row"><dt>{m.published}</dt><dd>{stated(date)}</dd></div>
            <div class="facts-row">
                <dt>{m.address}</dt>
                <dd>{address.unwrap_or_else(|| m.not_stated.into_any())}</dd>
            </div>
            {fingerprint}
        </dl>
    }
    .into_any()
}
