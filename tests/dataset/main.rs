//! The dataset that ships: its files, totals, numbers, links and receipts, its characters, and the sizes of what is sent.

#![cfg(test)]

mod files;
mod fonts;
mod lines;
mod links;
mod list;
mod numbers;
mod search;
mod sizes;
mod store;
mod totals;
