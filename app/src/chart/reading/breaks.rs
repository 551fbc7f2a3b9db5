//! Breaks of a chart: lines that continue others of the same name, but count something else.

use super::{ChartBuilder, DrawnLine, TransformedPart};
use crate::chart::state::ChartSeries;
use domain::figure::Status;
use std::collections::BTreeMap;

/// A line that continues other lines of the same name, but counts something else.
struct Break<'r> {
    /// The index of its series.
    series: usize,
    /// Its first year.
    year: u16,
    line: DrawnLine<'r>,
    /// The lines that it continues.
    before: Vec<DrawnLine<'r>>,
    /// True if only the number of zones of the group differs.
    is_of_size: bool,
}

/// The first years of the lines of a group, each with the number of its zones; `None` if no source states it.
type Sizes<'r> = BTreeMap<u16, Option<&'r str>>;

impl ChartBuilder<'_> {
    /// Marks the first point after each change of definition or of the number of zones. A target is not marked. Returns
    /// a note for each change of definition, and one for all changes of the number of zones of a group.
    pub(super) fn mark_breaks(&self, series: &mut [ChartSeries]) -> Vec<String> {
        let c = self.locale.chart_messages();
        let mut notes = Vec::new();
        for part in &self.parts {
            let mut sizes = Sizes::new();
            for found in breaks(part, series) {
                let Some(line) = series.get_mut(found.series) else {
                    continue;
                };
                let first = line.points.iter_mut().find(|point| !point.is_superseded);
                let is_target = |status| matches!(status, Status::Target | Status::Planned);
                let Some(first) = first.filter(|point| !is_target(point.status)) else {
                    continue;
                };
                if found.is_of_size {
                    let zones = found.line.words.zones.as_deref();
                    first.long = zones.map(|zones| (c.after_new_size)(&first.short, zones));
                    sizes.extend(found.sizes());
                } else {
                    notes.push((c.note_break)(&found.year.to_string(), &line.label));
                    first.long = Some((c.after_break)(&first.short));
                }
            }
            notes.extend((!sizes.is_empty()).then(|| self.size_note(part, sizes)));
        }
        notes
    }

    /// Returns the note on the number of zones of a group in several years.
    fn size_note(&self, part: &TransformedPart<'_>, sizes: Sizes<'_>) -> String {
        let c = self.locale.chart_messages();
        let in_words = |(year, zones): (u16, Option<&str>)| {
            (c.size_in_year)(zones.unwrap_or(c.size_not_stated), &year.to_string())
        };
        let years: Vec<String> = sizes.into_iter().map(in_words).collect();
        let note = (c.note_sizes)(&years.join(c.listing));
        if part.of.is_named {
            [&part.of.name, c.colon, &note].concat()
        } else {
            note
        }
    }
}

impl<'r> Break<'r> {
    /// Returns the first year of each of its lines, with the number of zones.
    fn sizes(&self) -> impl Iterator<Item = (u16, Option<&'r str>)> {
        let lines = self.before.iter().chain([&self.line]);
        lines.filter_map(|line| {
            let first = line.transformed.points.first()?;
            Some((first.year, line.words.zones.as_deref()))
        })
    }
}

/// Returns the lines of a part that continue another line of the same name with another definition or another number of
/// zones. Hidden lines do not count.
fn breaks<'r>(part: &'r TransformedPart<'r>, series: &[ChartSeries]) -> Vec<Break<'r>> {
    let number_of = |line: DrawnLine<'_>| {
        let id = &line.first()?.id;
        let number = series.iter().position(|series| &series.id == id)?;
        (!series[number].hidden).then_some(number)
    };
    let mut breaks = Vec::new();
    for line in part.lines() {
        let first = line.transformed.points.first();
        let Some((number, first)) = number_of(line).zip(first) else {
            continue;
        };
        let is_continued = |other: &DrawnLine<'_>| {
            let last = other.transformed.points.last();
            number_of(*other).is_some_and(|before| before != number)
                && line
                    .words
                    .counted_otherwise
                    .contains(&other.transformed.line)
                && last.is_some_and(|point| point.year < first.year)
        };
        let before: Vec<DrawnLine<'_>> = part.lines().filter(is_continued).collect();
        if before.is_empty() {
            continue;
        }
        let is_other_size =
            |other: &DrawnLine<'_>| line.words.of_other_size.contains(&other.transformed.line);
        breaks.push(Break {
            series: number,
            year: first.year,
            line,
            is_of_size: before.iter().all(is_other_size),
            before,
        });
    }
    breaks
}
