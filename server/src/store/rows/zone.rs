//! Converts zones into rows, and rows into summaries of zones.

use super::{InvalidRow, both, optional, required};
use crate::store::batch::Value;
use crate::store::writer::ZoneInput;
use domain::catalogue::CityName;
use domain::figure::Figure;
use domain::id::IndustryGroupId;
use domain::text::Bilingual;
use domain::zone::{Today, ZoneSummary};

/// The statement that inserts zones, up to the values, which [`zone_values`] returns.
pub(in crate::store) const INSERT_ZONE: &str = "INSERT INTO zone (position, slug, code, name_en, name_zh, level, kind, today_level, today_kind, today_fact,
    province, city, county_en,
    county_zh, approved, area, catalogue_name_en, catalogue_name_zh, lead_en, lead_zh, figures,
    facts, cautions) ";

/// A row of the view `zone_summary`: all its columns.
#[derive(Debug)]
pub(in crate::store) struct SummaryRow {
    pub slug: String,
    pub code: Option<String>,
    pub name_en: String,
    pub name_zh: String,
    pub level: String,
    pub kind: String,
    pub today_level: Option<String>,
    pub today_kind: Option<String>,
    pub today_fact: Option<String>,
    pub province: String,
    pub city_slug: Option<String>,
    pub city_en: Option<String>,
    pub city_zh: Option<String>,
    pub approved: String,
    pub area: Option<String>,
    pub industries: Option<String>,
    pub figures: i64,
    pub cautions: i64,
}

impl SummaryRow {
    /// Converts the row into a summary.
    pub fn summary(self) -> Result<ZoneSummary, InvalidRow> {
        let city = match self.city_slug {
            Some(slug) => Some(CityName {
                slug: slug.parse()?,
                name: required(optional(self.city_en, self.city_zh), "the name of a city")?,
            }),
            None => None,
        };
        let industries = self.industries.unwrap_or_default();
        let industries = industries.split_whitespace();
        Ok(ZoneSummary {
            slug: self.slug.parse()?,
            code: self.code.as_deref().map(str::parse).transpose()?,
            name: Bilingual {
                en: self.name_en,
                zh: self.name_zh,
            },
            level: self.level.parse()?,
            kind: self.kind.parse()?,
            today: match (self.today_kind, self.today_fact) {
                (Some(kind), Some(fact)) => Some(Today {
                    level: self.today_level.as_deref().map(str::parse).transpose()?,
                    kind: kind.parse()?,
                    fact: fact.parse()?,
                }),
                _ => None,
            },
            province: self.province.parse()?,
            city,
            approved: self.approved.parse()?,
            area: self.area.as_deref().map(str::parse).transpose()?,
            industries: industries
                .map(str::parse::<IndustryGroupId>)
                .collect::<Result<_, _>>()?,
            figures: self.figures.try_into()?,
            cautions: self.cautions.try_into()?,
        })
    }
}

/// Returns the columns of the table `zone`, in the order of [`INSERT_ZONE`]. `area` is the figure of the listed area,
/// `facts` the number of facts.
pub(in crate::store) fn zone_values(
    position: i64,
    zone: &ZoneInput,
    area: Option<&Figure>,
    facts: u32,
) -> [Value; 23] {
    let summary = &zone.summary;
    let today = summary.today.as_ref();
    let (catalogue_en, catalogue_zh) = both(zone.catalogue_name.as_ref());
    let (county_en, county_zh) = both(zone.county.as_ref());
    let (lead_en, lead_zh) = both(zone.lead.as_ref());
    [
        position.into(),
        summary.slug.as_str().into(),
        summary.code.as_ref().map(|code| code.as_str()).into(),
        summary.name.en.as_str().into(),
        summary.name.zh.as_str().into(),
        summary.level.as_str().into(),
        summary.kind.as_str().into(),
        today
            .and_then(|today| today.level)
            .map(|level| level.as_str())
            .into(),
        today.map(|today| today.kind.as_str()).into(),
        today.map(|today| today.fact.as_str()).into(),
        summary.province.as_str().into(),
        summary.city.as_ref().map(|city| city.slug.as_str()).into(),
        county_en.into(),
        county_zh.into(),
        summary.approved.to_string().into(),
        area.map(|figure| figure.id.as_str()).into(),
        catalogue_en.into(),
        catalogue_zh.into(),
        lead_en.into(),
        lead_zh.into(),
        summary.figures.into(),
        facts.into(),
        summary.cautions.into(),
    ]
}
