//! Pieces that pages share.

pub mod chart;
pub mod document;
pub mod figure;
pub mod layout;
pub mod place;
pub mod problem;
pub mod progress;
