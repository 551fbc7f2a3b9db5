//! A figure as one row of a table, with its receipt, derivation and cautions. The columns are described in
//! `app::messages::columns::FIGURES`.

use super::table::Number;
use crate::error::Error;
use crate::live::OpenAtlas;
use app::locale::Locale;
use app::messages::terms::Named;
use domain::figure::{Evidence, Figure};
use domain::id::{CatalogueCode, ZoneSlug};
use domain::interval::{End, Interval};
use domain::measure::Measure;
use domain::profile::{Owner, Profile};
use domain::quantity::{Hedge, Unit};
use domain::subject::Subject;
use domain::text::Bilingual;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::HashMap;

/// A figure as one row. A field is empty if it does not apply or is not known.
#[derive(Debug, Clone, Serialize)]
#[expect(
    missing_docs,
    reason = "the columns are described in app::messages::columns::FIGURES"
)]
pub struct FigureLine {
    pub id: String,
    pub page: String,
    pub zone_code: String,
    pub zone_slug: String,
    pub name_en: String,
    pub name_zh: String,
    pub subject_kind: &'static str,
    pub subject_name_en: String,
    pub subject_name_zh: String,
    pub subject_members: Option<u32>,
    pub indicator: String,
    pub indicator_name_en: String,
    pub indicator_name_zh: String,
    pub definition_kind: String,
    pub definition_name_en: String,
    pub definition_name_zh: String,
    pub measure_kind: &'static str,
    pub measure_name_en: String,
    pub measure_name_zh: String,
    pub measure_from: String,
    pub measure_prices: &'static str,
    pub period: String,
    pub period_kind: &'static str,
    pub period_start: String,
    pub period_end: String,
    pub scope_kind: &'static str,
    pub scope_name_en: String,
    pub scope_name_zh: String,
    pub status: &'static str,
    pub is_derived: bool,
    pub value: Option<Number>,
    pub unit: &'static str,
    pub value_low: Option<Number>,
    pub value_low_included: Option<bool>,
    pub value_high: Option<Number>,
    pub value_high_included: Option<bool>,
    pub value_type: &'static str,
    pub printed: String,
    pub printed_to: String,
    pub also: String,
    pub corrected: String,
    pub corrected_why: String,
    pub rule: String,
    pub inputs: String,
    pub assumption: String,
    pub cautions: String,
    pub doubt: String,
    pub note: String,
    pub source: String,
    pub source_title: String,
    pub source_publisher: String,
    pub source_class: String,
    pub source_date: String,
    pub source_address: String,
    pub place: String,
    pub as_stated: String,
    pub reading: String,
    pub dataset: String,
}

/// Converts the figures of profiles into rows.
pub struct FigureLines<'a> {
    digest: &'a str,
    codes: HashMap<ZoneSlug, CatalogueCode>,
}

