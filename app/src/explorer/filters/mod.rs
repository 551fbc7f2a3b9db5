//! The filters: a form that works by itself, and at once where the browser answers.

mod choice;
mod choices;
mod knowledge;

pub use choices::{areas, cities, decades, industries, kinds, levels};
pub use knowledge::knowledge;

use super::view::View;
use crate::messages::atlas::AtlasMessages;
use crate::messages::terms::Named;
use domain::filter::{Presence, Sort};
use domain::id::{IndicatorId, IndustryGroupId};
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
    html! {
        @for province in &filter.provinces { input type="hidden" name="province" value=(province); }
        @if let Some(zoom) = &filter.zoom { input type="hidden" name="zoom" value=(zoom); }
        @for pick in &filter.picks { input type="hidden" name="pick" value=(pick); }
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

/// The order of the list.
pub fn sort(view: &View<'_>) -> Markup {
    let m = view.m();
    let is_searching = !view.filter.q.is_empty();
    let name = |sort: Sort| match sort {
        Sort::Catalogue if is_searching => m.best_first,
        sort => sort.name(view.locale),
    };
    html! {
        div class="field" {
            label for="sort" { (m.sort) }
            select id="sort" class="input" name="sort" {
                @for &sort in Sort::ALL {
                    option value=(sort) selected[view.filter.sort == sort] { (name(sort)) }
                }
            }
        }
    }
}
