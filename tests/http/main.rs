//! Behaviour of the running site over HTTP, on the small dataset. Tests share one site; a test that changes or damages a
//! database takes a copy.

#![cfg(test)]

mod architecture;
mod atlas;
mod browse;
mod charts;
mod data;
mod database;
mod documents;
mod figures;
mod html;
mod pages;
mod robustness;
mod whole_pages;
mod zone;
