//! The strings of charts, their controls, and the download and citation of charts.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

use super::common::CommonMessages;
use crate::chart::{ChartForm, LegendSymbol};
use domain::transform::Expression;
use std::ops::Deref;

/// The strings of charts.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct ChartMessages {
    pub common: &'static CommonMessages,
    pub dataset_of: fn(&str) -> String,
    pub digest_label: &'static str,
    pub to_receipt: fn(&str) -> String,
    pub legend: &'static str,
    pub lines_shown: fn(&str, usize) -> String,
    pub part_of_zone: &'static str,
    pub chart_table: &'static str,
    pub chart_table_rows: fn(&str) -> String,
    pub column_period: &'static str,
    pub column_value: &'static str,
    pub column_status: &'static str,
    pub point_in_words: fn(&str, &str, &str) -> String,
    pub chart_axis: fn(&str) -> String,
    pub chart_axis_nominal: fn(&str) -> String,
    pub chart_description: fn(&str) -> String,
    pub range: fn(&str, &str) -> String,
    pub per_square_kilometre: fn(&str) -> String,
    pub cautioned: &'static str,
    pub controls: &'static str,
    pub form: &'static str,
    pub form_chart: &'static str,
    pub marks: &'static str,
    pub form_of: fn(ChartForm) -> &'static str,
    pub values: &'static str,
    pub values_of: fn(Expression) -> &'static str,
    pub base: &'static str,
    pub scale: &'static str,
    pub scale_linear: &'static str,
    pub scale_log: &'static str,
    pub currency: &'static str,
    pub currency_own: &'static str,
    pub currency_yuan: &'static str,
    pub currency_dollar: &'static str,
    pub panels: &'static str,
    pub panels_together: &'static str,
    pub panels_each: &'static str,
    pub charts: &'static str,
    pub jump: &'static str,
    pub charts_below: &'static str,
    pub charts_beside: &'static str,

    pub axis_growth: &'static str,
    pub axis_index: fn(u16) -> String,
    pub axis_converted: fn(&str) -> String,
    pub calculated: fn(&str) -> String,
    pub from_one: fn(&str) -> String,
    pub from_two: fn(&str, &str, &str) -> String,
    pub description_long: fn(&str, &str) -> String,

    pub note_growth: &'static str,
    pub note_growth_currency: &'static str,
    pub note_index: &'static str,
    pub note_density: &'static str,
    pub note_rates: fn(&str) -> String,
    pub note_other_units: fn(&str) -> String,
    /// Added to `note_other_units` if the axis is in yuan or dollars.
    pub note_choose_currency: &'static str,
    pub note_log: &'static str,
    pub note_no_log: &'static str,
    pub note_log_left_out: fn(&str) -> String,
    pub note_many: fn(&str, &str) -> String,
    pub options: &'static str,
    /// The title of a chart of the parts of a zone; takes the title without that remark.
    pub of_parts: fn(&str) -> String,
    pub note_parts: &'static str,
    /// The note on a change of definition; takes the year and the name of the line.
    pub note_break: fn(&str, &str) -> String,
    /// The note on a group of different size in different years; takes all sizes.
    pub note_sizes: fn(&str) -> String,
    /// The size of a group in a year; takes the number of zones and the year.
    pub size_in_year: fn(&str, &str) -> String,
    pub size_not_stated: &'static str,
    /// The label of the first value of a group of another size; takes the value and the number of zones.
    pub after_new_size: fn(&str, &str) -> String,
    /// The label of the first point after a change of definition; takes its value.
    pub after_break: fn(&str) -> String,
    pub label_of_target: fn(&str, &str, &str) -> String,
    pub ambiguous: fn(&str) -> String,
    pub note_ambiguous: fn(&str) -> String,
    pub note_ambiguous_left_out: fn(&str) -> String,
    pub note_part_year: fn(&str) -> String,
    /// Takes the growth (a change or a factor), the first year, the last year, and the growth per year.
    pub grew: fn(&str, &str, &str, &str) -> String,
    /// The growth between two consecutive years; takes the growth and both years.
    pub grew_in_a_year: fn(&str, &str, &str) -> String,
    /// A factor of growth, written as `×3.2`; takes the number.
    pub times: fn(&str) -> String,
    /// The remark that amounts of money are in current prices.
    pub grew_nominal: &'static str,
    pub missing_rate: fn(&str) -> String,
    pub missing_base: fn(&str) -> String,
    pub missing_not_positive: fn(&str) -> String,
    pub nothing_hidden: &'static str,
    pub nothing_amount: &'static str,
    pub nothing_growth: &'static str,
    pub nothing_index: &'static str,
    pub nothing_density: &'static str,

    pub legend_symbol: fn(LegendSymbol) -> &'static str,
    pub hide: fn(&str) -> String,
    pub show: fn(&str) -> String,
    pub hint: &'static str,
    pub open_receipt: &'static str,
    pub click_for_receipt: &'static str,
    pub readout: fn(&str, &str) -> String,
    pub source: fn(&str) -> String,
    pub column_shown: &'static str,
    pub column_source: &'static str,

    pub download: &'static str,
    pub take_picture: &'static str,
    pub take_data: &'static str,
    pub embed: &'static str,
    pub embed_hint: &'static str,
    pub cite: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub cite_text: fn(&Cited<'_>) -> String,
    pub made_by: fn(&str, &str) -> String,
    pub sources: fn(&str) -> String,
    pub more_sources: fn(&str) -> String,
    pub of: fn(&str, &str) -> String,
    pub open_page: &'static str,
}

/// The data that a citation of a chart contains.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct Cited<'a> {
    pub title: &'a str,
    pub date: &'a str,
    pub digest: &'a str,
    pub address: &'a str,
}

/// Makes the common strings available as fields of [`ChartMessages`].
impl Deref for ChartMessages {
    type Target = CommonMessages;

    fn deref(&self) -> &CommonMessages {
        self.common
    }
}
