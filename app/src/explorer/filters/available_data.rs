//! The filter by available data: figures, cautions and single indicators.

use super::choice::{fold, listed};
use super::choices::presences;
use super::{cautions_name, figures_name, indicator_name};
use crate::explorer::view::View;
use domain::filter::Filter;
use domain::id::IndicatorId;
use domain::small_set::SmallSet;
use maud::{Markup, html};

/// Renders the filter by available data.
pub fn available_data(view: &View<'_>) -> Markup {
    let (m, filter) = (view.m(), view.filter);
    let content = html! {
        (presences(view))
        div class="available-data-pair" {
            (indicator(view, "known", m.with_data, &filter.known))
            (indicator(view, "unknown", m.without_data, &filter.unknown))
        }
    };
    let is_set = |filter: &Filter| {
        !(filter.figures.is_empty()
            && filter.cautions.is_empty()
            && filter.known.is_empty()
            && filter.unknown.is_empty())
    };
    fold(
        view,
        m.available_data,
        &listed(view, names(view)),
        &is_set,
        &content,
    )
}

/// Returns the names of the chosen values.
fn names(view: &View<'_>) -> Vec<String> {
    let (m, filter) = (view.m(), view.filter);
    let mut names = Vec::new();
    names.extend(
        filter
            .figures
            .iter()
            .map(|p| figures_name(m, *p).to_owned()),
    );
    names.extend(
        filter
            .cautions
            .iter()
            .map(|p| cautions_name(m, *p).to_owned()),
    );
    let known = filter.known.iter().map(|id| indicator_name(view, id));
    names.extend(known.map(m.filter_known));
    let unknown = filter.unknown.iter().map(|id| indicator_name(view, id));
    names.extend(unknown.map(m.filter_unknown));
    names
}

/// Renders a select box of indicators. A query string may contain several indicators; the others are sent as hidden
/// fields.
fn indicator(view: &View<'_>, name: &str, label: &str, set: &SmallSet<IndicatorId>) -> Markup {
    html! {
        div class="available-data" {
            label class="available-data-label" for=(name) { (label) }
            select id=(name) class="input" name=(name) {
                option value="" { (view.m().any_industry) }
                @for indicator in &view.data.site_metadata.indicators {
                    option value=(indicator.id) selected[set.first() == Some(&indicator.id)] {
                        (view.locale.pick(&indicator.name))
                    }
                }
            }
            div hidden { @for id in set.iter().skip(1) { input type="hidden" name=(name) value=(id); } }
        }
    }
}
