//! Places in documents as each language names them.

use crate::locale::Locale;
use domain::receipt::Place;

/// Where in a source a thing stands.
pub fn place(locale: Locale, place: Place) -> String {
    let messages = locale.source_messages();
    match place {
        Place::Sentence {
            paragraph,
            sentence,
        } => (messages.place_sentence)(paragraph, sentence),
        Place::Cell { table, row, column } => (messages.place_cell)(table, row, column),
        Place::Page => messages.place_page.to_owned(),
    }
}
