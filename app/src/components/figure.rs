//! A figure in running text: its value with a status mark, linked to its receipt.

use crate::components::value::status_class;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::figure::{Figure, Status};
use domain::id::FigureId;
use domain::profile::Profile;
use domain::text::{Bilingual, Piece, pieces};
use leptos::prelude::*;

/// Returns the fragment id of a figure's row on the page of its zone.
pub fn anchor(id: &FigureId) -> String {
    format!("figure-{id}")
}

/// Renders a figure's value as a link to its receipt, with a mark if it is not a plain reported value.
pub fn figure_link(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let value = format::value(locale, figure);
    let status = figure.status();
    let what =
        (locale.messages().chart.to_receipt)(&wording::figure_title(locale, profile, figure));
    let mark = mark(locale, profile, figure)
        .map(|mark| view! { " "<span class="figure-mark">{mark}</span> });
    let href = locale.receipt_href(&figure.id);
    // A number and its unit stay on one line; the mark may be on the next.
    view! { <a class=status_class(status) href=href title=what><span class="figure-number">{value}</span>{mark}</a> }
        .into_any()
}

/// Returns the words beside a value that warn the reader (status, corrected, questioned); `None` for a reported value
/// without a caution.
pub fn mark(locale: Locale, profile: &Profile, figure: &Figure) -> Option<String> {
    let m = locale.messages();
    let mut words = Vec::new();
    if figure.status() != Status::Reported {
        words.push(figure.status().name(locale));
    }
    if figure.statement().is_some_and(|s| s.correction.is_some()) {
        words.push(m.figure_page.corrected);
    } else if is_questioned(profile, &figure.id) {
        words.push(m.chart.cautioned);
    }
    (!words.is_empty()).then(|| words.join(m.comma))
}

/// Returns true if a caution questions the number itself, and not only its definition.
pub fn is_questioned(profile: &Profile, id: &FigureId) -> bool {
    profile
        .cautions_on(id)
        .any(|caution| caution.rule.questions() && caution.figures.first() == Some(id))
}

/// Returns a text with the values of its figures but without links.
pub fn plain_text(locale: Locale, profile: &Profile, text: &Bilingual) -> String {
    let text = locale.pick(text);
    let value = |id| {
        profile
            .figure(id)
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

/// Renders a text with its figures as links.
pub fn text_with_figures(locale: Locale, profile: &Profile, text: &Bilingual) -> Vec<AnyView> {
    let text = locale.pick(text);
    // The import rejects texts with unclosed braces, so this fallback is not used; it would show the text unchanged.
    let parts = pieces(text).unwrap_or_else(|_| vec![Piece::Words(text)]);
    parts
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned().into_any(),
            Piece::Figure(id) => profile.figure(&id).map_or_else(
                || ().into_any(),
                |figure| figure_link(locale, profile, figure),
            ),
        })
        .collect()
}
