//! Reads rankings: the latest value of each zone for an indicator, the greatest first.

use super::profiles::json_list;
use super::reader::Store;
use super::reference::{IndicatorTotals, Reference};
use crate::error::Error;
use domain::catalogue::Kind;
use domain::figure::Figure;
use domain::id::{FigureId, ProvinceSlug, ZoneSlug};
use domain::indicator::Indicator;
use domain::ranking::{Latest, Ranking, RankingPart, RankingRow};
use domain::zone::ZoneSummary;
use std::collections::HashMap;

impl Store {
    /// Reads part of the ranking of an indicator.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn ranking(
        &self,
        (indicator, totals): (&Indicator, &IndicatorTotals),
        part: &RankingPart,
        reference: &Reference,
    ) -> Result<Ranking, Error> {
        let id = indicator.id.as_str();
        let province = part.province.as_ref().map(ProvinceSlug::as_str);
        let kind = part.kind.map(Kind::as_str);
        let rows = sqlx::query!(
            r#"SELECT place, ranking.zone, figure, earlier, questioned AS "questioned: bool" FROM ranking
               JOIN zone ON zone.slug = ranking.zone
               WHERE indicator = ?1 AND (?2 IS NULL OR province = ?2) AND (?3 IS NULL OR kind = ?3)
               ORDER BY ranking.position LIMIT ?4 OFFSET ?5"#,
            id,
            province,
            kind,
            part.most,
            part.skip
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
            let zone =
                zone.ok_or_else(|| self.corrupt("a ranking names a zone that does not exist"))?;
            Ok(RankingRow {
                zone,
                latest: Latest {
                    figure: figure(&row.figure)?,
                    earlier: row.earlier.as_deref().map(figure).transpose()?,
                    questioned: row.questioned,
                },
                place: row.place.map(|place| self.count(place)).transpose()?,
            })
        });
        Ok(Ranking {
            indicator: indicator.clone(),
            lines: lines.collect::<Result<_, Error>>()?,
            known: totals.ranked,
            with_figures: totals.counts.zones,
            matching: if province.is_none() && kind.is_none() {
                totals.ranked
            } else {
                self.ranked(id, province, kind).await?
            },
            figures: totals.published,
            zones: reference.zones(),
        })
    }

    /// Counts the ranked zones, filtered by province and kind.
    async fn ranked(
        &self,
        indicator: &str,
        province: Option<&str>,
        kind: Option<&str>,
    ) -> Result<u32, Error> {
        let count = sqlx::query_scalar!(
            "SELECT COUNT(*) FROM ranking JOIN zone ON zone.slug = ranking.zone
             WHERE indicator = ?1 AND (?2 IS NULL OR province = ?2) AND (?3 IS NULL OR kind = ?3)",
            indicator,
            province,
            kind
        )
        .fetch_one(&self.pool)
        .await
        .map_err(self.failed())?;
        self.count(count)
    }
}
