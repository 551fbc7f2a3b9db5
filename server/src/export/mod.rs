//! The data as files: every figure with its receipt, every caution and conflict. The same dataset
//! gives the same bytes, and each file names it by its digest.

mod cautions;
mod chart;
mod figures;
mod league;
mod table;
mod zones;

pub use cautions::{CautionLine, ConflictLine, caution_lines, conflict_lines};
pub use chart::ChartFile;
pub use figures::{FigureLine, FigureLines};
pub use league::LeagueFile;
pub use table::{Number, csv};
pub use zones::{zone_row, zones_csv, zones_geojson, zones_json};

use crate::error::Error;
use crate::live::OpenAtlas;
use domain::dossier::{Dossier, Owner};
use domain::fact::Fact;
use domain::id::IndicatorId;
use serde::Serialize;

/// Which dataset a file is of.
#[derive(Debug, Serialize)]
pub struct DatasetLine<'a> {
    /// SHA-256 over the data files.
    pub digest: &'a str,
    /// The day of the release.
    pub date: &'a str,
    /// Under which terms it may be used.
    pub licence: &'static str,
}

impl<'a> DatasetLine<'a> {
    /// The dataset of an open database.
    pub fn of(atlas: &'a OpenAtlas) -> Self {
        Self {
            digest: &atlas.outline.digest,
            date: &atlas.outline.date,
            licence: "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        }
    }
}

/// All figures, as a file.
#[derive(Debug, Serialize)]
pub struct FiguresFile<'a> {
    /// The dataset.
    pub dataset: DatasetLine<'a>,
    /// The figures, zones before groups, stated before derived.
    pub figures: Vec<FigureLine>,
}

/// How many zones are read at once for a file of all of them.
const ZONES_AT_ONCE: u32 = 200;

impl<'a> FiguresFile<'a> {
    /// All figures of a database, without the areas that are all that the lists say of a zone.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn of(atlas: &'a OpenAtlas) -> Result<Self, Error> {
        let mut figures = Vec::new();
        let mut after = None;
        loop {
            let zones = atlas
                .store
                .zones_with_knowledge(after.as_ref(), ZONES_AT_ONCE);
            let zones = zones.await?;
            let Some((Owner::Zone(last), _)) = zones.last() else {
                break;
            };
            after = Some(last.clone());
            let dossiers = atlas.store.dossiers(zones, &atlas.reference).await?;
            let lines = FigureLines::of(atlas, &dossiers.iter().collect::<Vec<_>>()).await?;
            figures.extend(dossiers.iter().flat_map(|dossier| lines.all(dossier)));
        }
        let mut groups: Vec<_> = atlas
            .reference
            .groups
            .iter()
            .map(|group| (Owner::Group(group.id.clone()), group.name.clone()))
            .collect();
        groups.sort_by(|(one, _), (other, _)| one.cmp(other));
        let dossiers = atlas.store.dossiers(groups, &atlas.reference).await?;
        let lines = FigureLines::of(atlas, &dossiers.iter().collect::<Vec<_>>()).await?;
        figures.extend(dossiers.iter().flat_map(|dossier| lines.all(dossier)));
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            figures,
        })
    }
}

impl FiguresFile<'_> {
    /// The same with the figures of one indicator alone.
    #[must_use]
    pub fn of_indicator(mut self, indicator: &IndicatorId) -> Self {
        self.figures
            .retain(|figure| figure.indicator == indicator.as_str());
        self
    }
}

/// What is known of one zone or group, as a file.
#[derive(Debug, Serialize)]
pub struct DossierFile<'a> {
    /// The dataset.
    pub dataset: DatasetLine<'a>,
    /// The address of the page, without language.
    pub address: String,
    /// In English.
    pub name_en: &'a str,
    /// In Chinese.
    pub name_zh: &'a str,
    /// The figures.
    pub figures: Vec<FigureLine>,
    /// The facts.
    pub facts: &'a [Fact],
    /// The cautions.
    pub cautions: Vec<CautionLine>,
    /// The figures that disagree.
    pub conflicts: Vec<ConflictLine>,
}

impl<'a> DossierFile<'a> {
    /// What a dossier holds.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(atlas: &'a OpenAtlas, dossier: &'a Dossier) -> Result<Self, Error> {
        let lines = FigureLines::of(atlas, &[dossier]).await?;
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            address: dossier.owner.path(),
            name_en: &dossier.name.en,
            name_zh: &dossier.name.zh,
            figures: lines.all(dossier),
            facts: &dossier.facts,
            cautions: caution_lines(dossier),
            conflicts: conflict_lines(dossier),
        })
    }
}

/// Everything doubtful, as a file.
#[derive(Debug, Serialize)]
pub struct DoubtsFile<'a> {
    /// The dataset.
    pub dataset: DatasetLine<'a>,
    /// The cautions.
    pub cautions: Vec<CautionLine>,
    /// The figures that disagree.
    pub conflicts: Vec<ConflictLine>,
}

impl<'a> DoubtsFile<'a> {
    /// Everything doubtful in a database.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn of(atlas: &'a OpenAtlas) -> Result<Self, Error> {
        let judged = atlas.store.judged(&atlas.reference).await?;
        let disagreeing = atlas.store.disagreeing(&atlas.reference).await?;
        let cautions = judged.iter().map(|judged| &judged.dossier);
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            cautions: cautions.flat_map(caution_lines).collect(),
            conflicts: disagreeing.iter().flat_map(conflict_lines).collect(),
        })
    }
}
