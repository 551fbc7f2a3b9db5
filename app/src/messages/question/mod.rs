//! What is said of one figure: how it was read, what follows from it, what is doubtful in it.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

/// The strings by which a figure is questioned.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct QuestionMessages {
    pub figure_not_found_title: &'static str,
    pub figure_not_found_text: fn(&str) -> String,
    pub removed_title: &'static str,
    pub removed_text: fn(&str) -> String,
    pub figure_title: fn(&str, &str, &str) -> String,
    pub in_its_place: &'static str,
    pub statement: &'static str,
    pub as_printed: &'static str,
    pub what_it_says: &'static str,
    pub subject: &'static str,
    pub indicator: &'static str,
    pub definition: &'static str,
    pub definition_not_stated: &'static str,
    pub measure: &'static str,
    pub measure_level: &'static str,
    pub measure_change: fn(&str, &str) -> String,
    pub measure_share: fn(&str) -> String,
    pub measure_rank: fn(&str) -> String,
    pub measure_density: fn(&str) -> String,
    pub measure_yearly_growth: fn(&str) -> String,
    pub density_of: fn(&str, &str) -> String,
    pub yearly_growth_of: fn(&str, &str) -> String,
    pub multiple_of: fn(&str, &str) -> String,
    pub scope: &'static str,
    pub scope_whole: &'static str,
    pub unit: &'static str,
    pub interval: &'static str,
    pub interval_point: fn(&str) -> String,
    pub read_exact: &'static str,
    pub read_last_digit: &'static str,
    pub read_round: &'static str,
    pub read_over: &'static str,
    pub read_at_least: &'static str,
    pub read_up_to: &'static str,
    pub read_under: &'static str,
    pub read_about: &'static str,
    pub read_nearly: &'static str,
    pub read_range: &'static str,
    pub read_derived: &'static str,
    pub members: fn(&str) -> String,
    pub corrected: &'static str,
    pub correction: &'static str,
    pub correction_text: fn(&str, &str) -> String,
    pub doubt: &'static str,
    pub level_beside: &'static str,

    pub derivation: &'static str,
    pub rule: &'static str,
    pub formula: &'static str,
    pub inputs: &'static str,
    pub assumption: &'static str,
    pub rule_level_before_growth: &'static str,
    pub rule_level_before_multiple: &'static str,
    pub rule_density: &'static str,
    pub rule_required_growth: &'static str,
    pub rule_part_of_whole: &'static str,
    pub assumes_nominal: &'static str,
    pub assumes_same_area: &'static str,
    pub assumes_steady_growth: &'static str,
    pub follows: &'static str,

    pub cautions: &'static str,
    pub cautions_intro: &'static str,
    pub caution_gdp_above_output: fn(&str, &str) -> String,
    pub caution_value_added_above_gdp: fn(&str, &str) -> String,
    pub caution_unit_slip: fn(&str, &str, &str) -> String,
    pub caution_printed: fn(&str) -> String,
    pub caution_above_national_total: fn(&str, &str) -> String,
    pub caution_share: fn(&str) -> String,
    pub caution_part_above_whole: fn(&str, &str) -> String,
    pub caution_dollar_rate: fn(&str) -> String,
    pub caution_approved_area: fn(&str, &str) -> String,
    pub caution_growth: fn(&str, &str, &str) -> String,
    pub caution_foundings: fn(&str, &str) -> String,
    pub caution_narrower_scope: fn(&str, &str) -> String,
    pub caution_doubted: fn(&str, &str) -> String,

    pub rivals: &'static str,
    pub rivals_intro: &'static str,
    pub rivals_agree: &'static str,
    pub rivals_disagree: &'static str,
    pub rival_shown: &'static str,
    pub rival_pick: &'static str,
    pub reason_stated: &'static str,
    pub reason_final: &'static str,
    pub reason_publisher: &'static str,
    pub reason_later: &'static str,
    pub reason_order: &'static str,
    pub reason_chosen: &'static str,
    pub column_source: &'static str,

    pub cite: &'static str,
    pub citation: fn(&Citation<'_>) -> String,
    pub cited_as_derived: &'static str,
    pub export_of: &'static str,
}

/// What a citation of a figure names.
pub struct Citation<'a> {
    /// The figure's id.
    pub id: &'a str,
    /// What it measures of whom, and when.
    pub what: &'a str,
    /// Its value.
    pub value: &'a str,
    /// Who stated it, where there is a source.
    pub after: &'a str,
    /// The day of the dataset.
    pub date: &'a str,
    /// The beginning of its digest.
    pub digest: &'a str,
}
