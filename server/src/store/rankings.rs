//! The latest value of each zone by indicator, the greatest first.

use super::dossiers::json_list;
use super::reader::Store;
use super::reference::{IndicatorTotals, Reference};
use crate::error::Error;
use domain::figure::Figure;
use domain::id::{FigureId, ZoneSlug};
use domain::indicator::Indicator;
use domain::league::{Latest, League, LeagueLine};
use domain::zone::ZoneSummary;
use std::collections::HashMap;

impl Store {
    /// Part of the ranking of an indicator: at most `most` zones after the first `skip`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn league(
        &self,
        (indicator, totals): (&Indicator, &IndicatorTotals),
        (skip, most): (u32, u32),
        reference: &Reference,
    ) -> Result<League, Error> {
        let id = indicator.id.as_str();
        let rows = sqlx::query!(
            r#"SELECT place, zone, figure, earlier, questioned AS "questioned: bool" FROM ranking
               WHERE indicator = ? ORDER BY position LIMIT ? OFFSET ?"#,
            id,
            most,
            skip
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let slugs = rows.iter().map(|row| self.parse(&row.zone));
        let slugs: Vec<ZoneSlug> = slugs.collect::<Result<_, _>>()?;
        let zones = self.zones(&slugs).await?;
        let mut zones: HashMap<String, ZoneSummary> = zones
            .into_iter()
            .map(|zone| (zone.slug.to_string(), zone))
            .collect();
        let ids = rows
            .iter()
            .flat_map(|row| Some(&row.figure).into_iter().chain(&row.earlier));
        let figures = self.figures_by_id(&json_list(ids)).await?;
        let figures: HashMap<FigureId, Figure> = figures
            .into_iter()
            .map(|(_, figure)| (figure.id.clone(), figure))
            .collect();
        let figure = |id: &str| {
            let id: FigureId = self.parse(id)?;
            let found = figures.get(&id).cloned();
            found.ok_or_else(|| self.corrupt(format_args!("no figure `{id}`, which is ranked")))
        };
        let lines = rows.into_iter().map(|row| {
            let zone = zones.remove(&row.zone);
            let zone = zone.ok_or_else(|| self.corrupt("a ranking of a zone that is not there"))?;
            Ok(LeagueLine {
                zone,
                latest: Latest {
                    figure: figure(&row.figure)?,
                    earlier: row.earlier.as_deref().map(figure).transpose()?,
                    questioned: row.questioned,
                },
                place: row.place.map(|place| self.count(place)).transpose()?,
            })
        });
        Ok(League {
            indicator: indicator.clone(),
            lines: lines.collect::<Result<_, Error>>()?,
            known: totals.ranked,
            zones: reference.zones(),
        })
    }
}
