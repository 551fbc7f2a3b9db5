//! Everything that is stated, read once when the file is opened.

use super::read::{Store, optional};
use crate::error::Error;
use domain::archive::Holdings;
use domain::coverage::{Judgement, LeftOut, Removed};
use domain::dossier::Owner;
use domain::exchange::ExchangeRate;
use domain::fact::Fact;
use domain::figure::{Correction, Evidence, Figure, Statement};
use domain::group::Group;
use domain::id::ZoneSlug;
use domain::indicator::Indicator;
use domain::receipt::Receipt;
use domain::source::Source;
use domain::text::Bilingual;
use serde::de::DeserializeOwned;

impl Store {
    /// Everything that is stated of zones and groups.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn holdings(&self) -> Result<Holdings, Error> {
        Ok(Holdings {
            indicators: self.indicators().await?,
            sources: self.sources().await?,
            groups: self.groups().await?,
            facts: self.facts().await?,
            figures: self.figures().await?,
            rates: self.rates().await?.into(),
            judgements: self.judgements().await?,
        })
    }

    /// The figures that were taken out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn removed(&self) -> Result<Vec<Removed>, Error> {
        let rows = sqlx::query!("SELECT id, reason_en, reason_zh FROM removed_figure ORDER BY id")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Removed {
                    id: self.parse(&row.id)?,
                    reason: Bilingual {
                        en: row.reason_en,
                        zh: row.reason_zh,
                    },
                })
            })
            .collect()
    }

    /// The statements that were not taken in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn left_out(&self) -> Result<Vec<LeftOut>, Error> {
        let rows = sqlx::query!(
            "SELECT subject, indicator, period, reason, note_en, note_zh FROM left_out ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(LeftOut {
                    of: row.subject,
                    indicator: self.parse(&row.indicator)?,
                    period: self.parse(&row.period)?,
                    reason: self.parse(&row.reason)?,
                    note: optional(row.note_en, row.note_zh),
                })
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

    async fn rates(&self) -> Result<Vec<ExchangeRate>, Error> {
        let rows = sqlx::query!("SELECT year, yuan_per_dollar FROM exchange_rate ORDER BY year")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(ExchangeRate {
                    year: u16::try_from(row.year).map_err(|error| self.corrupt(error))?,
                    yuan_per_dollar: self.parse(&row.yuan_per_dollar)?,
                })
            })
            .collect()
    }

    async fn judgements(&self) -> Result<Vec<Judgement>, Error> {
        let rows = sqlx::query!("SELECT caution, verdict, why_en, why_zh FROM judgement")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Judgement {
                    caution: self.parse(&row.caution)?,
                    verdict: self.parse(&row.verdict)?,
                    why: Bilingual {
                        en: row.why_en,
                        zh: row.why_zh,
                    },
                })
            })
            .collect()
    }

    async fn indicators(&self) -> Result<Vec<Indicator>, Error> {
        let rows = sqlx::query!(
            "SELECT id, name_en, name_zh, family, growth, chart, definition_en, definition_zh, pitfall_en, pitfall_zh
             FROM indicator ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Indicator {
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
                })
            })
            .collect()
    }

    async fn sources(&self) -> Result<Vec<Source>, Error> {
        let rows = sqlx::query!(
            "SELECT id, title, publisher_en, publisher_zh, class, date, address, sha256, note_en, note_zh FROM source
             ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Source {
                    id: self.parse(&row.id)?,
                    title: row.title,
                    publisher: optional(row.publisher_en, row.publisher_zh),
                    class: self.parse(&row.class)?,
                    date: row.date.map(|date| self.parse(&date)).transpose()?,
                    address: row.address,
                    sha256: row.sha256,
                    note: optional(row.note_en, row.note_zh),
                })
            })
            .collect()
    }

    async fn facts(&self) -> Result<Vec<(ZoneSlug, Fact)>, Error> {
        let rows = sqlx::query!(
            "SELECT id, zone, topic, about, text_en, text_zh, source, place, as_stated, reading_en, reading_zh FROM fact
             ORDER BY zone, position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                let fact = Fact {
                    id: self.parse(&row.id)?,
                    topic: self.parse(&row.topic)?,
                    about: self.json(&row.about)?,
                    text: optional(row.text_en, row.text_zh),
                    receipt: self.receipt(
                        [&row.source, &row.place, &row.as_stated],
                        optional(row.reading_en, row.reading_zh),
                    )?,
                };
                Ok((self.parse(&row.zone)?, fact))
            })
            .collect()
    }

    async fn figures(&self) -> Result<Vec<(Owner, Figure)>, Error> {
        let rows = sqlx::query!(
            "SELECT id, zone, zone_group, subject, indicator, definition, measure, period, scope, value, value_to,
                    hedge, also, status, reads, reads_why_en, reads_why_zh, level, note_en, note_zh, doubt_en,
                    doubt_zh, source, place, as_stated, reading_en, reading_zh
             FROM figure ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                let owner = match (row.zone, row.zone_group) {
                    (Some(zone), _) => Owner::Zone(self.parse(&zone)?),
                    (None, Some(group)) => Owner::Group(self.parse(&group)?),
                    (None, None) => return Err(self.corrupt("a figure of nothing")),
                };
                let correction = row
                    .reads
                    .zip(optional(row.reads_why_en, row.reads_why_zh))
                    .map(|(reads, why)| {
                        let reads = self.parse(&reads)?;
                        Ok::<_, Error>(Correction { reads, why })
                    })
                    .transpose()?;
                let figure = Figure {
                    id: self.parse(&row.id)?,
                    subject: self.json(&row.subject)?,
                    indicator: self.parse(&row.indicator)?,
                    definition: self.json(&row.definition)?,
                    measure: self.json(&row.measure)?,
                    period: self.parse(&row.period)?,
                    scope: self.json(&row.scope)?,
                    level: row.level.map(|level| self.parse(&level)).transpose()?,
                    note: optional(row.note_en, row.note_zh),
                    doubt: optional(row.doubt_en, row.doubt_zh),
                    evidence: Evidence::Stated(Statement {
                        quantity: self.parse(&row.value)?,
                        to: row.value_to.map(|to| self.parse(&to)).transpose()?,
                        hedge: self.parse(&row.hedge)?,
                        also: row.also.map(|also| self.parse(&also)).transpose()?,
                        standing: self.parse(&row.status)?,
                        correction,
                        receipt: self.receipt(
                            [&row.source, &row.place, &row.as_stated],
                            optional(row.reading_en, row.reading_zh),
                        )?,
                    }),
                };
                Ok((owner, figure))
            })
            .collect()
    }

    /// A receipt from its columns: source, place and phrase.
    fn receipt(
        &self,
        [source, at, as_stated]: [&str; 3],
        reading: Option<Bilingual>,
    ) -> Result<Receipt, Error> {
        Ok(Receipt {
            source: self.parse(source)?,
            at: self.parse(at)?,
            as_stated: self.parse(as_stated)?,
            reading,
        })
    }

    fn json<T: DeserializeOwned>(&self, text: &str) -> Result<T, Error> {
        serde_json::from_str(text).map_err(|error| self.corrupt(error))
    }
}
