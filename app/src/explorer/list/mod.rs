//! The list of zones, a table with one row per zone.

mod columns;
mod empty;
mod opened;
mod pages;
mod row;
mod trend;

pub use columns::columns;
pub use empty::empty;
pub use pages::pages;

use super::view::View;
use crate::format::integer;
use domain::filter::{Grouping, Tile, ValueColumn};
use domain::id::ProvinceSlug;
use maud::{Markup, html};

/// The number of rows in a block. Two blocks fill a window 900 px high.
pub const ROWS: usize = 6;

/// Returns the CSS class of the element that holds a block of rows.
pub const fn block_class(block: usize) -> &'static str {
    if block < 2 {
        "zones zones-first"
    } else {
        "zones"
    }
}

/// Renders one block of rows, beginning at row `from`. If the list is grouped by province, a heading with the name
/// and the number of zones begins each province. If the list is a ranking, a divider separates the zones without a
/// value.
pub fn rows(view: &View<'_>, from: usize) -> Markup {
    let is_grouped = view.filter.grouping == Grouping::Province;
    let province = |row: usize| view.zone(row).map(|zone| &zone.province);
    let begins = |row: usize| {
        let above = row.checked_sub(1).and_then(province);
        province(row).filter(|here| is_grouped && above != Some(here))
    };
    let ranked_by = view.filter.ranked_by();
    let is_ranked = |row: usize| Some(view.zone(row)?.is_ranked(ranked_by?));
    let unranked_begin = |row: usize| {
        let above = row.checked_sub(1).and_then(is_ranked);
        ranked_by.filter(|_| is_ranked(row) == Some(false) && above != Some(false))
    };
    html! {
        @for (row, zone) in (from..from + ROWS).map_while(|row| Some((row, view.zone(row)?))) {
            @if let Some(province) = begins(row) { (heading(view, province)) }
            @if let Some(column) = unranked_begin(row) { (not_ranked(view, column)) }
            (row::row(view, zone))
        }
    }
}

fn heading(view: &View<'_>, province: &ProvinceSlug) -> Markup {
    let zones = view.result.facets.provinces.get(province);
    let zones = zones.map_or(0, Tile::zones);
    html! {
        div role="row" class="zone-group" {
            div role="cell" {
                h3 { (province_name(view, province)) }
                span { ((view.m().results)(&integer(zones))) }
            }
        }
    }
}

/// Renders the divider above the zones that have no value in the column by which the list is sorted.
fn not_ranked(view: &View<'_>, column: ValueColumn) -> Markup {
    html! {
        div role="row" class="zones-not-ranked" {
            div role="cell" { ((view.m().not_ranked)(column)) }
        }
    }
}

/// Returns the name of a province, or its slug if the province is unknown.
fn province_name<'a>(view: &View<'a>, slug: &'a ProvinceSlug) -> &'a str {
    let province = view.data.site_metadata.data.province(slug);
    province.map_or(slug.as_str(), |province| view.locale.pick(&province.name))
}
