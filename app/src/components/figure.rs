//! A figure among words: its value, marked by what kind of statement it is, leading to its receipt.

use crate::components::value::{receipt_href, status_class};
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::dossier::Dossier;
use domain::figure::{Figure, Status};
use domain::id::FigureId;
use domain::text::{Bilingual, Piece, pieces};
use leptos::prelude::*;

/// The fragment at which a figure's receipt stands on its zone's page.
pub fn anchor(id: &FigureId) -> String {
    format!("figure-{id}")
}

/// A figure's value as a link to its receipt, with a word where it is no plain report.
pub fn figure_link(locale: Locale, dossier: &Dossier, figure: &Figure) -> AnyView {
    let value = format::value(locale, figure);
    let status = figure.status();
    let what =
        (locale.messages().chart.to_receipt)(&wording::figure_title(locale, dossier, figure));
    let mark =
        mark(locale, dossier, figure).map(|mark| view! { <span class="figure-mark">{mark}</span> });
    let href = receipt_href(locale, &figure.id);
    view! { <a class=status_class(status) href=href title=what>{value}{mark}</a> }.into_any()
}

/// The word that a reader must not miss beside a value; nothing for a plain, unquestioned report.
pub fn mark(locale: Locale, dossier: &Dossier, figure: &Figure) -> Option<String> {
    let m = locale.messages();
    let mut words = Vec::new();
    if figure.status() != Status::Reported {
        words.push(figure.status().name(locale));
    }
    if figure.statement().is_some_and(|s| s.correction.is_some()) {
        words.push(m.question.corrected);
    } else if is_questioned(dossier, &figure.id) {
        words.push(m.chart.cautioned);
    }
    (!words.is_empty()).then(|| words.join(m.comma))
}

/// Whether a caution questions the number itself, and not only what it is of.
pub fn is_questioned(dossier: &Dossier, id: &FigureId) -> bool {
    dossier
        .cautions_on(id)
        .any(|caution| caution.rule.questions() && caution.figures.first() == Some(id))
}

/// A text with the values of its figures, for where there can be no links.
pub fn plain_text(locale: Locale, dossier: &Dossier, text: &Bilingual) -> String {
    let text = locale.pick(text);
    let value = |id| {
        dossier
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

/// A text with its figures in place.
pub fn text_with_figures(locale: Locale, dossier: &Dossier, text: &Bilingual) -> Vec<AnyView> {
    let text = locale.pick(text);
    // Import refuses texts whose braces do not close, so the fallback shows sound text.
    let parts = pieces(text).unwrap_or_else(|_| vec![Piece::Words(text)]);
    parts
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned().into_any(),
            Piece::Figure(id) => dossier.figure(&id).map_or_else(
                || ().into_any(),
                |figure| figure_link(locale, dossier, figure),
            ),
        })
        .collect()
}
