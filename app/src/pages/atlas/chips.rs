//! The active filters, each to be lifted by one click, and what was cleaned in the address.

use super::filters::{cautions_name, figures_name, indicator_name};
use super::map::Place;
use super::state::AtlasState;
use crate::messages::terms::Named;
use domain::filter::{Filter, Notice};
use leptos::prelude::*;

/// Notices, then a chip for each active filter.
pub fn chips(state: AtlasState) -> impl IntoView {
    view! {
        <div class="notices" role="status">{move || notices(state)}</div>
        {move || active(state)}
    }
}

fn notices(state: AtlasState) -> Vec<impl IntoView> {
    let m = state.locale.messages();
    state
        .notices()
        .into_iter()
        .map(|notice| match notice {
            Notice::Unknown { key, value } => (m.notice_unknown)((m.noun)(&key), &value),
            Notice::YearsReversed => m.notice_years_reversed.to_owned(),
            Notice::PastTheEnd { page } => (m.notice_past_the_end)(&page.to_string()),
            Notice::TrayFull => m.atlas.tray_full.to_owned(),
            Notice::Unprintable => m.notice_unprintable.to_owned(),
            Notice::SearchCut => m.notice_search_cut.to_owned(),
            Notice::TooLong => m.notice_too_long.to_owned(),
        })
        .map(|text| view! { <p class="notice">{text}</p> })
        .collect()
}

fn active(state: AtlasState) -> Option<impl IntoView> {
    let m = state.locale.messages();
    let filter = state.filter();
    if !filter.narrows() {
        return None;
    }
    let chips: Vec<_> = parts(state, &filter)
        .into_iter()
        .map(|(name, without)| {
            let label = (m.remove_filter)(&name);
            view! {
                <li>
                    <a class="chip" data-noscroll="" href=state.href(&without) aria-label=label>
                        {name}<span class="chip-x" aria-hidden="true">"×"</span>
                    </a>
                </li>
            }
        })
        .collect();
    Some(view! {
        <div class="active">
            <ul class="chips" aria-label=m.active_filters>{chips}</ul>
            <a class="clear" data-noscroll="" href=state.href(&filter.cleared())>{m.clear_all}</a>
        </div>
    })
}

/// The name of each active filter, and the state without it.
fn parts(state: AtlasState, filter: &Filter) -> Vec<(String, Filter)> {
    let m = state.locale.messages();
    let locale = state.locale;
    let mut parts = Vec::new();
    if !filter.q.is_empty() {
        parts.push(((m.filter_search)(&filter.q), filter.with(|f| f.q.clear())));
    }
    for level in &filter.levels {
        let without = filter.with(|f| _ = f.levels.remove(level));
        parts.push((level.name(locale).to_owned(), without));
    }
    for kind in &filter.kinds {
        let without = filter.with(|f| _ = f.kinds.remove(kind));
        parts.push((kind.name(locale).to_owned(), without));
    }
    for place in Place::chosen(filter) {
        parts.push((place.name(state), place.toggled(filter)));
    }
    for id in &filter.industries {
        let name = state.outline.with_value(|outline| {
            let group = outline.industry_groups.iter().find(|group| group.id == *id);
            group
                .map_or(id.as_str(), |group| locale.pick(&group.name))
                .to_owned()
        });
        parts.push((name, filter.with(|f| _ = f.industries.remove(id))));
    }
    for decade in &filter.decades {
        let without = filter.with(|f| _ = f.decades.remove(decade));
        parts.push((decade.name(locale).to_owned(), without));
    }
    for band in &filter.areas {
        let without = filter.with(|f| _ = f.areas.remove(band));
        parts.push((
            format!("{}{}{}", m.atlas.area, m.colon, (m.atlas.band)(*band)),
            without,
        ));
    }
    for presence in &filter.figures {
        let without = filter.with(|f| _ = f.figures.remove(presence));
        parts.push((figures_name(state, *presence).to_owned(), without));
    }
    for presence in &filter.cautions {
        let without = filter.with(|f| _ = f.cautions.remove(presence));
        parts.push((cautions_name(state, *presence).to_owned(), without));
    }
    for id in &filter.known {
        let without = filter.with(|f| _ = f.known.remove(id));
        parts.push((
            (m.coverage.filter_known)(&indicator_name(state, id)),
            without,
        ));
    }
    for id in &filter.unknown {
        let without = filter.with(|f| _ = f.unknown.remove(id));
        parts.push((
            (m.coverage.filter_unknown)(&indicator_name(state, id)),
            without,
        ));
    }
    if let Some(year) = filter.from {
        parts.push(((m.filter_from)(year), filter.with(|f| f.from = None)));
    }
    if let Some(year) = filter.to {
        parts.push(((m.filter_to)(year), filter.with(|f| f.to = None)));
    }
    parts
}
