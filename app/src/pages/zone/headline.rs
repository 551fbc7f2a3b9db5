//! The key numbers at the top of a zone page: output, fiscal revenue, growth and area.

use crate::components::figure::{figure_link, is_questioned};
use crate::components::help::help;
use crate::format;
use crate::locale::Locale;
use crate::messages::Messages;
use crate::messages::help::HelpTerm;
use crate::series::{growth_of_group, source_words};
use crate::wording;
use domain::figure::{Figure, Status};
use domain::indicator::ChartGroup;
use domain::interval::Interval;
use domain::listed_area::is_listed_area;
use domain::profile::Profile;
use domain::ranking::Latest;
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// Renders a card for each of the four numbers; a card without a value states that it is not known.
pub fn headline(locale: Locale, zone: &ZoneRecord) -> AnyView {
    let m = locale.messages();
    let profile = &zone.profile;
    let output = latest_of(profile, ChartGroup::Output);
    let revenue = latest_of(profile, ChartGroup::Fiscal);
    view! {
        <dl class="headline">
            {amount(locale, profile, ChartGroup::Output, m.card_output, output.as_ref())}
            {amount(locale, profile, ChartGroup::Fiscal, m.card_revenue, revenue.as_ref())}
            {growth(locale, profile, output.as_ref())}
            {area(locale, zone)}
        </dl>
    }
    .into_any()
}

/// Returns the latest value of the first indicator of a group that has one; `None` if no indicator has one.
fn latest_of(profile: &Profile, group: ChartGroup) -> Option<Latest> {
    let mut indicators = profile.indicators.iter();
    indicators.find_map(|indicator| {
        let is_of_group = indicator.chart == Some(group);
        is_of_group.then(|| Latest::of(profile, &indicator.id))?
    })
}

fn card(name: String, help: Option<AnyView>, value: AnyView, limits: AnyView) -> AnyView {
    view! {
        <div class="headline-card">
            <dt>{name}{help}</dt>
            <dd class="headline-value">{value}</dd>
            <dd class="headline-limits">{limits}</dd>
        </div>
    }
    .into_any()
}

/// Renders the text for a value that is unknown or unclear.
fn without(words: &'static str) -> AnyView {
    view! { <span class="not-known">{words}</span> }.into_any()
}

fn amount(
    locale: Locale,
    profile: &Profile,
    group: ChartGroup,
    name: &'static str,
    latest: Option<&Latest>,
) -> AnyView {
    let m = locale.messages();
    let term = match group {
        ChartGroup::Output => HelpTerm::Output,
        _ => HelpTerm::FiscalRevenue,
    };
    let help = Some(help(locale, term));
    let Some(latest) = latest else {
        if let Some(copied) = latest_copied(profile, group) {
            let value = figure_link(locale, profile, copied);
            let period = format::period(locale, copied.period);
            let limits = view! { {value}{m.comma}{period}{m.comma}{m.in_copy} };
            return card(
                name.to_owned(),
                help,
                without(m.no_original_figure),
                limits.into_any(),
            );
        }
        let target = target_of(profile, group);
        let limits = target.map(|target| {
            let value = figure_link(locale, profile, target);
            let period = format::period(locale, target.period);
            view! { {value}{m.comma}{period} }
        });
        return card(
            name.to_owned(),
            help,
            without(m.no_reported_figure),
            limits.into_any(),
        );
    };
    let figure = &latest.figure;
    card(
        wording::indicator_name(locale, profile, figure),
        help,
        figure_link(locale, profile, figure),
        limits(locale, profile, figure),
    )
}

/// Returns the latest target of a group of indicators; `None` if there is none.
fn target_of(profile: &Profile, group: ChartGroup) -> Option<&Figure> {
    let targets = amounts_of(profile, group).filter(|figure| figure.status() == Status::Target);
    targets.max_by_key(|figure| figure.period.chart_year())
}

/// Returns the latest value of a group of indicators that only copies on unrelated sites state; `None` if there is none.
fn latest_copied(profile: &Profile, group: ChartGroup) -> Option<&Figure> {
    let copied = amounts_of(profile, group).filter(|figure| {
        matches!(figure.status(), Status::Reported | Status::Preliminary)
            && figure.period.chart_year().is_some()
            && !profile.is_vouched_for(figure)
    });
    copied.max_by_key(|figure| figure.period.chart_year())
}

