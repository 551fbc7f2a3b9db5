//! English.

use super::QuestionMessages;

/// The strings by which a figure is questioned, in English.
pub const EN: QuestionMessages = QuestionMessages {
    figure_not_found_title: "There is no such figure",
    figure_not_found_text: |id| format!("The atlas has never had a figure at the address “{id}”."),
    removed_title: "This figure was taken out",
    removed_text: |id| {
        format!("The figure {id} stood here once. Its address is kept, and never given to another.")
    },
    figure_title: |what, whose, when| format!("{what}, {whose}, {when}"),
    in_its_place: "See it in its place",
    statement: "As stated",
    as_printed: "As printed",
    what_it_says: "What it says",
    subject: "About",
    indicator: "Indicator",
    definition: "Definition",
    definition_not_stated: "not stated by the source",
    measure: "Measure",
    measure_level: "the amount itself",
    measure_change: |from, prices| format!("change from {from}; {prices}"),
    measure_share: |of| format!("share of {of}"),
    measure_rank: |among| format!("place among {among}"),
    measure_density: |area| format!("amount per square kilometre; area: {area}"),
    measure_yearly_growth: |from| format!("growth a year from {from}"),
    density_of: |what, area| format!("{what} per km² ({area})"),
    yearly_growth_of: |what, from| format!("{what}, yearly growth needed from {from}"),
    multiple_of: |what, from| format!("{what}, as a multiple of {from}"),
    scope: "Covers",
    scope_whole: "all of it",
    unit: "Unit",
    interval: "Interval",
    interval_point: |number| format!("exactly {number}"),
    read_exact: "A count is exact.",
    read_last_digit: "The true number rounds to the written one: half its last digit to each side.",
    read_round: "A round number without a scale is known to its last digit that is no zero: half of that to each side.",
    read_over: "“More than” gives a lower end, which does not belong to it, and no upper one.",
    read_at_least: "“At least” gives a lower end, which belongs to it, and no upper one.",
    read_up_to: "“Up to” gives an upper end, which belongs to it, and no lower one.",
    read_under: "“Less than” gives an upper end, which does not belong to it, and no lower one.",
    read_about: "“About” is read as 5 % to each side. That is our convention, not the source’s word, and no derivation \
                 rests on it.",
    read_nearly: "“Nearly” is read as the last 5 % below. That is our convention, not the source’s word, and no \
                  derivation rests on it.",
    read_range: "The source states both ends.",
    read_derived: "Computed from intervals, ends rounded outward: if the inputs are true, the true number is in it.",
    members: |n| format!("{n} zones counted"),
    corrected: "corrected",
    correction: "Correction",
    correction_text: |printed, reads| format!("Printed {printed}; we read {reads}."),
    doubt: "Doubtful",
    level_beside: "Stands beside",

    derivation: "How it was derived",
    rule: "Rule",
    formula: "In numbers",
    inputs: "From these figures",
    assumption: "Assumption",
    rule_level_before_growth: "Level of the year before = level ÷ (1 + growth rate)",
    rule_level_before_multiple: "Earlier level = level ÷ how many times the earlier one it is",
    rule_density: "Amount per square kilometre = amount ÷ area",
    rule_required_growth: "Growth a year = (target ÷ last reported value)^(1 ÷ years) − 1",
    rule_part_of_whole: "Amount = whole × share",
    assumes_nominal: "The growth rate is in current prices, like the level; the source does not say.",
    assumes_same_area: "The amount was produced on the area stated for the same year.",
    assumes_steady_growth: "The same growth in every year, at the prices of each year, as both ends are.",
    follows: "What follows from it",

    cautions: "Cautions",
    cautions_intro: "Named checks that fired here. They change and hide nothing.",
    caution_gdp_above_output: |gdp, output| {
        format!(
            "A GDP of {gdp} is more than twice the industrial output of {output} in the same scope and period. One of \
             the two may be another place’s or off by its scale."
        )
    },
    caution_value_added_above_gdp: |added, gdp| {
        format!(
            "A value added of {added} is more than the GDP of {gdp}, of which it should be a part. Output may be meant."
        )
    },
    caution_unit_slip: |figure, other, factor| {
        format!(
            "{figure} is about {factor} times off what {other} suggests, the nearest figure of the same thing. A scale \
             word or a decimal point may have slipped in one of them."
        )
    },
    caution_printed: |printed| format!("{printed}, as printed,"),
    caution_above_national_total: |figure, total| {
        format!(
            "{figure} is more than all national zones of a class together, for whom {total} is reported."
        )
    },
    caution_share: |share| format!("A share of {share} is more than the whole."),
    caution_part_above_whole: |part, whole| {
        format!("{part} is said to be a part of {whole}, and is more.")
    },
    caution_dollar_rate: |figure| {
        format!(
            "The two currencies of {figure} imply a rate more than 5 % off the average of its year and of the year its \
             source appeared."
        )
    },
    caution_approved_area: |stated, catalogue| {
        format!(
            "{stated} is called the approved area and is more than 10 % off the {catalogue} that the official catalogue \
             approves."
        )
    },
    caution_growth: |rate, before, after| {
        format!("A growth of {rate} contradicts the two levels, {before} and {after}.")
    },
    caution_foundings: |one, other| {
        format!("Two dates are given for the founding: {one} and {other}.")
    },
    caution_narrower_scope: |figures, scope| {
        format!(
            "{figures}: not of the whole zone ({scope}), though shown near the zone’s own figures."
        )
    },
    caution_doubted: |figure, why| format!("{figure}: {why}"),

    rivals: "Other figures for the same thing",
    rivals_intro: "Several sources, one thing. Nothing is averaged: one is shown, the others stand beside it.",
    rivals_agree: "They agree within what was rounded away.",
    rivals_disagree: "They cannot all be true.",
    rival_shown: "shown",
    rival_pick: "Show this one",
    reason_stated: "What a source states comes before what we derive.",
    reason_final: "A final figure comes before a preliminary one.",
    reason_publisher: "Official comes before press, press before other publishers.",
    reason_later: "Of equal publishers, the later publication comes first.",
    reason_order: "Nothing tells them apart; the first in the data is shown.",
    reason_chosen: "You chose it; the address holds your choice.",
    column_source: "Source",

    cite: "How to cite it",
    citation: |c| {
        format!(
            "Zone Atlas, figure {}: {}: {}. {} Dataset of {}, digest {}. /figures/{}",
            c.id, c.what, c.value, c.after, c.date, c.digest, c.id
        )
    },
    cited_as_derived: "Derived by the atlas",
    export_of: "As data",
};
