//! Formats positions in documents and the locations of zones.

use crate::locale::Locale;
use domain::receipt::SourcePlace;

/// Formats a position in a source: a sentence, a cell of a table, or the page.
pub fn place(locale: Locale, place: SourcePlace) -> String {
    let messages = locale.source_messages();
    match place {
        SourcePlace::Sentence {
            paragraph,
            sentence,
        } => (messages.place_sentence)(paragraph, sentence),
        SourcePlace::Cell { table, row, column } => (messages.place_cell)(table, row, column),
        SourcePlace::Page => messages.place_page.to_owned(),
    }
}

/// Formats the location of a zone: "Wuxi, Jiangsu", "江苏无锡市". A municipality is its own city and is named once.
#[cfg(feature = "ssr")]
pub fn location(locale: Locale, city: Option<&str>, province: &str) -> String {
    let city = city.filter(|city| !city.starts_with(province));
    match (city, locale) {
        (Some(city), Locale::En) => [city, locale.common().comma, province].concat(),
        (Some(city), Locale::Zh) => [province, city].concat(),
        (None, _) => province.to_owned(),
    }
}
