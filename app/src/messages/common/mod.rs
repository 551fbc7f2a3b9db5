//! The strings that pages and islands share. Islands use this table and that of their own part of the site, so that
//! browsers download no other strings.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

/// The strings that pages and islands share.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct CommonMessages {
    pub new_areas: fn(&str) -> String,
    pub new_zones: fn(&str) -> String,
    pub search: &'static str,
    pub level: &'static str,
    pub kind: &'static str,
    pub approved: &'static str,
    pub pages: &'static str,
    pub page_of: fn(&str, &str) -> String,
    pub previous_page: &'static str,
    pub next_page: &'static str,
    pub column_place: &'static str,
    pub column_area: &'static str,
    pub site_name: &'static str,
    pub colon: &'static str,
    pub comma: &'static str,
    pub listing: &'static str,
    pub semicolon: &'static str,
    pub stop: &'static str,
    /// The space between two sentences; empty in Chinese.
    pub gap: &'static str,
    pub loading: &'static str,
    /// The button that requests the data again.
    pub retry: &'static str,
    pub data_did_not_come: &'static str,
    pub not_known: &'static str,
}
