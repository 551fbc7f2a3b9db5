//! The list of zones under the map.

mod empty;
mod head;
mod opened;
mod pages;
mod row;

pub use head::head;
pub use pages::pages;

use super::part::{Part, ROWS};
use super::view::View;
use crate::format::integer;
use domain::filter::{Grouping, Tile};
use domain::id::ProvinceSlug;
use maud::{Markup, html};

/// The class of the element that holds a part of the rows.
pub fn class(part: Part) -> &'static str {
    if part == Part::Rows(0) {
        "zones zones-first"
    } else {
        "zones"
    }
}

/// Ten rows of the list from a row on. Where they are grouped by province, each province begins with
/// its name and the number of its zones.
pub fn rows(view: &View<'_>, from: usize) -> Markup {
    let is_grouped = view.filter.grouping == Grouping::Province;
    let province = |row: usize| view.zone(row).map(|zone| &zone.province);
    let begins = |row: usize| {
        let above = row.checked_sub(1).and_then(province);
        province(row).filter(|here| is_grouped && above != Some(here))
    };
    html! {
        ol {
            @for (row, zone) in (from..from + ROWS).map_while(|row| Some((row, view.zone(row)?))) {
                @if let Some(province) = begins(row) { (heading(view, province)) }
                (row::row(view, zone))
            }
        }
    }
}

fn heading(view: &View<'_>, province: &ProvinceSlug) -> Markup {
    let zones = view.selection.facets.provinces.get(province);
    let zones = zones.map_or(0, Tile::zones);
    html! {
        li class="zone-group" {
            h3 { (province_name(view, province)) }
            span { ((view.m().results)(&integer(zones))) }
        }
    }
}

/// What a province is called.
fn province_name<'a>(view: &View<'a>, slug: &'a ProvinceSlug) -> &'a str {
    let province = view.data.outline.data.province(slug);
    province.map_or(slug.as_str(), |province| view.locale.pick(&province.name))
}