impl<'a> FigureLines<'a> {
    /// Reads the catalogue codes of the zones of these profiles.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(atlas: &'a OpenAtlas, profiles: &[&Profile]) -> Result<Self, Error> {
        let mut zones = Vec::new();
        for profile in profiles {
            if let Owner::Zone(slug) = &profile.owner {
                zones.push(slug.clone());
            }
        }
        Ok(Self {
            digest: &atlas.site_metadata.digest,
            codes: atlas.store.codes_of(&zones).await?,
        })
    }

    /// Converts all figures of a profile.
    pub fn all(&self, profile: &Profile) -> Vec<FigureLine> {
        let figures = profile.figures.iter();
        figures.map(|figure| self.line(profile, figure)).collect()
    }

    /// Converts one figure of a profile.
    pub fn line(&self, profile: &Profile, figure: &Figure) -> FigureLine {
        let statement = figure.statement();
        let receipt = figure.receipt();
        let source = receipt.and_then(|receipt| profile.source(&receipt.source));
        let correction = statement.and_then(|statement| statement.correction.as_ref());
        let derivation = match &figure.evidence {
            Evidence::Derived(derivation) => Some(derivation),
            Evidence::Stated(_) => None,
        };
        let zone = match &profile.owner {
            Owner::Zone(slug) => Some(slug),
            Owner::Group(_) => None,
        };
        let indicator = profile
            .indicators
            .iter()
            .find(|indicator| indicator.id == figure.indicator);
        let (indicator_name_en, indicator_name_zh) = both(indicator.map(|it| &it.name));
        let (subject_name_en, subject_name_zh) = both(figure.subject.name());
        let (scope_name_en, scope_name_zh) = both(figure.scope.name());
        let (measure_name_en, measure_name_zh) = measure_name(&figure.measure);
        let terms = figure.definition.terms();
        let terms_in = |locale: Locale| {
            let names = terms.iter().map(|term| term.name(locale));
            names.collect::<Vec<_>>().join(locale.common().comma)
        };
        let (first_day, last_day) = figure.period.days();
        let value = Value::of(figure);
        let cautions = profile.cautions_on(&figure.id);
        FigureLine {
            id: figure.id.to_string(),
            page: profile.owner.path(),
            zone_code: text(zone.and_then(|zone| self.codes.get(zone))),
            zone_slug: text(zone),
            name_en: profile.name.en.clone(),
            name_zh: profile.name.zh.clone(),
            subject_kind: figure.subject.kind(),
            subject_name_en,
            subject_name_zh,
            subject_members: match figure.subject {
                Subject::Group { members, .. } => members,
                _ => None,
            },
            indicator: figure.indicator.to_string(),
            indicator_name_en,
            indicator_name_zh,
            definition_kind: joined(terms.iter().map(|term| term.as_str())),
            definition_name_en: terms_in(Locale::En),
            definition_name_zh: terms_in(Locale::Zh),
            measure_kind: figure.measure.kind(),
            measure_name_en,
            measure_name_zh,
            measure_from: match &figure.measure {
                Measure::Change { from, .. } | Measure::YearlyGrowth { from } => from.to_string(),
                _ => String::new(),
            },
            measure_prices: match &figure.measure {
                Measure::Change { prices, .. } => prices.as_str(),
                _ => "",
            },
            period: figure.period.to_string(),
            period_kind: figure.period.kind(),
            period_start: text(first_day),
            period_end: text(last_day),
            scope_kind: figure.scope.kind(),
            scope_name_en,
            scope_name_zh,
            status: figure.status().as_str(),
            is_derived: derivation.is_some(),
            value: value.number,
            unit: value.unit.as_str(),
            value_low: value.low.0,
            value_low_included: value.low.1,
            value_high: value.high.0,
            value_high_included: value.high.1,
            value_type: value.of_type,
            printed: text(statement.map(|statement| statement.quantity)),
            printed_to: text(statement.and_then(|statement| statement.to)),
            also: text(statement.and_then(|statement| statement.also)),
            corrected: text(correction.map(|correction| correction.reads)),
            corrected_why: english(correction.map(|correction| &correction.why)),
            rule: text(derivation.map(|derivation| derivation.rule)),
            inputs: derivation.map_or_else(String::new, |derivation| {
                joined(derivation.inputs.iter().map(|id| id.as_str()))
            }),
            assumption: text(derivation.and_then(|derivation| derivation.assumption)),
            cautions: joined(cautions.map(|caution| caution.rule.as_str())),
            doubt: english(figure.doubt.as_ref()),
            note: english(figure.note.as_ref()),
            source: text(source.map(|source| &source.id)),
            source_title: text(source.map(|source| &source.title)),
            source_publisher: english(source.and_then(|source| source.publisher.as_ref())),
            source_class: text(source.map(|source| source.class)),
            source_date: text(source.and_then(|source| source.date)),
            source_address: text(source.and_then(|source| source.address.as_ref())),
            place: text(receipt.map(|receipt| receipt.at)),
            as_stated: text(receipt.map(|receipt| &receipt.as_stated)),
            reading: english(receipt.and_then(|receipt| receipt.reading.as_ref())),
            dataset: self.digest.to_owned(),
        }
    }
}

/// The columns of a figure that state its value.
struct Value {
    number: Option<Number>,
    unit: Unit,
    low: (Option<Number>, Option<bool>),
    high: (Option<Number>, Option<bool>),
    of_type: &'static str,
}

