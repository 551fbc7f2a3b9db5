//! The receipt of a stated figure, and the sentence in the reader's own copy of the document.

use crate::components::receipt::source_href;
use crate::components::source_list::about;
use crate::format;
use crate::islands::copies::{OwnSentence, copy_view};
use crate::locale::Locale;
use crate::wording::source_title;
use domain::document::Copy;
use domain::figure::Statement;
use domain::profile::Profile;
use domain::receipt::Receipt;
use leptos::prelude::*;

/// The receipt of a stated figure.
pub fn statement(
    locale: Locale,
    profile: &Profile,
    statement: &Statement,
    copy: Option<Copy>,
) -> AnyView {
    let m = locale.messages();
    let q = &m.figure_page;
    let receipt = &statement.receipt;
    let source = profile.source(&receipt.source);
    let title = source.map_or_else(
        || receipt.source.to_string(),
        |source| source_title(locale, source).to_owned(),
    );
    let about = source.map(|source| about(locale, source));
    let sha256 = source.and_then(|source| source.sha256.as_deref());
    view! {
        <section class="topic statement" aria-labelledby="statement-title">
            <h2 id="statement-title">{q.statement}</h2>
            <blockquote class="statement-quote"><q lang="">{receipt.as_stated.to_string()}</q></blockquote>
            <p class="statement-place">
                <a href=source_href(locale, &receipt.source) lang="">{title}</a>
                {m.comma}
                {format::place(locale, receipt.at)}
            </p>
            {about}
            <h3>{m.source_pages.copy}</h3>
            {sentence(locale, receipt, sha256, copy.as_ref())}
        </section>
    }
    .into_any()
}

/// Renders the sentence in a copy of the document: the server's copy, or a copy that the reader pasted and the browser
/// stores.
fn sentence(
    locale: Locale,
    receipt: &Receipt,
    sha256: Option<&str>,
    given: Option<&Copy>,
) -> AnyView {
    if let Some(copy) = given {
        return copy_view(locale, copy);
    }
    let m = &locale.messages().source_pages;
    let gap = locale.common().gap;
    let page = source_href(locale, &receipt.source);
    let (source, sha256) = (receipt.source.to_string(), sha256.map(str::to_owned));
    let (at, phrase) = (receipt.at.to_string(), receipt.as_stated.to_string());
    view! {
        <OwnSentence>
            <p class="copy-none" data-source=source data-sha256=sha256 data-at=at data-phrase=phrase>
                {[m.copy_none, gap, m.copy_how, gap].concat()}
                <a href=format!("{page}#own-copy")>{m.paste}</a>
            </p>
        </OwnSentence>
    }
    .into_any()
}
