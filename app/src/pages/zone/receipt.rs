//! A receipt on a page: the words, the place, the source, and how they were read.

use crate::locale::Locale;
use crate::wording;
use domain::id::SourceId;
use domain::receipt::Receipt;
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// The fragment at which a source stands on its zone's page.
pub fn source_anchor(id: &SourceId) -> String {
    format!("source-{id}")
}

/// A receipt in full.
pub fn receipt(locale: Locale, zone: &ZoneRecord, receipt: &Receipt) -> AnyView {
    let m = locale.messages();
    let title = zone
        .source(&receipt.source)
        .map_or_else(|| receipt.source.to_string(), |s| s.title.clone());
    let reading = receipt.reading.as_ref().map(|reading| {
        view! { <span class="receipt-reading">{m.reading}{m.colon}{locale.pick(reading).to_owned()}</span> }
    });
    view! {
        <span class="receipt-text">
            // Sources are quoted in their own language.
            <q class="receipt-quote" lang="en">{receipt.as_stated.to_string()}</q>
            <span class="receipt-place">
                <a rel="external" href=format!("#{}", source_anchor(&receipt.source)) lang="en">{title}</a>
                ", "
                {wording::place(locale, receipt.at)}
            </span>
            {reading}
        </span>
    }
    .into_any()
}

/// A receipt folded away behind a small mark.
pub fn folded(locale: Locale, zone: &ZoneRecord, of: &Receipt) -> AnyView {
    let m = locale.messages();
    view! {
        <details class="receipt">
            <summary>{m.source_of}</summary>
            {receipt(locale, zone, of)}
        </details>
    }
    .into_any()
}
