//! The filters of the explorer: a form that works without JavaScript. With JavaScript each change takes effect at
//! once.

mod available_data;
mod choice;
mod choices;

pub use available_data::available_data;
pub use choices::{areas, cities, decades, industries, kinds, levels};

use super::view::View;
use crate::messages::atlas::AtlasMessages;
use crate::messages::terms::Named;
use domain::filter::{Grouping, Presence, Sort};
use domain::id::{IndicatorId, IndustryGroupId, ZoneSlug};
use maud::{Markup, html};

/// Returns the label of the filter by figures.
pub const fn figures_name(m: &AtlasMessages, presence: Presence) -> &'static str {
    match presence {
        Presence::With => m.figures_with,
        Presence::Without => m.figures_without,
    }
}

/// Returns the label of the filter by cautions.
pub const fn cautions_name(m: &AtlasMessages, presence: Presence) -> &'static str {
    match presence {
        Presence::With => m.cautions_with,
        Presence::Without => m.cautions_without,
    }
}

/// Returns the name of an indicator, or its id if the indicator is unknown.
pub fn indicator_name<'a>(view: &View<'a>, id: &'a IndicatorId) -> &'a str {
    let mut indicators = view.data.site_metadata.data.indicators.iter();
    let found = indicators.find(|indicator| indicator.id == *id);
    found.map_or(id.as_str(), |found| view.locale.pick(&found.name))
}

/// Returns the name of an industry group, or its id if the group is unknown.
pub fn industry_name<'a>(view: &View<'a>, id: &'a IndustryGroupId) -> &'a str {
    let mut groups = view.data.site_metadata.data.industry_groups.iter();
    let found = groups.find(|group| group.id == *id);
    found.map_or(id.as_str(), |found| view.locale.pick(&found.name))
}

/// Renders hidden fields for the state that has no visible control in the form.
pub fn hidden(view: &View<'_>) -> Markup {
    let filter = view.filter;
    // A picked zone in the list has its own checkbox. A hidden field would send it even if the visitor clears the
    // checkbox.
    let is_out_of_list = |pick: &&ZoneSlug| {
        let mut rows = view.result.rows.iter();
        rows.all(|row| row.slug != **pick)
    };
    html! {
        @for province in &filter.provinces { input type="hidden" name="province" value=(province); }
        @if let Some(zoom) = &filter.zoom { input type="hidden" name="zoom" value=(zoom); }
        @for pick in filter.picks.iter().filter(is_out_of_list) { input type="hidden" name="pick" value=(pick); }
    }
}

/// Renders the fields for the first and the last year of approval.
pub fn years(view: &View<'_>) -> Markup {
    let m = view.m();
    let timeline = &view.result.timeline;
    let (first, last) = (timeline.first.to_string(), timeline.last().to_string());
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
                (field("from", m.year_from, &first, view.filter.from))
                span aria-hidden="true" { "–" }
                (field("to", m.year_to, &last, view.filter.to))
            }
            p class="hint" { ((m.years_hint)(&first, &last)) }
        }
    }
}

/// Renders the checkbox that groups the list by province.
pub fn grouping(view: &View<'_>) -> Markup {
    html! {
        label class="choice" {
            input type="checkbox" name="group" value=(Grouping::Province) checked[view.filter.grouping == Grouping::Province];
            span class="choice-name" { (view.m().group_by_province) }
        }
    }
}

/// Renders the select box for the order of the list.
pub fn sort(view: &View<'_>) -> Markup {
    let m = view.m();
    let is_searching = !view.filter.q.is_empty();
    // Without search text the automatic order is by latest output, so that order is not offered a second time.
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
