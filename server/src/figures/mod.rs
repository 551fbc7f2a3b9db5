//! The command `zone-atlas figures add`: takes a table of gathered figures into the data files.
//!
//! The words of the cells are read with the vocabulary in `data/words`. A row that cannot be read whole is reported and
//! not taken in. Running the command again with the same table changes nothing.

mod conversion;
mod edit;
mod gathered;
mod owner;
mod report;
mod source;
mod vocabulary;

pub use report::{AddReport, Done, RowReport};

use crate::dataset::{Dataset, Files, LEFT_OUT};
use crate::error::Error;
use conversion::{Conversion, Converted, NewFigure, rate_figure};
use domain::coverage::{LeftOut, LeftOutReason};
use domain::figure::Figure;
use domain::id::FigureId;
use domain::source::Source;
use gathered::GatheredRow;
use owner::{FileOwner, Owners};
use sha2::{Digest, Sha256};
use source::Sources;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;
use std::path::Path;
use vocabulary::Vocabulary;

/// The folder of the vocabulary, below the data folder.
const WORDS: &str = "words";
const SOURCES: &str = "sources.toml";

/// Takes the table `file` into the data files in `folder`. With `is_dry_run` it only reports.
///
/// # Errors
/// When a file cannot be read or written, when the table has not all columns, or when the data files have problems.
/// Nothing is written then.
pub fn add(folder: &Path, file: &Path, is_dry_run: bool) -> Result<AddReport, Error> {
    let files = Files::find(Some(folder))?;
    let dataset = Dataset::read(&files).map_err(Error::Dataset)?;
    let vocabulary = Vocabulary::read(&folder.join(WORDS)).map_err(Error::Vocabulary)?;
    let table_error = |what: String| Error::FigureTable {
        path: file.to_owned(),
        what,
    };
    let bytes = std::fs::read(file).map_err(|error| table_error(error.to_string()))?;
    let (rows, broken) = gathered::read(&bytes).map_err(table_error)?;
    let owners = Owners::of(&dataset);
    let conversion = Conversion {
        vocabulary: &vocabulary,
        owners: &owners,
        indicators: &dataset.indicators,
    };
    let mut addition = Addition::new(&dataset);
    for row in &rows {
        addition.row(row, &conversion);
    }
    let broken = broken.into_iter().map(|line| RowReport {
        line: line.line,
        what: "not a row".to_owned(),
        done: Done::Unread(vec![line.what]),
        unsure: Vec::new(),
    });
    addition.report.rows.extend(broken);
    addition.report.rows.sort_by_key(|row| row.line);
    let texts = addition.texts(&files, &dataset)?;
    // Everything is checked as it will be on disk before the first file is written.
    Dataset::read(&files.with(&texts)).map_err(Error::Dataset)?;
    if !is_dry_run {
        for (name, text) in &texts {
            replace(&folder.join(name), text).map_err(|source| Error::DataFolder {
                folder: folder.join(name),
                source,
            })?;
        }
    }
    Ok(AddReport {
        changed: texts.into_keys().collect(),
        is_dry_run,
        ..addition.report
    })
}

/// Replaces a file in one step.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    let mut file = tempfile::Builder::new()
        .permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))
        .tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// What is added to the dataset, row by row.
struct Addition<'a> {
    /// The figures of each file: those of the dataset, and the new ones.
    known: HashMap<FileOwner, Vec<Figure>>,
    added: BTreeMap<FileOwner, Vec<NewFigure>>,
    sources: Sources,
    ids: HashSet<String>,
    left_out: Vec<LeftOut>,
    /// The statements that were left out before, which the rows of this table may repeat.
    left_out_before: Vec<&'a LeftOut>,
    rows: HashMap<GatheredRow, u64>,
    report: AddReport,
}