impl Value {
    /// Calculates the value of a figure. Areas are converted to hectares, so that all areas of a table can be compared.
    /// Nothing else is converted.
    fn of(figure: &Figure) -> Self {
        let (unit, factor) = match figure.unit() {
            Unit::SquareKilometre => (Unit::Hectare, Decimal::ONE_HUNDRED),
            unit => (unit, Decimal::ONE),
        };
        let interval = figure.interval();
        let point = point(interval);
        let (number, of_type) = match figure.statement() {
            None => (point, if point.is_some() { "exact" } else { "interval" }),
            Some(statement) if statement.to.is_some() => (None, "between"),
            Some(statement) => {
                let of_type = match statement.hedge {
                    Hedge::Exact if point.is_some() => "exact",
                    Hedge::Exact => "rounded",
                    hedge => hedge.as_str(),
                };
                (Some(statement.read().number()), of_type)
            }
        };
        let end = |end: End| match end {
            End::Unbounded => (None, None),
            End::Closed(number) => (Some(Number(number * factor)), Some(true)),
            End::Open(number) => (Some(Number(number * factor)), Some(false)),
        };
        Self {
            number: number.map(|number| Number(number * factor)),
            unit,
            low: end(interval.low()),
            high: end(interval.high()),
            of_type,
        }
    }
}

/// Returns the number of an interval with two equal ends; `None` if they differ.
fn point(interval: Interval) -> Option<Decimal> {
    let (low, high) = (interval.low().number()?, interval.high().number()?);
    (low == high).then_some(low)
}

/// Returns the English and the Chinese name in a measure: the whole of a share, the competitors of a rank, the area of
/// a density. Both are empty for other measures.
fn measure_name(measure: &Measure) -> (String, String) {
    match measure {
        Measure::Share { of } => both(Some(of)),
        Measure::Rank { among } => both(Some(among)),
        Measure::Density { area } => {
            let name = |locale| area.name(locale).to_owned();
            (name(Locale::En), name(Locale::Zh))
        }
        Measure::Level | Measure::Change { .. } | Measure::YearlyGrowth { .. } => both(None),
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

fn english(text: Option<&Bilingual>) -> String {
    both(text).0
}

fn both(text: Option<&Bilingual>) -> (String, String) {
    text.map(|text| (text.en.clone(), text.zh.clone()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::figure::Statement;
    use domain::receipt::Receipt;

    fn value(quantity: &str, to: Option<&str>, hedge: Hedge) -> String {
        let receipt = Receipt {
            source: "s".parse().unwrap(),
            at: "page".parse().unwrap(),
            as_stated: quantity.parse().unwrap(),
            reading: None,
        };
        let mut figure = Figure::level(
            "aaaaa".parse().unwrap(),
            "area".parse().unwrap(),
            "2013".parse().unwrap(),
            quantity.parse().unwrap(),
            receipt,
        );
        if let Evidence::Stated(Statement {
            to: higher,
            hedge: of,
            ..
        }) = &mut figure.evidence
        {
            *higher = to.map(|to| to.parse().unwrap());
            *of = hedge;
        }
        let value = Value::of(&figure);
        let show = |number: Option<Number>| {
            number.map_or_else(|| "-".to_owned(), |it| serde_json::to_string(&it).unwrap())
        };
        let (number, low, high) = (show(value.number), show(value.low.0), show(value.high.0));
        format!("{number} {low} {high} {} {}", value.unit, value.of_type)
    }

    #[test]
    fn a_value_is_a_number_in_one_unit_with_what_it_allows() {
        for (quantity, to, hedge, expected) in [
            (
                "94.4 billion CNY",
                None,
                Hedge::Exact,
                "94400000000 94350000000 94450000000 CNY rounded",
            ),
            (
                "10 billion CNY",
                None,
                Hedge::Over,
                "10000000000 10000000000 - CNY over",
            ),
            (
                "10 billion CNY",
                None,
                Hedge::UpTo,
                "10000000000 - 10000000000 CNY up-to",
            ),
            ("58 count", None, Hedge::Exact, "58 58 58 count exact"),
            ("16.5 km2", None, Hedge::Exact, "1650 1645 1655 ha rounded"),
            (
                "-0.5 percent",
                None,
                Hedge::Exact,
                "-0.5 -0.55 -0.45 percent rounded",
            ),
            (
                "4 percent",
                Some("5 percent"),
                Hedge::Exact,
                "- 3.5 5.5 percent between",
            ),
        ] {
            assert_eq!(value(quantity, to, hedge), expected);
        }
    }
}
