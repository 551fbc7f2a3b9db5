//! Who stated a figure, where, and in which words; and the sentence in a reader's own copy.

use crate::components::receipt::source_href;
use crate::components::source_list::about;
use crate::locale::Locale;
use crate::wording;
use domain::document::{Copy, Excerpt};
use domain::dossier::Dossier;
use domain::figure::Statement;
use domain::receipt::Receipt;
use leptos::prelude::*;

/// The receipt of a stated figure.
pub fn statement(
    locale: Locale,
    dossier: &Dossier,
    statement: &Statement,
    copy: Option<Copy>,
) -> AnyView {
    let m = locale.messages();
    let q = &m.question;
    let receipt = &statement.receipt;
    let source = dossier.source(&receipt.source);
    let title = source.map_or_else(|| receipt.source.to_string(), |s| s.title.clone());
    let about = source.map(|source| about(locale, source));
    let sha256 = source.and_then(|source| source.sha256.clone());
    view! {
        <section class="topic statement" aria-labelledby="statement-title">
            <h2 id="statement-title">{q.statement}</h2>
            <blockquote class="statement-quote"><q lang="">{receipt.as_stated.to_string()}</q></blockquote>
            <p class="statement-place">
                <a href=source_href(locale, &receipt.source) lang="">{title}</a>
                {m.comma}
                {wording::place(locale, receipt.at)}
            </p>
            {about}
            <h3>{m.evidence.copy}</h3>
            <OwnCopy receipt=receipt.clone() sha256=sha256 given=copy/>
        </section>
    }
    .into_any()
}

/// The sentence in a copy of the document: the server's, or one that the reader pasted, which the
/// browser keeps.
#[component]
fn OwnCopy(receipt: Receipt, sha256: Option<String>, given: Option<Copy>) -> impl IntoView {
    let locale = crate::locale::use_locale();
    let copy = RwSignal::new(given.clone());
    if given.is_none() {
        let receipt = receipt.clone();
        // Only the browser has the reader's text; what the server sent stays until it is looked up.
        Effect::new(move || {
            if let Some(text) = crate::pages::source::kept_text(&receipt.source) {
                copy.set(Some(text.copy_of(&receipt, sha256.as_deref())));
            }
        });
    }
    let source = source_href(locale, &receipt.source);
    move || match copy.get() {
        Some(copy) => copy_view(locale, &copy),
        None => {
            let m = &locale.messages().evidence;
            view! {
                <p class="copy-none">
                    {m.copy_none}" "{m.copy_how}" "
                    <a href=format!("{source}#own-copy") rel="external">{m.paste}</a>
                </p>
            }
            .into_any()
        }
    }
}

/// What a copy says of a receipt.
pub fn copy_view(locale: Locale, copy: &Copy) -> AnyView {
    let m = &locale.messages().evidence;
    let sameness = match copy.unchanged {
        Some(true) => m.copy_unchanged,
        Some(false) => m.copy_changed,
        None => m.copy_unknown,
    };
    let class = if copy.unchanged == Some(false) {
        "copy-sameness copy-differs"
    } else {
        "copy-sameness"
    };
    let sentence = match &copy.excerpt {
        Some(excerpt) => excerpt_view(locale, excerpt),
        None => view! { <p class="copy-missing">{m.copy_missing}</p> }.into_any(),
    };
    view! { <div class="copy">{sentence}<p class=class>{sameness}</p></div> }.into_any()
}

fn excerpt_view(locale: Locale, excerpt: &Excerpt) -> AnyView {
    let moved = excerpt.moved.then(|| {
        let place = wording::place(locale, excerpt.place);
        view! { <p class="copy-moved">{(locale.messages().evidence.copy_moved)(&place)}</p> }
    });
    view! {
        <blockquote class="copy-sentence" lang="">
            {excerpt.before.clone()}<mark>{excerpt.phrase.clone()}</mark>{excerpt.after.clone()}
        </blockquote>
        {moved}
    }
    .into_any()
}
