//! Behaviour of the running site over HTTP, on the small dataset. Tests share one site; a test that changes or damages a
//! database takes a copy.

#![cfg(test)]

mod architecture;
mod atlas;
mod browse;
mod charts;
mod compare;
mod counts;
mod data;
mod database;
mod documents;
mod embed;
mod figures;
mod html;
mod indicators;
mod legend;
mod literals;
mod marks;
mod pages;
mod responses;
mod robustness;
mod whole_pages;
mod zone;
