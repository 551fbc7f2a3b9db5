//! In English.

use super::ChartMessages;
use crate::chart::{Form, Sign};
use crate::messages::common;
use domain::restate::Expression;

/// The strings of charts in English.
pub const EN: ChartMessages = ChartMessages {
    common: &common::EN,
    dataset_of: |date| format!("Dataset of {date}"),
    digest_label: "digest",
    to_receipt: |what| format!("{what}: see its receipt"),
    legend: "Legend",
    part_of_zone: "not the whole zone",
    chart_table: "The same as a table",
    chart_table_rows: |n| format!("The same as a table ({n} rows)"),
    column_period: "When",
    column_value: "Value",
    column_status: "Status",
    point_in_words: |period, value, status| format!("{period}: {value}, {status}"),
    chart_axis: str::to_owned,
    chart_axis_nominal: |unit| format!("{unit}, nominal"),
    chart_description: |points| format!("Points: {points}."),
    range: |low, high| format!("{low} to {high}"),
    per_square_kilometre: |amount| format!("{amount} per km²"),
    cautioned: "questioned",
    controls: "How the charts are drawn",
    form: "Show as",
    marks: "Form",
    form_chart: "Chart",
    form_of: |form| match form {
        Form::Line => "Lines",
        Form::Bars => "Bars",
        Form::Table => "Table",
    },
    values: "Values",
    values_of: |expression| match expression {
        Expression::Amount => "Amount",
        Expression::Growth => "Growth",
        Expression::Index => "Index",
        Expression::Density => "Per km²",
    },
    base: "100 in",
    scale: "Axis",
    scale_linear: "Linear",
    scale_log: "Log",
    currency: "Money",
    currency_own: "As stated",
    currency_yuan: "Yuan",
    currency_dollar: "US dollars",
    panels: "Lines",
    panels_together: "Together",
    panels_each: "Each alone",
    charts: "Charts",
    jump: "Charts on this page",
    charts_below: "Large",
    charts_beside: "Small, side by side",

    axis_growth: "per cent, on the year before",
    axis_index: |base| format!("index, {base} = 100"),
    axis_converted: |unit| format!("{unit}, nominal, at each year's average rate"),
    calculated: |label| format!("{label}: worked out, current prices"),
    from_one: |value| format!("from {value}"),
    from_two: |value, before, year| format!("from {value} after {before} in {year}"),
    description_long: |lines, points| {
        format!(
            "{points} points in {lines} {}; the table has them all",
            if lines == "1" { "line" } else { "lines" }
        )
    },

    note_growth: "Growth that nobody published is worked out from two amounts of consecutive years, at current prices. \
                  Published rates are a line of their own; many are at constant prices.",
    note_growth_currency: "Growth is of the amounts as they were stated; a currency does not change it.",
    note_index: "Each amount is divided by the one of the base year. A mark leads to the receipt of its amount.",
    note_density: "Only where an area was stated for the same year as the amount.",
    note_rates: |rates| {
        format!(
            "Converted at the year's average of the daily noon rates, yuan per US dollar: {rates}. \
                 Source: US Federal Reserve, H.10."
        )
    },
    note_other_units: |n| {
        format!(
            "Not in this chart, since they are in another unit: {n}. A choice of money brings yuan and dollars together."
        )
    },
    note_log: "On this axis equal steps are equal factors. There is no zero.",
    note_no_log: "Bars need a zero to stand on, and growth may be below it: the axis stays linear.",
    note_log_left_out: |n| format!("Left out, since they are not above zero: {n}."),
    note_many: |shown, all| {
        format!("Drawn are the first {shown} of {all} lines; the table has them all.")
    },
    options: "Options",
    of_parts: |title| format!("{title}: parts of the zone"),
    note_parts: "Parts, industries and predecessors: no line is the whole zone, and they do not continue one another.",
    note_break: |year, line| {
        format!("From {year} on the figures follow another definition: {line}.")
    },
    after_break: |value| format!("{value} (new definition)"),
    label_of_target: |value, status, year| format!("{value}, {status} {year}"),
    ambiguous: |label| format!("{label}, unclear"),
    note_ambiguous: |words| format!("{words}: the source can be read in two ways."),
    note_ambiguous_left_out: |words| {
        format!("Not drawn, because the source can be read in two ways: {words}.")
    },
    note_part_year: |words| format!("Latest part of a year: {words}."),
    grew: |change, first, last, yearly| {
        format!("{change} from {first} to {last} (about {yearly} a year)")
    },
    grew_nominal: ", current prices",
    missing_rate: |n| format!("Not shown, since no exchange rate of their year is known: {n}."),
    missing_base: |n| {
        format!("Not shown, since their line has no sound value in the base year: {n}.")
    },
    missing_not_positive: |n| {
        format!("Not shown, since one cannot divide by what may be nothing: {n}.")
    },
    nothing_hidden: "All lines are switched off. The legend brings them back.",
    nothing_amount: "No amount of any year is known.",
    nothing_growth: "No growth is known: nobody published a yearly rate, and no two consecutive years have a sound amount.",
    nothing_index: "No line has a sound amount that could be the base.",
    nothing_density: "No amount has an area that was stated for the same year.",

    sign: |sign| match sign {
        Sign::Derived => "derived by us",
        Sign::Wish => "target or plan",
        Sign::Preliminary => "preliminary",
        Sign::Interval => "bar: the value lies within",
        Sign::Bound => "fading line: more, or less, than stated",
        Sign::Predecessor => "what came before the zone",
        Sign::Aside => "from another source, not shown in line",
        Sign::Conflict => "sources that contradict one another",
        Sign::Questioned => "questioned: see the cautions",
        Sign::Gap => "no figures between",
    },
    hide: |label| format!("Hide {label}"),
    show: |label| format!("Show {label}"),
    hint: "Point at a mark, or tap it, to read its value and source. On the keyboard: arrow keys, and Enter for the receipt.",
    open_receipt: "Open receipt",
    click_for_receipt: "Click to open the receipt",
    readout: |line, words| format!("{line}: {words}."),
    source: |source| format!(" Source: {source}."),
    column_line: "Line",
    column_shown: "Shown",
    column_source: "Source",

    take_away: "Download or share",
    take_picture: "Picture",
    take_data: "Data with receipts",
    embed: "Embed",
    embed_hint: "This line puts the chart, as it is shown now, into a page of yours.",
    cite: "Cite",
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
    open_page: "Receipts and more at Zone Atlas",
};
