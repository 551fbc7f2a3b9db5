//! The strings of the data page: what the dataset covers, and the results of the checks.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

/// The strings of the data page.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct CoverageMessages {
    pub nav: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub totals: fn(&str, &str, &str) -> String,
    pub series: fn(&str, &str, &str) -> String,
    pub coverage: &'static str,
    pub coverage_intro: &'static str,
    /// The caption of the coverage picture; takes the numbers of zones at which its shades begin.
    pub picture: fn(&str) -> String,
    pub picture_cell: fn(&str, &str, &str) -> String,
    pub column_indicator: &'static str,
    pub column_zones: &'static str,
    pub column_history: &'static str,
    pub column_figures: &'static str,
    pub column_years: &'static str,
    pub column_unknown: &'static str,
    pub years: fn(&str, &str) -> String,
    pub zones_unit: fn(u32) -> &'static str,
    pub figures_unit: fn(u32) -> &'static str,
    pub no_years: &'static str,
    pub unknown_of: fn(&str) -> String,
    pub groups: &'static str,
    pub groups_intro: &'static str,

    pub left_out: &'static str,
    pub left_out_intro: &'static str,
    pub left_out_lines: &'static str,

    pub checks: &'static str,
    pub checks_intro: &'static str,
    pub evaluation: fn(&str, &str, &str, &str, &str) -> String,
    pub evaluation_seed: fn(&str) -> String,
    pub column_rule: &'static str,
    pub column_planted: &'static str,
    pub column_caught: &'static str,
    pub column_false: &'static str,
    pub judged: &'static str,
    pub judged_summary: fn(&str, &str, &str) -> String,
    pub not_judged: &'static str,

    pub downloads: &'static str,
    pub downloads_intro: &'static str,
    pub download_figures_csv: &'static str,
    pub download_figures_json: &'static str,
    pub download_cautions_json: &'static str,
    pub download_zone: &'static str,
    pub columns_link: &'static str,
    pub columns_title: &'static str,
    pub columns_intro: &'static str,
    pub columns_of_figures: &'static str,
    pub columns_of_zones: &'static str,
    pub columns_of_points: &'static str,
    pub column_name: &'static str,
    pub column_type: &'static str,
    pub column_text: &'static str,
    pub back_to_data: &'static str,
    pub digest: &'static str,
}
