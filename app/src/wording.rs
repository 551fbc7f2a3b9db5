//! Figures, facts and receipts in words: what a number is of, and where it was stated.

use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::dossier::Dossier;
use domain::figure::Figure;
use domain::indicator::ChartGroup;
use domain::measure::Measure;
use domain::quantity::Unit;
use domain::subject::{Scope, Subject};

/// The title of a growth chart.
pub const fn chart_title(locale: Locale, chart: ChartGroup) -> &'static str {
    let messages = locale.messages();
    match chart {
        ChartGroup::Output => messages.chart_output,
        ChartGroup::Fiscal => messages.chart_fiscal,
    }
}

/// The name of a figure's indicator.
pub fn indicator_name(locale: Locale, dossier: &Dossier, figure: &Figure) -> String {
    dossier.indicator(&figure.indicator).map_or_else(
        || figure.indicator.to_string(),
        |indicator| locale.pick(&indicator.name).to_owned(),
    )
}

/// What a figure measures: its indicator, and whether as a level, a change, a share or a rank.
pub fn figure_measure(locale: Locale, dossier: &Dossier, figure: &Figure) -> String {
    let name = indicator_name(locale, dossier, figure);
    let m = locale.messages();
    match &figure.measure {
        Measure::Level => name,
        Measure::Change { from, .. } if figure.unit() == Unit::Times => {
            (m.question.multiple_of)(&name, &crate::format::period(locale, *from))
        }
        Measure::Change { from, .. } => {
            (m.change_from)(&name, &crate::format::period(locale, *from))
        }
        Measure::Share { of } => (m.share_of)(&name, locale.pick(of)),
        Measure::Rank { among } => (m.rank_among)(&name, locale.pick(among)),
        Measure::Density { area } => (m.question.density_of)(&name, area.name(locale)),
        Measure::YearlyGrowth { from } => {
            (m.question.yearly_growth_of)(&name, &crate::format::period(locale, *from))
        }
    }
}

/// What narrows a figure: whom or what it is about if not the zone, then [`narrowing`]. Empty where
/// nothing does.
pub fn figure_limits(locale: Locale, figure: &Figure) -> Vec<String> {
    let named = match &figure.subject {
        // A group's figures stand on its own page.
        Subject::Zone | Subject::Group { .. } => None,
        subject => subject.name().map(|name| locale.pick(name).to_owned()),
    };
    named.into_iter().chain(narrowing(locale, figure)).collect()
}

/// What narrows a figure of its subject: how many zones it had, its scope, its definition, its
/// prices.
fn narrowing(locale: Locale, figure: &Figure) -> Vec<String> {
    let mut limits = Vec::new();
    if let Subject::Group {
        members: Some(n), ..
    } = &figure.subject
    {
        limits.push((locale.messages().question.members)(
            &crate::format::integer(*n),
        ));
    }
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
pub fn scope(locale: Locale, scope: &Scope) -> Option<String> {
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
pub fn figure_subject(locale: Locale, dossier: &Dossier, figure: &Figure) -> String {
    let name = indicator_name(locale, dossier, figure);
    let limits = figure_limits(locale, figure);
    if limits.is_empty() {
        return name;
    }
    let m = locale.messages();
    (m.limited)(&name, &limits.join(m.comma))
}

/// A figure in one line: what it measures, whose it is, and when.
pub fn figure_title(locale: Locale, dossier: &Dossier, figure: &Figure) -> String {
    let what = figure_measure(locale, dossier, figure);
    let limits = narrowing(locale, figure);
    let whose = figure.subject.name().unwrap_or(&dossier.name);
    let m = locale.messages();
    let what = if limits.is_empty() {
        what
    } else {
        (m.limited)(&what, &limits.join(m.comma))
    };
    (m.question.figure_title)(
        &what,
        locale.pick(whose),
        &crate::format::period(locale, figure.period),
    )
}
