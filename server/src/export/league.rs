//! A league table as data.

use super::DatasetLine;
use super::figures::{FigureLine, figure_line};
use crate::live::Snapshot;
use domain::league::{League, LeagueLine};
use serde::Serialize;

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
    pub fn of(snapshot: &'a Snapshot, league: &League) -> Self {
        let indicator = &league.indicator;
        Self {
            dataset: DatasetLine::of(snapshot),
            indicator: indicator.id.to_string(),
            definition_en: indicator.definition.en.clone(),
            definition_zh: indicator.definition.zh.clone(),
            pitfall_en: indicator.pitfall.en.clone(),
            pitfall_zh: indicator.pitfall.zh.clone(),
            zones: league
                .lines
                .iter()
                .filter_map(|line| zone(snapshot, line))
                .collect(),
        }
    }

    /// The latest values as lines of a table, in the order of the places.
    pub fn figures(&self) -> Vec<&FigureLine> {
        self.zones.iter().map(|zone| &zone.figure).collect()
    }
}

fn zone(snapshot: &Snapshot, line: &LeagueLine) -> Option<LeagueZoneFile> {
    let dossier = snapshot.archive.of_zone(snapshot.by_slug(&line.zone.slug)?);
    Some(LeagueZoneFile {
        place: line.place,
        zone: line.zone.slug.to_string(),
        figure: figure_line(&snapshot.outline.digest, &dossier, &line.latest.figure),
    })
}
