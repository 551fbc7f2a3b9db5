//! Texts that several zones may share, such as the names of cities.

use super::hits::{self, Effort, How, Manner};
use super::lines::Lines;
use super::pinyin::Readings;
use super::query::Word;
use crate::text::Bilingual;

/// The texts of numbered things (zones, cities, provinces, kinds or terms), several texts per thing.
#[derive(Debug, Clone, Default)]
pub(super) struct Shelf {
    /// The English and Chinese texts.
    written: Owned,
    /// The pinyin of the Chinese texts.
    spelled: Owned,
    /// The number of things.
    things: usize,
}

/// Lines that belong to things.
#[derive(Debug, Clone, Default)]
pub(super) struct Owned {
    lines: Lines,
    /// For each line the number of its thing.
    owners: Vec<u32>,
}

impl Shelf {
    /// Creates an empty shelf for a number of things.
    pub(super) fn new(things: usize) -> Self {
        Self {
            things,
            ..Self::default()
        }
    }

    /// Adds a text of a thing in English and Chinese; either may be empty.
    pub(super) fn add(&mut self, owner: usize, en: &str, zh: &str, readings: &Readings) {
        for text in [en, zh].iter().filter(|text| !text.is_empty()) {
            self.written.push(owner, text);
        }
        if !zh.is_empty() {
            readings.spell(zh, en, &mut self.spelled.lines);
            self.spelled.own(owner);
        }
    }

    /// Adds one name for each thing.
    pub(super) fn add_names(&mut self, names: &[Bilingual], readings: &Readings) {
        for (thing, name) in names.iter().enumerate() {
            self.add(thing, &name.en, &name.zh, readings);
        }
    }

    /// Calls `tell` with the number of the thing and the type of the match, for every match of a word.
    pub(super) fn each(&self, word: &Word, effort: Effort, tell: &mut dyn FnMut(usize, How)) {
        // Matches inside a unit are useful only in the names of zones; in other texts they are chance.
        let effort = match effort {
            Effort::Inside => Effort::Strict,
            effort => effort,
        };
        self.written.each(word, Manner::shortened(effort), tell);
        if !word.han {
            self.spelled.each(word, Manner::spelled(effort), tell);
        }
    }

    /// Returns the best match of a word for each thing; `None` if no text matches.
    pub(super) fn find(&self, word: &Word, effort: Effort) -> Option<Vec<Option<How>>> {
        let mut found: Option<Vec<Option<How>>> = None;
        self.each(word, effort, &mut |thing, how| {
            let all = found.get_or_insert_with(|| vec![None; self.things]);
            if let Some(best) = all.get_mut(thing) {
                *best = Some(best.map_or(how, |best| best.min(how)));
            }
        });
        found
    }
}

impl Owned {
    /// Adds a text of a thing.
    pub(super) fn push(&mut self, owner: usize, text: &str) {
        self.lines.push(text);
        self.own(owner);
    }

    fn own(&mut self, owner: usize) {
        self.owners.push(u32::try_from(owner).unwrap_or(u32::MAX));
    }

    /// Calls `tell` with the number of the thing and the type of the match, for every match of a word.
    pub(super) fn each(&self, word: &Word, manner: Manner, tell: &mut dyn FnMut(usize, How)) {
        let all = 0..self.lines.len();
        hits::each(&self.lines, word.needle(manner), manner, all, &mut |hit| {
            if let Some(owner) = self.owners.get(hit.line) {
                tell(*owner as usize, hit.how);
            }
        });
    }
}
