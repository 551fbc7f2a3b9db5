//! English.

use super::CommonMessages;

/// In English.
pub const EN: CommonMessages = CommonMessages {
    new_areas: |n| {
        format!(
            "{n} national new {}",
            if n == "1" { "area" } else { "areas" }
        )
    },
    search: "Search",
    level: "Level",
    kind: "Kind",
    approved: "Approved",
    pages: "Pages of the list",
    page_of: |page, pages| format!("Page {page} of {pages}"),
    previous_page: "Previous",
    next_page: "Next",
    column_place: "Place",
    column_area: "Area",
    site_name: "Zone Atlas",
    colon: ": ",
    comma: ", ",
    listing: ", ",
    semicolon: "; ",
    stop: ".",
    loading: "Loading",
    dataset_of: |date| format!("Dataset of {date}"),
    digest_label: "digest",
    retry: "Try again",
    data_did_not_come: "The charts or the list could not be brought up to date: the server did not answer.",
    to_receipt: |what| format!("{what}: see its receipt"),
    legend: "Legend",
    part_of_zone: "not the whole zone",
    chart_table: "The same as a table",
    chart_table_rows: |n| format!("The same as a table ({n} rows)"),
    column_period: "When",
    column_value: "Value",
    column_status: "Status",
    point_in_words: |period, value, status| format!("{period}: {value}, {status}"),
    // Some names of kinds say the level themselves.
    chart_axis: str::to_owned,
    chart_axis_nominal: |unit| format!("{unit}, nominal"),
    chart_description: |points| format!("Points: {points}."),
    range: |low, high| format!("{low} to {high}"),
    per_square_kilometre: |amount| format!("{amount} per km²"),
    cautioned: "questioned",
    place_sentence: |p, s| format!("paragraph {p}, sentence {s}"),
    place_cell: |t, r, c| format!("table {t}, row {r}, column {c}"),
    place_page: "somewhere on the page",
    not_known: "not known",
};
