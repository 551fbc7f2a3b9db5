//! The meaning of a figure: subject, indicator, definition, period, scope and interval.

use crate::components::figure::figure_link;
use crate::components::help::help;
use crate::format;
use crate::locale::Locale;
use crate::messages::help::HelpTerm;
use crate::messages::terms::Named;
use crate::wording;
use domain::definition::Term;
use domain::figure::{Evidence, Figure, Statement};
use domain::listed_area::is_listed_area;
use domain::measure::Measure;
use domain::profile::Profile;
use domain::quantity::{Hedge, Scale, Unit};
use domain::subject::Subject;
use leptos::prelude::*;

/// Renders all properties of a figure, by name.
pub fn attributes(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let q = &m.figure_page;
    let mut rows = vec![
        row(q.subject, subject(locale, profile, figure)),
        row(q.indicator, indicator(locale, profile, figure)),
        row(q.definition, definition(locale, figure)),
    ];
    rows.extend(measure(locale, figure).map(|words| row(q.measure, text(words))));
    let whole = if figure.subject == Subject::Zone {
        q.scope_zone
    } else {
        q.scope_whole
    };
    rows.extend([
        row(
            m.chart.column_period,
            text(format::period(locale, figure.period)),
        ),
        row(
            q.scope,
            text(wording::scope(locale, &figure.scope).unwrap_or_else(|| whole.to_owned())),
        ),
        row(q.unit, text(unit(locale, figure))),
        row(
            m.chart.column_status,
            text(figure.status().name(locale).to_owned()),
        ),
    ]);
    // The official list states exact areas.
    if !is_listed_area(figure) {
        rows.push(row(q.interval, interval(locale, figure)));
    }
    let mut remark = |name: &'static str, remark: Option<&domain::text::Bilingual>| {
        rows.extend(remark.map(|words| row(name, text(locale.pick(words).to_owned()))));
    };
    remark(m.reading, figure.receipt().and_then(|r| r.reading.as_ref()));
    remark(m.note, figure.note.as_ref());
    remark(q.doubt, figure.doubt.as_ref());
    let correction = figure.statement().and_then(|s| s.correction.as_ref());
    remark(q.correction, correction.map(|correction| &correction.why));
    if let Some(level) = figure.level.as_ref().and_then(|id| profile.figure(id)) {
        rows.push(row(q.level_beside, figure_link(locale, profile, level)));
    }
    view! {
        <section class="topic" aria-labelledby="says-title">
            <h2 id="says-title">{q.what_it_says}</h2>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn row(name: &'static str, value: AnyView) -> AnyView {
    view! { <div class="facts-row"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
}

fn text(text: String) -> AnyView {
    text.into_any()
}

fn subject(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let name = figure.subject.name().unwrap_or(&profile.name);
    let members = match &figure.subject {
        Subject::Group {
            members: Some(n), ..
        } => Some((m.figure_page.members)(&format::integer(*n))),
        _ => None,
    };
    let members = members.map(|members| view! { {m.comma}{members} });
    view! { {locale.pick(name).to_owned()}{members} }.into_any()
}

fn indicator(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let pitfall = profile.indicator(&figure.indicator).map(|indicator| {
        let pitfall = locale.pick(&indicator.pitfall).to_owned();
        view! { <span class="facts-note">{m.pitfall}{m.colon}{pitfall}</span> }
    });
    let page = locale.href(&format!("/indicators/{}", figure.indicator));
    view! { <a href=page>{wording::indicator_name(locale, profile, figure)}</a>{pitfall} }
        .into_any()
}

fn definition(locale: Locale, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let terms = figure.definition.terms();
    if terms.is_empty() {
        return view! { <span class="not-known">{m.figure_page.definition_not_stated}</span> }
            .into_any();
    }
    let names: Vec<&str> = terms.iter().map(|term| term.name(locale)).collect();
    let is_limited = terms.contains(&Term::AboveScale);
    let help = is_limited.then(|| help(locale, HelpTerm::DesignatedSize));
    view! { {names.join(m.comma)}{help} }.into_any()
}

/// Returns how a figure measures its indicator; `None` for a plain amount.
fn measure(locale: Locale, figure: &Figure) -> Option<String> {
    let q = &locale.messages().figure_page;
    Some(match &figure.measure {
        Measure::Level => return None,
        Measure::Change { from, prices } => {
            (q.measure_change)(&format::period(locale, *from), prices.name(locale))
        }
        Measure::Share { of } => (q.measure_share)(locale.pick(of)),
        Measure::Rank { among } => (q.measure_rank)(locale.pick(among)),
        Measure::Density { area } => (q.measure_density)(area.name(locale)),
        Measure::YearlyGrowth { from } => (q.measure_yearly_growth)(&format::period(locale, *from)),
    })
}

fn unit(locale: Locale, figure: &Figure) -> String {
    let name = format::unit_name(locale, figure.unit());
    match figure.measure {
        Measure::Density { .. } => (locale.chart_messages().per_square_kilometre)(name),
        _ => name.to_owned(),
    }
}

/// Renders the interval of a figure, and the rule by which it was read.
fn interval(locale: Locale, figure: &Figure) -> AnyView {
    let q = &locale.messages().figure_page;
    let value = format::value(locale, figure);
    let attributes = format::reading(locale, figure).unwrap_or_else(|| match &figure.evidence {
        Evidence::Stated(_) => (q.interval_point)(&value),
        Evidence::Derived(_) => value,
    });
    let how = match &figure.evidence {
        Evidence::Stated(statement) => how_read(locale, statement),
        Evidence::Derived(_) => q.read_derived,
    };
    view! { <span class="interval">{attributes}</span><span class="facts-note">{how}</span> }
        .into_any()
}

/// Returns the rule by which a written number becomes an interval.
fn how_read(locale: Locale, statement: &Statement) -> &'static str {
    let q = &locale.messages().figure_page;
    if statement.to.is_some() {
        return q.read_range;
    }
    let read = statement.read();
    match statement.hedge {
        Hedge::Over => q.read_over,
        Hedge::AtLeast => q.read_at_least,
        Hedge::UpTo => q.read_up_to,
        Hedge::Under => q.read_under,
        Hedge::About => q.read_about,
        Hedge::Nearly => q.read_nearly,
        Hedge::Exact if statement.interval().is_point() => q.read_exact,
        Hedge::Exact
            if read.scale() == Scale::One
                && read.digits().scale() == 0
                && matches!(read.unit(), Unit::Count | Unit::Teu) =>
        {
            q.read_round
        }
        Hedge::Exact => q.read_last_digit,
    }
}
