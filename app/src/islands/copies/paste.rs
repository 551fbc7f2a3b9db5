//! The box that compares a reader's copy of a document with the phrases taken from it.

use crate::locale::Locale;
#[cfg(feature = "hydrate")]
use domain::document::{DocumentText, KnownSource, PhraseMatch, Recognition, recognise};
use domain::id::SourceId;
use domain::receipt::{AsStated, SourcePlace};
use leptos::prelude::*;

/// The phrases taken from a source.
#[derive(Debug, Clone)]
pub struct Record {
    /// The source document.
    pub source: SourceId,
    /// The title of the source.
    pub title: String,
    /// The hash of the text that was read for the dataset; `None` if it was not recorded.
    pub sha256: Option<String>,
    /// All phrases taken from the source.
    pub cited: Vec<Cited>,
}

/// A phrase taken from a source.
#[derive(Debug, Clone)]
pub struct Cited {
    /// Its position in the text that was read.
    pub at: SourcePlace,
    /// The phrase, as printed in the source.
    pub as_stated: AsStated,
    /// The address of the figure or fact that was read from it.
    pub href: String,
}

/// The maximum length of a pasted text, in characters.
#[cfg(feature = "hydrate")]
const LONGEST: usize = 2_000_000;

/// The result of a comparison.
#[derive(Clone)]
#[cfg_attr(
    not(feature = "hydrate"),
    expect(dead_code, reason = "the server compares nothing")
)]
enum Outcome {
    TooLong,
    NotThisSource,
    /// The text has too little in common with the source: the number of phrases found, and of all phrases.
    NotSure(usize, usize),
    Compared(Report),
}

/// The phrases, by whether they were found in the text.
#[derive(Clone)]
struct Report {
    unchanged: Option<bool>,
    by_phrases: Option<(usize, usize)>,
    kept: bool,
    found: usize,
    moved: Vec<Item>,
    missing: Vec<Item>,
}

/// A phrase, with the address of the figure or fact that was read from it.
#[derive(Clone)]
struct Item {
    phrase: String,
    href: String,
}

/// The state of the box.
#[derive(Clone, Copy)]
struct PasteState {
    #[cfg_attr(
        not(feature = "hydrate"),
        expect(dead_code, reason = "the server compares nothing")
    )]
    record: StoredValue<Option<Record>>,
    outcome: RwSignal<Option<Outcome>>,
    has_kept: RwSignal<bool>,
    /// True until the code that compares texts is running.
    is_waiting: RwSignal<bool>,
    text: NodeRef<leptos::html::Textarea>,
    outcome_box: NodeRef<leptos::html::Div>,
}

