//! The file opened for serving, and what the list of zones needs from it.

use super::failed;
use crate::error::Error;
use domain::catalogue::{City, CityName, IndustryGroup, Point, Province};
use domain::id::{IndustryGroupId, ZoneSlug};
use domain::text::Bilingual;
use domain::zone::ZoneSummary;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{ConnectOptions, Connection, SqlitePool};
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// How many requests may read at once.
const CONNECTIONS: u32 = 4;

/// The SQLite file, opened read-only.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) pool: SqlitePool,
    path: PathBuf,
}

/// What every page needs and no visitor changes.
#[derive(Debug, Clone)]
pub struct Reference {
    /// In the order of their codes.
    pub provinces: Vec<Province>,
    /// In the order of the data file.
    pub industry_groups: Vec<IndustryGroup>,
    /// SHA-256 over the data files.
    pub digest: String,
    /// The day of the release of the data.
    pub date: String,
}

/// The edition and digest of the dataset in a file; nothing where there is no such file, or none
/// that this version of the program could read.
pub async fn stored_edition(path: &Path) -> Option<(u32, String)> {
    if !path.exists() {
        return None;
    }
    let options = SqliteConnectOptions::new().filename(path).read_only(true);
    let mut connection = options.connect().await.ok()?;
    let applied = sqlx::query_scalar!("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(&mut connection)
        .await
        .ok()?;
    let latest = sqlx::migrate!("../migrations")
        .iter()
        .map(|m| m.version)
        .max();
    if applied != latest {
        return None;
    }
    let edition = sqlx::query_scalar!("SELECT value FROM meta WHERE key = 'edition'")
        .fetch_one(&mut connection)
        .await
        .ok()?;
    let digest = sqlx::query_scalar!("SELECT value FROM meta WHERE key = 'digest'")
        .fetch_one(&mut connection)
        .await
        .ok()?;
    // Closing can only fail to say good-bye: nothing was written.
    let _ = connection.close().await;
    Some((edition.parse().ok()?, digest))
}

impl Store {
    /// Opens a file read-only.
    ///
    /// # Errors
    /// When it is not there or no database.
    pub async fn open(path: &Path) -> Result<Self, Error> {
        // The file is replaced by rename and never changed in place, so a connection keeps the
        // whole file it opened. All are opened now and kept: one opened later could find a newer
        // file at the same path.
        let options = SqliteConnectOptions::new().filename(path).read_only(true);
        let pool = SqlitePoolOptions::new()
            .min_connections(CONNECTIONS)
            .max_connections(CONNECTIONS)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options)
            .await
            .map_err(failed(path))?;
        Ok(Self {
            pool,
            path: path.to_owned(),
        })
    }

    pub(super) fn failed(&self) -> impl Fn(sqlx::Error) -> Error + '_ {
        failed(&self.path)
    }

    /// A value of the file as its type; the file was written from such values.
    pub(super) fn parse<T: FromStr<Err: fmt::Display>>(&self, text: &str) -> Result<T, Error> {
        text.parse().map_err(|error| self.corrupt(error))
    }

    pub(super) fn corrupt(&self, what: impl fmt::Display) -> Error {
        Error::Corrupt {
            path: self.path.clone(),
            what: what.to_string(),
        }
    }

    /// What every page needs.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn reference(&self) -> Result<Reference, Error> {
        let provinces = sqlx::query!(
            "SELECT slug, code, letters, name_en, name_zh, short_zh, tile_row, tile_column
             FROM province ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let groups = sqlx::query!(
            "SELECT id, name_en, name_zh, scope FROM industry_group ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let meta = sqlx::query!("SELECT key, value FROM meta")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        let mut meta: HashMap<_, _> = meta.into_iter().map(|row| (row.key, row.value)).collect();
        let tile = |number: i64| u8::try_from(number).map_err(|error| self.corrupt(error));
        Ok(Reference {
            provinces: provinces
                .into_iter()
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
                .collect::<Result<_, Error>>()?,
            industry_groups: groups
                .into_iter()
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
                .collect::<Result<_, Error>>()?,
            digest: meta.remove("digest").unwrap_or_default(),
            date: meta.remove("date").unwrap_or_default(),
        })
    }

    /// All cities, in the order of their codes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn cities(&self) -> Result<Vec<City>, Error> {
        let rows = sqlx::query!(
            "SELECT slug, province, name_en, name_zh, latitude, longitude FROM city ORDER BY adcode"
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

    /// All zones as the list shows them, in the order of the catalogue.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn summaries(&self) -> Result<Vec<ZoneSummary>, Error> {
        let mut names = self.names().await?;
        let mut industries = self.industries().await?;
        let zones = sqlx::query!(
            r#"SELECT zone.slug, zone.name_en, zone.name_zh, level, kind, zone.province, county_zh, zone.approved,
                      zone.area, code AS "code?", city.slug AS "city_slug?",
                      city.name_en AS "city_en?", city.name_zh AS "city_zh?",
                      (SELECT COUNT(*) FROM figure WHERE figure.zone = zone.slug) AS "figures!: i64"
               FROM zone
               LEFT JOIN catalogue_entry ON catalogue_entry.zone = zone.slug
               LEFT JOIN city ON city.adcode = zone.city
               ORDER BY zone.position"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        zones
            .into_iter()
            .map(|row| {
                let slug: ZoneSlug = self.parse(&row.slug)?;
                Ok(ZoneSummary {
                    code: row.code.map(|code| self.parse(&code)).transpose()?,
                    name: Bilingual {
                        en: row.name_en,
                        zh: row.name_zh,
                    },
                    other_names: names.remove(&slug).unwrap_or_default(),
                    level: self.parse(&row.level)?,
                    kind: self.parse(&row.kind)?,
                    province: self.parse(&row.province)?,
                    city: row
                        .city_slug
                        .zip(optional(row.city_en, row.city_zh))
                        .map(|(slug, name)| {
                            let slug = self.parse(&slug)?;
                            Ok(CityName { slug, name })
                        })
                        .transpose()?,
                    county_zh: row.county_zh,
                    approved: self.parse(&row.approved)?,
                    area: row.area.map(|area| self.parse(&area)).transpose()?,
                    industries: industries.remove(&slug).unwrap_or_default(),
                    figures: u32::try_from(row.figures).unwrap_or_default(),
                    // The archive knows these; it tells the list once it is put together.
                    known: Vec::new(),
                    cautions: 0,
                    slug,
                })
            })
            .collect()
    }

    async fn names(&self) -> Result<HashMap<ZoneSlug, Vec<Bilingual>>, Error> {
        let rows =
            sqlx::query!("SELECT zone, name_en, name_zh FROM zone_name ORDER BY zone, position")
                .fetch_all(&self.pool)
                .await
                .map_err(self.failed())?;
        let mut names: HashMap<ZoneSlug, Vec<Bilingual>> = HashMap::new();
        for row in rows {
            let zone = self.parse(&row.zone)?;
            let name = Bilingual {
                en: row.name_en,
                zh: row.name_zh,
            };
            names.entry(zone).or_default().push(name);
        }
        Ok(names)
    }

    /// The leading industries of each zone, as the catalogue names them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn terms(&self) -> Result<HashMap<ZoneSlug, Vec<Bilingual>>, Error> {
        let rows = sqlx::query!(
            "SELECT zone, term_en, term_zh FROM leading_industry ORDER BY zone, position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let mut terms: HashMap<ZoneSlug, Vec<Bilingual>> = HashMap::new();
        for row in rows {
            let term = Bilingual {
                en: row.term_en,
                zh: row.term_zh,
            };
            terms.entry(self.parse(&row.zone)?).or_default().push(term);
        }
        Ok(terms)
    }

    /// The groups of each zone's leading industries, each group once.
    async fn industries(&self) -> Result<HashMap<ZoneSlug, Vec<IndustryGroupId>>, Error> {
        let rows = sqlx::query!(
            r#"SELECT zone AS "zone!", industry_group AS "industry_group!" FROM leading_industry
               GROUP BY zone, industry_group ORDER BY zone, MIN(position)"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let mut industries: HashMap<ZoneSlug, Vec<IndustryGroupId>> = HashMap::new();
        for row in rows {
            let (zone, group) = (self.parse(&row.zone)?, self.parse(&row.industry_group)?);
            industries.entry(zone).or_default().push(group);
        }
        Ok(industries)
    }
}

/// A text from its two columns; absent unless both are there.
pub(super) fn optional(en: Option<String>, zh: Option<String>) -> Option<Bilingual> {
    en.zip(zh).map(|(en, zh)| Bilingual { en, zh })
}
