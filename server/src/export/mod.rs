//! The data as files: figures with their receipts, cautions, conflicts, charts, rankings, zones. The same dataset
//! always gives the same bytes, and each file contains the digest of its dataset.

mod cautions;
mod chart;
mod figures;
mod ranking;
mod table;
mod zones;

pub use cautions::{CautionLine, ConflictLine, caution_lines, conflict_lines};
pub use chart::ChartFile;
pub use figures::{FigureLine, FigureLines};
pub use ranking::RankingFile;
pub use table::{Number, csv};
pub use zones::{zone_row, zones_csv, zones_geojson, zones_json};

use crate::error::Error;
use crate::live::OpenAtlas;
use domain::fact::Fact;
use domain::id::IndicatorId;
use domain::profile::{Owner, Profile};
use serde::Serialize;

/// The dataset that a file is made from.
#[derive(Debug, Serialize)]
pub struct DatasetLine<'a> {
    /// SHA-256 over the data files, in hexadecimal.
    pub digest: &'a str,
    /// The date of the release.
    pub date: &'a str,
    /// The licence of the data.
    pub licence: &'static str,
}

impl<'a> DatasetLine<'a> {
    /// Returns the dataset of an open database.
    pub fn of(atlas: &'a OpenAtlas) -> Self {
        Self {
            digest: &atlas.site_metadata.digest,
            date: &atlas.site_metadata.date,
            licence: "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        }
    }
}

/// The JSON file of all figures.
#[derive(Debug, Serialize)]
pub struct FiguresFile<'a> {
    /// The dataset that the file is made from.
    pub dataset: DatasetLine<'a>,
    /// The figures: zones before groups, and for each of them stated figures before derived ones.
    pub figures: Vec<FigureLine>,
}

/// The number of zones that are read at a time for a file of all zones.
const ZONES_AT_ONCE: u32 = 200;

impl<'a> FiguresFile<'a> {
    /// Reads all figures of a database. Zones without any data except their listed area are left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(atlas: &'a OpenAtlas) -> Result<Self, Error> {
        let mut figures = Vec::new();
        let mut after = None;
        loop {
            let zones = atlas
                .store
                .zones_with_content(after.as_ref(), ZONES_AT_ONCE);
            let zones = zones.await?;
            let Some((Owner::Zone(last), _)) = zones.last() else {
                break;
            };
            after = Some(last.clone());
            let profiles = atlas.store.profiles(zones, &atlas.reference).await?;
            let lines = FigureLines::of(atlas, &profiles.iter().collect::<Vec<_>>()).await?;
            figures.extend(profiles.iter().flat_map(|profile| lines.all(profile)));
        }
        let mut groups: Vec<_> = atlas
            .reference
            .groups
            .iter()
            .map(|group| (Owner::Group(group.id.clone()), group.name.clone()))
            .collect();
        groups.sort_by(|(one, _), (other, _)| one.cmp(other));
        let profiles = atlas.store.profiles(groups, &atlas.reference).await?;
        let lines = FigureLines::of(atlas, &profiles.iter().collect::<Vec<_>>()).await?;
        figures.extend(profiles.iter().flat_map(|profile| lines.all(profile)));
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            figures,
        })
    }
}

impl FiguresFile<'_> {
    /// Keeps only the figures of one indicator.
    #[must_use]
    pub fn of_indicator(mut self, indicator: &IndicatorId) -> Self {
        self.figures
            .retain(|figure| figure.indicator == indicator.as_str());
        self
    }
}

/// The JSON file of the profile of one zone or group.
#[derive(Debug, Serialize)]
pub struct ProfileFile<'a> {
    /// The dataset that the file is made from.
    pub dataset: DatasetLine<'a>,
    /// The path of the page, without language.
    pub address: String,
    /// The name in English.
    pub name_en: &'a str,
    /// The name in Chinese.
    pub name_zh: &'a str,
    /// The figures, stated ones first.
    pub figures: Vec<FigureLine>,
    /// The facts; empty for a group.
    pub facts: &'a [Fact],
    /// The cautions on the figures and facts.
    pub cautions: Vec<CautionLine>,
    /// The competing figures that cannot all be true.
    pub conflicts: Vec<ConflictLine>,
}

impl<'a> ProfileFile<'a> {
    /// Creates the file from a profile.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(atlas: &'a OpenAtlas, profile: &'a Profile) -> Result<Self, Error> {
        let lines = FigureLines::of(atlas, &[profile]).await?;
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            address: profile.owner.path(),
            name_en: &profile.name.en,
            name_zh: &profile.name.zh,
            figures: lines.all(profile),
            facts: &profile.facts,
            cautions: caution_lines(profile),
            conflicts: conflict_lines(profile),
        })
    }
}

/// The JSON file of all cautions and conflicts.
#[derive(Debug, Serialize)]
pub struct CautionsFile<'a> {
    /// The dataset that the file is made from.
    pub dataset: DatasetLine<'a>,
    /// The cautions of all zones and groups.
    pub cautions: Vec<CautionLine>,
    /// The competing figures that cannot all be true.
    pub conflicts: Vec<ConflictLine>,
}

impl<'a> CautionsFile<'a> {
    /// Reads all cautions and conflicts of a database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(atlas: &'a OpenAtlas) -> Result<Self, Error> {
        let judged = atlas.store.judged(&atlas.reference).await?;
        let disagreeing = atlas.store.disagreeing(&atlas.reference).await?;
        let cautions = judged.iter().map(|judged| &judged.profile);
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            cautions: cautions.flat_map(caution_lines).collect(),
            conflicts: disagreeing.iter().flat_map(conflict_lines).collect(),
        })
    }
}
