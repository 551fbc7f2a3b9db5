//! The strings of the explorer: search, filters, map, years, list and tray.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

use super::common::CommonMessages;
use domain::filter::{AreaBand, FilterKind, Measure, ValueColumn};
use std::ops::Deref;

/// The strings of the explorer.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct AtlasMessages {
    pub common: &'static CommonMessages,

    pub totals_filtered: fn(&str) -> String,
    pub catalogue_zones: fn(&str) -> String,
    pub map_label: &'static str,
    pub map_hint: &'static str,
    pub tile: fn(&str, &str) -> String,
    pub filters: &'static str,
    pub suggestions: &'static str,
    pub search_hint: &'static str,
    pub industry: &'static str,
    pub year_from: &'static str,
    pub year_to: &'static str,
    /// The hint on the years of approval; takes the first and the last year of all zones.
    pub years_hint: fn(&str, &str) -> String,
    pub available_data: &'static str,
    pub with_data: &'static str,
    pub without_data: &'static str,
    pub sort: &'static str,
    pub apply: &'static str,
    pub clear_all: &'static str,
    pub active_filters: &'static str,
    pub remove_filter: fn(&str) -> String,
    pub filter_from: fn(u16) -> String,
    pub filter_to: fn(u16) -> String,
    pub filter_search: fn(&str) -> String,
    pub any_industry: &'static str,
    pub list_label: &'static str,
    pub results: fn(&str) -> String,
    pub showing: fn(&str, &str, &str) -> String,
    pub none_named: fn(&str) -> String,
    pub none_found: &'static str,
    pub column_name: &'static str,
    pub column: fn(ValueColumn) -> &'static str,
    pub unit: fn(ValueColumn) -> &'static str,
    pub hectares: &'static str,
    pub summary: &'static str,
    pub approved_in: fn(u16) -> String,
    pub has_figures: fn(&str) -> String,
    pub noun: fn(&str) -> &'static str,
    pub notice_unprintable: &'static str,
    pub notice_search_cut: &'static str,
    pub notice_unknown: fn(&str, &str) -> String,
    pub notice_years_reversed: &'static str,
    pub notice_past_the_end: fn(&str) -> String,
    pub notice_too_long: &'static str,
    pub filter_known: fn(&str) -> String,
    pub filter_unknown: fn(&str) -> String,

    pub map_cities: fn(&str) -> String,
    pub map_cities_hint: &'static str,
    pub measure: &'static str,
    pub shaded_by: fn(Measure) -> &'static str,
    pub legend_none: &'static str,
    pub zoom_in: fn(&str) -> String,
    pub zoom_out: &'static str,
    pub everywhere: &'static str,
    pub national: fn(&str) -> String,
    pub national_today: fn(&str) -> String,
    pub is_national_today: &'static str,
    pub is_no_longer_national: &'static str,
    pub by_today: &'static str,
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
    pub dimension: fn(FilterKind) -> &'static str,

    pub sort_by: fn(&str) -> String,
    pub group_by_province: &'static str,
    pub print: &'static str,
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
    pub found_fact: &'static str,
    pub found_code: &'static str,
    /// The divider above the zones without a value in the column by which the list is sorted.
    pub not_ranked: fn(ValueColumn) -> String,
    pub cautions_of: fn(&str) -> String,
    pub more_filters: &'static str,
    pub map: &'static str,
    pub close: &'static str,
    pub show: fn(&str) -> String,
    pub kinds_and_areas: &'static str,
    pub compare_first: fn(usize) -> String,
    pub download: &'static str,
    pub download_list: &'static str,
    pub download_note: &'static str,

    pub tray: &'static str,
    pub tray_hint: fn(&str) -> String,
    pub pick: &'static str,
    pub pick_of: fn(&str) -> String,
    /// The label of the button that opens a row; takes the name of the zone.
    pub open_row: fn(&str) -> String,
    /// The link from an opened row to the page of the zone.
    pub open_page: &'static str,
    pub drop_of: fn(&str) -> String,
    pub compare: fn(&str) -> String,
    pub tray_refused: &'static str,
    pub tray_full: &'static str,
}

/// Makes the common strings available as fields of [`AtlasMessages`].
impl Deref for AtlasMessages {
    type Target = CommonMessages;

    fn deref(&self) -> &CommonMessages {
        self.common
    }
}
