//! The list of zones under the map.

use super::state::AtlasState;
use crate::api::Outline;
use crate::components::figure::receipt_href;
use crate::format::{self, integer};
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::catalogue::listed_area;
use domain::filter::{Filter, PAGE_SIZE, Selection};
use domain::zone::ZoneSummary;
use leptos::prelude::*;

/// The list with its head and its pages.
pub fn list(state: AtlasState) -> AnyView {
    let listed = move || {
        if state.failed() {
            return Some(failure(state));
        }
        state.with_selection(|selection| {
            let filter = state.filter();
            state
                .outline
                .with_value(|outline| rows(state, outline, &filter, selection))
        })
    };
    view! { <div class="list">{listed}</div> }.into_any()
}

/// In place of the list where it could not be had; the rest of the page stays.
fn failure(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    view! {
        <div class="none" role="alert">
            <p class="none-title">{m.error_title}</p>
            <p>{m.error_text}</p>
            <p><a rel="external" href=state.href(&state.filter())>{m.retry}</a></p>
        </div>
    }
    .into_any()
}

fn rows(state: AtlasState, outline: &Outline, filter: &Filter, selection: &Selection) -> AnyView {
    let m = state.locale.messages();
    let total = selection.catalogue + selection.new_areas;
    if total == 0 {
        return view! {
            <div class="none" role="status">
                <p class="none-title">{m.none_found}</p>
                <p>{m.none_found_hint}</p>
                <p><a href=state.href(&Filter::default())>{m.clear_all}</a></p>
            </div>
        }
        .into_any();
    }
    let items: Vec<_> = selection
        .rows
        .iter()
        .map(|zone| row(state.locale, outline, zone))
        .collect();
    view! {
        {head(state, outline, filter, selection)}
        <div class="columns" aria-hidden="true">
            <span>{m.column_name}</span>
            <span>{m.column_place}</span>
            <span>{m.column_approved}</span>
            <span class="columns-number">{m.column_area}</span>
            <span>{m.column_industries}</span>
        </div>
        <ol class="zones">{items}</ol>
        {pages(state, filter, selection)}
    }
    .into_any()
}

/// How many zones there are, of which kind, and which of them are on this page.
fn head(state: AtlasState, outline: &Outline, filter: &Filter, selection: &Selection) -> AnyView {
    let m = state.locale.messages();
    let total = selection.catalogue + selection.new_areas;
    let parts: Vec<String> = [
        (selection.catalogue, m.catalogue_zones),
        (selection.new_areas, m.new_areas),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, words)| words(&integer(number)))
    .collect();
    let of_all = filter.narrows().then(|| {
        let all = outline.catalogue + outline.new_areas;
        format!(" {}", (m.totals_filtered)(&integer(all)))
    });
    let size = u32::try_from(PAGE_SIZE).unwrap_or(1);
    let first = (selection.page - 1) * size + 1;
    let last = (selection.page * size).min(total);
    view! {
        <div class="results-head">
            <h2 class="results-count" role="status">{(m.results)(&integer(total))}</h2>
            <p class="results-parts">{parts.join(m.listing)}{of_all}</p>
            <p class="results-range">{(m.showing)(&integer(first), &integer(last), &integer(total))}</p>
        </div>
    }
    .into_any()
}

