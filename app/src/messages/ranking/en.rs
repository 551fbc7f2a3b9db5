//! The strings of comparisons and indicator pages in English.

use super::RankingMessages;

/// The strings of comparisons and indicator pages in English.
pub const EN: RankingMessages = RankingMessages {
    compare_title: "Compare zones",
    compare_intro: "Up to six zones in one chart and one table. Every value links to its receipt; unknown values are \
                    marked.",
    compare_none: "No zone is selected. Select up to six in the list of zones.",
    compare_unknown: |slug| format!("There is no zone “{slug}”; it was ignored."),
    back_to_atlas: "Back to the zones",
    compare_chart: "Chart",
    compare_indicator: "Indicator",
    compare_no_chart: "No yearly amount is known for these zones, so there is no chart.",
    compare_table: "Table",
    compare_drop: |name| format!("Remove {name}"),
    compare_total_hint: "The legend also has the totals of all national zones of a class. They are much larger than one \
                         zone: use a log axis or an index to see both.",
    national: "National total",
    not_applicable: "not applicable",
    founded: "Founded",
    common: "Industries in common",
    common_none: "none among the industry groups of the catalogue",
    growth_of: |name| format!("{name}, latest yearly growth"),
    latest_of: |name| format!("{name}, latest"),

    title: |name| format!("{name} by zone"),
    description: |name, n| {
        format!("{name}: the latest known values of {n} development zones, each with its receipt.")
    },
    measures: "What it measures",
    unit: "Unit",
    growth_prices: "Published growth rates",
    prices_nominal: "at current prices, like the amounts",
    prices_assumed: "at current prices unless the source says otherwise",
    prices_real: "at constant prices, unlike the amounts",
    known_of: |known, all| {
        format!("Whole-zone data for {known} of {all} zones; the rest are not ranked.")
    },
    any_of: |n| {
        format!("{n} zones have at least one figure, including parts, targets and changes.")
    },
    compare_add: "Add a zone",
    latest_of_each: |n| format!("Latest of each zone ({n})"),
    all_figures: |n| format!("All figures ({n})"),
    all_figures_note: "All figures: also of parts, groups of zones and host cities, with targets and derived values.",
    choose_zones: "Choose zones",
    all_provinces: "All",
    all_kinds: "All",
    all_zones: "Show all",
    log_scale: "Log scale",
    show: "Show",
    matching: |n, all| format!("{n} of {all} zones with data."),
    nobody_here: "No zone of this province and type has data.",
    compare_ticked: "Compare selected zones",
    compare_ticked_hint: "up to six",
    compare_tick: |name| format!("Compare {name}"),
    old_hint: "Paler: older than five years.",
    see_known: |n| format!("List these {n} zones"),
    see_unknown: |n| format!("List the other {n}"),
    order: "In order of the latest value of the whole zone, without targets. Years and definitions differ; this is not a \
            ranking of performance. Dollar amounts are ordered at the average exchange rate of their year.",
    nobody: "No value of a whole zone is known.",
    column_place: "Rank",
    column_zone: "Zone",
    column_year: "Year",
    column_earlier: "Previous",
    chart: |n| format!("Top {n}"),
    chart_hint: "Full mark: latest value. Small ring: previous value, at most five years older.",
    of_definition: "definition not stated",
    column_definition: "Definition",
    column_growth: "Growth",
    add_zone_search: "Search zones",
    only_parts: "no figure of the whole zone; its parts are in the chart",
    known_of_one: |n| format!("Data for one zone only ({n})"),
    shared_by: |industry, zones| format!("{industry} ({zones})"),
    shared_by_all: "all",
    not_found: "Indicator not found",
    not_found_text: |id| {
        format!("The atlas has no indicator “{id}”, or this page of it does not exist.")
    },
    table: "Ranking",
    all: "All indicators",
    dot: |zone, value, year| format!("{zone}, {year}: {value}"),
};
