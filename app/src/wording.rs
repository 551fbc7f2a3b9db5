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
    let m = locale.messages();
    match &figure.measure {
        Measure::Level => name,
        Measure::Change { from, .. } => {
            (m.change_from)(&name, &crate::format::period(locale, *from))
        }
        Measure::Share { of } => (m.share_of)(&name, locale.pick(of)),
        Measure::Rank { among } => (m.rank_among)(&name, locale.pick(among)),
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
    let m = locale.messages();
    let kind = match scope {
        Scope::Whole => return None,
        Scope::Predecessor { .. } => m.scope_predecessor,
        Scope::Industry { .. } => m.scope_industry,
        Scope::KeyArea { .. } => m.scope_key_area,
        Scope::Enterprises { .. } => m.scope_enterprises,
        Scope::Products { .. } => m.scope_products,
    };
    Some(format!("{kind}{}{name}", m.colon))
}

/// The line of a chart that a figure is a point of: the indicator and what narrows it.
pub fn figure_subject(locale: Locale, zone: &ZoneRecord, figure: &Figure) -> String {
    let name = indicator_name(locale, zone, figure);
    let limits = figure_limits(locale, figure);
    if limits.is_empty() {
        return name;
    }
    let m = locale.messages();
    (m.limited)(&name, &limits.join(m.comma))
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