fn row(locale: Locale, outline: &Outline, zone: &ZoneSummary) -> AnyView {
    let m = locale.messages();
    let other = locale.other();
    let href = locale.href(&format!("/zones/{}", zone.slug));
    let province = outline
        .province(&zone.province)
        .map(|p| locale.pick(&p.name).to_owned());
    let city = zone.city.as_ref().map(|city| locale.pick(city).to_owned());
    // A municipality is its own city.
    let city = city.filter(|city| {
        !province
            .as_ref()
            .is_some_and(|p| city.starts_with(p.as_str()))
    });
    // The figure is the link's text; whose it is stands in its name for those who hear it alone.
    let area = listed_area(zone).map_or_else(
        || m.not_known.into_any(),
        |figure| {
            let value = format::value(locale, &figure);
            let label = format!("{}{}{value}", locale.pick(&zone.name), m.comma);
            let href = receipt_href(locale, &figure.id);
            view! { <a class="area-link" href=href aria-label=label>{value}</a> }.into_any()
        },
    );
    let industries: Vec<_> = zone
        .industries
        .iter()
        .filter_map(|id| outline.industry_groups.iter().find(|group| group.id == *id))
        .map(|group| locale.pick(&group.name))
        .collect();
    let figures = (zone.figures > 0).then(
        || view! { <span class="zone-figures">{(m.has_figures)(&integer(zone.figures))}</span> },
    );
    let kind = format!("zone-kind kind-{}", zone.kind);
    view! {
        <li class="zone">
            <div class="zone-main">
                <span class="zone-names-line">
                    <a class="zone-name" href=href>{locale.pick(&zone.name).to_owned()}</a>
                    <span class="zone-other" lang=other.tag()>{other.pick(&zone.name).to_owned()}</span>
                </span>
                <span class="zone-tags">
                    <span class=kind>{zone.kind.name(locale)}</span>
                    <span class="zone-level">{zone.level.name(locale)}</span>
                    {figures}
                </span>
            </div>
            <div class="zone-place">
                <span>{province}</span>
                <span class="zone-city">{city}</span>
            </div>
            <div class="zone-approved">
                <span class="cell-label">{m.column_approved}</span>
                {format::date(locale, zone.approved)}
            </div>
            <div class="zone-area"><span class="cell-label">{m.column_area}</span>{area}</div>
            <div class="zone-industries">{industries.join(m.listing)}</div>
        </li>
    }
    .into_any()
}

/// The pages as links, so that they work without JavaScript and can be sent.
fn pages(state: AtlasState, filter: &Filter, selection: &Selection) -> Option<AnyView> {
    let m = state.locale.messages();
    if selection.pages < 2 {
        return None;
    }
    let to = |page: u32| {
        let mut filter = filter.clone();
        filter.page = page;
        state.href(&filter)
    };
    let page = selection.page;
    let previous = (page > 1)
        .then(|| view! { <a class="page-step" rel="prev" href=to(page - 1)>{m.previous_page}</a> });
    let next = (page < selection.pages)
        .then(|| view! { <a class="page-step" rel="next" href=to(page + 1)>{m.next_page}</a> });
    let numbers: Vec<_> = shown_pages(page, selection.pages)
        .into_iter()
        .map(|number| match number {
            None => view! { <li class="page-gap" aria-hidden="true">"…"</li> }.into_any(),
            Some(number) => {
                let current = (number == page).then_some("page");
                let label = (m.page_of)(&integer(number), &integer(selection.pages));
                view! {
                    <li><a class="page" href=to(number) aria-current=current aria-label=label>{integer(number)}</a></li>
                }
                .into_any()
            }
        })
        .collect();
    Some(
        view! {
            <nav class="pages" aria-label=m.pages>
                {previous}
                <ol class="page-numbers">{numbers}</ol>
                {next}
            </nav>
        }
        .into_any(),
    )
}

/// The first, the last and those round the current page; `None` where some are left out.
fn shown_pages(page: u32, pages: u32) -> Vec<Option<u32>> {
    let mut shown = Vec::new();
    for number in 1..=pages {
        if number == 1 || number == pages || number.abs_diff(page) <= 1 {
            shown.push(Some(number));
        } else if shown.last() != Some(&None) {
            shown.push(None);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_pages_are_left_out() {
        assert_eq!(shown_pages(1, 3), [Some(1), Some(2), Some(3)]);
        assert_eq!(
            shown_pages(10, 52),
            [Some(1), None, Some(9), Some(10), Some(11), None, Some(52)]
        );
    }
}
