//! All visible strings, once in each language. A missing string is a compile error.

pub mod atlas;
pub mod chart;
#[cfg(feature = "ssr")]
pub mod columns;
pub mod common;
pub mod coverage;
mod en;
pub mod figure_page;
pub mod help;
pub mod ranking;
pub mod sources;
pub mod terms;
mod zh;

use atlas::AtlasMessages;
use chart::ChartMessages;
use common::CommonMessages;
use coverage::CoverageMessages;
use figure_page::FigurePageMessages;
use ranking::RankingMessages;
use sources::SourceMessages;
use std::ops::Deref;

pub use en::EN;
pub use zh::ZH;

/// The strings of the accessibility statement.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct AccessibilityMessages {
    pub title: &'static str,
    pub intro: &'static str,
    pub sections: &'static [(&'static str, &'static [&'static str])],
}

/// The strings of the list as a page to print.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct PrintMessages {
    pub title: &'static str,
    pub hint: &'static str,
    pub order: &'static str,
}

/// All visible strings of one language. The name of a field states where or for what the string is used; a `fn` takes
/// the variable parts of the string.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct Messages {
    pub common: CommonMessages,
    pub figure_page: FigurePageMessages,
    pub source_pages: SourceMessages,
    pub coverage: CoverageMessages,
    pub atlas: AtlasMessages,
    pub chart: ChartMessages,
    pub ranking: RankingMessages,

    pub site_tagline: &'static str,
    pub site_description: &'static str,
    pub skip_to_content: &'static str,
    pub main_navigation: &'static str,
    pub nav_atlas: &'static str,
    pub nav_methods: &'static str,
    /// The label of a button that explains a term.
    pub what_is: fn(&str) -> String,
    pub accessibility: AccessibilityMessages,
    pub back_to_list: &'static str,
    /// The title of the section with the example chart, on the methods page.
    pub marks_title: &'static str,
    pub example_chart: &'static str,
    pub terms_explained: &'static str,
    pub printed_from: &'static str,
    pub print_list: PrintMessages,
    pub other_language: &'static str,
    pub city_points: &'static str,
    pub data_licence: &'static str,

    pub atlas_title: &'static str,
    pub totals: fn(&str, &str, &str) -> String,
    pub atlas_intro: &'static str,
    pub province: &'static str,
    pub clear: &'static str,

    pub breadcrumb: &'static str,
    pub also_called: &'static str,
    pub key_facts: &'static str,
    pub code: &'static str,
    pub city: &'static str,
    pub county: &'static str,
    pub approved_area: &'static str,
    pub approved_on: fn(&str) -> String,
    pub card_output: &'static str,
    pub card_revenue: &'static str,
    pub card_growth: &'static str,
    pub no_reported_figure: &'static str,
    /// Shown where only a copy on an unrelated site states a value.
    pub no_original_figure: &'static str,
    pub in_copy: &'static str,
    pub growth_needs_two: &'static str,
    /// Shown where the growth is that of another series than the value above.
    pub see_chart: &'static str,
    pub growth_unclear: &'static str,
    pub undated: fn(&str) -> String,
    pub unclear: &'static str,
    pub see_note: &'static str,
    pub a_year: fn(&str) -> String,
    pub sections: &'static str,
    pub overview: &'static str,
    pub show_all: fn(&str) -> String,
    pub compare_zone: &'static str,
    pub take_zone: &'static str,
    pub page_address: &'static str,
    pub picture: &'static str,
    pub figures_as: &'static str,
    pub land_area: &'static str,
    pub sea_area: &'static str,
    pub leading_industries: &'static str,
    pub catalogue_name: &'static str,
    pub catalogue_source: &'static str,
    pub new_area_number: &'static str,
    pub new_area_number_value: fn(u32) -> String,
    pub new_area_source: &'static str,
    /// The label of our note on what the lists say.
    pub new_area_note: &'static str,
    /// A text in brackets, after other words.
    pub in_brackets: fn(&str) -> String,
    pub english_name_note: &'static str,
    pub only_catalogue: &'static str,
    pub only_catalogue_lists: &'static str,
    pub only_new_area: &'static str,
    pub growth: &'static str,
    pub chart_output: &'static str,
    pub chart_fiscal: &'static str,
    pub growth_unknown: &'static str,
    pub output_unknown: &'static str,
    pub fiscal_unknown: &'static str,
    pub timeline: &'static str,
    pub numbers: &'static str,
    pub numbers_intro: &'static str,
    pub sources: &'static str,
    pub neighbours: &'static str,
    pub add_title: &'static str,
    pub add_text: &'static str,
    pub next_steps: &'static str,
    pub next_similar: fn(&str) -> String,
    pub next_known: fn(&str) -> String,
    pub unknown_title: &'static str,
    pub change_from: fn(&str, &str) -> String,
    pub share_of: fn(&str, &str) -> String,
    pub rank_among: fn(&str, &str) -> String,
    pub limited: fn(&str, &str) -> String,
    pub scope_predecessor: &'static str,
    pub scope_industry: &'static str,
    pub scope_key_area: &'static str,
    pub scope_enterprises: &'static str,
    pub scope_products: &'static str,
    pub publisher_of_class: fn(&str, &str) -> String,
    pub copy_of: fn(&str) -> String,
    /// Takes the level and type in the catalogue of a zone that no longer has this level.
    pub formerly: fn(&str) -> String,
    pub in_catalogue: fn(&str) -> String,
    pub newer_than_catalogue: &'static str,
    pub level_today: &'static str,
    pub kind_today: &'static str,
    pub level_and_kind: fn(&str, &str) -> String,
    pub by_actors: fn(&str) -> String,
    pub column_what: &'static str,
    pub column_receipt: &'static str,
    pub note: &'static str,
    pub reading: &'static str,
    pub as_stated: &'static str,
    pub claim_mark: &'static str,
    pub source_of: &'static str,
    pub not_stated: &'static str,
    pub publisher: &'static str,
    pub published: &'static str,
    pub address: &'static str,
    pub fingerprint: &'static str,
    pub pitfall: &'static str,
    pub read_interval: &'static str,
    pub zone_description: fn(&str, &str, &str, &str) -> String,

    pub mark_derived: &'static str,

    pub methods_title: &'static str,
    pub methods_intro: &'static str,
    pub methods: &'static [(&'static str, &'static [&'static str])],

    pub not_found_title: &'static str,
    pub not_found_text: &'static str,
    pub zone_not_found_title: &'static str,
    pub zone_not_found_text: fn(&str) -> String,
    pub error_title: &'static str,
    pub error_text: &'static str,
    pub error_reference: &'static str,
    pub to_atlas: &'static str,
    pub try_search: &'static str,
}

/// Makes the common strings available as fields of [`Messages`].
impl Deref for Messages {
    type Target = CommonMessages;

    fn deref(&self) -> &CommonMessages {
        &self.common
    }
}
