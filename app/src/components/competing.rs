//! Competing figures for the same thing, side by side, with the rule that selected the shown one.

use crate::components::figure::figure_link;
use crate::components::receipt::source_href;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::query;
use crate::wording;
use domain::conflict::{CompetingFigures, Reason};
use domain::figure::Figure;
use domain::id::FigureId;
use domain::profile::Profile;
use leptos::prelude::*;

/// Returns the query string that adds a choice and removes earlier choices for the same thing.
fn preferred_figures_query(
    chosen: &[FigureId],
    competing_figures: &CompetingFigures,
    id: &FigureId,
) -> String {
    let kept = chosen
        .iter()
        .filter(|other| !competing_figures.figures.contains(other));
    query::preferred_figures_query(kept.chain(std::iter::once(id)))
}

/// Renders the competing figures of a page, one table per thing; `None` if there are none.
pub fn competing_section(
    locale: Locale,
    profile: &Profile,
    competing_figures: &[CompetingFigures],
    chosen: &[FigureId],
    path: &str,
) -> Option<AnyView> {
    if competing_figures.is_empty() {
        return None;
    }
    let q = &locale.messages().figure_page;
    let tables: Vec<_> = competing_figures
        .iter()
        .filter_map(|one| {
            let first = profile.figure(one.figures.first()?)?;
            let title = wording::figure_title(locale, profile, first);
            Some(view! {
                <div class="competing">
                    <h3>{title}</h3>
                    {competing_table(locale, profile, one, chosen, path)}
                </div>
            })
        })
        .collect();
    Some(
        view! {
            <section class="topic" id="conflicts" aria-labelledby="conflicts-title">
                <h2 id="conflicts-title">{q.competing_figures}</h2>
                <p class="section-intro">{q.competing_intro}</p>
                {tables}
            </section>
        }
        .into_any(),
    )
}

/// Renders a table of competing figures, with a link to choose each one.
pub fn competing_table(
    locale: Locale,
    profile: &Profile,
    competing_figures: &CompetingFigures,
    chosen: &[FigureId],
    path: &str,
) -> AnyView {
    let m = locale.messages();
    let q = &m.figure_page;
    let rows: Vec<_> = competing_figures
        .figures
        .iter()
        .filter_map(|id| profile.figure(id))
        .enumerate()
        .map(|(place, figure)| {
            let choice = if place == 0 {
                view! { <span class="competing-shown">{q.competing_shown}</span> }.into_any()
            } else {
                let query = preferred_figures_query(chosen, competing_figures, &figure.id);
                let href = format!("{}?{query}#conflicts", locale.href(path));
                let label = format!(
                    "{}{}{}",
                    q.competing_pick,
                    m.colon,
                    format::value(locale, figure)
                );
                view! { <a class="competing-pick" href=href aria-label=label>{q.competing_pick}</a> }
                    .into_any()
            };
            view! {
                <tr class:competing-first=place == 0>
                    <td>{figure_link(locale, profile, figure)}</td>
                    <td>{publisher(locale, profile, figure)}</td>
                    <td>{choice}</td>
                </tr>
            }
        })
        .collect();
    let verdict = if competing_figures.disagree {
        view! { <span class="competing-disagree">{q.competing_disagree}</span> }.into_any()
    } else {
        view! { <span>{q.competing_agree}</span> }.into_any()
    };
    view! {
        <p class="competing-reason">{verdict}{[locale.common().gap, reason(locale, competing_figures.reason)].concat()}</p>
        <table class="competing-table">
            <thead>
                <tr>
                    <th scope="col">{m.chart.column_value}</th>
                    <th scope="col">{q.column_source}</th>
                    <th scope="col">{m.chart.column_status}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

const fn reason(locale: Locale, reason: Reason) -> &'static str {
    let q = &locale.messages().figure_page;
    match reason {
        Reason::Stated => q.reason_stated,
        Reason::Final => q.reason_final,
        Reason::Publisher => q.reason_publisher,
        Reason::Later => q.reason_later,
        Reason::Order => q.reason_order,
        Reason::Chosen => q.reason_chosen,
    }
}

/// Returns the publisher of a figure, its class, and the date; empty for a derived figure.
fn publisher_words(locale: Locale, profile: &Profile, figure: &Figure) -> Vec<String> {
    let source = figure
        .receipt()
        .and_then(|receipt| profile.source(&receipt.source));
    let Some(source) = source else {
        return Vec::new();
    };
    let mut words = vec![
        wording::publisher(locale, source),
        source.class.name(locale).to_owned(),
    ];
    words.extend(source.date.map(|date| format::date(locale, date)));
    words
}

/// Renders the publisher of a figure as a link to the source, or the word for a derived figure.
fn publisher(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let mut words = publisher_words(locale, profile, figure).into_iter();
    match (figure.receipt(), words.next()) {
        (Some(receipt), Some(name)) => {
            let details: Vec<String> = words.collect();
            view! {
                <a href=source_href(locale, &receipt.source)>{name}</a>
                <span class="competing-details">{details.join(m.comma)}</span>
            }
            .into_any()
        }
        _ => m.mark_derived.into_any(),
    }
}
