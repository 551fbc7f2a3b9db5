//! The strings of the source pages: the documents that were read, and a reader's own copy of one.

mod en;
mod zh;

pub use en::EN;
pub use zh::ZH;

/// The strings of the source pages.
#[expect(missing_docs, reason = "each field is named after the string it holds")]
pub struct SourceMessages {
    pub place_sentence: fn(u16, u16) -> String,
    pub place_cell: fn(u16, u16, u16) -> String,
    pub place_page: &'static str,
    pub nav: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub described_by: fn(&str, &str) -> String,
    /// What a list of zones states; takes the number of its zones.
    pub list_of: fn(&str) -> String,
    pub classes: &'static str,
    pub class_heading: fn(&str, &str) -> String,
    pub not_found_title: &'static str,
    pub not_found_text: fn(&str) -> String,
    pub about: &'static str,
    pub taken: &'static str,
    pub taken_none: &'static str,
    pub lists_note: &'static str,

    pub copy: &'static str,
    pub copy_unchanged: &'static str,
    pub copy_changed: &'static str,
    pub copy_unknown: &'static str,
    pub copy_moved: fn(&str) -> String,
    pub copy_missing: &'static str,
    pub copy_none: &'static str,
    pub copy_how: &'static str,

    pub paste: &'static str,
    pub paste_intro: &'static str,
    pub paste_label: &'static str,
    pub paste_check: &'static str,
    pub paste_forget: &'static str,
    pub paste_needs_script: &'static str,
    pub paste_none_found: &'static str,
    pub paste_not_sure: fn(&str, &str) -> String,
    pub paste_is_copy: &'static str,
    pub paste_other: fn(&str, &str) -> String,
    pub paste_too_long: &'static str,
    pub paste_not_kept: &'static str,
    pub paste_kept: &'static str,
    pub paste_result: fn(&str, &str, &str) -> String,
    pub paste_moved: &'static str,
    pub paste_missing: &'static str,
    pub fact: &'static str,
}
