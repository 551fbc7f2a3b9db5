//! In English.

use super::LeagueMessages;

/// The strings of zones side by side and of the pages of indicators, in English.
pub const EN: LeagueMessages = LeagueMessages {
    compare_title: "Zones side by side",
    compare_intro: "What is known of each, in one chart and one table. Every value leads to its receipt; what is not known is said to be so.",
    compare_none: "No zone is picked. Pick up to six in the atlas.",
    compare_unknown: |slug| format!("“{slug}” is no zone of the atlas and was left out."),
    back_to_atlas: "To the atlas",
    compare_chart: "In one chart",
    compare_indicator: "Indicator",
    compare_no_chart: "No amount of any year is known of these zones, so there is nothing to draw.",
    compare_table: "In one table",
    compare_values: "Latest values",
    compare_drop: |name| format!("Take {name} out"),
    compare_total_hint: "The legend also has the totals of all national zones of a class. They are far larger than one zone: \
                         a log axis or an index shows both.",
    national: "National total",
    not_applicable: "does not apply",
    founded: "Founded",
    common: "Industries in common",
    common_none: "none among the groups of the catalogue",
    growth_of: |name| format!("{name}, latest yearly growth"),
    latest_of: |name| format!("{name}, latest"),

    title: |name| format!("{name} of all zones"),
    description: |name, n| {
        format!(
            "{name}: the latest value known of each development zone, {n} in all, each with its receipt."
        )
    },
    measures: "What it measures",
    unit: "Unit",
    growth_prices: "Published growth rates",
    prices_nominal: "at current prices, like the amounts",
    prices_assumed: "at current prices unless the source says otherwise",
    prices_real: "at constant prices, unlike the amounts",
    known_of: |known, all| {
        format!(
            "A value of the whole zone is known for {known} of {all} zones; the rest are not ranked."
        )
    },
    any_of: |n| {
        format!("Of {n} zones there is any figure of it: of a part, a target or a change, too.")
    },
    compare_add: "Add a zone",
    latest_of_each: |n| format!("Latest of each zone ({n})"),
    all_figures: |n| format!("All figures ({n})"),
    choose_zones: "Choose zones",
    all_provinces: "all",
    all_kinds: "all",
    all_zones: "Show all",
    show: "Show",
    matching: |n, all| format!("{n} of {all} zones with a value."),
    nobody_here: "No value is known of a zone of this province and kind.",
    compare_ticked: "Compare ticked zones",
    compare_ticked_hint: "up to six",
    compare_tick: |name| format!("Compare {name}"),
    old_hint: "Paler: older than five years.",
    see_known: |n| format!("The {n} in the atlas"),
    see_unknown: |n| format!("The other {n}"),
    order: "By the latest value known of the zone as a whole, whatever its year; targets do not count. Years and definitions differ, \
            so this is an order of figures, not of merit. Amounts in dollars stand at their year’s average rate.",
    nobody: "No value of any zone as a whole is known.",
    column_place: "Place",
    column_zone: "Zone",
    column_year: "Year",
    column_earlier: "Before",
    chart: |n| format!("The first {n} in one unit"),
    chart_hint: "A full mark is the latest value, a small ring the one known before it.",
    of_definition: "definition not stated",
    column_definition: "Definition",
    column_growth: "Growth",
    add_zone_search: "Search the atlas",
    known_of_one: |n| format!("Known of one zone alone ({n})"),
    shared_by: |industry, zones| format!("{industry} ({zones})"),
    shared_by_all: "all",
    not_found: "No such indicator",
    not_found_text: |id| format!("The atlas has no indicator “{id}”, or no such page of it."),
    table: "League table",
    all: "All indicators",
    earlier_mark: "the value known before",
    latest_mark: "latest value",
    dot: |zone, value, year| format!("{zone}, {year}: {value}"),
};
