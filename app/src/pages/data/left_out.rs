//! Statements that were read but not included in the dataset.

use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::records::Coverage;
use domain::coverage::LeftOut;
use domain::profile::Owner;
use domain::text::Bilingual;
use leptos::prelude::*;

/// Renders the number of statements per reason, and the statements with an individual reason.
pub fn left_out(locale: Locale, coverage: &Coverage) -> AnyView {
    let m = &locale.messages().coverage;
    let colon = locale.messages().colon;
    let counts: Vec<_> = coverage
        .left_out
        .iter()
        .map(|(reason, count)| {
            view! { <li><strong>{format::integer(*count)}</strong>{colon}{reason.name(locale)}</li> }
        })
        .collect();
    let lines: Vec<_> = coverage
        .notable
        .iter()
        .map(|(line, subject)| item(locale, coverage, line, subject.as_ref()))
        .collect();
    view! {
        <section class="topic" id="left-out" aria-labelledby="left-out-title">
            <h2 id="left-out-title">{m.left_out}</h2>
            <p class="section-intro">{m.left_out_intro}</p>
            <ul class="plain-list">{counts}</ul>
            <details>
                <summary>{m.left_out_lines}</summary>
                <ul class="plain-list">{lines}</ul>
            </details>
        </section>
    }
    .into_any()
}

fn item(
    locale: Locale,
    coverage: &Coverage,
    line: &LeftOut,
    subject: Option<&(Owner, Bilingual)>,
) -> AnyView {
    let m = locale.messages();
    let note = line
        .note
        .as_ref()
        .map_or_else(|| line.reason.name(locale), |note| locale.pick(note))
        .to_owned();
    let of = match subject {
        Some((owner, name)) => {
            let href = locale.href(&owner.path());
            view! { <a href=href>{locale.pick(name).to_owned()}</a> }.into_any()
        }
        None => line.of.clone().into_any(),
    };
    let mut indicators = coverage.indicators.iter().map(|one| &one.indicator);
    let indicator = match indicators.find(|indicator| indicator.id == line.indicator) {
        Some(indicator) => {
            let href = locale.href(&format!("/indicators/{}", indicator.id));
            view! { <a href=href>{locale.pick(&indicator.name).to_owned()}</a> }.into_any()
        }
        None => line.indicator.to_string().into_any(),
    };
    view! {
        <li>
            {of}{m.comma}{indicator}{m.comma}
            {format::period(locale, line.period)}{m.colon}{note}
        </li>
    }
    .into_any()
}
