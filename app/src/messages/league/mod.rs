//! The strings of zones side by side and of the pages of indicators.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

/// The strings of zones side by side and of the pages of indicators.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct LeagueMessages {
    pub compare_title: &'static str,
    pub compare_intro: &'static str,
    pub compare_none: &'static str,
    pub compare_unknown: fn(&str) -> String,
    pub back_to_atlas: &'static str,
    pub compare_chart: &'static str,
    pub compare_indicator: &'static str,
    pub compare_no_chart: &'static str,
    pub compare_table: &'static str,
    pub compare_values: &'static str,
    pub compare_drop: fn(&str) -> String,
    pub compare_total_hint: &'static str,
    pub national: &'static str,
    pub not_applicable: &'static str,
    pub founded: &'static str,
    pub common: &'static str,
    pub common_none: &'static str,
    pub growth_of: fn(&str) -> String,
    pub latest_of: fn(&str) -> String,

    pub title: fn(&str) -> String,
    pub description: fn(&str, &str) -> String,
    pub measures: &'static str,
    pub unit: &'static str,
    pub growth_prices: &'static str,
    pub prices_nominal: &'static str,
    pub prices_assumed: &'static str,
    pub prices_real: &'static str,
    pub known_of: fn(&str, &str) -> String,
    pub compare_add: &'static str,
    pub latest_of_each: fn(&str) -> String,
    pub all_figures: &'static str,
    pub see_known: fn(&str) -> String,
    pub see_unknown: fn(&str) -> String,
    pub order: &'static str,
    pub nobody: &'static str,
    pub column_place: &'static str,
    pub column_zone: &'static str,
    pub column_year: &'static str,
    pub column_earlier: &'static str,
    pub chart: fn(&str) -> String,
    pub chart_hint: &'static str,
    pub of_definition: &'static str,
    pub not_found: &'static str,
    pub not_found_text: fn(&str) -> String,
    pub table: &'static str,
    pub all: &'static str,
    pub earlier_mark: &'static str,
    pub latest_mark: &'static str,
    pub dot: fn(&str, &str, &str) -> String,
}
