//! Lists and totals that are read once when a file is opened. They do not grow with the number of zones and figures.

use super::reader::Store;
use crate::error::Error;
use domain::catalogue::{City, IndustryGroup, Point, Province};
use domain::coverage::{IndicatorCounts, SeriesCounts};
use domain::exchange::{ExchangeRate, ExchangeRates};
use domain::group::Group;
use domain::id::IndicatorId;
use domain::indicator::Indicator;
use domain::text::Bilingual;
use std::collections::HashMap;

/// The counts of an indicator. [`IndicatorCounts::years`] is empty here.
#[derive(Debug, Clone)]
pub struct IndicatorTotals {
    /// The number of zones and figures.
    pub counts: IndicatorCounts,
    /// The number of zones in its ranking.
    pub ranked: u32,
    /// The number of its figures in the tables of all figures.
    pub published: u32,
}

/// The reference lists and the totals of the dataset.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<Province>,
    /// The cities, in the order of their codes.
    pub cities: Vec<City>,
    /// The groups of industries, in the order of the data.
    pub industry_groups: Vec<IndustryGroup>,
    /// The indicators, in the order of the data.
    pub indicators: Vec<Indicator>,
    /// The counts of each indicator, in the same order.
    pub indicator_totals: Vec<IndicatorTotals>,
    /// The groups of zones, in the order of the data.
    pub groups: Vec<Group>,
    /// The average exchange rate of each year, in yuan per United States dollar.
    pub rates: ExchangeRates,
    /// SHA-256 over the data files, in hexadecimal.
    pub digest: String,
    /// The date of the release of the data.
    pub date: String,
    /// The number of zones in the catalogue.
    pub catalogue_zones: u32,
    /// The number of national new areas.
    pub new_areas: u32,
    /// The number of zones that are newer than the catalogue.
    pub new_zones: u32,
    /// The number of zones with at least one stated figure besides their listed area.
    pub zones_with_figures: u32,
    /// The number of zones with a series of two or more years.
    pub zones_with_history: u32,
    /// The numbers of figures and series.
    pub series: SeriesCounts,
}

impl Reference {
    /// Returns the indicators, each with its counts.
    pub fn counted_indicators(&self) -> impl Iterator<Item = (&Indicator, &IndicatorTotals)> {
        self.indicators.iter().zip(&self.indicator_totals)
    }

    /// Returns an indicator with its counts; `None` if there is no indicator with this id.
    pub fn indicator(&self, id: &IndicatorId) -> Option<(&Indicator, &IndicatorTotals)> {
        let mut indicators = self.counted_indicators();
        indicators.find(|(indicator, _)| &indicator.id == id)
    }

    /// Returns the number of all zones.
    pub const fn zones(&self) -> u32 {
        self.catalogue_zones + self.new_areas + self.new_zones
    }
}

