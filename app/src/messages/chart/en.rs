//! The strings of charts in English.

use super::ChartMessages;
use crate::chart::{ChartForm, LegendSymbol};
use crate::messages::common;
use domain::transform::Expression;

/// The strings of charts in English.
pub const EN: ChartMessages = ChartMessages {
    common: &common::EN,
    dataset_of: |date| format!("Dataset of {date}"),
    digest_label: "digest",
    to_receipt: |what| format!("{what}: see receipt"),
    legend: "Legend",
    lines_shown: |title, lines| {
        format!(
            "{title}: {lines} {}",
            if lines == 1 { "line" } else { "lines" }
        )
    },
    part_of_zone: "not the whole zone",
    chart_table: "Data table",
    chart_table_rows: |n| format!("Data table ({n} rows)"),
    column_period: "Period",
    column_value: "Value",
    column_status: "Status",
    point_in_words: |period, value, status| format!("{period}: {value}, {status}"),
    chart_axis: str::to_owned,
    chart_axis_nominal: |unit| format!("{unit}, current prices"),
    chart_description: |points| format!("Points: {points}."),
    range: |low, high| format!("{low} to {high}"),
    per_square_kilometre: |amount| format!("{amount} per km²"),
    cautioned: "questioned",
    controls: "Chart settings",
    form: "Show as",
    marks: "Type",
    form_chart: "Chart",
    form_of: |form| match form {
        ChartForm::Line => "Lines",
        ChartForm::Bars => "Bars",
        ChartForm::Table => "Table",
    },
    values: "Values",
    values_of: |expression| match expression {
        Expression::Amount => "Amount",
        Expression::Growth => "Growth",
        Expression::Index => "Index",
        Expression::Density => "Per km²",
    },
    base: "Base year",
    scale: "Axis",
    scale_linear: "Linear",
    scale_log: "Log",
    currency: "Currency",
    currency_own: "Original currency",
    currency_yuan: "Yuan",
    currency_dollar: "US dollars",
    panels: "Lines",
    panels_together: "Together",
    panels_each: "Separate",
    charts: "Layout",
    jump: "Charts on this page",
    charts_below: "Large",
    charts_beside: "Small, side by side",

    axis_growth: "change from previous year, %",
    axis_index: |base| format!("index, {base} = 100"),
    axis_converted: |unit| format!("{unit}, current prices, yearly average rates"),
    calculated: |label| format!("{label}: calculated, current prices"),
    from_one: |value| format!("from {value}"),
    from_two: |value, before, year| format!("from {before} in {year} to {value}"),
    description_long: |lines, points| {
        format!(
            "{points} points in {lines} {}; the table shows all",
            if lines == "1" { "line" } else { "lines" }
        )
    },

    note_growth: "Growth that no source published is calculated from the amounts of two consecutive years, at current \
                  prices. Published rates are a separate line; many are at constant prices.",
    note_growth_currency: "Growth is calculated in the original currency.",
    note_index: "Each amount is divided by that of the base year. A mark links to the receipt of its amount.",
    note_density: "Only for years with both an amount and an area.",
    note_rates: |rates| {
        format!(
            "Converted at yearly averages of the daily noon rates, yuan per US dollar: {rates}. \
                 Source: US Federal Reserve, H.10."
        )
    },
    note_other_units: |n| format!("Values not shown: {n} (another unit)."),
    note_choose_currency: " Choose a currency to show yuan and dollars together.",
    note_log: "On this axis equal steps are equal factors; there is no zero.",
    note_no_log: "Bars start at zero, and growth may be negative: the axis stays linear.",
    note_log_left_out: |n| format!("Values not shown: {n} (zero or below)."),
    note_many: |shown, all| {
        format!("The chart shows the first {shown} of {all} lines; the table shows all.")
    },
    options: "Options",
    of_parts: |title| format!("{title}: parts of the zone"),
    note_parts: "Parts, industries and predecessors: no line is the whole zone, and no line continues another.",
    note_break: |year, line| format!("The definition changes in {year}: {line}."),
    note_sizes: |zones| format!("The number of zones differs between the years: {zones}."),
    size_in_year: |zones, year| format!("{zones} ({year})"),
    size_not_stated: "not stated",
    after_new_size: |value, zones| format!("{value} ({zones} zones)"),
    after_break: |value| format!("{value} (new definition)"),
    label_of_target: |value, status, year| format!("{value}, {status} {year}"),
    ambiguous: |label| format!("{label}, unclear"),
    note_ambiguous: |words| format!("{words}: the source can be read in two ways."),
    note_ambiguous_left_out: |words| {
        format!("Not shown, as the source can be read in two ways: {words}.")
    },
    note_part_year: |words| format!("Latest part-year: {words}."),
    grew: |change, first, last, yearly| {
        format!("{change} from {first} to {last} (about {yearly} a year)")
    },
    grew_in_a_year: |change, first, last| format!("{change} from {first} to {last}"),
    times: |n| format!("×{n}"),
    grew_nominal: ", current prices",
    missing_rate: |n| format!("Values not shown: {n} (no exchange rate for the year)."),
    missing_base: |n| format!("Values not shown: {n} (no reliable value in the base year)."),
    missing_not_positive: |n| format!("Values not shown: {n} (the divisor may be zero)."),
    nothing_hidden: "All lines are hidden. Use the legend to show them.",
    nothing_amount: "No yearly amount is known.",
    nothing_growth: "No growth is known: no yearly rate was published, and no two consecutive years have reliable amounts.",
    nothing_index: "No base year available.",
    nothing_density: "No year has both an amount and an area.",

    legend_symbol: |legend_symbol| match legend_symbol {
        LegendSymbol::Derived => "derived by us",
        LegendSymbol::Target => "target or plan",
        LegendSymbol::Preliminary => "preliminary",
        LegendSymbol::Interval => "bar: possible range",
        LegendSymbol::Bound => "fading line: open-ended value",
        LegendSymbol::Predecessor => "predecessor of the zone",
        LegendSymbol::Superseded => "from another source, not in the line",
        LegendSymbol::Conflict => "conflicting sources",
        LegendSymbol::Questioned => "questioned: see possible problems",
        LegendSymbol::Gap => "no figures between",
    },
    hide: |label| format!("Hide {label}"),
    show: |label| format!("Show {label}"),
    hint: "Point at a mark, or tap it, for its value and source. Keyboard: arrow keys, and Enter for the receipt.",
    open_receipt: "Open receipt",
    click_for_receipt: "Click to open the receipt",
    readout: |line, words| format!("{line}: {words}."),
    source: |source| format!(" Source: {source}."),
    column_shown: "Shown value",
    column_source: "Source",

    download: "Download or share",
    take_picture: "Picture",
    take_data: "Data with receipts",
    embed: "Embed",
    embed_hint: "Paste this line into your page to show the chart as it is now.",
    cite: "Cite",
    copy: "Copy",
    copied: "Copied",
    cite_text: |cited| {
        format!(
            "Zone Atlas, “{}”. Dataset of {}, digest {}. {}",
            cited.title, cited.date, cited.digest, cited.address
        )
    },
    made_by: |date, digest| format!("Zone Atlas, dataset of {date}, {digest}. CC BY 4.0"),
    sources: |list| format!("Sources: {list}"),
    more_sources: |n| format!("and {n} more"),
    of: |what, whose| format!("{what}, {whose}"),
    open_page: "Receipts and more on Zone Atlas",
};
