//! A receipt on a page: the quote, its place, its source, and how it was read.

use crate::format;
use crate::locale::Locale;
use crate::wording::source_title;
use domain::id::SourceId;
use domain::profile::Profile;
use domain::receipt::Receipt;
use leptos::prelude::*;

/// Returns the path of a source's page.
pub fn source_href(locale: Locale, id: &SourceId) -> String {
    locale.href(&format!("/sources/{id}"))
}

/// Renders a receipt in full.
pub fn receipt(locale: Locale, profile: &Profile, receipt: &Receipt) -> AnyView {
    let m = locale.messages();
    let title = profile.source(&receipt.source).map_or_else(
        || receipt.source.to_string(),
        |source| source_title(locale, source).to_owned(),
    );
    let reading = receipt.reading.as_ref().map(|reading| {
        view! { <span class="receipt-reading">{m.reading}{m.colon}{locale.pick(reading).to_owned()}</span> }
    });
    view! {
        <span class="receipt-text">
            // Sources are quoted in their own language, which the data does not contain.
            <q class="receipt-quote" lang="">{receipt.as_stated.to_string()}</q>
            <span class="receipt-place">
                <a href=source_href(locale, &receipt.source) lang="">{title}</a>
                {m.comma}
                {format::place(locale, receipt.at)}
            </span>
            {reading}
        </span>
    }
    .into_any()
}

/// Renders a receipt in a closed `<details>` element.
pub fn folded(locale: Locale, profile: &Profile, of: &Receipt) -> AnyView {
    let m = locale.messages();
    view! {
        <details class="receipt">
            <summary>{m.source_of}</summary>
            {receipt(locale, profile, of)}
        </details>
    }
    .into_any()
}
