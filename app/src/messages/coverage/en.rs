//! English.

use super::CoverageMessages;

/// The strings of the page on the data, in English.
pub const EN: CoverageMessages = CoverageMessages {
    nav: "Data",
    title: "The data, and what is missing",
    intro: "What is known of how many zones, what was seen and left out, and how well the checks find what is wrong.",
    totals: |zones, figures, history| {
        format!(
            "Of {zones} zones, {figures} have figures beyond what the official lists say, and {history} have the same \
             thing stated for two years or more. Of all others the atlas knows what the lists say."
        )
    },
    coverage: "Coverage",
    coverage_intro: "Zones with at least one stated figure, by indicator and year. Figures of groups, of host cities and \
                     those we derive are not counted.",
    picture: "Zones by indicator and year",
    picture_cell: |indicator, year, zones| format!("{indicator}, {year}: {zones}"),
    column_indicator: "Indicator",
    column_zones: "Zones with any figure",
    column_history: "With two years or more",
    column_figures: "Figures",
    column_years: "Years",
    column_unknown: "Not known",
    years: |first, last| {
        if first == last {
            first.to_owned()
        } else {
            format!("{first} to {last}")
        }
    },
    no_years: "no year stated",
    unknown_of: |n| format!("{n} zones without it"),
    known_of: |n| n.to_owned(),
    groups: "Groups of zones",
    groups_intro: "Totals that sources state of many zones at once. Totals of groups of different size are not one line.",

    left_out: "Seen and left out",
    left_out_intro: "Statements that were found and are not in the atlas, with the reason.",
    left_out_lines: "Those with a reason of their own",

    checks: "How well the checks do",
    checks_intro: "Cautions are named checks. This is how they do on figures whose truth is known, and what was \
                   found on looking at each one that fired on the dataset.",
    evaluation: |caught, planted, sound, precision, recall| {
        format!(
            "On {planted} invented zones with one error planted in each and {sound} without, the checks caught {caught} \
             errors: precision {precision} %, recall {recall} %."
        )
    },
    evaluation_seed: |seed| {
        format!(
            "Seed {seed}; the errors are made as they happen and not to fit the checks, which were mended once after a first run."
        )
    },
    column_rule: "Check",
    column_planted: "Planted",
    column_caught: "Caught",
    column_false: "False alarms",
    judged: "Every caution on the dataset, judged by hand",
    judged_summary: |all, right, wrong| {
        format!("{all} cautions fired: {right} judged right, {wrong} judged wrong.")
    },
    not_judged: "not judged yet",

    downloads: "Take it away",
    downloads_intro: "Every export names the dataset by its digest. The same data gives the same bytes.",
    download_figures_csv: "All figures with their receipts, CSV",
    download_figures_json: "All figures with their receipts, JSON",
    download_cautions_json: "All cautions and conflicts, JSON",
    download_zone: "A zone alone: add .json or .csv to its address.",
    columns_link: "What each column of these tables holds",
    columns_title: "The columns of the tables",
    columns_intro: "Every CSV file has these columns, in UTF-8 with commas. In JSON the same names are keys. A cell is empty where the column does not apply or the value is not known. A text that a spreadsheet would take for a formula has an apostrophe in front.",
    columns_of_figures: "Figures",
    columns_of_zones: "Zones",
    columns_of_points: "Points of a chart, in front of the columns of figures",
    column_name: "Column",
    column_type: "Type",
    column_text: "What it holds",
    back_to_data: "Back to the data",
    digest: "Digest of the dataset",
};
