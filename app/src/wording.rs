//! Describes figures in words: what they measure, and what limits them.

use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::figure::Figure;
use domain::indicator::ChartGroup;
use domain::measure::Measure;
use domain::profile::Profile;
use domain::quantity::Unit;
use domain::source::Source;
use domain::subject::{Scope, Subject};
use domain::zone::{Today, ZoneSummary};

/// Returns the title of a growth chart.
pub const fn chart_title(locale: Locale, chart: ChartGroup) -> &'static str {
    let messages = locale.messages();
    match chart {
        ChartGroup::Output => messages.chart_output,
        ChartGroup::Fiscal => messages.chart_fiscal,
    }
}

/// Returns the name of a figure's indicator.
pub fn indicator_name(locale: Locale, profile: &Profile, figure: &Figure) -> String {
    profile.indicator(&figure.indicator).map_or_else(
        || figure.indicator.to_string(),
        |indicator| locale.pick(&indicator.name).to_owned(),
    )
}

/// Returns what a figure measures: its indicator, and whether it is a level, a change, a share or a rank.
pub fn figure_measure(locale: Locale, profile: &Profile, figure: &Figure) -> String {
    let name = indicator_name(locale, profile, figure);
    let m = locale.messages();
    match &figure.measure {
        Measure::Level => name,
        Measure::Change { from, .. } if figure.unit() == Unit::Times => {
            (m.figure_page.multiple_of)(&name, &crate::format::period(locale, *from))
        }
        Measure::Change { from, .. } => {
            (m.change_from)(&name, &crate::format::period(locale, *from))
        }
        Measure::Share { of } => (m.share_of)(&name, locale.pick(of)),
        Measure::Rank { among } => (m.rank_among)(&name, locale.pick(among)),
        Measure::Density { area } => (m.figure_page.density_of)(&name, area.name(locale)),
        Measure::YearlyGrowth { from } => {
            (m.figure_page.yearly_growth_of)(&name, &crate::format::period(locale, *from))
        }
    }
}

/// Returns what limits a figure: its subject if that is not the zone itself, then what narrows its scope. Empty if nothing
/// limits it.
pub fn figure_limits(locale: Locale, figure: &Figure) -> Vec<String> {
    let named = match &figure.subject {
        // The figures of a group are on the page of that group, so its name is not repeated.
        Subject::Zone | Subject::Group { .. } => None,
        subject => subject.name().map(|name| locale.pick(name).to_owned()),
    };
    named.into_iter().chain(narrowing(locale, figure)).collect()
}

/// Returns what limits a figure within its subject: the number of zones, the scope, the definition and the prices.
fn narrowing(locale: Locale, figure: &Figure) -> Vec<String> {
    let mut limits = Vec::new();
    if let Subject::Group {
        members: Some(n), ..
    } = &figure.subject
    {
        limits.push((locale.messages().figure_page.members)(
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

/// Returns the part of its subject that a figure covers; `None` if it covers all of it.
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

/// Returns the label of a figure's line in a chart: the indicator and its limits.
pub fn figure_subject(locale: Locale, profile: &Profile, figure: &Figure) -> String {
    let name = indicator_name(locale, profile, figure);
    let limits = figure_limits(locale, figure);
    if limits.is_empty() {
        return name;
    }
    let m = locale.messages();
    (m.limited)(&name, &limits.join(m.comma))
}

/// Returns the title of a figure in one line: what it measures, its subject, and its period.
pub fn figure_title(locale: Locale, profile: &Profile, figure: &Figure) -> String {
    let what = figure_measure(locale, profile, figure);
    let limits = narrowing(locale, figure);
    let whose = figure.subject.name().unwrap_or(&profile.name);
    let m = locale.messages();
    let what = if limits.is_empty() {
        what
    } else {
        (m.limited)(&what, &limits.join(m.comma))
    };
    (m.figure_page.figure_title)(
        &what,
        locale.pick(whose),
        &crate::format::period(locale, figure.period),
    )
}

/// Returns the title of a source as printed. A title of ours is in the page language.
pub fn source_title(locale: Locale, source: &Source) -> &str {
    let ours = source.title_zh.as_deref();
    ours.filter(|_| locale == Locale::Zh)
        .unwrap_or(&source.title)
}

/// Returns the publisher of a source, or its title if none is stated. A copy elsewhere is called a copy.
pub fn publisher(locale: Locale, source: &Source) -> String {
    let Some(publisher) = &source.publisher else {
        return source_title(locale, source).to_owned();
    };
    let name = locale.pick(publisher);
    if source.is_copy() {
        (locale.messages().copy_of)(name)
    } else {
        name.to_owned()
    }
}

/// Returns the level and the type of a zone today.
pub fn level_and_kind(locale: Locale, zone: &ZoneSummary) -> String {
    let m = locale.messages();
    match &zone.today {
        None => catalogue_level_and_kind(locale, zone),
        Some(Today {
            level: Some(level),
            kind,
            ..
        }) => (m.level_and_kind)(level.name(locale), kind.name(locale)),
        Some(Today { level: None, .. }) => (m.formerly)(&catalogue_level_and_kind(locale, zone)),
    }
}

/// Returns the level and the type of a zone in the catalogue.
pub fn catalogue_level_and_kind(locale: Locale, zone: &ZoneSummary) -> String {
    (locale.messages().level_and_kind)(zone.level.name(locale), zone.kind.name(locale))
}
