//! Which zone or group a row of a gathered table belongs to.

use super::gathered::GatheredRow;
use super::vocabulary::{Meaning, Vocabulary};
use crate::dataset::{Dataset, ZoneEntry};
use domain::id::{CatalogueCode, GroupId, ZoneSlug};
use std::collections::HashMap;

/// A zone or group that can have figures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileOwner {
    /// A zone.
    Zone(ZoneSlug, Option<CatalogueCode>),
    /// A group of zones that has a file.
    Group(GroupId),
}

impl FileOwner {
    /// Returns the name of the data file.
    pub fn file(&self) -> String {
        match self {
            Self::Zone(slug, _) => format!("zones/{slug}.toml"),
            Self::Group(id) => format!("groups/{id}.toml"),
        }
    }

    /// Returns the slug or id.
    pub fn id(&self) -> &str {
        match self {
            Self::Zone(slug, _) => slug.as_str(),
            Self::Group(id) => id.as_str(),
        }
    }
}

/// The zones and groups, by code and by all their names.
pub struct Owners<'a> {
    by_code: HashMap<&'a str, &'a ZoneEntry>,
    by_name: HashMap<&'a str, Vec<FileOwner>>,
    by_id: HashMap<&'a str, FileOwner>,
}

impl<'a> Owners<'a> {
    /// Collects the codes and names of a dataset.
    pub fn of(dataset: &'a Dataset) -> Self {
        let mut owners = Self {
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            by_id: HashMap::new(),
        };
        for entry in &dataset.tables.zones {
            let owner = zone(entry);
            if let Some(code) = &entry.summary.code {
                owners.by_code.insert(code.as_str(), entry);
            }
            let name = &entry.summary.name;
            owners.add([name.en.as_str(), name.zh.as_str()], &owner);
            owners.by_id.insert(entry.summary.slug.as_str(), owner);
        }
        for file in &dataset.zones {
            let owner = FileOwner::Zone(file.slug.clone(), file.code.clone());
            for name in file.name.iter().chain(&file.other_names) {
                owners.add([name.en.as_str(), name.zh.as_str()], &owner);
            }
        }
        for file in &dataset.groups {
            let owner = FileOwner::Group(file.group.id.clone());
            let name = &file.group.name;
            owners.add([name.en.as_str(), name.zh.as_str()], &owner);
            owners.by_id.insert(file.group.id.as_str(), owner);
        }
        owners
    }

    fn add(&mut self, names: [&'a str; 2], owner: &FileOwner) {
        for name in names {
            let known = self.by_name.entry(name).or_default();
            if !known.contains(owner) {
                known.push(owner.clone());
            }
        }
    }

    /// Returns the owner of a row: as decided for the row, by its name in `owners.tsv`, by its code, or by a name that
    /// belongs to one zone only.
    ///
    /// # Errors
    /// When code and name belong to different zones, or no zone or several zones have the name.
    pub fn find(&self, row: &GatheredRow, vocabulary: &Vocabulary) -> Result<FileOwner, String> {
        let decided = vocabulary.decisions(row).find_map(|meaning| match meaning {
            Meaning::Owner(id) => Some(id.as_str()),
            _ => None,
        });
        if let Some(id) = decided.or_else(|| vocabulary.owner(&row.zone)) {
            let owner = self.by_id.get(id).cloned();
            return owner.ok_or_else(|| format!("`{id}` is no zone and no group"));
        }
        if !row.code.is_empty() {
            let entry = self.by_code.get(row.code.as_str());
            let entry = entry.ok_or_else(|| format!("`{}` is the code of no zone", row.code))?;
            let owner = zone(entry);
            let named = self.named(&row.name_zh);
            if !row.name_zh.is_empty() && !named.contains(&owner) {
                return Err(format!(
                    "`{}` is the code of {}, not of {}",
                    row.code, entry.summary.name.zh, row.name_zh
                ));
            }
            return Ok(owner);
        }
        for name in [&row.name_zh, &row.zone] {
            match self.named(name) {
                [] => {}
                [owner] => return Ok(owner.clone()),
                several => {
                    return Err(format!("{} zones are called `{name}`", several.len()));
                }
            }
        }
        Err(format!("no zone and no group is called `{}`", row.zone))
    }

    fn named(&self, name: &str) -> &[FileOwner] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }
}

fn zone(entry: &ZoneEntry) -> FileOwner {
    FileOwner::Zone(entry.summary.slug.clone(), entry.summary.code.clone())
}
