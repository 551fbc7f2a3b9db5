//! English.

use super::{Messages, atlas, chart, common, coverage, league, question, sources};

/// Every visible string in English.
pub const EN: Messages = Messages {
    common: common::EN,
    question: question::EN,
    evidence: sources::EN,
    coverage: coverage::EN,
    atlas: atlas::EN,
    chart: chart::EN,
    league: league::EN,

    site_tagline: "China’s development zones, figure by figure",
    site_description: "All 2,543 zones of China’s official catalogue and the 19 national new areas on one map: output, \
                       fiscal revenue, history and industries, and for every figure who stated it, where, and in \
                       which words.",
    skip_to_content: "Skip to content",
    main_navigation: "Main",
    nav_atlas: "Atlas",
    nav_methods: "How figures are read",
    other_language: "中文",
    city_points: "City names and points after GeoNames, CC BY 4.0",
    data_licence: "Our data: CC BY 4.0",

    atlas_title: "China’s development zones",
    totals: |catalogue, areas| {
        format!("{catalogue} catalogue zones and {areas} national new areas")
    },
    atlas_intro: "Every zone of the official catalogue of 2018, and every national new area. Every figure links to its \
                  source: who stated it, where, and in which words.",
    province: "Province",
    clear: "Clear",

    breadcrumb: "Where you are",
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
    growth_needs_two: "needs two years of one series",
    growth_unclear: "a value is too vague or in doubt",
    undated: |source| format!("Undated: {source}"),
    unclear: "unclear",
    overview: "Overview",
    show_all: |n| format!("Show all {n}"),
    see_note: "see note",
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
    new_area_number: "National new area",
    new_area_number_value: |n| format!("no. {n} by date of approval"),
    new_area_source: "Weak sources: list pages, which differ from one another",
    new_area_seen: "As noted when read",
    place_partly: "the county is partly from memory",
    english_name_note: "The catalogue is in Chinese. English names are established ones where we were sure, otherwise \
                        romanised by us.",
    only_catalogue: "What is known of this zone is what the official catalogue says of it. The atlas holds no document \
                     about it yet.",
    only_catalogue_lists: "Not known here: its output and fiscal revenue, its history before and after the approval, its \
                           companies, its infrastructure.",
    only_new_area: "What is known of this new area is what lists say of it. It is not in the official catalogue, and the \
                    atlas holds no document about it yet.",
    growth: "Growth",
    chart_output: "Output",
    chart_fiscal: "Fiscal revenue",
    growth_unknown: "No output and no fiscal revenue of a stated year is known for this zone. Nothing is estimated in \
                     their place.",
    output_unknown: "No output of a stated year is known.",
    fiscal_unknown: "No fiscal revenue of a stated year is known.",
    timeline: "Timeline",
    numbers: "All figures",
    numbers_intro: "Every number on this page, with what it says, about what exactly, and its receipt.",
    sources: "Sources",
    neighbours: "Nearby zones",
    add_title: "Add a document",
    add_text: "The data are text files, one for each zone. A figure, a fact or a whole document is added to the file of its zone, \
               with the source, the place in it and the words there. The program checks every file before it takes it in. \
               The format is described in data/README.md of the source code.",
    next_steps: "What you can do",
    next_similar: |province| format!("Zones of this kind in {province}"),
    next_known: |province| format!("Zones with data in {province}"),
    unknown_title: "What is not known",
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
    level_and_kind: |level, kind| {
        if kind.contains(level) {
            kind.to_owned()
        } else {
            format!("{level}, {}", kind.to_lowercase())
        }
    },
    by_actors: |actors| format!("by {actors}"),
    column_what: "What",
    column_receipt: "Receipt",
    note: "Note",
    reading: "How it was read",
    as_stated: "As stated",
    claim_mark: "claimed",
    source_of: "Source",
    not_stated: "not stated in the copy read",
    publisher: "Publisher",
    published: "Date",
    address: "Address",
    fingerprint: "SHA-256 of the text read",
    pitfall: "Beware",
    read_interval: "says",
    zone_description: |name, kind, province, approved| {
        format!("{name}: {kind} in {province}, approved {approved}.")
    },

    mark_derived: "derived by us",

    methods_title: "How figures are read",
    methods_intro: "A number in a document is a statement, not a measurement. This is what the atlas makes of it.",
    methods: &[
        (
            "A figure is never a bare number",
            &[
                "Each figure says whom it is about, what is measured and by which definition, for which time, and how much \
             of the zone it covers: all of it, its predecessor, one industry, a group of firms.",
                "Each has a receipt: the source, the place in it, and the words in which it is stated, eight at most.",
            ],
        ),
        (
            "A written number is an interval",
            &[
                "94.4 billion means anything that rounds to it: from 94.35 up to, but not including, 94.45 billion. \
             120 billion means 119.5 to 120.5 billion. A count, such as 58 projects, is exact.",
                "A round number without a scale, such as 150,000, is taken to be known to its last digit that is no zero.",
                "“More than”, “over” and “surpass” give a lower bound and no upper one. “At least” and “the 200-billion \
             level” include the number itself. “About” is read as 5 % to each side and “nearly” as the last 5 % below: \
             these two are our convention, and nothing is derived from them.",
                "Where a source states two ends, both are kept. A second currency in the same phrase is kept beside the first.",
            ],
        ),
        (
            "Reported, target, derived",
            &[
                "A target or plan is a wish, and is drawn hollow. It stays a wish even when its year has passed.",
                "A derived figure is ours: computed from stated ones by a named rule, in intervals whose ends are rounded \
             outward, and drawn dashed. The level before a growth rate is derived only where the rate is nominal: never \
             for GDP or value added, whose rates are published at constant prices and levels at current ones.",
                "The other rules: an earlier level from “more than doubled”, an amount per square kilometre, the yearly growth \
             a target asks for, and an amount from a share of a stated whole. Each shows its formula with the numbers in it.",
            ],
        ),
        (
            "What a chart shows",
            &[
                "A full mark is reported, a hollow one a target or plan, a dashed one derived. A bar is an interval, a fading line an \
             end beyond which nothing is known, a dot within the mark what came before the zone. A ring says that a caution \
             questions the value; a dashed stroke joins figures of different sources that cannot both be true.",
                "A solid line joins consecutive years of one thing: the same subject, indicator, definition, scope and prices. A thin \
             dotted line crosses years without a figure, between two figures of one source; a dashed grey line leads to a target. \
             Where something else is counted from a year on, its first value says “new definition”. A value whose source can be \
             read in two ways is drawn only if you choose it in the legend.",
                "Growth is shown as it was published and, as a line of its own, between the amounts of consecutive years: then it \
             is ours and at current prices. In an index each amount is divided by that of the base year. Money is converted at \
             the average rate of its year. All of it is computed in intervals whose ends are rounded outward.",
            ],
        ),
        (
            "What is doubtful",
            &[
                "Named checks look at every figure: a GDP above twice the output, a slip of scale, a share above its whole, a \
             dollar rate of no year, two dates for one founding, and more. What fires is shown beside the figure as a caution. \
             It changes and hides nothing, and each one was judged by hand.",
                "A print is corrected only where the source itself shows what was meant; the print stays in sight. Where it \
             does not, the figure is doubted and stays as printed.",
            ],
        ),
        (
            "When sources disagree",
            &[
                "Several figures for one thing stand side by side. One is shown: official before press, press before others, \
             then the later publication before the earlier. You can choose another; the address holds your choice.",
            ],
        ),
        (
            "Your own copy",
            &[
                "The atlas keeps no source texts. If you have a document, paste it on its source’s page: it is recognised, \
             compared with the text that was read, and its sentences then stand in the receipts. It never leaves your browser.",
            ],
        ),
        (
            "What is joined, and what is not",
            &[
                "Only figures of the same subject, indicator, definition, measure, prices, scope and length of period join \
             one line. Between years that nobody stated there is a thin dotted line at most. Nothing is averaged.",
            ],
        ),
        (
            "The catalogue",
            &[
                "Code, level, kind, approval, approved area and leading industries are facts of the official catalogue of \
             2018, typed by us and proofread. Approved areas are often far smaller than what a zone says it covers.",
                "English names are established ones where we were sure, otherwise romanised. Cities and counties are ours. \
             The 19 national new areas are not in the catalogue; what is said of them comes from list pages and is weak.",
            ],
        ),
    ],

    not_found_title: "There is no such page",
    not_found_text: "The address leads nowhere in the atlas. It may have been cut off or mistyped.",
    zone_not_found_title: "There is no such zone",
    zone_not_found_text: |slug| format!("The atlas has no zone at the address “{slug}”."),
    error_title: "This could not be shown",
    error_text: "Something failed on our side, and it has been noted. The rest of the atlas may well work.",
    to_atlas: "To the atlas",
    try_search: "Search the zones",
};