impl<'a> Addition<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let mut known: HashMap<FileOwner, Vec<Figure>> = HashMap::new();
        let mut ids = HashSet::new();
        let zones = dataset.zones.iter().map(|file| {
            let owner = FileOwner::Zone(file.slug.clone(), file.code.clone());
            (owner, &file.figures)
        });
        let groups = dataset
            .groups
            .iter()
            .map(|file| (FileOwner::Group(file.group.id.clone()), &file.figures));
        for (owner, figures) in zones.chain(groups) {
            ids.extend(figures.iter().map(|(_, figure)| figure.id.to_string()));
            let figures = figures.iter().map(|(_, figure)| figure.clone());
            known.insert(owner, figures.collect());
        }
        let facts = dataset.zones.iter().flat_map(|file| &file.facts);
        ids.extend(facts.map(|(_, fact)| fact.id.to_string()));
        let removed = &dataset.lists.removed;
        ids.extend(removed.iter().map(|(_, removed)| removed.id.to_string()));
        Self {
            known,
            added: BTreeMap::new(),
            sources: Sources::of(&dataset.sources),
            ids,
            left_out: Vec::new(),
            left_out_before: dataset
                .lists
                .left_out
                .iter()
                .map(|(_, left_out)| left_out)
                .collect(),
            rows: HashMap::new(),
            report: AddReport::default(),
        }
    }

    fn row(&mut self, row: &GatheredRow, conversion: &Conversion<'_>) {
        let mut unsure = Vec::new();
        let without_line = GatheredRow {
            line: 0,
            ..row.clone()
        };
        let done = match self.rows.get(&without_line) {
            Some(line) => Done::Unread(vec![format!("the same row as line {line}")]),
            None => {
                self.rows.insert(without_line, row.line);
                match conversion.convert(row, &mut self.sources) {
                    Converted::Figure(figure) => {
                        unsure.clone_from(&figure.unsure);
                        self.figure(row, *figure)
                    }
                    Converted::LeftOut {
                        of,
                        indicator,
                        period,
                        reason,
                        note,
                    } => {
                        let words = note.as_ref().map(|note| note.en.clone());
                        self.leave_out(LeftOut {
                            of,
                            indicator,
                            period,
                            reason,
                            note,
                        });
                        Done::LeftOut(reason, words)
                    }
                    Converted::Unread(points) => Done::Unread(points),
                }
            }
        };
        self.report.rows.push(RowReport {
            line: row.line,
            what: format!("{}, {} {}", row.zone, row.metric, row.period),
            done,
            unsure,
        });
    }

    /// Adds a figure, unless the dataset contains it or a figure with the same words of the same page.
    fn figure(&mut self, row: &GatheredRow, mut new: NewFigure) -> Done {
        let of = new.owner.id().to_owned();
        let known = self.known.entry(new.owner.clone()).or_default();
        let same = known
            .iter()
            .find(|known| is_same_statement(known, &new.figure));
        if let Some(same) = same {
            let done = Done::Known(same.id.to_string());
            self.rate_left_out(&of, &new);
            return done;
        }
        let repeated = known.iter().find(|known| {
            known.measure.is_level()
                && known.period == new.figure.period
                && phrase(known) == phrase(&new.figure)
        });
        if let Some(repeated) = repeated {
            let words = format!("the same words of the same page are {}", repeated.id);
            self.leave_out(LeftOut {
                of,
                indicator: new.figure.indicator.clone(),
                period: new.figure.period,
                reason: LeftOutReason::Duplicate,
                note: None,
            });
            return Done::LeftOut(LeftOutReason::Duplicate, Some(words));
        }
        let Some(id) = self.new_id(&format!("{of} {row:?}")) else {
            return Done::Unread(vec!["no id is free".to_owned()]);
        };
        new.figure.id = id.clone();
        self.rate_left_out(&of, &new);
        let owner = new.owner.clone();
        let known = self.known.entry(owner.clone()).or_default();
        known.push(new.figure.clone());
        let rate = new.rate.and_then(|rate| rate_figure(&new.figure, rate));
        let added = self.added.entry(owner.clone()).or_default();
        let members = new.members;
        added.push(new);
        if let Some(mut figure) = rate
            && let Some(rate_id) = self.new_id(&format!("rate {id}"))
        {
            figure.id = rate_id;
            let added = self.added.entry(owner.clone()).or_default();
            added.push(NewFigure {
                owner: owner.clone(),
                figure,
                members,
                rate: None,
                has_rate_without_words: false,
                unsure: Vec::new(),
            });
        }
        Done::Added {
            id: id.to_string(),
            file: owner.file(),
        }
    }

    /// Notes that the words of a growth rate were not kept.
    fn rate_left_out(&mut self, of: &str, new: &NewFigure) {
        if new.has_rate_without_words {
            self.leave_out(LeftOut {
                of: of.to_owned(),
                indicator: new.figure.indicator.clone(),
                period: new.figure.period,
                reason: LeftOutReason::NoWordsForRate,
                note: None,
            });
        }
    }

    /// Adds a statement to the list of those left out, unless the list contains it already.
    fn leave_out(&mut self, left_out: LeftOut) {
        let before = self
            .left_out_before
            .iter()
            .position(|before| **before == left_out);
        match before {
            Some(place) => {
                self.left_out_before.swap_remove(place);
            }
            None => self.left_out.push(left_out),
        }
    }

    /// Returns an id of five letters and digits that is not in use. It depends on `key` only, so that the same table
    /// gets the same ids.
    fn new_id(&mut self, key: &str) -> Option<FigureId> {
        // Letters and digits that look alike are left out.
        const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
        let ids = (0..1000_u32).map(|number| {
            let hash = Sha256::digest(format!("{key} {number}"));
            let signs = hash.iter().take(5);
            signs
                .map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()]))
                .collect::<String>()
        });
        // A letter first and a digit somewhere: an id is neither a number nor a word.
        let mut good = ids.filter(|id| {
            id.starts_with(|c: char| c.is_ascii_lowercase())
                && id.contains(|c: char| c.is_ascii_digit())
                && !self.ids.contains(id)
        });
        let id = good.next()?;
        self.ids.insert(id.clone());
        id.parse().ok()
    }

    /// Returns the new text of each file that changes.
    fn texts(&self, files: &Files, dataset: &Dataset) -> Result<BTreeMap<String, String>, Error> {
        let mut texts = BTreeMap::new();
        for (owner, figures) in &self.added {
            let name = owner.file();
            let text = match files.get(&name) {
                Some(text) => text.to_owned(),
                None => edit::new_zone_file(owner),
            };
            let entries = figures.iter().map(edit::Entry::from);
            let text = edit::with_figures(&text, entries, &dataset.indicators)
                .map_err(|error| Error::EditData(name.clone(), error))?;
            texts.insert(name, text);
        }
        let figures = self.added.values().flatten().map(|new| &new.figure);
        let used: HashSet<_> = figures
            .filter_map(Figure::receipt)
            .map(|receipt| &receipt.source)
            .collect();
        let sources = self.sources.added().iter();
        let sources: Vec<&Source> = sources.filter(|source| used.contains(&source.id)).collect();
        if !sources.is_empty() {
            let text = files.get(SOURCES).unwrap_or_default();
            let text = edit::with_sources(text, &sources)
                .map_err(|error| Error::EditData(SOURCES.to_owned(), error))?;
            texts.insert(SOURCES.to_owned(), text);
        }
        if !self.left_out.is_empty() {
            let mut text = files.get(LEFT_OUT).unwrap_or_default().to_owned();
            for left_out in &self.left_out {
                let (en, zh) = match &left_out.note {
                    Some(note) => (note.en.as_str(), note.zh.as_str()),
                    None => ("", ""),
                };
                let LeftOut {
                    of,
                    indicator,
                    period,
                    reason,
                    ..
                } = left_out;
                text.push_str(&format!(
                    "{of}\t{indicator}\t{period}\t{reason}\t{en}\t{zh}\n"
                ));
            }
            texts.insert(LEFT_OUT.to_owned(), text);
        }
        Ok(texts)
    }
}

/// True if both figures are the same statement of the same page.
fn is_same_statement(one: &Figure, other: &Figure) -> bool {
    let value = |figure: &Figure| figure.statement().map(|statement| statement.quantity);
    one.measure.is_level()
        && one.indicator == other.indicator
        && one.period == other.period
        && value(one) == value(other)
        && phrase(one) == phrase(other)
}

/// The page and the words of a figure.
fn phrase(figure: &Figure) -> Option<(&str, &str)> {
    let receipt = figure.receipt()?;
    Some((receipt.source.as_str(), receipt.as_stated.as_str()))
}
