//! Figures, facts and receipts in words: what a number is of, and where it was stated.

use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::figure::Figure;
use domain::indicator::ChartGroup;
use domain::measure::Measure;
use domain::receipt::Place;
use domain::subject::Scope;
use domain::zone::ZoneRecord;

/// The title of a growth chart.
pub const fn chart_title(locale: Locale, chart: ChartGroup) -> &'static str {
    let messages = locale.messages();
    match chart {
        ChartGroup::Output => messages.chart_output,
        ChartGroup::Fiscal => messages.chart_fiscal,
    }
}

/// What joins parts of a description.
pub const fn separator(locale: Locale) -> &'static str {
    match locale {
        Locale::En => ", ",
        Locale::Zh => "、",
    }
}

/// The name of a figure's indicator.
pub fn indicator_name(locale: Locale, zone: &ZoneRecord, figure: &Figure) -> String {
    zone.indicator(&figure.indicator).map_or_else(
        || figure.indicator.to_string(),
        |indicator| locale.pick(&indicator.name).to_owned(),
    )
}

/// What a figure measures: its indicator, and whether as a level, a change, a share or a rank.
pub fn figure_measure(locale: Locale, zone: &ZoneRecord, figure: &Figure) -> String {
    let name = indicator_name(locale, zone, figure);
    match (&figure.measure, locale) {
        (Measure::Level, _) => name,
        (Measure::Change { from, .. }, Locale::En) => {
            format!(
                "{name}, change from {}",
                crate::format::period(locale, *from)
            )
        }
        (Measure::Change { from, .. }, Locale::Zh) => {
            format!("{name}，比{}增长", crate::format::period(locale, *from))
        }
        (Measure::Share { of }, Locale::En) => format!("{name}, share of {}", of.en),
        (Measure::Share { of }, Locale::Zh) => format!("{name}，占{}的比重", of.zh),
        (Measure::Rank { among }, Locale::En) => format!("{name}, rank among {}", among.en),
        (Measure::Rank { among }, Locale::Zh) => format!("{name}，在{}中的名次", among.zh),
    }
}

/// What narrows a figure: its definition, its prices, whom or what it is about if not all of the
/// zone. Empty where nothing does.
pub fn figure_limits(locale: Locale, figure: &Figure) -> Vec<String> {
    let mut limits = Vec::new();
    limits.extend(
        figure
            .subject
            .name()
            .map(|name| locale.pick(name).to_owned()),
    );
    limits.extend(scope(locale, &figure.scope));
    limits.extend(
        figure
            .definition
            .terms()
            .iter()
            .map(|term| term.name(locale).to_owned()),
    );
    if let Measure::Change { prices, .. } = &figure.measure {
        limits.push(prices.name(locale).to_owned());
    }
    limits
}

/// What part of its subject a figure covers; nothing where it covers all of it.
fn scope(locale: Locale, scope: &Scope) -> Option<String> {
    let name = locale.pick(scope.name()?);
    let kind = match (scope, locale) {
        (Scope::Whole, _) => return None,
        (Scope::Predecessor { .. }, Locale::En) => "predecessor",
        (Scope::Predecessor { .. }, Locale::Zh) => "前身",
        (Scope::Industry { .. }, Locale::En) => "industry",
        (Scope::Industry { .. }, Locale::Zh) => "产业",
        (Scope::KeyArea { .. }, Locale::En) => "key area",
        (Scope::KeyArea { .. }, Locale::Zh) => "核心区",
        (Scope::Enterprises { .. }, Locale::En) => "enterprises",
        (Scope::Enterprises { .. }, Locale::Zh) => "企业",
        (Scope::Products { .. }, Locale::En) => "products",
        (Scope::Products { .. }, Locale::Zh) => "产品",
    };
    Some(match locale {
        Locale::En => format!("{kind}: {name}"),
        Locale::Zh => format!("{kind}：{name}"),
    })
}

/// The line of a chart that a figure is a point of: the indicator and what narrows it.
pub fn figure_subject(locale: Locale, zone: &ZoneRecord, figure: &Figure) -> String {
    let name = indicator_name(locale, zone, figure);
    let limits = figure_limits(locale, figure);
    match (limits.is_empty(), locale) {
        (true, _) => name,
        (false, Locale::En) => format!("{name} ({})", limits.join(", ")),
        (false, Locale::Zh) => format!("{name}（{}）", limits.join("，")),
    }
}

/// Where in a source a thing stands.
pub fn place(locale: Locale, place: Place) -> String {
    let messages = locale.messages();
    match place {
        Place::Sentence {
            paragraph,
            sentence,
        } => (messages.place_sentence)(paragraph, sentence),
        Place::Cell { table, row, column } => (messages.place_cell)(table, row, column),
        Place::Page => messages.place_page.to_owned(),
    }
}

/// A text in quotation marks, as this language writes them.
pub fn quoted(text: &str) -> String {
    format!("“{text}”")
}
