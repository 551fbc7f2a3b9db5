//! The box in which a reader's copy is compared with what was taken from a source.

use super::kept::{LONGEST, document, forget, keep, kept_text};
use crate::components::figure::receipt_href;
use crate::locale::{Locale, use_locale};
use domain::document::{By, DocumentText, Found, Known, recognise};
use domain::figure::Figure;
use domain::receipt::Receipt;
use domain::source::SourceRecord;
use leptos::prelude::*;

/// What a comparison found.
#[derive(Clone)]
enum Outcome {
    TooLong,
    NotThisSource,
    Compared(Report),
}

/// The phrases by where they stand now.
#[derive(Clone)]
struct Report {
    unchanged: Option<bool>,
    by_phrases: Option<(usize, usize)>,
    kept: bool,
    found: usize,
    moved: Vec<Item>,
    missing: Vec<Item>,
}

/// A phrase, and where what was read from it is shown.
#[derive(Clone)]
struct Item {
    phrase: String,
    href: String,
}

/// A box for the text of a document, and what is found in it. Nothing leaves the browser.
#[component]
pub fn PasteBox(record: SourceRecord) -> impl IntoView {
    let locale = use_locale();
    let m = &locale.messages().evidence;
    let outcome = RwSignal::new(None::<Outcome>);
    let has_kept = RwSignal::new(false);
    let text = NodeRef::<leptos::html::Textarea>::new();
    let record = StoredValue::new(record);
    Effect::new(move || {
        record.with_value(|record| {
            if let Some(kept) = kept_text(&record.source.id) {
                has_kept.set(true);
                outcome.set(Some(compare(locale, record, &kept, true)));
            }
        });
    });
    let check = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(area) = text.get_untracked() else {
            return;
        };
        let pasted = area.value();
        if pasted.chars().nth(LONGEST).is_some() {
            outcome.set(Some(Outcome::TooLong));
            return;
        }
        let pasted = document(&pasted);
        record.with_value(|record| {
            let compared = compare(locale, record, &pasted, false);
            outcome.set(Some(match compared {
                Outcome::Compared(report) => {
                    let kept = keep(&record.source.id, &pasted);
                    has_kept.set(kept || has_kept.get_untracked());
                    Outcome::Compared(Report { kept, ..report })
                }
                other => other,
            }));
        });
    };
    let drop_text = move |_| {
        record.with_value(|record| forget(&record.source.id));
        has_kept.set(false);
        outcome.set(None);
        if let Some(area) = text.get_untracked() {
            area.set_value("");
        }
    };
    view! {
        <section class="topic own-copy" id="own-copy" aria-labelledby="own-copy-title">
            <h2 id="own-copy-title">{m.paste}</h2>
            <noscript><p>{m.paste_needs_script}</p></noscript>
            <form class="paste" on:submit=check>
                <p>{m.paste_intro}</p>
                <label for="pasted">{m.paste_label}</label>
                <textarea id="pasted" class="input" rows="6" node_ref=text autocomplete="off" spellcheck="false"></textarea>
                <div class="field-row">
                    <button class="button" type="submit">{m.paste_check}</button>
                    <Show when=move || has_kept.get()>
                        <button class="button button-quiet" type="button" on:click=drop_text>{m.paste_forget}</button>
                    </Show>
                </div>
            </form>
            <div class="paste-outcome" role="status">
                {move || outcome.get().map(|outcome| outcome_view(locale, outcome))}
            </div>
        </section>
    }
}

/// Compares a text with everything that was taken from a source.
fn compare(locale: Locale, record: &SourceRecord, text: &DocumentText, kept: bool) -> Outcome {
    let items = items(locale, record);
    let known = Known {
        source: &record.source.id,
        sha256: record.source.sha256.as_deref(),
        phrases: items.iter().map(|(r, _)| (r.at, &r.as_stated)).collect(),
    };
    let Some(recognised) = recognise(text, std::slice::from_ref(&known)) else {
        return Outcome::NotThisSource;
    };
    let mut report = Report {
        unchanged: record
            .source
            .sha256
            .as_ref()
            .map(|sha256| *sha256 == text.sha256()),
        by_phrases: match recognised.by {
            By::Hash => None,
            By::Phrases { found, of } => Some((found, of)),
        },
        kept,
        found: 0,
        moved: Vec::new(),
        missing: Vec::new(),
    };
    for (receipt, href) in &items {
        let item = Item {
            phrase: receipt.as_stated.to_string(),
            href: href.clone(),
        };
        match text.find(receipt.at, &receipt.as_stated) {
            Found::InPlace(_) => report.found += 1,
            Found::Moved(_) => report.moved.push(item),
            Found::Missing => report.missing.push(item),
        }
    }
    Outcome::Compared(report)
}

/// Every receipt of a source, with the address of what was read from it.
fn items(locale: Locale, record: &SourceRecord) -> Vec<(Receipt, String)> {
    let mut items = Vec::new();
    for taken in &record.taken {
        let path = locale.href(&taken.owner.path());
        items.extend(taken.figures.iter().filter_map(|figure: &Figure| {
            Some((figure.receipt()?.clone(), receipt_href(locale, &figure.id)))
        }));
        items.extend(
            taken
                .facts
                .iter()
                .map(|fact| (fact.receipt.clone(), format!("{path}#fact-{}", fact.id))),
        );
    }
    items
}

fn outcome_view(locale: Locale, outcome: Outcome) -> AnyView {
    let m = &locale.messages().evidence;
    let report = match outcome {
        Outcome::TooLong => return view! { <p>{m.paste_too_long}</p> }.into_any(),
        Outcome::NotThisSource => return view! { <p>{m.paste_none_found}</p> }.into_any(),
        Outcome::Compared(report) => report,
    };
    let sameness = match report.unchanged {
        Some(true) => m.copy_unchanged,
        Some(false) => m.copy_changed,
        None => m.copy_unknown,
    };
    let by = report
        .by_phrases
        .map(|(found, of)| (m.paste_other)(&found.to_string(), &of.to_string()));
    let counts = (m.paste_result)(
        &report.found.to_string(),
        &report.moved.len().to_string(),
        &report.missing.len().to_string(),
    );
    let keeping = if report.kept {
        m.paste_kept
    } else {
        m.paste_not_kept
    };
    view! {
        <p class="paste-sameness"><strong>{sameness}</strong>" "{by}</p>
        <p>{counts}" "{keeping}</p>
        {list(m.paste_moved, report.moved)}
        {list(m.paste_missing, report.missing)}
    }
    .into_any()
}

fn list(title: &'static str, items: Vec<Item>) -> Option<AnyView> {
    if items.is_empty() {
        return None;
    }
    let items: Vec<_> = items
        .into_iter()
        .map(|item| view! { <li><q lang=""><a rel="external" href=item.href>{item.phrase}</a></q></li> })
        .collect();
    Some(view! { <h3>{title}</h3><ul class="plain-list">{items}</ul> }.into_any())
}