/// Returns the amounts of the whole zone for a group of indicators.
fn amounts_of(profile: &Profile, group: ChartGroup) -> impl Iterator<Item = &Figure> {
    profile.figures.iter().filter(move |figure| {
        let indicator = profile.indicator(&figure.indicator);
        indicator.is_some_and(|indicator| indicator.chart == Some(group))
            && figure.scope.is_whole()
            && figure.measure.is_level()
            && profile.is_own(figure)
    })
}

/// Renders the period and the limits of a value, its source, and a link to its cautions.
fn limits(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let mut words = vec![format::period(locale, figure.period)];
    words.extend(wording::figure_limits(locale, figure));
    let doubt = is_questioned(profile, &figure.id).then(|| doubt(m));
    let source = figure
        .receipt()
        .and_then(|receipt| profile.source(&receipt.source));
    let source = source.map(|source| {
        let words = source_words(locale, profile, figure);
        let words = if source.date.is_some() {
            words
        } else {
            (m.undated)(&words)
        };
        let href = locale.href(&format!("/sources/{}", source.id));
        view! { <span class="headline-source"><a href=href lang="">{words}</a></span> }
    });
    view! { {words.join(m.comma)}{doubt}{source} }.into_any()
}

fn doubt(m: &'static Messages) -> AnyView {
    view! { " "<a class="headline-doubt" href="#cautions">{m.see_note}</a> }.into_any()
}

/// Renders the yearly growth of output between its last two values.
fn growth(locale: Locale, profile: &Profile, output: Option<&Latest>) -> AnyView {
    let m = locale.messages();
    let name = m.card_growth.to_owned();
    let earlier = output.and_then(|latest| Some((latest, latest.earlier.as_ref()?)));
    let Some((latest, earlier)) = earlier else {
        // The latest value may be the only one of its series, while the chart has another series.
        if let Some(words) = growth_of_group(locale, profile, ChartGroup::Output) {
            let value = view! { <a class="figure" href="#growth">{m.see_chart}</a> };
            return card(name, None, value.into_any(), words.into_any());
        }
        return card(
            name,
            None,
            without(m.not_known),
            m.growth_needs_two.into_any(),
        );
    };
    let years = [
        &format::period(locale, earlier.period),
        "–",
        &format::period(locale, latest.figure.period),
    ];
    let years = years.concat();
    match latest.yearly_growth() {
        Some(growth) => {
            let is_growth = growth
                .low()
                .number()
                .is_some_and(|low| low > domain::Decimal::ZERO);
            let legend_symbol = if is_growth { "+" } else { "" };
            let value =
                (m.a_year)(&[legend_symbol, &format::percent(locale, narrowed(growth))].concat());
            let value = view! { <a class="figure" href="?values=growth#growth">{value}</a> };
            card(name, None, value.into_any(), years.into_any())
        }
        None => {
            let is_questioned = latest.questioned || is_questioned(profile, &earlier.id);
            let note = is_questioned.then(|| doubt(m));
            let why = [&years, m.comma, m.growth_unclear].concat();
            card(
                name,
                None,
                without(m.unclear),
                view! { {why}{note} }.into_any(),
            )
        }
    }
}

/// Rounds growth to one decimal: more decimals would only show how the amounts were rounded.
fn narrowed(growth: Interval) -> Interval {
    growth.map_increasing(|end| end.round_dp(1))
}

/// Renders the area from the official list.
fn area(locale: Locale, zone: &ZoneRecord) -> AnyView {
    let m = locale.messages();
    let name = match zone.new_area {
        Some(_) => m.land_area,
        None => m.approved_area,
    };
    let listed = zone
        .profile
        .figures
        .iter()
        .find(|figure| is_listed_area(figure));
    let value = listed.map_or_else(
        || without(m.not_known),
        |figure| figure_link(locale, &zone.profile, figure),
    );
    let approved = format::date(locale, zone.summary.approved);
    card(
        name.to_owned(),
        None,
        value,
        (m.approved_on)(&approved).into_any(),
    )
}
