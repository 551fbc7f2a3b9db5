//! Tests of the shipped dataset: its files, totals, numbers, links and receipts, its characters, and the sizes of
//! downloads.

#![cfg(test)]

mod files;
mod fonts;
mod lines;
mod links;
mod list;
mod numbers;
mod recognise;
mod search;
mod sizes;
mod store;
mod totals;
