//! The rules for inputs, with the seeds and with random changes of them.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use fuzz::{TARGETS, check, seeds};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use std::fmt;

/// A change of an input, at a place in it.
#[derive(Debug, Clone)]
enum Edit {
    /// Replaces the bytes from this place by others.
    Write(Index, Vec<u8>),
    /// Inserts bytes.
    Insert(Index, Vec<u8>),
    /// Removes a number of bytes.
    Remove(Index, usize),
    /// Repeats a number of bytes.
    Repeat(Index, usize),
    /// Ends the input here.
    Cut(Index),
}

impl Edit {
    fn apply(&self, input: &mut Vec<u8>) {
        let place = |index: &Index| index.index(input.len() + 1);
        match self {
            Self::Write(index, bytes) => {
                let at = place(index);
                let end = input.len().min(at + bytes.len());
                input.splice(at..end, bytes.iter().copied());
            }
            Self::Insert(index, bytes) => {
                let at = place(index);
                input.splice(at..at, bytes.iter().copied());
            }
            Self::Remove(index, count) => {
                let at = place(index);
                input.drain(at..input.len().min(at + count));
            }
            Self::Repeat(index, count) => {
                let at = place(index);
                let part = input[at..input.len().min(at + count)].to_vec();
                input.splice(at..at, part);
            }
            Self::Cut(index) => input.truncate(place(index)),
        }
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<Index>;
    let characters = "[-+.,0-9a-zA-Z&=%/ \n\t\"年亿高é\u{200b}\u{301}]{1,6}";
    let bytes = || {
        prop_oneof![
            characters.prop_map(String::into_bytes),
            proptest::collection::vec(any::<u8>(), 1..6),
        ]
    };
    prop_oneof![
        (place(), bytes()).prop_map(|(at, bytes)| Edit::Write(at, bytes)),
        (place(), bytes()).prop_map(|(at, bytes)| Edit::Insert(at, bytes)),
        (place(), 1..40_usize).prop_map(|(at, count)| Edit::Remove(at, count)),
        (place(), 1..200_usize).prop_map(|(at, count)| Edit::Repeat(at, count)),
        place().prop_map(Edit::Cut),
    ]
}

/// An input, printed as text.
struct Input(Vec<u8>);

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.escape_ascii())
    }
}

/// Checks the seeds of a target, `cases` changed seeds, and as many random inputs.
fn hold(target: &str, cases: u32) {
    assert!(TARGETS.iter().any(|known| known.name == target));
    let seeds = seeds(target);
    for seed in &seeds {
        check(target, seed);
    }
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::with_cases(cases)
    });
    let edits = proptest::collection::vec(edit(), 1..4);
    let changed = (any::<Index>(), edits).prop_map(|(seed, edits)| {
        let mut input = seed.get(&seeds).clone();
        edits.iter().for_each(|edit| edit.apply(&mut input));
        Input(input)
    });
    let run = |input: Input| {
        check(target, &input.0);
        Ok(())
    };
    runner.run(&changed, run).unwrap();
    let random = proptest::collection::vec(any::<u8>(), 0..200).prop_map(Input);
    runner.run(&random, run).unwrap();
}

#[test]
fn query_strings() {
    hold("query", 300);
}

#[test]
fn data_files() {
    hold("data_files", 60);
}

#[test]
fn quantities() {
    hold("quantities", 500);
}

#[test]
fn index_files() {
    hold("index_files", 200);
}

#[test]
fn documents() {
    hold("documents", 300);
}