/// Renders a box for the text of a document, with the result of the comparison. All data stays in the browser.
/// `record` is `None` on the server.
pub fn paste_box(
    locale: Locale,
    (source, sha256): (String, Option<String>),
    record: Option<Record>,
) -> AnyView {
    let m = locale.source_messages();
    let own = PasteState {
        record: StoredValue::new(record),
        outcome: RwSignal::new(None),
        has_kept: RwSignal::new(false),
        is_waiting: RwSignal::new(true),
        text: NodeRef::new(),
        outcome_box: NodeRef::new(),
    };
    Effect::new(move || own.look_up());
    view! {
        <section
            class="topic own-copy" id="own-copy" aria-labelledby="own-copy-title"
            data-source=source data-sha256=sha256
        >
            <h2 id="own-copy-title">{m.paste}</h2>
            <noscript><p>{m.paste_needs_script}</p></noscript>
            <form class="paste" on:submit=move |event| {
                event.prevent_default();
                own.check(false);
            }>
                <p>{m.paste_intro}</p>
                <label for="pasted">{m.paste_label}</label>
                <textarea id="pasted" class="input" rows="6" node_ref=own.text autocomplete="off" spellcheck="false"></textarea>
                <div class="field-row">
                    <button class="button" type="submit" disabled=move || own.is_waiting.get()>{m.paste_check}</button>
                    <Show when=move || own.has_kept.get()>
                        <button class="button button-quiet" type="button" on:click=move |_| own.forget()>{m.paste_forget}</button>
                    </Show>
                </div>
            </form>
            <div class="paste-outcome" role="status" tabindex="-1" node_ref=own.outcome_box>
                {move || own.outcome.get().map(|outcome| outcome_view(locale, own, outcome))}
            </div>
        </section>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
impl PasteState {
    /// Compares the stored text, if there is one.
    fn look_up(self) {
        self.is_waiting.set(false);
        let kept = self.record.with_value(|record| {
            let record = record.as_ref()?;
            let kept = super::kept::kept_text(&record.source)?;
            // A text is stored only if it was recognised or the reader named the source.
            Some(match compare(record, &kept, true) {
                Outcome::Compared(report) => Outcome::Compared(Report {
                    kept: true,
                    ..report
                }),
                other => other,
            })
        });
        if kept.is_some() {
            self.has_kept.set(true);
            self.outcome.set(kept);
        }
    }

    /// Compares the pasted text, and stores it if it belongs to this source. `is_named` is true if the reader stated
    /// that it does.
    fn check(self, is_named: bool) {
        let Some(area) = self.text.get_untracked() else {
            return;
        };
        let pasted = area.value();
        if pasted.chars().nth(LONGEST).is_some() {
            self.outcome.set(Some(Outcome::TooLong));
            return;
        }
        let pasted = super::kept::document(&pasted);
        self.record.with_value(|record| {
            let Some(record) = record else { return };
            self.outcome
                .set(Some(match compare(record, &pasted, is_named) {
                    Outcome::Compared(report) => {
                        let kept = super::kept::keep(&record.source, &pasted);
                        self.has_kept.set(kept || self.has_kept.get_untracked());
                        Outcome::Compared(Report { kept, ..report })
                    }
                    other => other,
                }));
        });
    }

    /// Compares the pasted text after the reader stated that it belongs to this source.
    fn name_source(self) {
        self.check(true);
        // The button with the focus is gone.
        if let Some(outcome_box) = self.outcome_box.get_untracked() {
            let _ = outcome_box.focus();
        }
    }

    fn forget(self) {
        self.record.with_value(|record| {
            if let Some(record) = record {
                super::kept::forget(&record.source);
            }
        });
        self.has_kept.set(false);
        self.outcome.set(None);
        if let Some(area) = self.text.get_untracked() {
            area.set_value("");
        }
    }
}

/// The server needs these methods to compile, but never handles pasted text.
#[cfg(not(feature = "hydrate"))]
#[expect(clippy::unused_self, reason = "the browser's half needs it")]
impl PasteState {
    const fn look_up(self) {}

    const fn check(self, _: bool) {}

    const fn name_source(self) {}

    const fn forget(self) {}
}

/// Compares a text with all phrases taken from a source. `is_named` is true if the text need not be recognised.
#[cfg(feature = "hydrate")]
fn compare(record: &Record, text: &DocumentText, is_named: bool) -> Outcome {
    let phrases = record
        .cited
        .iter()
        .map(|cited| (cited.at, &cited.as_stated));
    let known = KnownSource {
        source: &record.source,
        title: &record.title,
        sha256: record.sha256.as_deref(),
        phrases: phrases.collect(),
    };
    let by_phrases = match recognise(text, std::slice::from_ref(&known)) {
        Recognition::Hash(_) => None,
        Recognition::Evidence(candidate) => Some((candidate.evidence.found, candidate.evidence.of)),
        Recognition::NotSure(_) if is_named => None,
        Recognition::NotSure(candidates) => {
            return candidates
                .first()
                .map_or(Outcome::NotThisSource, |candidate| {
                    Outcome::NotSure(candidate.evidence.found, candidate.evidence.of)
                });
        }
    };
    let mut report = Report {
        unchanged: record
            .sha256
            .as_ref()
            .map(|sha256| *sha256 == text.sha256()),
        by_phrases,
        kept: false,
        found: 0,
        moved: Vec::new(),
        missing: Vec::new(),
    };
    for cited in &record.cited {
        let item = Item {
            phrase: cited.as_stated.to_string(),
            href: cited.href.clone(),
        };
        match text.find(cited.at, &cited.as_stated) {
            PhraseMatch::InPlace(_) => report.found += 1,
            PhraseMatch::Moved(_) => report.moved.push(item),
            PhraseMatch::Missing => report.missing.push(item),
        }
    }
    Outcome::Compared(report)
}

fn outcome_view(locale: Locale, own: PasteState, outcome: Outcome) -> AnyView {
    let m = locale.source_messages();
    let report = match outcome {
        Outcome::TooLong => return view! { <p>{m.paste_too_long}</p> }.into_any(),
        Outcome::NotThisSource => return view! { <p>{m.paste_none_found}</p> }.into_any(),
        Outcome::NotSure(found, of) => {
            return view! {
                <p>{(m.paste_not_sure)(&found.to_string(), &of.to_string())}</p>
                <button class="button button-quiet" type="button" on:click=move |_| own.name_source()>{m.paste_is_copy}</button>
            }
            .into_any();
        }
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
        <p class="paste-sameness"><strong>{sameness}</strong>{locale.common().gap}{by}</p>
        <p>{[&counts, locale.common().gap, keeping].concat()}</p>
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
        .map(|item| view! { <li><q lang=""><a href=item.href>{item.phrase}</a></q></li> })
        .collect();
    Some(view! { <h3>{title}</h3><ul class="plain-list">{items}</ul> }.into_any())
}