impl Store {
    /// Reads the lists and totals.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn reference(&self) -> Result<Reference, Error> {
        let meta = sqlx::query!("SELECT key, value FROM meta")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        let mut meta: HashMap<String, String> =
            meta.into_iter().map(|row| (row.key, row.value)).collect();
        let (indicators, indicator_totals) = self.indicators().await?.into_iter().unzip();
        Ok(Reference {
            digest: self.text_of(&mut meta, "digest")?,
            date: self.text_of(&mut meta, "date")?,
            catalogue_zones: self.number_of(&mut meta, "catalogue_zones")?,
            new_areas: self.number_of(&mut meta, "new_areas")?,
            new_zones: self.number_of(&mut meta, "new_zones")?,
            zones_with_figures: self.number_of(&mut meta, "zones_with_figures")?,
            zones_with_history: self.number_of(&mut meta, "zones_with_history")?,
            series: SeriesCounts {
                reported: self.number_of(&mut meta, "reported_figures")?,
                two_years: self.number_of(&mut meta, "series_of_two_years")?,
                four_years: self.number_of(&mut meta, "series_of_four_years")?,
            },
            provinces: self.provinces().await?,
            cities: self.cities().await?,
            industry_groups: self.industry_groups().await?,
            indicators,
            indicator_totals,
            groups: self.groups().await?,
            rates: self.rates().await?,
        })
    }

    fn text_of(&self, meta: &mut HashMap<String, String>, key: &str) -> Result<String, Error> {
        let value = meta.remove(key);
        value.ok_or_else(|| self.corrupt(format_args!("no `{key}`")))
    }

    fn number_of(&self, meta: &mut HashMap<String, String>, key: &str) -> Result<u32, Error> {
        let text = self.text_of(meta, key)?;
        text.parse().map_err(|error| self.corrupt(error))
    }

    async fn provinces(&self) -> Result<Vec<Province>, Error> {
        let rows = sqlx::query!(
            "SELECT slug, code, letters, name_en, name_zh, short_zh, tile_row, tile_column
             FROM province ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let tile = |number: i64| u8::try_from(number).map_err(|error| self.corrupt(error));
        rows.into_iter()
            .map(|row| {
                Ok(Province {
                    slug: self.parse(&row.slug)?,
                    code: row.code,
                    letters: row.letters,
                    name: Bilingual {
                        en: row.name_en,
                        zh: row.name_zh,
                    },
                    short_zh: row.short_zh,
                    row: tile(row.tile_row)?,
                    column: tile(row.tile_column)?,
                })
            })
            .collect()
    }

    async fn cities(&self) -> Result<Vec<City>, Error> {
        let rows = sqlx::query!(
            "SELECT slug, province, name_en, name_zh, latitude, longitude FROM city ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                let point = row.latitude.zip(row.longitude);
                Ok(City {
                    slug: self.parse(&row.slug)?,
                    province: self.parse(&row.province)?,
                    name: Bilingual {
                        en: row.name_en,
                        zh: row.name_zh,
                    },
                    point: point.map(|(latitude, longitude)| Point {
                        latitude,
                        longitude,
                    }),
                })
            })
            .collect()
    }

    async fn industry_groups(&self) -> Result<Vec<IndustryGroup>, Error> {
        let rows = sqlx::query!(
            "SELECT id, name_en, name_zh, scope FROM industry_group ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(IndustryGroup {
                    id: self.parse(&row.id)?,
                    name: Bilingual {
                        en: row.name_en,
                        zh: row.name_zh,
                    },
                    scope: row.scope,
                })
            })
            .collect()
    }

    async fn indicators(&self) -> Result<Vec<(Indicator, IndicatorTotals)>, Error> {
        let rows = sqlx::query!(
            "SELECT id, name_en, name_zh, family, growth, chart, definition_en, definition_zh, pitfall_en, pitfall_zh,
                    zones, zones_with_history, figures, ranked, published
             FROM indicator ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                let indicator = Indicator {
                    id: self.parse(&row.id)?,
                    name: Bilingual {
                        en: row.name_en,
                        zh: row.name_zh,
                    },
                    family: self.parse(&row.family)?,
                    growth: self.parse(&row.growth)?,
                    chart: row.chart.map(|chart| self.parse(&chart)).transpose()?,
                    definition: Bilingual {
                        en: row.definition_en,
                        zh: row.definition_zh,
                    },
                    pitfall: Bilingual {
                        en: row.pitfall_en,
                        zh: row.pitfall_zh,
                    },
                };
                let totals = IndicatorTotals {
                    counts: IndicatorCounts {
                        zones: self.count(row.zones)?,
                        with_history: self.count(row.zones_with_history)?,
                        figures: self.count(row.figures)?,
                        ..IndicatorCounts::default()
                    },
                    ranked: self.count(row.ranked)?,
                    published: self.count(row.published)?,
                };
                Ok((indicator, totals))
            })
            .collect()
    }

    async fn groups(&self) -> Result<Vec<Group>, Error> {
        let rows = sqlx::query!(
            r#"SELECT id, name_en, name_zh, text_en, text_zh, national AS "national: bool" FROM zone_group
               ORDER BY position"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Group {
                    id: self.parse(&row.id)?,
                    name: Bilingual {
                        en: row.name_en,
                        zh: row.name_zh,
                    },
                    text: Bilingual {
                        en: row.text_en,
                        zh: row.text_zh,
                    },
                    national: row.national,
                })
            })
            .collect()
    }

    async fn rates(&self) -> Result<ExchangeRates, Error> {
        let rows = sqlx::query!("SELECT year, yuan_per_dollar FROM exchange_rate ORDER BY year")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        let rates: Result<Vec<ExchangeRate>, Error> = rows
            .into_iter()
            .map(|row| {
                let rate = row.yuan_per_dollar.parse();
                Ok(ExchangeRate {
                    year: u16::try_from(row.year).map_err(|error| self.corrupt(error))?,
                    yuan_per_dollar: rate.map_err(|error| self.corrupt(error))?,
                })
            })
            .collect();
        Ok(rates?.into())
    }

    /// Returns the reason why a figure was removed; `None` if no figure with this id was removed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn removal(&self, id: &domain::id::FigureId) -> Result<Option<Bilingual>, Error> {
        let id = id.as_str();
        let row = sqlx::query!(
            "SELECT reason_en, reason_zh FROM removed_figure WHERE id = ?",
            id
        )
        .fetch_optional(&self.pool)
        .await
        .map_err(self.failed())?;
        Ok(row.map(|row| Bilingual {
            en: row.reason_en,
            zh: row.reason_zh,
        }))
    }
}
