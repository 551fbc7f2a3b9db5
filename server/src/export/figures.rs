//! A figure as one line of a table, with everything needed to question it.

use domain::dossier::Dossier;
use domain::figure::{Evidence, Figure};
use domain::interval::End;
use domain::text::Bilingual;
use serde::Serialize;

/// A figure as one line. Empty where a thing does not apply or is not known.
#[derive(Debug, Clone, Serialize)]
pub struct FigureLine {
    /// The digest of the dataset.
    pub dataset: String,
    /// Its name for good.
    pub id: String,
    /// The address of the page it stands on.
    pub page: String,
    /// Whose page that is, in English.
    pub page_name_en: String,
    /// In Chinese.
    pub page_name_zh: String,
    /// Whom it is about, where not the zone or group of the page: JSON.
    pub subject: String,
    /// What is measured.
    pub indicator: String,
    /// What the source says of what it counted.
    pub definition: String,
    /// In which way it is expressed: JSON.
    pub measure: String,
    /// The time it is about.
    pub period: String,
    /// How much of its subject it covers: JSON.
    pub scope: String,
    /// What kind of statement it is.
    pub status: String,
    /// The number as printed, with scale and unit.
    pub printed: String,
    /// The higher number, where two ends are printed.
    pub printed_to: String,
    /// The word that takes a side.
    pub hedge: String,
    /// The same amount in a second currency.
    pub also: String,
    /// What we read instead of what is printed.
    pub corrected: String,
    /// Why, in English.
    pub corrected_why: String,
    /// The lower end of what it says, in whole units.
    pub low: String,
    /// Whether that end belongs to it.
    pub low_closed: Option<bool>,
    /// The higher end.
    pub high: String,
    /// Whether that end belongs to it.
    pub high_closed: Option<bool>,
    /// In which unit.
    pub unit: String,
    /// The rule it was derived by.
    pub rule: String,
    /// The figures it was derived from.
    pub inputs: String,
    /// What the derivation takes for granted.
    pub assumption: String,
    /// The checks that fired on it.
    pub cautions: String,
    /// Why a person doubts it, in English.
    pub doubt: String,
    /// What a reader should know, in English.
    pub note: String,
    /// The document.
    pub source: String,
    /// Its title.
    pub source_title: String,
    /// Who published it, in English.
    pub publisher: String,
    /// What kind of publisher that is.
    pub publisher_class: String,
    /// When it was published.
    pub source_date: String,
    /// Where it was found.
    pub source_address: String,
    /// Where in it.
    pub place: String,
    /// The bare phrase.
    pub as_stated: String,
    /// How it was read, in English.
    pub reading: String,
}

/// The figures of a dossier, one a line.
pub fn figure_lines(digest: &str, dossier: &Dossier) -> Vec<FigureLine> {
    dossier
        .figures
        .iter()
        .map(|figure| figure_line(digest, dossier, figure))
        .collect()
}

/// Small sum types stand in a cell as they do in the data.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn english(text: Option<&Bilingual>) -> String {
    text.map(|text| text.en.clone()).unwrap_or_default()
}

fn end(end: End) -> (String, Option<bool>) {
    match end {
        End::Unbounded => (String::new(), None),
        End::Closed(number) => (number.normalize().to_string(), Some(true)),
        End::Open(number) => (number.normalize().to_string(), Some(false)),
    }
}

/// A figure of a dossier as one line.
pub fn figure_line(digest: &str, dossier: &Dossier, figure: &Figure) -> FigureLine {
    let statement = figure.statement();
    let receipt = figure.receipt();
    let source = receipt.and_then(|receipt| dossier.source(&receipt.source));
    let correction = statement.and_then(|statement| statement.correction.as_ref());
    let derivation = match &figure.evidence {
        Evidence::Derived(derivation) => Some(derivation),
        Evidence::Stated(_) => None,
    };
    let interval = figure.interval();
    let ((low, low_closed), (high, high_closed)) = (end(interval.low()), end(interval.high()));
    let terms: Vec<&str> = figure
        .definition
        .terms()
        .iter()
        .map(|t| t.as_str())
        .collect();
    let cautions: Vec<&str> = dossier
        .cautions_on(&figure.id)
        .map(|caution| caution.rule.as_str())
        .collect();
    let or_empty = |text: Option<String>| text.unwrap_or_default();
    FigureLine {
        dataset: digest.to_owned(),
        id: figure.id.to_string(),
        page: dossier.owner.path(),
        page_name_en: dossier.name.en.clone(),
        page_name_zh: dossier.name.zh.clone(),
        subject: json(&figure.subject),
        indicator: figure.indicator.to_string(),
        definition: terms.join(" "),
        measure: json(&figure.measure),
        period: figure.period.to_string(),
        scope: json(&figure.scope),
        status: figure.status().to_string(),
        printed: or_empty(statement.map(|s| s.quantity.to_string())),
        printed_to: or_empty(statement.and_then(|s| s.to).map(|to| to.to_string())),
        hedge: or_empty(statement.map(|s| s.hedge.to_string())),
        also: or_empty(statement.and_then(|s| s.also).map(|also| also.to_string())),
        corrected: or_empty(correction.map(|c| c.reads.to_string())),
        corrected_why: english(correction.map(|c| &c.why)),
        low,
        low_closed,
        high,
        high_closed,
        unit: figure.unit().to_string(),
        rule: or_empty(derivation.map(|d| d.rule.to_string())),
        inputs: or_empty(derivation.map(|d| {
            let ids: Vec<&str> = d.inputs.iter().map(|id| id.as_str()).collect();
            ids.join(" ")
        })),
        assumption: or_empty(derivation.and_then(|d| d.assumption).map(|a| a.to_string())),
        cautions: cautions.join(" "),
        doubt: english(figure.doubt.as_ref()),
        note: english(figure.note.as_ref()),
        source: or_empty(source.map(|s| s.id.to_string())),
        source_title: or_empty(source.map(|s| s.title.clone())),
        publisher: english(source.and_then(|s| s.publisher.as_ref())),
        publisher_class: or_empty(source.map(|s| s.class.to_string())),
        source_date: or_empty(source.and_then(|s| s.date).map(|date| date.to_string())),
        source_address: or_empty(source.and_then(|s| s.address.clone())),
        place: or_empty(receipt.map(|r| r.at.to_string())),
        as_stated: or_empty(receipt.map(|r| r.as_stated.to_string())),
        reading: english(receipt.and_then(|r| r.reading.as_ref())),
    }
}
