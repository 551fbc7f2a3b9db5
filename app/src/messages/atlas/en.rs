//! English.

use super::AtlasMessages;
use domain::filter::{AreaBand, Dimension, Measure};

/// The strings of the atlas page in English.
pub const EN: AtlasMessages = AtlasMessages {
    map_cities: |province| format!("Zones by city in {province}"),
    map_cities_hint: "Each tile is a city, roughly where it lies. Choose one or several to filter the list.",
    measure: "Shade by",
    legend: |measure| match measure {
        Measure::Zones => "Zones",
        Measure::Area => "Approved area, sum of the catalogue’s, in km²",
        Measure::Year => "Median year of approval",
        Measure::Figures => "Zones with figures beyond the lists",
    },
    legend_none: "none",
    zoom_in: |province| format!("Cities of {province}"),
    zoom_out: "All provinces",
    everywhere: "All of them",
    national: |n| format!("{n} national"),
    area_sum: "Approved area",
    area_sum_note: "sum of the catalogue’s areas; new areas are not in it",
    median_year: "Median year of approval",
    with_figures: "With figures beyond the lists",
    elsewhere_in: |n| format!("{n} more whose city is not known or that lie in none"),
    square_kilometres: |n| format!("{n} km²"),

    timeline: "Approvals by year",
    timeline_hint: "Drag across the years to choose some of them.",
    timeline_described: |first, last, most| {
        format!("Approvals each year from {first} to {last}, at most {most} in one year, by kind.")
    },
    first_year: "First year",
    last_year: "Last year",
    play: "Play",
    stop_playing: "Stop",

    city: "City",
    cities_few: "Choose a province for all its cities; these have the most zones.",
    decade: "Decade of approval",
    area: "Area",
    figures: "Figures",
    cautions: "Cautions",
    band: |band| match band {
        AreaBand::Below100 => "under 100 ha",
        AreaBand::To500 => "100 to 500 ha",
        AreaBand::To1000 => "500 to 1,000 ha",
        AreaBand::To5000 => "1,000 to 5,000 ha",
        AreaBand::From5000 => "5,000 ha or more",
        AreaBand::NotKnown => "not known",
    },
    figures_with: "with figures",
    figures_without: "without figures",
    cautions_with: "with cautions",
    cautions_without: "without cautions",
    dimension: |dimension| match dimension {
        Dimension::Search => "the search",
        Dimension::Level => "the level",
        Dimension::Kind => "the kind",
        Dimension::Province => "the province",
        Dimension::City => "the city",
        Dimension::Industry => "the industry",
        Dimension::Decade => "the decade",
        Dimension::Area => "the area",
        Dimension::Figures => "with or without figures",
        Dimension::Cautions => "with or without cautions",
        Dimension::Known => "the known indicator",
        Dimension::Unknown => "the unknown indicator",
        Dimension::Years => "the years",
    },

    sort_by: |what| format!("Sort by {what}"),
    best_first: "Best match first",
    group_by_province: "Group by province",
    copy_link: "Copy link",
    copied: "Copied",
    corrected: |q| format!("Nothing is spelled “{q}”. These are one letter away."),
    lift: |dimension, n| {
        format!(
            "Without {dimension}: {n} {}",
            if n == "1" { "zone" } else { "zones" }
        )
    },
    lift_intro: "Lift one of these:",
    lift_none: "No single filter is in the way: at least two must go.",
    found_in: |what, text| format!("Found in {what}: {text}"),
    found_name: "another name",
    found_company: "its companies",
    found_industry: "its industries",
    found_county: "its county",
    found_code: "its code",
    spark: |indicator, first, last| format!("{indicator}, {first} to {last}"),
    cautions_of: |n| format!("{n} {}", if n == "1" { "caution" } else { "cautions" }),
    take_away: "Take these zones away",
    take_away_note: "points are those of the cities",

    tray: "To compare",
    tray_hint: |n| format!("{n} of 6"),
    pick: "Compare",
    pick_of: |name| format!("Compare {name}"),
    open_row: |name| format!("Summary of {name}"),
    open_page: "Open the page of the zone",
    drop_of: |name| format!("Do not compare {name}"),
    compare: |n| format!("Compare {n} {}", if n == "1" { "zone" } else { "zones" }),
    tray_refused: "The tray holds six zones: take one out first.",
    tray_full: "The tray holds six zones; the first six were kept.",

    compare_title: "Zones side by side",
    compare_intro: "What is known of each, in one chart and one table. Every value leads to its receipt; what is not known is said to be so.",
    compare_none: "No zone is picked. Pick up to six in the atlas.",
    compare_unknown: |slug| format!("“{slug}” is no zone of the atlas and was left out."),
    back_to_atlas: "To the atlas",
};
