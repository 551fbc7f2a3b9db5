//! The strings of the page of a figure in English.

use super::FigurePageMessages;

/// The strings of the page of a figure in English.
pub const EN: FigurePageMessages = FigurePageMessages {
    figure_not_found_title: "Figure not found",
    figure_not_found_text: |id| format!("The atlas has never had a figure with the id “{id}”."),
    removed_title: "This figure was removed",
    removed_text: |id| {
        format!("Figure {id} was here. Its address is kept and never used for another figure.")
    },
    figure_title: |what, whose, when| format!("{what}, {whose}, {when}"),
    in_its_place: "View on zone page",
    statement: "Source text",
    as_printed: "As printed",
    what_it_says: "Details",
    subject: "Subject",
    indicator: "Indicator",
    definition: "Definition",
    definition_not_stated: "not stated by the source",
    measure: "Measure",
    measure_change: |from, prices| format!("change from {from}; {prices}"),
    measure_share: |of| format!("share of {of}"),
    measure_rank: |among| format!("rank among {among}"),
    measure_density: |area| format!("amount per square kilometre; area: {area}"),
    measure_yearly_growth: |from| format!("yearly growth from {from}"),
    density_of: |what, area| format!("{what} per km² ({area})"),
    yearly_growth_of: |what, from| format!("{what}, yearly growth needed from {from}"),
    multiple_of: |what, from| format!("{what}, as a multiple of {from}"),
    scope: "Scope",
    scope_zone: "whole zone",
    scope_whole: "all of it",
    unit: "Unit",
    interval: "Possible range",
    interval_point: |number| format!("exactly {number}"),
    read_exact: "A count is exact.",
    read_last_digit: "The number is rounded: the true value is at most half of the last digit above or below it.",
    read_round: "A round number without a scale word is read as exact to its last non-zero digit: half of that digit’s \
                 place up or down.",
    read_over: "“More than” gives a lower limit, not included, and no upper limit.",
    read_at_least: "“At least” gives a lower limit, included, and no upper limit.",
    read_up_to: "“Up to” gives an upper limit, included, and no lower limit.",
    read_under: "“Less than” gives an upper limit, not included, and no lower limit.",
    read_about: "“About” is read as 5% up or down. This is our convention, not the source’s, and nothing is derived from \
                 it.",
    read_nearly: "“Nearly” is read as at most 5% below. This is our convention, not the source’s, and nothing is derived \
                  from it.",
    read_range: "The source gives both ends.",
    read_derived: "Calculated from the ranges of the inputs and rounded outward: if the inputs are true, the true value \
                   is in this range.",
    members: |n| format!("{n} zones"),
    corrected: "corrected",
    correction: "Correction",
    correction_text: |printed, reads| format!("Printed: {printed}. Read as: {reads}."),
    doubt: "Doubtful",
    level_beside: "Related amount",

    derivation: "How it was derived",
    rule: "Rule",
    formula: "Calculation",
    inputs: "Input figures",
    assumption: "Assumption",
    rule_level_before_growth: "Amount of the previous year = amount ÷ (1 + growth rate)",
    rule_level_before_multiple: "Earlier amount = amount ÷ its multiple of the earlier amount",
    rule_density: "Amount per square kilometre = amount ÷ area",
    rule_required_growth: "Yearly growth = (target ÷ last reported value)^(1 ÷ years) − 1",
    rule_part_of_whole: "Amount = whole × share",
    assumes_nominal: "The growth rate is at current prices, like the amount; the source does not say so.",
    assumes_same_area: "The amount comes from the area given for the same year.",
    assumes_steady_growth: "Growth is the same every year, at current prices, like both amounts.",
    follows: "Derived from this figure",

    cautions: "Possible problems",
    cautions_intro: "Checks found these points. They do not change or hide any figure.",
    caution_gdp_above_output: |gdp, output| {
        format!(
            "GDP of {gdp} is more than twice the industrial output of {output} for the same scope and period. One of \
             the two may belong to another place or have a wrong scale."
        )
    },
    caution_value_added_above_gdp: |added, gdp| {
        format!(
            "Value added of {added} is more than GDP of {gdp}, although it should be a part of it. The source may mean \
             output."
        )
    },
    caution_tax_above_output: |tax, output| {
        format!(
            "{tax}. This is more than the industrial output of {output} for the same scope and period. One of the two \
             may have a wrong scale or decimal point."
        )
    },
    caution_unit_slip: |figure, other, factor| {
        format!(
            "{figure}. This does not fit {other}, the nearest figure of the same thing, but it fits if one of them is \
             multiplied by {factor}. One of them may have a wrong scale word or decimal point."
        )
    },
    caution_printed: |printed| format!("{printed} as printed"),
    caution_above_national_total: |figure, total| {
        format!(
            "{figure}. This is more than {total}, the total reported for all national zones of a class."
        )
    },
    caution_share: |share| format!("{share}. A share cannot be more than the whole."),
    caution_part_above_whole: |part, whole| {
        format!("{part}. It is given as a part of {whole}, but is larger.")
    },
    caution_dollar_rate: |figure| {
        format!(
            "{figure}. The two currency amounts imply an exchange rate more than 5% away from the average of that year \
             and of the year when the source was published."
        )
    },
    caution_other_currency: |figure, other| {
        format!(
            "{figure}. This fits {other}, the nearest figure of the same thing, only if both are in the same currency. \
             One of the two currencies may be wrong."
        )
    },
    caution_same_amount: |later, earlier| {
        format!(
            "{later}. This is the same amount, to the last digit, as {earlier}. One of the two years may be wrong."
        )
    },
    caution_published_early: |figure| {
        format!(
            "{figure}. The source was published before the period was over. It may be a forecast, or one of the dates \
             is wrong."
        )
    },
    caution_approved_area: |stated, catalogue, factor| {
        format!(
            "{stated} is called the approved area. The official catalogue gives {catalogue}: they differ by a factor \
             of {factor}."
        )
    },
    caution_growth: |rate, before, after| {
        format!("{rate}. This growth does not fit the two amounts, {before} and {after}.")
    },
    caution_foundings: |one, other| format!("Two founding dates are given: {one} and {other}."),
    caution_narrower_scope: |figures, scope| {
        format!("{figures}. Not for the whole zone ({scope}).")
    },
    caution_doubted: |figure, why| format!("{figure}. {why}"),
    caution_figure: |what, when, value| format!("{what}, {when}: {value}"),
    caution_value: |value, when| format!("{value} ({when})"),

    competing_figures: "Other figures for the same thing",
    competing_intro: "Several sources give figures for the same thing. One is shown, with the others beside it; nothing is \
                   averaged.",
    competing_agree: "They agree within rounding.",
    competing_disagree: "These figures conflict.",
    competing_shown: "shown",
    competing_pick: "Show this one",
    reason_stated: "Figures from sources come before derived figures.",
    reason_final: "A final figure comes before a preliminary one.",
    reason_publisher: "Official sources come before press, press before other publishers, and copies on unrelated sites come last.",
    reason_later: "Among publishers of the same class, the later publication comes first.",
    reason_order: "No rule decides between them; the first in the data is shown.",
    reason_chosen: "You chose this figure; the page address keeps your choice.",
    column_source: "Source",

    cite: "How to cite",
    cited: |what, value, source| format!("{what}: {value} ({source})"),
    cited_as_derived: "Derived by the atlas",
    export_of: "Data",
};
