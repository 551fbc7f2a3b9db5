//! The notices and the active filters above the list. Each filter is a chip that one click removes.

use super::filters::{cautions_name, figures_name, indicator_name, industry_name};
use super::map::Region;
use super::view::View;
use crate::messages::terms::Named;
use domain::filter::{Basis, Filter, ListedZone, Notice};
use maud::{Markup, html};

/// The number of top zones that the link "compare the first" compares.
const FIRST: usize = 3;

/// Renders the notices, then a chip for each active filter.
pub fn chips(view: &View<'_>) -> Markup {
    html! {
        div class="notices" role="status" {
            @for notice in view.all_notices() { p class="notice" { (words(view, notice)) } }
        }
        @if view.filter.has_filter() || view.filter.basis == Basis::Today { (active(view)) }
        @if view.result.corrected { p class="notice" role="status" { ((view.m().corrected)(&view.filter.q)) } }
    }
}

/// Returns the number of active filters that the filter sheet shows: without the search, and without the provinces,
/// which are chosen on the map.
pub fn count(view: &View<'_>) -> usize {
    let elsewhere = usize::from(!view.filter.q.is_empty()) + view.filter.provinces.iter().count();
    removable_filters(view).len().saturating_sub(elsewhere)
}

fn words(view: &View<'_>, notice: Notice) -> String {
    let m = view.m();
    match notice {
        Notice::Unknown { key, value } => (m.notice_unknown)((m.noun)(&key), &value),
        Notice::YearsReversed => m.notice_years_reversed.to_owned(),
        Notice::PastTheEnd { page } => (m.notice_past_the_end)(&page.to_string()),
        Notice::TrayFull => m.tray_full.to_owned(),
        Notice::Unprintable => m.notice_unprintable.to_owned(),
        Notice::SearchCut => m.notice_search_cut.to_owned(),
        Notice::TooLong => m.notice_too_long.to_owned(),
    }
}

fn active(view: &View<'_>) -> Markup {
    let m = view.m();
    html! {
        div class="active" {
            ul class="chips" aria-label=(m.active_filters) {
                @for (name, without) in removable_filters(view) {
                    li {
                        a class="chip" data-noscroll="" href=(view.href(&without)) aria-label=((m.remove_filter)(&name)) {
                            (name) span class="chip-x" aria-hidden="true" { "×" }
                        }
                    }
                }
            }
            a class="clear" data-noscroll="" href=(view.href(&view.filter.cleared())) { (m.clear_all) }
            (compare_first(view))
        }
    }
}

/// Returns the number of zones in the list and the names of the active filters, for screen readers.
pub fn status(view: &View<'_>) -> String {
    let names = names(view);
    let colon = if names.is_empty() { "" } else { view.m().colon };
    [&view.count_in_words(), colon, &names.join(view.m().listing)].concat()
}

/// Returns the names of the active filters.
pub fn names(view: &View<'_>) -> Vec<String> {
    removable_filters(view)
        .into_iter()
        .map(|(name, _)| name)
        .collect()
}

/// Returns the name of each active filter, with the filter state after its removal.
fn removable_filters(view: &View<'_>) -> Vec<(String, Filter)> {
    let (m, locale, filter) = (view.m(), view.locale, view.filter);
    let mut removable_filters = Vec::new();
    let mut lift = |name: String, change: &dyn Fn(&mut Filter)| {
        removable_filters.push((name, filter.with(change)));
    };
    if !filter.q.is_empty() {
        lift((m.filter_search)(&filter.q), &|f| f.q.clear());
    }
    if filter.basis == Basis::Today {
        lift(m.by_today.to_owned(), &|f| f.basis = Basis::Catalogue);
    }
    for level in &filter.levels {
        lift(level.name(locale).to_owned(), &|f| {
            _ = f.levels.remove(level)
        });
    }
    for kind in &filter.kinds {
        lift(kind.name(locale).to_owned(), &|f| _ = f.kinds.remove(kind));
    }
    for place in Region::chosen(filter) {
        lift(place.name(view), &|f| place.toggle(f));
    }
    for id in &filter.industries {
        lift(industry_name(view, id).to_owned(), &|f| {
            _ = f.industries.remove(id)
        });
    }
    for decade in &filter.decades {
        lift(decade.name(locale).to_owned(), &|f| {
            _ = f.decades.remove(decade)
        });
    }
    for band in &filter.areas {
        let name = [m.area, m.colon, (m.band)(*band)].concat();
        lift(name, &|f| _ = f.areas.remove(band));
    }
    for presence in &filter.figures {
        let name = figures_name(m, *presence).to_owned();
        lift(name, &|f| _ = f.figures.remove(presence));
    }
    for presence in &filter.cautions {
        let name = cautions_name(m, *presence).to_owned();
        lift(name, &|f| _ = f.cautions.remove(presence));
    }
    for id in &filter.known {
        let name = (m.filter_known)(indicator_name(view, id));
        lift(name, &|f| _ = f.known.remove(id));
    }
    for id in &filter.unknown {
        let name = (m.filter_unknown)(indicator_name(view, id));
        lift(name, &|f| _ = f.unknown.remove(id));
    }
    if let Some(year) = filter.from {
        lift((m.filter_from)(year), &|f| f.from = None);
    }
    if let Some(year) = filter.to {
        lift((m.filter_to)(year), &|f| f.to = None);
    }
    removable_filters
}

/// Renders a link that compares the first zones; empty if the list is not a ranking or if any zone is picked.
fn compare_first(view: &View<'_>) -> Markup {
    let address = first_compared(view);
    html! {
        @if let Some(address) = address { a class="button-quiet" href=(address) { ((view.m().compare_first)(FIRST)) } }
    }
}

fn first_compared(view: &View<'_>) -> Option<String> {
    let column = view.filter.ranked_by()?;
    let is_ranked = |zone: &&ListedZone| zone.is_ranked(column);
    let first = view.result.rows.iter().take(FIRST).filter(is_ranked);
    let first: Vec<&str> = first.map(|zone| zone.slug.as_str()).collect();
    let is_offered = first.len() == FIRST && view.filter.picks.is_empty() && view.result.page == 0;
    is_offered.then(|| view.compared(&first))
}
