//! What is said on the atlas page beside its filters: map, years, list, tray.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

use domain::filter::{AreaBand, Dimension, Measure};

/// The strings of the atlas page.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct AtlasMessages {
    pub map_cities: fn(&str) -> String,
    pub map_cities_hint: &'static str,
    pub measure: &'static str,
    pub legend: fn(Measure) -> &'static str,
    pub legend_none: &'static str,
    pub zoom_in: fn(&str) -> String,
    pub zoom_out: &'static str,
    pub everywhere: &'static str,
    pub national: fn(&str) -> String,
    pub area_sum: &'static str,
    pub area_sum_note: &'static str,
    pub median_year: &'static str,
    pub with_figures: &'static str,
    pub elsewhere_in: fn(&str) -> String,
    pub square_kilometres: fn(&str) -> String,

    pub timeline: &'static str,
    pub timeline_hint: &'static str,
    pub timeline_described: fn(&str, &str, &str) -> String,
    pub first_year: &'static str,
    pub last_year: &'static str,
    pub play: &'static str,
    pub stop_playing: &'static str,

    pub city: &'static str,
    pub cities_few: &'static str,
    pub decade: &'static str,
    pub area: &'static str,
    pub figures: &'static str,
    pub cautions: &'static str,
    pub band: fn(AreaBand) -> &'static str,
    pub figures_with: &'static str,
    pub figures_without: &'static str,
    pub cautions_with: &'static str,
    pub cautions_without: &'static str,
    pub dimension: fn(Dimension) -> &'static str,

    pub sort_by: fn(&str) -> String,
    pub best_first: &'static str,
    pub group_by_province: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,
    pub corrected: fn(&str) -> String,
    pub lift: fn(&str, &str) -> String,
    pub lift_intro: &'static str,
    pub lift_none: &'static str,
    pub found_in: fn(&str, &str) -> String,
    pub found_name: &'static str,
    pub found_company: &'static str,
    pub found_industry: &'static str,
    pub found_county: &'static str,
    pub found_code: &'static str,
    pub spark: fn(&str, &str, &str) -> String,
    pub cautions_of: fn(&str) -> String,
    pub take_away: &'static str,
    pub take_away_note: &'static str,

    pub tray: &'static str,
    pub tray_hint: fn(&str) -> String,
    pub pick: &'static str,
    pub pick_of: fn(&str) -> String,
    /// Opens a row of the list, given the zone.
    pub open_row: fn(&str) -> String,
    /// Leads to the page of an opened zone.
    pub open_page: &'static str,
    pub drop_of: fn(&str) -> String,
    pub compare: fn(&str) -> String,
    pub tray_refused: &'static str,
    pub tray_full: &'static str,

    pub compare_title: &'static str,
    pub compare_intro: &'static str,
    pub compare_none: &'static str,
    pub compare_unknown: fn(&str) -> String,
    pub back_to_atlas: &'static str,
}
