//! A figure among words: its value, marked by what kind of statement it is, leading to its receipt.

use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::figure::{Figure, Status};
use domain::id::FigureId;
use domain::text::{Bilingual, Piece, pieces};
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// The fragment at which a figure's receipt stands on its zone's page.
pub fn anchor(id: &FigureId) -> String {
    format!("figure-{id}")
}

/// The classes of a value by its status.
pub fn status_class(status: Status) -> String {
    format!("figure figure-{status}")
}

/// A figure's value as a link to its receipt, with a word where it is no plain report. It is
/// `external` because the router would keep the browser from marking the target.
pub fn figure_link(locale: Locale, zone: &ZoneRecord, figure: &Figure) -> AnyView {
    let value = format::value(locale, figure);
    let status = figure.status();
    let what = (locale.messages().in_figure_table)(&wording::figure_measure(locale, zone, figure));
    let mark = (status != Status::Reported)
        .then(|| view! { <span class="figure-mark">{status.name(locale)}</span> });
    let href = format!("#{}", anchor(&figure.id));
    view! { <a class=status_class(status) rel="external" href=href title=what>{value}{mark}</a> }
        .into_any()
}

/// A text with the values of its figures, for where there can be no links.
pub fn plain_text(locale: Locale, zone: &ZoneRecord, text: &Bilingual) -> String {
    let text = locale.pick(text);
    let value = |id| {
        zone.figure(id)
            .map_or_else(String::new, |figure| format::value(locale, figure))
    };
    pieces(text)
        .unwrap_or_default()
        .iter()
        .fold(String::new(), |mut plain, piece| {
            match piece {
                Piece::Words(words) => plain.push_str(words),
                Piece::Figure(id) => plain.push_str(&value(id)),
            }
            plain
        })
}

/// A text with its figures in place.
pub fn text_with_figures(locale: Locale, zone: &ZoneRecord, text: &Bilingual) -> Vec<AnyView> {
    let text = locale.pick(text);
    // Import refuses texts whose braces do not close, so the fallback shows sound text.
    let parts = pieces(text).unwrap_or_else(|_| vec![Piece::Words(text)]);
    parts
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned().into_any(),
            Piece::Figure(id) => zone
                .figure(&id)
                .map_or_else(|| ().into_any(), |figure| figure_link(locale, zone, figure)),
        })
        .collect()
}
