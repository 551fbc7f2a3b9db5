//! Pieces that pages share.

pub mod caution;
pub mod chart;
pub mod derivation;
pub mod document;
pub mod fetched;
pub mod figure;
pub mod figure_table;
pub mod growth;
pub mod layout;
pub mod place;
pub mod problem;
pub mod progress;
pub mod receipt;
pub mod rivals;
pub mod source_list;
