//! The sentence of a receipt in a copy of its document.

use crate::format;
use crate::locale::Locale;
use domain::document::{Copy, Excerpt};
use leptos::prelude::*;

/// Renders the sentence of a receipt from a copy, and whether the copy is the text that was read.
pub fn copy_view(locale: Locale, copy: &Copy) -> AnyView {
    let m = locale.source_messages();
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
        let place = format::place(locale, excerpt.place);
        view! { <p class="copy-moved">{(locale.source_messages().copy_moved)(&place)}</p> }
    });
    view! {
        <blockquote class="copy-sentence" lang="">
            {excerpt.before.clone()}<mark>{excerpt.phrase.clone()}</mark>{excerpt.after.clone()}
        </blockquote>
        {moved}
    }
    .into_any()
}
