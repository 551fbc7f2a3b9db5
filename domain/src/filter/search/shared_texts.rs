//! Texts that several zones may share, such as the names of cities.

use super::folded_texts::FoldedTexts;
use super::matches::{self, Effort, MatchKind, MatchOptions};
use super::pinyin::Readings;
use super::query::Word;
use crate::text::Bilingual;

/// The texts of numbered things (zones, cities, provinces, kinds or terms), several texts per thing.
#[derive(Debug, Clone, Default)]
pub(super) struct SharedTexts {
    /// The English and Chinese texts.
    written: TextsByOwner,
    /// The pinyin of the Chinese texts.
    spelled: TextsByOwner,
    /// The number of things.
    things: usize,
}

/// Lines that belong to things.
#[derive(Debug, Clone, Default)]
pub(super) struct TextsByOwner {
    lines: FoldedTexts,
    /// For each line the number of its thing.
    owners: Vec<u32>,
}

impl SharedTexts {
    /// Creates an empty collection for a number of things.
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

    /// Calls `on_match` with the number of the thing and the type of the match, for every match of a word.
    pub(super) fn for_each_match(
        &self,
        word: &Word,
        effort: Effort,
        on_match: &mut dyn FnMut(usize, MatchKind),
    ) {
        // Matches inside a unit are useful only in the names of zones; in other texts they are chance.
        let effort = match effort {
            Effort::Inside => Effort::Strict,
            effort => effort,
        };
        self.written
            .for_each_match(word, MatchOptions::shortened(effort), on_match);
        if !word.han {
            self.spelled
                .for_each_match(word, MatchOptions::spelled(effort), on_match);
        }
    }

    /// Returns the best match of a word for each thing; `None` if no text matches.
    pub(super) fn find(&self, word: &Word, effort: Effort) -> Option<Vec<Option<MatchKind>>> {
        let mut found: Option<Vec<Option<MatchKind>>> = None;
        self.for_each_match(word, effort, &mut |thing, match_kind| {
            let all = found.get_or_insert_with(|| vec![None; self.things]);
            if let Some(best) = all.get_mut(thing) {
                *best = Some(best.map_or(match_kind, |best| best.min(match_kind)));
            }
        });
        found
    }
}

impl TextsByOwner {
    /// Adds a text of a thing.
    pub(super) fn push(&mut self, owner: usize, text: &str) {
        self.lines.push(text);
        self.own(owner);
    }

    fn own(&mut self, owner: usize) {
        self.owners.push(u32::try_from(owner).unwrap_or(u32::MAX));
    }

    /// Calls `on_match` with the number of the thing and the type of the match, for every match of a word.
    pub(super) fn for_each_match(
        &self,
        word: &Word,
        options: MatchOptions,
        on_match: &mut dyn FnMut(usize, MatchKind),
    ) {
        let all = 0..self.lines.len();
        matches::for_each_match(
            &self.lines,
            word.needle(options),
            options,
            all,
            &mut |word_match| {
                if let Some(owner) = self.owners.get(word_match.line) {
                    on_match(*owner as usize, word_match.match_kind);
                }
            },
        );
    }
}
