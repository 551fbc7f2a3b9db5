//! Shared helpers of the site's tests: a running site, its responses, and changed copies of the small dataset.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what fails here fails the test, at the line that called it"
)]

mod data;
mod html;
mod shared;
mod site;

pub use data::{SHIPPED_DATA, SMALL_DATA, changed_data, copy_data};
pub use html::{texts, visible, zone_links};
pub use shared::{shipped, small, small_copy, small_with};
pub use site::{FAST, Response, TestSite, options, stored, target, write_assets};
