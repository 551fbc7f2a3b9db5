//! The ranking of an indicator as JSON or CSV.

use super::DatasetLine;
use super::figures::{FigureLine, FigureLines};
use crate::error::Error;
use crate::live::OpenAtlas;
use domain::id::{FigureId, ZoneSlug};
use domain::profile::{Owner, Profile};
use domain::ranking::Ranking;
use serde::Serialize;
use std::collections::HashMap;

/// The JSON file of the ranking of an indicator.
#[derive(Debug, Serialize)]
pub struct RankingFile<'a> {
    /// The dataset that the file is made from.
    pub dataset: DatasetLine<'a>,
    /// The id of the indicator.
    pub indicator: String,
    /// The definition of the indicator, in English.
    pub definition_en: String,
    /// The definition of the indicator, in Chinese.
    pub definition_zh: String,
    /// A warning about common misreadings, in English.
    pub pitfall_en: String,
    /// A warning about common misreadings, in Chinese.
    pub pitfall_zh: String,
    /// The zones with a known value, the greatest first.
    pub zones: Vec<RankedZoneFile>,
}

/// A zone with its latest value.
#[derive(Debug, Serialize)]
pub struct RankedZoneFile {
    /// The rank, from 1; `None` if the value cannot be compared.
    pub place: Option<u32>,
    /// The slug of the zone.
    pub zone: String,
    /// The latest value, with its receipt.
    pub figure: FigureLine,
}

impl<'a> RankingFile<'a> {
    /// Creates the file and reads the receipts of all values of the ranking.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(atlas: &'a OpenAtlas, ranking: &Ranking) -> Result<Self, Error> {
        let indicator = &ranking.indicator;
        let ids = ranking.lines.iter().map(|line| &line.latest.figure.id);
        let profiles = atlas.store.profiles_of_figures(ids, &atlas.reference);
        let profiles = profiles.await?;
        let lines = FigureLines::of(atlas, &profiles.iter().collect::<Vec<_>>()).await?;
        let profiles: HashMap<Owner, Profile> = profiles
            .into_iter()
            .map(|profile| (profile.owner.clone(), profile))
            .collect();
        let zone = |slug: &ZoneSlug, place, id: &FigureId| {
            let profile = profiles.get(&Owner::Zone(slug.clone()))?;
            Some(RankedZoneFile {
                place,
                zone: slug.to_string(),
                figure: lines.line(profile, profile.figure(id)?),
            })
        };
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            indicator: indicator.id.to_string(),
            definition_en: indicator.definition.en.clone(),
            definition_zh: indicator.definition.zh.clone(),
            pitfall_en: indicator.pitfall.en.clone(),
            pitfall_zh: indicator.pitfall.zh.clone(),
            zones: ranking
                .lines
                .iter()
                .filter_map(|line| zone(&line.zone.slug, line.place, &line.latest.figure.id))
                .collect(),
        })
    }

    /// Returns the latest values as rows, in the order of the ranking.
    pub fn figures(&self) -> Vec<&FigureLine> {
        self.zones.iter().map(|zone| &zone.figure).collect()
    }
}
