//! A league table as data.

use super::DatasetLine;
use super::figures::{FigureLine, FigureLines};
use crate::error::Error;
use crate::live::OpenAtlas;
use domain::dossier::{Dossier, Owner};
use domain::id::{FigureId, ZoneSlug};
use domain::league::League;
use serde::Serialize;
use std::collections::HashMap;

/// One indicator over all zones, as a file.
#[derive(Debug, Serialize)]
pub struct LeagueFile<'a> {
    /// The dataset.
    pub dataset: DatasetLine<'a>,
    /// The indicator.
    pub indicator: String,
    /// What it measures, in English.
    pub definition_en: String,
    /// In Chinese.
    pub definition_zh: String,
    /// What to beware of, in English.
    pub pitfall_en: String,
    /// In Chinese.
    pub pitfall_zh: String,
    /// The zones of which a value is known, the greatest first.
    pub zones: Vec<LeagueZoneFile>,
}

/// A zone with its latest value.
#[derive(Debug, Serialize)]
pub struct LeagueZoneFile {
    /// Its place, from 1.
    pub place: Option<u32>,
    /// Its address.
    pub zone: String,
    /// The latest value, with its receipt.
    pub figure: FigureLine,
}

impl<'a> LeagueFile<'a> {
    /// The whole table.
    ///
    /// # Errors
    /// When the receipts of the values cannot be read.
    pub async fn of(atlas: &'a OpenAtlas, league: &League) -> Result<Self, Error> {
        let indicator = &league.indicator;
        let ids = league.lines.iter().map(|line| &line.latest.figure.id);
        let dossiers = atlas.store.dossiers_of_figures(ids, &atlas.reference);
        let dossiers = dossiers.await?;
        let lines = FigureLines::of(atlas, &dossiers.iter().collect::<Vec<_>>()).await?;
        let dossiers: HashMap<Owner, Dossier> = dossiers
            .into_iter()
            .map(|dossier| (dossier.owner.clone(), dossier))
            .collect();
        let zone = |slug: &ZoneSlug, place, id: &FigureId| {
            let dossier = dossiers.get(&Owner::Zone(slug.clone()))?;
            Some(LeagueZoneFile {
                place,
                zone: slug.to_string(),
                figure: lines.line(dossier, dossier.figure(id)?),
            })
        };
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            indicator: indicator.id.to_string(),
            definition_en: indicator.definition.en.clone(),
            definition_zh: indicator.definition.zh.clone(),
            pitfall_en: indicator.pitfall.en.clone(),
            pitfall_zh: indicator.pitfall.zh.clone(),
            zones: league
                .lines
                .iter()
                .filter_map(|line| zone(&line.zone.slug, line.place, &line.latest.figure.id))
                .collect(),
        })
    }

    /// The latest values as lines of a table, in the order of the places.
    pub fn figures(&self) -> Vec<&FigureLine> {
        self.zones.iter().map(|zone| &zone.figure).collect()
    }
}
