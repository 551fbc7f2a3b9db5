//! Writes the lists that need no calculation.

use super::input::{Counts, ReferenceLists};
use crate::store::batch::Batch;
use crate::store::rows::both;
use domain::coverage::IndicatorCounts;
use domain::indicator::Indicator;
use domain::source::Source;
use sqlx::SqliteConnection;

/// Writes the provinces, cities and groups of industries.
pub(super) async fn write_regions(
    db: &mut SqliteConnection,
    lists: &ReferenceLists,
) -> sqlx::Result<()> {
    let mut batch = Batch::new(
        "INSERT INTO province (position, slug, code, letters, name_en, name_zh, short_zh, tile_row, tile_column) ",
    );
    for (position, province) in (0_i64..).zip(&lists.provinces) {
        let row = [
            position.into(),
            province.slug.as_str().into(),
            province.code.as_str().into(),
            province.letters.as_str().into(),
            province.name.en.as_str().into(),
            province.name.zh.as_str().into(),
            province.short_zh.as_str().into(),
            province.row.into(),
            province.column.into(),
        ];
        batch.add(db, row).await?;
    }
    batch.flush(db).await?;
    let mut batch = Batch::new(
        "INSERT INTO city (position, slug, adcode, province, name_en, name_zh, latitude, longitude) ",
    );
    for (position, (adcode, city)) in (0_i64..).zip(&lists.cities) {
        let row = [
            position.into(),
            city.slug.as_str().into(),
            adcode.as_str().into(),
            city.province.as_str().into(),
            city.name.en.as_str().into(),
            city.name.zh.as_str().into(),
            city.point.map(|point| point.latitude).into(),
            city.point.map(|point| point.longitude).into(),
        ];
        batch.add(db, row).await?;
    }
    batch.flush(db).await?;
    let mut batch =
        Batch::new("INSERT INTO industry_group (position, id, name_en, name_zh, scope) ");
    for (position, group) in (0_i64..).zip(&lists.industry_groups) {
        let row = [
            position.into(),
            group.id.as_str().into(),
            group.name.en.as_str().into(),
            group.name.zh.as_str().into(),
            group.scope.as_str().into(),
        ];
        batch.add(db, row).await?;
    }
    batch.flush(db).await
}

/// Writes the indicators, with their counts.
pub(super) async fn indicators(
    db: &mut SqliteConnection,
    indicators: &[Indicator],
    counts: &Counts,
) -> sqlx::Result<()> {
    let mut batch = Batch::new(
        "INSERT INTO indicator (position, id, name_en, name_zh, family, growth, chart, definition_en, definition_zh,
             pitfall_en, pitfall_zh, zones, zones_with_history, figures, ranked, published) ",
    );
    let mut years = Batch::new("INSERT INTO indicator_year (indicator, year, zones) ");
    let none = IndicatorCounts::default();
    for (position, indicator) in (0_i64..).zip(indicators) {
        let id = indicator.id.as_str();
        let count = counts.coverage.indicators.get(&indicator.id);
        let count = count.unwrap_or(&none);
        let ranked = counts.ranked.get(&indicator.id).copied();
        let published = counts.published.get(&indicator.id).copied();
        let row = [
            position.into(),
            id.into(),
            indicator.name.en.as_str().into(),
            indicator.name.zh.as_str().into(),
            indicator.family.as_str().into(),
            indicator.growth.as_str().into(),
            indicator.chart.map(|chart| chart.as_str()).into(),
            indicator.definition.en.as_str().into(),
            indicator.definition.zh.as_str().into(),
            indicator.pitfall.en.as_str().into(),
            indicator.pitfall.zh.as_str().into(),
            count.zones.into(),
            count.with_history.into(),
            count.figures.into(),
            ranked.unwrap_or_default().into(),
            published.unwrap_or_default().into(),
        ];
        batch.add(db, row).await?;
        for (year, zones) in &count.years {
            years
                .add(db, [id.into(), (*year).into(), (*zones).into()])
                .await?;
        }
    }
    batch.flush(db).await?;
    years.flush(db).await
}

/// Writes the sources, each with the number of figures and facts taken from it.
pub(super) async fn sources(
    db: &mut SqliteConnection,
    sources: &[Source],
    counts: &Counts,
) -> sqlx::Result<()> {
    let mut batch = Batch::new(
        "INSERT INTO source (position, id, title, title_zh, publisher_en, publisher_zh, class, date, address, unlinked, sha256, note_en,
             note_zh, figures, facts) ",
    );
    for (position, source) in (0_i64..).zip(sources) {
        let taken = counts.taken.get(&source.id).copied().unwrap_or_default();
        let (publisher_en, publisher_zh) = both(source.publisher.as_ref());
        let (note_en, note_zh) = both(source.note.as_ref());
        let row = [
            position.into(),
            source.id.as_str().into(),
            source.title.as_str().into(),
            source.title_zh.as_deref().into(),
            publisher_en.into(),
            publisher_zh.into(),
            source.class.as_str().into(),
            source.date.map(|date| date.to_string()).into(),
            source.address.as_deref().into(),
            source.unlinked.into(),
            source.sha256.as_deref().into(),
            note_en.into(),
            note_zh.into(),
            taken.figures.into(),
            taken.facts.into(),
        ];
        batch.add(db, row).await?;
    }
    batch.flush(db).await
}

/// Writes the exchange rates, the judgements, the statements left out and the figures removed.
pub(super) async fn write_editorial_lists(
    db: &mut SqliteConnection,
    lists: &ReferenceLists,
) -> sqlx::Result<()> {
    let mut rates = Batch::new("INSERT INTO exchange_rate (year, yuan_per_dollar) ");
    for rate in &lists.rates {
        let row = [rate.year.into(), rate.yuan_per_dollar.to_string().into()];
        rates.add(db, row).await?;
    }
    rates.flush(db).await?;
    let mut judgements = Batch::new("INSERT INTO judgement (caution, verdict, why_en, why_zh) ");
    for judgement in &lists.judgements {
        let row = [
            judgement.caution.to_string().into(),
            judgement.verdict.as_str().into(),
            judgement.why.en.as_str().into(),
            judgement.why.zh.as_str().into(),
        ];
        judgements.add(db, row).await?;
    }
    judgements.flush(db).await?;
    let mut left_out = Batch::new(
        "INSERT INTO left_out (position, subject, indicator, period, reason, note_en, note_zh) ",
    );
    for (position, one) in (0_i64..).zip(&lists.left_out) {
        let (note_en, note_zh) = both(one.note.as_ref());
        let row = [
            position.into(),
            one.of.as_str().into(),
            one.indicator.as_str().into(),
            one.period.to_string().into(),
            one.reason.as_str().into(),
            note_en.into(),
            note_zh.into(),
        ];
        left_out.add(db, row).await?;
    }
    left_out.flush(db).await?;
    let mut removed = Batch::new("INSERT INTO removed_figure (id, reason_en, reason_zh) ");
    for one in &lists.removed {
        let row = [
            one.id.as_str().into(),
            one.reason.en.as_str().into(),
            one.reason.zh.as_str().into(),
        ];
        removed.add(db, row).await?;
    }
    removed.flush(db).await
}
