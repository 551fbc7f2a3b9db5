//! Everything that was taken from a source, by zone and group.

use crate::components::figure::figure_link;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::catalogue::{CATALOGUE_SOURCE, NEW_AREAS_SOURCE};
use domain::fact::{Fact, FactContent};
use domain::figure::Figure;
use domain::profile::Profile;
use domain::profile::SourceRecord;
use domain::receipt::Receipt;
use leptos::prelude::*;

/// Renders the figures and facts that were taken from a source, each linked to its page.
pub fn extracted(locale: Locale, record: &SourceRecord) -> AnyView {
    let m = locale.messages();
    let is_list = [CATALOGUE_SOURCE, NEW_AREAS_SOURCE].contains(&record.source.id.as_str());
    let body = if is_list {
        view! { <p>{m.source_pages.lists_note}</p> }.into_any()
    } else if record.taken.is_empty() {
        view! { <p>{m.source_pages.taken_none}</p> }.into_any()
    } else {
        record
            .taken
            .iter()
            .map(|extracted| of_owner(locale, extracted))
            .collect_view()
            .into_any()
    };
    view! {
        <section class="topic" aria-labelledby="taken-title">
            <h2 id="taken-title">{m.source_pages.taken}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn of_owner(locale: Locale, extracted: &Profile) -> AnyView {
    let m = locale.messages();
    let path = locale.href(&extracted.owner.path());
    let figures: Vec<_> = extracted
        .figures
        .iter()
        .map(|figure| figure_row(locale, extracted, figure))
        .collect();
    let facts: Vec<_> = extracted
        .facts
        .iter()
        .map(|fact| fact_row(locale, fact, &path))
        .collect();
    view! {
        <h3><a href=path.clone()>{locale.pick(&extracted.name).to_owned()}</a></h3>
        <table class="extracted-table">
            <thead>
                <tr>
                    <th scope="col">{m.column_what}</th>
                    <th scope="col">{m.chart.column_value}</th>
                    <th scope="col">{m.as_stated}</th>
                </tr>
            </thead>
            <tbody>{figures}{facts}</tbody>
        </table>
    }
    .into_any()
}

fn figure_row(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let what = wording::figure_subject(locale, profile, figure);
    let cited = figure.receipt().map(|receipt| cited(locale, receipt));
    view! {
        <tr>
            <th scope="row">{what}{m.comma}{format::period(locale, figure.period)}</th>
            <td>{figure_link(locale, profile, figure)}</td>
            <td>{cited}</td>
        </tr>
    }
    .into_any()
}

fn fact_row(locale: Locale, fact: &Fact, path: &str) -> AnyView {
    let href = format!("{path}#fact-{}", fact.id);
    let name = match &fact.about {
        FactContent::Event { kind, date, .. } => {
            let m = locale.messages();
            format!(
                "{}{}{}",
                kind.name(locale),
                m.comma,
                format::date(locale, *date)
            )
        }
        FactContent::Relation { kind, name, .. } => {
            let m = locale.messages();
            format!("{}{}{}", kind.name(locale), m.colon, locale.pick(name))
        }
        FactContent::Claim | FactContent::Feature => fact.topic.name(locale).to_owned(),
    };
    view! {
        <tr>
            <th scope="row">{locale.messages().source_pages.fact}</th>
            <td><a href=href>{name}</a></td>
            <td>{cited(locale, &fact.receipt)}</td>
        </tr>
    }
    .into_any()
}

/// Renders the quote of a receipt and its place. `islands::copies` compares the reader's own copy with this quote.
fn cited(locale: Locale, receipt: &Receipt) -> AnyView {
    view! {
        <q lang="" data-at=receipt.at.to_string()>{receipt.as_stated.to_string()}</q>
        <span class="competing-details">{format::place(locale, receipt.at)}</span>
    }
    .into_any()
}
