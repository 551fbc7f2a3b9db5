//! How to cite a figure.

use crate::api::Outline;
use crate::format;
use crate::locale::Locale;
use crate::messages::question::Citation;
use crate::wording;
use domain::dossier::Dossier;
use domain::figure::Figure;
use leptos::prelude::*;

/// A citation in words, and the figure as data.
pub fn citation(locale: Locale, dossier: &Dossier, figure: &Figure, outline: &Outline) -> AnyView {
    let m = locale.messages();
    let q = &m.question;
    let title = wording::figure_title(locale, dossier, figure);
    let digest: String = outline.digest.chars().take(12).collect();
    let text = (q.citation)(&Citation {
        id: figure.id.as_str(),
        what: &title,
        value: &format::value(locale, figure),
        after: &after(locale, dossier, figure),
        date: &outline.date,
        digest: &digest,
    });
    let json = format!("/figures/{}.json", figure.id);
    view! {
        <section class="topic" aria-labelledby="cite-title">
            <h2 id="cite-title">{q.cite}</h2>
            <p class="citation">{text}</p>
            <p>{q.export_of}{m.colon}<a href=json>"JSON"</a></p>
        </section>
    }
    .into_any()
}

/// Who stated it and when: `Source: title, publisher, date.`
fn after(locale: Locale, dossier: &Dossier, figure: &Figure) -> String {
    let m = locale.messages();
    let Some(source) = figure
        .receipt()
        .and_then(|receipt| dossier.source(&receipt.source))
    else {
        return format!("{}{}", m.question.cited_as_derived, m.stop);
    };
    let mut parts = vec![source.title.clone()];
    parts.extend(
        source
            .publisher
            .as_ref()
            .map(|publisher| locale.pick(publisher).to_owned()),
    );
    parts.extend(source.date.map(|date| format::date(locale, date)));
    format!(
        " {}{}{}{}",
        m.source_of,
        m.colon,
        parts.join(m.comma),
        m.stop
    )
}
