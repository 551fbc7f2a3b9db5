//! All visible strings in English.

use super::{
    AccessibilityMessages, Messages, PrintMessages, atlas, chart, common, coverage, figure_page,
    ranking, sources,
};

/// All visible strings in English.
pub const EN: Messages = Messages {
    common: common::EN,
    figure_page: figure_page::EN,
    source_pages: sources::EN,
    coverage: coverage::EN,
    atlas: atlas::EN,
    chart: chart::EN,
    ranking: ranking::EN,

    site_tagline: "China’s development zones, with sources",
    site_description: "All 2,543 zones of China’s official catalogue and the 19 state-level new areas on one map: output, \
                       fiscal revenue, history and industries. Every figure links to its source.",
    skip_to_content: "Skip to content",
    main_navigation: "Main",
    nav_atlas: "Zones",
    nav_methods: "Methods",
    what_is: |term| format!("What this means: {term}"),
    back_to_list: "Back to the list",
    marks_title: "What a chart shows",
    example_chart: "An example with invented values",
    terms_explained: "What the terms mean",
    printed_from: "Printed from",
    print_list: PrintMessages {
        title: "List of zones",
        hint: "All zones of the list, to print or to save as PDF.",
        order: "Order",
    },
    accessibility: AccessibilityMessages {
        title: "Accessibility",
        intro: "The site follows the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. This page says what was tested \
                and what does not work yet.",
        sections: &[
            (
                "What works",
                &[
                    "All pages can be used by keyboard alone, and without JavaScript. The focus is always visible.",
                    "Each chart has a table with the same values. Each mark of a chart is a link with a name that says \
                     zone, period, value and status.",
                    "The list is a table: screen readers name the column of each value. A status line tells how many zones \
                     match.",
                    "Text has a contrast of at least 4.5 : 1, borders of fields and marks at least 3 : 1, in the light and in the \
                     dark design. The pages follow the high-contrast settings and the setting for reduced motion.",
                    "Pages fit a width of 320 pixels, and text can be enlarged to 200%.",
                ],
            ),
            (
                "How it was tested",
                &[
                    "Automatic tests with axe-core in Chromium run on every type of page, in both languages, in the light and \
                     the dark design, at each change of the program.",
                    "The tree of names and roles that a screen reader gets was compared for the main tasks. No test with \
                     people who use a screen reader every day has been made yet.",
                ],
            ),
            (
                "Known limits",
                &[
                    "Wide tables of figures scroll sideways inside their frame on narrow screens.",
                    "Source texts are quoted in the language of the source.",
                ],
            ),
        ],
    },
    other_language: "中文",
    city_points: "City names and coordinates: GeoNames, CC BY 4.0",
    data_licence: "Our data: CC BY 4.0",

    atlas_title: "China’s development zones",
    totals: |catalogue, areas, newer| match newer {
        "0" => format!("{catalogue} zones of the catalogue and {areas} state-level new areas"),
        _ => format!(
            "{catalogue} zones of the catalogue, {areas} state-level new areas and {newer} newer zones"
        ),
    },
    atlas_intro: "All zones of the official catalogue of 2018 and all state-level new areas. Every figure links to its \
                  source: who published it, where, and in which words. The map shows the 31 provinces of the \
                  mainland.",
    province: "Province",
    clear: "Clear",

    breadcrumb: "Breadcrumb",
    also_called: "Also called",
    key_facts: "Key facts",
    code: "Catalogue code",
    city: "City",
    county: "County or district",
    approved_area: "Approved area",
    approved_on: |date| format!("approved {date}"),
    card_output: "Output",
    card_revenue: "Fiscal revenue",
    card_growth: "Growth of output",
    no_reported_figure: "no reported figure",
    no_original_figure: "no figure from an original source",
    in_copy: "in a copy",
    see_chart: "see the chart",
    growth_needs_two: "needs two years in one series",
    growth_unclear: "a value is too imprecise or questioned",
    undated: |source| format!("source undated: {source}"),
    unclear: "unclear",
    overview: "Overview",
    show_all: |n| format!("Show all {n}"),
    see_note: "possible problem",
    a_year: |change| format!("{change} a year"),
    sections: "Sections of this page",
    compare_zone: "Compare",
    take_zone: "Download or share",
    page_address: "Address of this page",
    picture: "Picture",
    figures_as: "All figures",
    land_area: "Land area",
    sea_area: "Sea area",
    leading_industries: "Leading industries",
    catalogue_name: "Name in the catalogue",
    catalogue_source: "Official catalogue of development zones, 2018 edition (announcement no. 4 of 2018 of six ministries)",
    new_area_number: "State-level new area",
    new_area_number_value: |n| format!("no. {n} by date of approval"),
    new_area_source: "Area and date from an unofficial list",
    new_area_note: "Our note on the lists",
    in_brackets: |text| format!(" ({text})"),
    english_name_note: "The catalogue is in Chinese. English names are established names where we were sure; we \
                        romanised the others.",
    only_catalogue: "All data on this zone come from the official catalogue. The atlas has no document about it yet.",
    only_catalogue_lists: "There are no data on its output, fiscal revenue, history, companies \
                           or infrastructure.",
    only_new_area: "All data on this new area come from list pages. It is not in the official catalogue, and the atlas \
                    has no document about it yet.",
    growth: "Growth",
    chart_output: "Output",
    chart_fiscal: "Fiscal revenue",
    growth_unknown: "No output or fiscal revenue with a stated year is known for this zone. The atlas does not estimate \
                     them.",
    output_unknown: "No output with a stated year is known.",
    fiscal_unknown: "No fiscal revenue with a stated year is known.",
    timeline: "Timeline",
    numbers: "All figures",
    numbers_intro: "Every number on this page: what it measures, what it covers, and its receipt.",
    sources: "Sources",
    neighbours: "Nearby zones",
    add_title: "Add a document",
    add_text: "The data are text files, one for each zone. To add a figure, a fact or a whole document, write it into the \
               file of its zone, with the source, the place in it and the source text. The program checks every file \
               before it imports it. The format is described in data/README.md of the source code.",
    next_steps: "What you can do",
    next_similar: |province| format!("Zones of this type in {province}"),
    next_known: |province| format!("Zones with data in {province}"),
    unknown_title: "Missing data",
    change_from: |what, period| format!("{what}, change from {period}"),
    share_of: |what, whole| format!("{what}, share of {whole}"),
    rank_among: |what, others| format!("{what}, rank among {others}"),
    limited: |what, limits| format!("{what} ({limits})"),
    scope_predecessor: "predecessor",
    scope_industry: "industry",
    scope_key_area: "key area",
    scope_enterprises: "enterprises",
    scope_products: "products",
    publisher_of_class: |publisher, class| format!("{publisher} ({class})"),
    copy_of: |publisher| format!("copy of {publisher}"),
    formerly: |kind| format!("formerly a {}", kind.to_lowercase()),
    in_catalogue: |kind| format!("in the catalogue of 2018: {}", kind.to_lowercase()),
    newer_than_catalogue: "Newer than the catalogue of 2018, and not in it",
    level_today: "Level today",
    kind_today: "Type today",
    level_and_kind: |level, kind| {
        // The names of some types already contain the level.
        if kind.contains("State-level") || kind.contains("national") {
            kind.to_owned()
        } else {
            format!("{level} {}", kind.to_lowercase())
        }
    },
    by_actors: |actors| format!("by {actors}"),
    column_what: "What",
    column_receipt: "Receipt",
    note: "Remark",
    reading: "How it was read",
    as_stated: "Source text",
    claim_mark: "claimed",
    source_of: "Source",
    not_stated: "unknown",
    publisher: "Publisher",
    published: "Date",
    address: "Address",
    fingerprint: "SHA-256 of the text read",
    pitfall: "Note",
    read_interval: "possible range",
    zone_description: |name, kind, province, approved| {
        format!("{name}: {kind} in {province}, approved {approved}.")
    },

    mark_derived: "derived by us",

    methods_title: "Methods",
    methods_intro: "A number in a document is a statement, not a measurement. This page explains how the atlas reads \
                    such numbers.",
    methods: &[
        (
            "Every figure links to its source",
            &[
                "Each figure says whom it is about, what is measured and by which definition, for which period, and how \
             much of the zone it covers: the whole zone, its predecessor, one industry, or a group of enterprises.",
                "Each figure has a receipt: the source, the place in the source, and the source text, at most \
                 eight words and 90 characters.",
            ],
        ),
        (
            "A written number stands for a range",
            &[
                "94.4 billion means any value that rounds to it: 94.35–94.45 billion (the upper end is not included). \
             120 billion means 119.5–120.5 billion. A count, such as 58 projects, is exact.",
                "A round number without a scale word, such as 150,000, is read as exact to its last non-zero digit.",
                "“More than”, “over” and “surpass” give a lower limit and no upper limit. “At least” and “the 200-billion \
             level” include the number itself. “About” is read as 5% up or down, and “nearly” as at most 5% below: \
             these two are our convention, and nothing is derived from them.",
                "If a source gives two ends, both are kept. A second currency in the same phrase is kept beside the first.",
            ],
        ),
        (
            "Reported, target, derived",
            &[
                "A target or plan is not a result. It is drawn hollow, and it stays a target after its year has passed.",
                "A derived figure is ours. It is calculated from the figures of sources by a named rule, as a range whose \
             ends are rounded outward, and is drawn dashed. The amount before a growth rate is derived only if the rate is \
             nominal (at current prices). It is never derived for GDP or value added: their rates are at constant prices, \
             their amounts at current prices.",
                "The other rules give an earlier amount from “more than doubled”, an amount per square kilometre, the \
             yearly growth that a target needs, and an amount from a share of a given whole. Each shows its formula \
             with the numbers in it.",
            ],
        ),
        (
            "What a chart shows",
            &[
                "A full mark is reported, a hollow mark is a target or plan, a dashed mark is derived. A bar is a possible \
             range. A fading line is an open end. A dot within the mark is a predecessor of the zone. A ring means that a \
             check questions the value. A dashed stroke joins figures of different sources that conflict.",
                "A solid line joins consecutive years of the same subject, indicator, definition, scope and prices. A thin \
             dotted line crosses years without a figure, between two figures of one source. A dashed grey line leads to a \
             target. Where the definition changes, the first value is marked “new definition”. A value whose source can \
             be read in two ways is drawn only if you choose it in the legend.",
                "Published growth rates are shown as published. Growth between the amounts of consecutive years is a \
             separate line: we calculate it, at current prices. In an index, each amount is divided by that of the \
             base year. Money is converted at the average exchange rate of its year. All of this is calculated with \
             ranges whose ends are rounded outward.",
            ],
        ),
        (
            "Possible problems",
            &[
                "Named checks look at every figure: GDP above twice the output, a wrong scale, a share above its whole, \
             an exchange rate that fits neither its year nor that of its source, two founding dates, and more. Every \
             result is shown as a possible problem beside the figure. It does not change or hide any figure. We judged \
             each one by hand.",
                "A printed number is corrected only if the source itself shows what was meant; the printed number stays \
             visible. If it does not, the figure is marked as doubtful and stays as printed.",
            ],
        ),
        (
            "When sources disagree",
            &[
                "All figures for the same thing are listed together, and one of them is shown: official before press, press \
             before others, then the later publication before the earlier. You can choose another; the page address keeps \
             your choice.",
            ],
        ),
        (
            "Your own copy",
            &[
                "The atlas keeps no source texts. If you have a document, paste it on the page of its source. The atlas \
             recognises it by its title and its phrases, or asks you. It compares it with the text that was read, and shows its sentences in the receipts. The text \
             never leaves your browser.",
            ],
        ),
        (
            "Which figures form a line",
            &[
                "A line joins only figures of the same subject, indicator, definition, measure, prices, scope and length of \
             period. Years without a figure are crossed by a thin dotted line at most. Nothing is averaged.",
            ],
        ),
        (
            "The catalogue",
            &[
                "Code, level, type, approval, approved area and leading industries come from the official catalogue of \
             2018, typed and proofread by us. Approved areas are often far smaller than the areas that zones state.",
                "English names are established names where we were sure; we romanised the others. We added cities and \
             counties. The 19 state-level new areas are not in the catalogue; their data come from list pages, which are \
             weak sources.",
            ],
        ),
    ],

    not_found_title: "Page not found",
    not_found_text: "The atlas has no page at this address. The address may be incomplete or mistyped.",
    zone_not_found_title: "Zone not found",
    zone_not_found_text: |slug| format!("The atlas has no zone with the address “{slug}”."),
    error_title: "This page cannot be shown",
    error_text: "Something failed on our side, and the failure was recorded. Other pages may still work.",
    error_reference: "Reference of the failure: ",
    to_atlas: "Back to the zones",
    try_search: "Search zones",
};
