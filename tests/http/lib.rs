//! Journeys through the running site over HTTP; each test starts a server of its own on a free
//! port, over a real SQLite file in a folder of its own.

#![cfg(test)]

mod architecture;
mod atlas;
mod browse;
mod charts;
mod data;
mod database;
mod documents;
mod figures;
mod pages;
mod robustness;
mod support;
mod zone;
