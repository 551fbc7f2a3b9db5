//! The filters: a form that works by itself, and at once where the browser answers.

mod choice;
mod choices;
mod knowledge;

pub use choices::{areas, cities, decades, industries, kinds, levels};
pub use knowledge::knowledge;

use super::view::View;
use crate::messages::atlas::AtlasMessages;
use crate::messages::terms::Named;
use domain::filter::{Grouping, Presence, Sort};
use domain::id::{IndicatorId, IndustryGroupId, ZoneSlug};
use maud::{Markup, html};

/// With or without figures, in words.
pub const fn figures_name(m: &AtlasMessages, presence: Presence) -> &'static str {
    match presence {
        Presence::With => m.figures_with,
        Presence::Without => m.figures_without,
    }
}

/// With or without cautions, in words.
pub const fn cautions_name(m: &AtlasMessages, presence: Presence) -> &'static str {
    match presence {
        Presence::With => m.cautions_with,
        Presence::Without => m.cautions_without,
    }
}

/// What an indicator is called.
pub fn indicator_name<'a>(view: &View<'a>, id: &'a IndicatorId) -> &'a str {
    let mut indicators = view.data.outline.data.indicators.iter();
    let found = indicators.find(|indicator| indicator.id == *id);
    found.map_or(id.as_str(), |found| view.locale.pick(&found.name))
}

/// What a group of industries is called.
pub fn industry_name<'a>(view: &View<'a>, id: &'a IndustryGroupId) -> &'a str {
    let mut groups = view.data.outline.data.industry_groups.iter();
    let found = groups.find(|group| group.id == *id);
    found.map_or(id.as_str(), |found| view.locale.pick(&found.name))
}

/// What the form sends along of the state that has no control of its own in it.
pub fn hidden(view: &View<'_>) -> Markup {
    let filter = view.filter;
    // Those of the list have a box of their own, which can be unticked.
    let is_out_of_list = |pick: &&ZoneSlug| {
        let mut rows = view.selection.rows.iter();
        rows.all(|row| row.slug != **pick)
    };
    html! {
        @for province in &filter.provinces { input type="hidden" name="province" value=(province); }
        @if let Some(zoom) = &filter.zoom { input type="hidden" name="zoom" value=(zoom); }
        @for pick in filter.picks.iter().filter(is_out_of_list) { input type="hidden" name="pick" value=(pick); }
    }
}

/// The first and the last year of approval.
pub fn years(view: &View<'_>) -> Markup {
    let m = view.m();
    let field = |name: &str, label: &str, example: &str, year: Option<u16>| {
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        html! {
            input class="input" type="number" name=(name) min="1900" max="2199" step="1" inputmode="numeric"
                aria-label=(label) placeholder=(example) value=(year);
        }
    };
    html! {
        fieldset class="field" {
            legend { (m.approved) }
            div class="years" {
                (field("from", m.year_from, "1984", view.filter.from))
                span aria-hidden="true" { "–" }
                (field("to", m.year_to, "2018", view.filter.to))
            }
            p class="hint" { (m.years_hint) }
        }
    }
}

/// Whether the list is divided into provinces.
pub fn grouping(view: &View<'_>) -> Markup {
    html! {
        label class="choice" {
            input type="checkbox" name="group" value=(Grouping::Province) checked[view.filter.grouping == Grouping::Province];
            span class="choice-name" { (view.m().group_by_province) }
        }
    }
}

/// The order of the list.
pub fn sort(view: &View<'_>) -> Markup {
    let m = view.m();
    let is_searching = !view.filter.q.is_empty();
    // Without words the automatic order is that of the latest output, which then needs no entry of its own.
    let is_offered = |sort: &Sort| is_searching || *sort != Sort::Output;
    let is_chosen = |sort: Sort| {
        let chosen = view.filter.sort;
        sort == chosen || (!is_offered(&chosen) && sort == Sort::Automatic)
    };
    let name = |sort: Sort| match sort {
        Sort::Automatic if !is_searching => Sort::Output.name(view.locale),
        sort => sort.name(view.locale),
    };
    html! {
        label class="tool" {
            span class="tool-name" { (m.sort) }
            select id="sort" class="input" name="sort" form="filter" {
                @for &sort in Sort::ALL.iter().filter(|sort| is_offered(sort)) {
                    option value=(sort) selected[is_chosen(sort)] { (name(sort)) }
                }
            }
        }
    }
}
