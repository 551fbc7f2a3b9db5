//! The suggestions of the search: places and industries to filter by, and zones to open.

use super::filters::industry_name;
use super::map::Region;
use super::view::View;
use domain::filter::{Filter, folded};
use maud::{Markup, html};

/// The maximum numbers of suggested places, industries and zones.
const MOST_PLACES: usize = 3;
const MOST_INDUSTRIES: usize = 2;
const MOST_ZONES: usize = 3;

/// The minimum length of a search text that suggests industries, in bytes: four letters or two Chinese characters.
const SHORTEST: usize = 4;

/// The id of the list of suggestions.
const LIST: &str = "suggestions";

/// A link that the search suggests.
pub struct Suggestion {
    href: String,
    name: String,
    remark: String,
}

/// Returns the id of the element of a suggestion, counted from 0.
pub fn id(number: usize) -> String {
    format!("{LIST}-{number}")
}

/// Renders the list of suggestions, which is hidden if there are none.
pub fn list(view: &View<'_>, suggestions: &[Suggestion]) -> Markup {
    let active = view.interaction.suggested;
    html! {
        ul id=(LIST) class="suggestions" role="listbox" aria-label=(view.m().suggestions) hidden[suggestions.is_empty()] {
            @for (number, suggestion) in suggestions.iter().enumerate() {
                li role="presentation" {
                    a id=(id(number)) role="option" tabindex="-1" aria-selected=(active == Some(number)) href=(suggestion.href) {
                        (suggestion.name) " " span class="hint" { (suggestion.remark) }
                    }
                }
            }
        }
    }
}

/// Returns the suggestions for the search text; empty if the visitor is not typing in the search field.
pub fn suggestions(view: &View<'_>) -> Vec<Suggestion> {
    let (locale, filter, data) = (view.locale, view.filter, view.data);
    if !view.interaction.is_suggesting || filter.q.is_empty() {
        return Vec::new();
    }
    let to = |change: &dyn Fn(&mut Filter)| {
        view.href(&filter.with(|filter| {
            filter.q.clear();
            change(filter);
        }))
    };
    let [provinces, cities] = &view.result.places;
    let provinces = provinces
        .iter()
        .filter_map(|n| data.site_metadata.provinces.get(*n));
    let provinces =
        provinces.map(|province| (Region::Province(province.slug.clone()), String::new()));
    let cities = cities
        .iter()
        .filter_map(|n| data.index_manifest.cities.get(*n));
    let cities = cities.map(|city| {
        let province = Region::Province(city.province.clone()).name(view);
        (Region::City(city.slug.clone()), province)
    });
    let places = provinces
        .chain(cities)
        .take(MOST_PLACES)
        .map(|(place, remark)| Suggestion {
            href: to(&|filter| {
                if !place.is_chosen(filter) {
                    place.toggle(filter);
                }
            }),
            name: place.plain_name(view),
            remark,
        });
    let words = folded(&filter.q);
    let groups = data.site_metadata.industry_groups.iter().filter(|group| {
        let name = folded(locale.pick(&group.name));
        words.len() >= SHORTEST && name.contains(&words)
    });
    let industries = groups.take(MOST_INDUSTRIES).map(|group| Suggestion {
        href: to(&|filter| filter.industries.insert(group.id.clone())),
        name: industry_name(view, &group.id).to_owned(),
        remark: view.m().industry.to_owned(),
    });
    let zones = view
        .result
        .rows
        .iter()
        .take(MOST_ZONES)
        .map(|row| Suggestion {
            href: locale.href(&["/zones/", row.slug.as_str()].concat()),
            name: locale.pick(&row.name).to_owned(),
            remark: locale.other().pick(&row.name).to_owned(),
        });
    places.chain(industries).chain(zones).collect()
}
