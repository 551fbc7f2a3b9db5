//! Tests of the running site over HTTP, with the small dataset. The tests share one site. A test that changes or
//! damages a database uses a copy.

#![cfg(test)]

mod architecture;
mod atlas;
mod browse;
mod charts;
mod compare;
mod connections;
mod counts;
mod data;
mod database;
mod documents;
mod embed;
mod figures;
mod html;
mod indicators;
mod legend;
mod limits;
mod literals;
mod marks;
mod metrics;
mod pages;
mod responses;
mod robustness;
mod search_engines;
mod security;
mod whole_pages;
mod zone;
mod zone_names;
