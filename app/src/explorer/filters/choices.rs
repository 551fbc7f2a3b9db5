//! The filters that consist of checkboxes.

use super::choice::{Choice, boxes, chosen, fold};
use super::{cautions_name, figures_name, industry_name};
use crate::explorer::map::Region;
use crate::explorer::view::View;
use crate::messages::terms::Named;
use domain::catalogue::{Kind, Level};
use domain::filter::{AreaBand, Basis, Counted, Decade, Filter, Presence, Tile};
use domain::small_set::SmallSet;
use maud::{Markup, html};
use std::fmt::Display;

/// The class of a long list of checkboxes, which has its own scroll bar.
const LONG: &str = "choices choices-long";

/// Returns the checkboxes for all values of a filter.
fn choices<'a, T: Ord + Display + 'a>(
    all: impl IntoIterator<Item = &'a T>,
    set: &SmallSet<T>,
    counts: &Counted<T, u32>,
    name: impl Fn(&T) -> String,
) -> Vec<Choice> {
    let choice = |value: &T| Choice {
        value: value.to_string(),
        name: name(value),
        is_chosen: set.contains(value),
        count: counts.get(value).copied().unwrap_or(0),
    };
    all.into_iter().map(choice).collect()
}

/// Renders the filter by level.
pub fn levels(view: &View<'_>) -> Markup {
    let (set, counts) = (&view.filter.levels, &view.result.facets.levels);
    let name = |level: &Level| level.name(view.locale).to_owned();
    let all = choices(Level::ALL, set, counts, name);
    let is_set = |filter: &Filter| !filter.levels.is_empty() || filter.basis == Basis::Today;
    let is_today = view.filter.basis == Basis::Today;
    let content = html! {
        (boxes("level", "choices", &all))
        label class="choice" {
            input type="checkbox" name="as" value=(Basis::Today) checked[is_today];
            span class="choice-name" { (view.m().by_today) }
        }
    };
    fold(view, view.m().level, &chosen(view, &all), &is_set, &content)
}

/// Renders the filter by kind of zone.
pub fn kinds(view: &View<'_>) -> Markup {
    let (set, counts) = (&view.filter.kinds, &view.result.facets.kinds);
    let name = |kind: &Kind| kind.name(view.locale).to_owned();
    let all = choices(Kind::ALL, set, counts, name);
    let is_set = |filter: &Filter| !filter.kinds.is_empty();
    let content = boxes("kind", "choices", &all);
    fold(view, view.m().kind, &chosen(view, &all), &is_set, &content)
}

/// Renders the filter by decade of approval.
pub fn decades(view: &View<'_>) -> Markup {
    let (set, counts) = (&view.filter.decades, &view.result.facets.decades);
    let name = |decade: &Decade| decade.name(view.locale).to_owned();
    let all = choices(Decade::ALL, set, counts, name);
    let is_set = |filter: &Filter| !filter.decades.is_empty();
    let content = boxes("decade", "choices", &all);
    fold(
        view,
        view.m().decade,
        &chosen(view, &all),
        &is_set,
        &content,
    )
}

/// Renders the filter by area.
pub fn areas(view: &View<'_>) -> Markup {
    let m = view.m();
    let (set, counts) = (&view.filter.areas, &view.result.facets.areas);
    let all = choices(AreaBand::ALL, set, counts, |band| {
        (m.band)(*band).to_owned()
    });
    let is_set = |filter: &Filter| !filter.areas.is_empty();
    let content = boxes("area", "choices", &all);
    fold(view, m.area, &chosen(view, &all), &is_set, &content)
}

/// Renders the filters "without figures" and "with or without cautions". The checkbox "with figures" is in the
/// toolbar above the list.
pub fn presences(view: &View<'_>) -> Markup {
    let (m, filter, facets) = (view.m(), view.filter, &view.result.facets);
    let figures = choices(
        &[Presence::Without],
        &filter.figures,
        &facets.figures,
        |presence| figures_name(m, *presence).to_owned(),
    );
    let cautions = choices(
        Presence::ALL,
        &filter.cautions,
        &facets.cautions,
        |presence| cautions_name(m, *presence).to_owned(),
    );
    html! {
        (boxes("figures", "choices", &figures))
        (boxes("cautions", "choices", &cautions))
    }
}

/// Renders the filter by industry group. The list is long, so it scrolls.
pub fn industries(view: &View<'_>) -> Markup {
    let groups = view.data.site_metadata.industry_groups.iter();
    let (set, counts) = (&view.filter.industries, &view.result.facets.industries);
    let all = choices(groups.map(|group| &group.id), set, counts, |id| {
        industry_name(view, id).to_owned()
    });
    let is_set = |filter: &Filter| !filter.industries.is_empty();
    let content = boxes("industry", LONG, &all);
    fold(
        view,
        view.m().industry,
        &chosen(view, &all),
        &is_set,
        &content,
    )
}

/// Renders the filter by city: the cities of the chosen provinces, or those with the most zones if no place is
/// chosen.
pub fn cities(view: &View<'_>) -> Markup {
    let (m, filter) = (view.m(), view.filter);
    let counts = &view.result.facets.cities;
    let cities = view.data.index_manifest.cities.iter();
    let all = cities.filter_map(|city| {
        let tile = counts.get(&city.slug)?;
        Some(Choice {
            value: city.slug.to_string(),
            name: Region::City(city.slug.clone()).name(view),
            is_chosen: filter.cities.contains(&city.slug),
            count: Tile::zones(tile),
        })
    });
    let all: Vec<Choice> = all.collect();
    let is_anywhere =
        filter.provinces.is_empty() && filter.zoom.is_none() && filter.cities.is_empty();
    let is_set = |filter: &Filter| !filter.cities.is_empty();
    let content = html! {
        (boxes("city", LONG, &all))
        @if is_anywhere { p class="hint" { (m.cities_few) } }
    };
    fold(view, m.city, &chosen(view, &all), &is_set, &content)
}
