//! The strings of the data page in English.

use super::CoverageMessages;

/// The strings of the data page in English.
pub const EN: CoverageMessages = CoverageMessages {
    nav: "Data",
    title: "Data and coverage",
    intro: "How many zones have data on each indicator, which figures were excluded, and how accurate the checks are.",
    totals: |zones, figures, history| {
        format!(
            "Of {zones} zones, {figures} have figures beyond the official lists, and {history} have figures of the same \
             thing for two years or more. For all others the atlas has only the data of the lists."
        )
    },
    series: |figures, two, four| {
        format!(
            "Sources report {figures} figures. {two} series have two full years or more, and {four} have four or more."
        )
    },
    coverage: "Coverage",
    coverage_intro: "Zones with at least one figure from a source, by indicator and year. Figures of groups and host \
                     cities, derived figures, and the areas of the official lists are not counted.",
    picture: |shades| format!("Zones by indicator and year; shades begin at {shades}"),
    picture_cell: |indicator, year, zones| format!("{indicator}, {year}: {zones}"),
    column_indicator: "Indicator",
    column_zones: "Zones with data",
    column_history: "With two years or more",
    column_figures: "Figures",
    column_years: "Years",
    column_unknown: "Zones without data",
    years: |first, last| {
        if first == last {
            first.to_owned()
        } else {
            format!("{first}–{last}")
        }
    },
    zones_unit: |n| if n == 1 { " zone" } else { " zones" },
    figures_unit: |n| if n == 1 { " figure" } else { " figures" },
    no_years: "no year stated",
    unknown_of: |n| format!("{n} zones without data"),
    groups: "Groups of zones",
    groups_intro: "Totals that sources give for many zones together. Totals of groups of different size do not form one \
                   line.",

    left_out: "Excluded figures",
    left_out_intro: "Figures that were found but are not in the atlas, with the reason.",
    left_out_lines: "Figures with a specific reason",

    checks: "Check accuracy",
    checks_intro: "Named checks find possible problems. Here is how accurate they are on test data with known errors, and \
                   how we judged each possible problem that they found in the dataset.",
    evaluation: |caught, planted, sound, precision, recall| {
        format!(
            "Test data: {planted} invented zones with one error each and {sound} without errors. The checks found \
             {caught} errors: precision {precision}%, recall {recall}%."
        )
    },
    evaluation_seed: |seed| {
        format!(
            "Random seed {seed}. The errors imitate real ones and are not made to fit the checks; the checks were \
             corrected once after a first run."
        )
    },
    column_rule: "Check",
    column_planted: "Errors",
    column_caught: "Found",
    column_false: "False alarms",
    judged: "Possible problems in the dataset, judged by hand",
    judged_summary: |all, right, wrong| {
        format!(
            "{all} possible problems. The question is justified for {right}; {wrong} are false alarms."
        )
    },
    not_judged: "not judged yet",

    downloads: "Downloads",
    downloads_intro: "Every file names the dataset by its digest. If the data are the same, the files are the same. “All figures” also \
                      contains the areas of the official lists, the figures of groups and host cities, and derived figures.",
    download_figures_csv: "All figures with their receipts, CSV",
    download_figures_json: "All figures with their receipts, JSON",
    download_cautions_json: "All possible problems and conflicts, JSON",
    download_zone: "One zone: add .json or .csv to its address.",
    columns_link: "Columns of the tables",
    columns_title: "Columns of the tables",
    columns_intro: "There are three kinds of CSV files, each with its own columns (UTF-8, separated by commas). JSON \
                    uses the same names as keys. A cell is empty if the column does not apply or the value is unknown. A text that a spreadsheet would \
                    read as a formula starts with an apostrophe.",
    columns_of_figures: "Figures",
    columns_of_zones: "Zones",
    columns_of_points: "Points of a chart, before the columns of figures",
    column_name: "Column",
    column_type: "Type",
    column_text: "Content",
    back_to_data: "Back to the data page",
    digest: "Digest of the dataset",
};
