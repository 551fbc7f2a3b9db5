//! The common strings in English.

use super::CommonMessages;

/// The common strings in English.
pub const EN: CommonMessages = CommonMessages {
    new_areas: |n| {
        format!(
            "{n} state-level new {}",
            if n == "1" { "area" } else { "areas" }
        )
    },
    new_zones: |n| format!("{n} newer {}", if n == "1" { "zone" } else { "zones" }),
    search: "Search",
    level: "Level",
    kind: "Type",
    approved: "Approved",
    pages: "Pages of the list",
    page_of: |page, pages| format!("Page {page} of {pages}"),
    previous_page: "Previous",
    next_page: "Next",
    column_place: "Location",
    column_area: "Area",
    site_name: "Zone Atlas",
    colon: ": ",
    comma: ", ",
    listing: ", ",
    semicolon: "; ",
    stop: ".",
    gap: " ",
    loading: "Loading",
    retry: "Try again",
    data_did_not_come: "The page could not be updated: the server did not answer.",
    not_known: "unknown",
};
