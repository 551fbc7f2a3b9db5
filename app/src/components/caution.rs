//! Cautions as sentences, with links to their figures.

use crate::components::figure::text_with_figures;
use crate::components::help::help;
use crate::format;
use crate::locale::Locale;
use crate::messages::help::HelpTerm;
use crate::messages::terms::Named;
use crate::wording;
use domain::Decimal;
use domain::check::{Caution, CautionRule};
use domain::fact::Fact;
use domain::figure::Figure;
use domain::interval::Interval;
use domain::profile::Profile;
use domain::quantity::Unit;
use domain::ranking::ranking_value;
use domain::subject::Scope;
use domain::text::Bilingual;
use leptos::prelude::*;

/// Renders the cautions of a profile as a section; `None` if there are none.
pub fn cautions(locale: Locale, profile: &Profile) -> Option<AnyView> {
    if profile.cautions.is_empty() {
        return None;
    }
    let q = &locale.messages().figure_page;
    let items: Vec<_> = profile
        .cautions
        .iter()
        .map(|caution| item(locale, profile, caution))
        .collect();
    Some(
        view! {
            <section class="topic cautions" id="cautions" aria-labelledby="cautions-title">
                <h2 id="cautions-title">{q.cautions}{help(locale, HelpTerm::Problems)}</h2>
                <p class="section-intro">{q.cautions_intro}</p>
                <ul class="caution-list">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

fn item(locale: Locale, profile: &Profile, caution: &Caution) -> AnyView {
    let class = if caution.rule.questions() {
        "caution caution-questions"
    } else {
        "caution"
    };
    view! {
        <li class=class>
            <span class="caution-rule">{caution.rule.name(locale)}</span>
            <p>{sentence(locale, profile, caution)}</p>
        </li>
    }
    .into_any()
}

/// Renders the sentence of a caution. Figures link to their receipts and dates link to their facts.
pub fn sentence(locale: Locale, profile: &Profile, caution: &Caution) -> AnyView {
    if caution.rule == CautionRule::TwoFoundings {
        return foundings(locale, profile, caution);
    }
    let text = template(locale, profile, caution);
    // The text is already in the page language, which is the only one that is shown.
    let text = Bilingual {
        en: text.clone(),
        zh: text,
    };
    text_with_figures(locale, profile, &text).into_any()
}

/// Returns the sentence with figure ids in braces, the same format as in texts of the dataset.
fn template(locale: Locale, profile: &Profile, caution: &Caution) -> String {
    let q = &locale.messages().figure_page;
    let figure = |place: usize| caution.figures.get(place).and_then(|id| profile.figure(id));
    let first = figure(0);
    // The value of a figure that is named by the sentence, or whose period differs from that of the first one.
    let value = |place: usize| {
        figure(place).map_or_else(String::new, |figure| {
            let value = format!("{{{}}}", figure.id);
            if place > 0 && first.is_some_and(|first| first.period == figure.period) {
                return value;
            }
            (q.caution_value)(&value, &format::period(locale, figure.period))
        })
    };
    let named = |value: &str| {
        first.map_or_else(String::new, |figure| {
            let what = wording::figure_measure(locale, profile, figure);
            (q.caution_figure)(&what, &format::period(locale, figure.period), value)
        })
    };
    let one = first.map_or_else(String::new, |figure| named(&format!("{{{}}}", figure.id)));
    let (two, three) = (value(1), value(2));
    match caution.rule {
        CautionRule::GdpAboveOutput => (q.caution_gdp_above_output)(&value(0), &two),
        CautionRule::ValueAddedAboveGdp => (q.caution_value_added_above_gdp)(&value(0), &two),
        CautionRule::TaxAboveOutput => (q.caution_tax_above_output)(&one, &two),
        CautionRule::OtherCurrency => (q.caution_other_currency)(&one, &two),
        CautionRule::SameAmountTwice => (q.caution_same_amount)(&one, &two),
        CautionRule::PublishedEarly => (q.caution_published_early)(&one),
        CautionRule::UnitSlip => {
            let factor = 10_u32.saturating_pow(caution.power.unwrap_or_default());
            // The caution questions the printed number, not our correction of it.
            let printed = first.and_then(|figure| format::printed(locale, figure));
            let one = printed.map_or(one, |printed| named(&(q.caution_printed)(&printed)));
            (q.caution_unit_slip)(&one, &two, &format::integer(factor))
        }
        CautionRule::AboveNationalTotal => (q.caution_above_national_total)(&one, &two),
        CautionRule::ShareAboveWhole if two.is_empty() => (q.caution_share)(&one),
        CautionRule::ShareAboveWhole => (q.caution_part_above_whole)(&one, &two),
        CautionRule::DollarRate => (q.caution_dollar_rate)(&one),
        CautionRule::ApprovedArea => approved_area(locale, profile, caution),
        CautionRule::GrowthAgainstLevels => (q.caution_growth)(&one, &two, &three),
        CautionRule::NarrowerScope => {
            let others = (1..caution.figures.len()).map(value);
            let all: Vec<String> = std::iter::once(one).chain(others).collect();
            let scope = first.map_or_else(String::new, |first| match &first.scope {
                Scope::Whole => first
                    .subject
                    .name()
                    .map(|name| locale.pick(name).to_owned())
                    .unwrap_or_default(),
                scope => wording::scope(locale, scope).unwrap_or_default(),
            });
            (q.caution_narrower_scope)(&all.join(locale.messages().listing), &scope)
        }
        CautionRule::DoubtedPrint => {
            let why = first
                .and_then(|figure| figure.doubt.as_ref())
                .map(|why| locale.pick(why))
                .unwrap_or_default();
            (q.caution_doubted)(&one, why)
        }
        CautionRule::TwoFoundings => String::new(),
    }
}

/// Returns the sentence on an area that differs from the catalogue, with both areas in one unit.
fn approved_area(locale: Locale, profile: &Profile, caution: &Caution) -> String {
    let figures: Vec<&Figure> = caution
        .figures
        .iter()
        .filter_map(|id| profile.figure(id))
        .collect();
    let [stated, catalogue] = figures[..] else {
        return String::new();
    };
    let square_kilometres = |figure: &Figure| ranking_value(figure, &profile.rates);
    let (Some(one), Some(other)) = (square_kilometres(stated), square_kilometres(catalogue)) else {
        return String::new();
    };
    let in_words = |figure: &Figure, area: Decimal| {
        let link = format!("{{{}}}", figure.id);
        if stated.unit() == catalogue.unit() || figure.unit() == Unit::SquareKilometre {
            return link;
        }
        let area = format::interval(
            locale,
            Interval::point(area.round_dp(2)),
            Unit::SquareKilometre,
        );
        (locale.messages().figure_page.caution_value)(&link, &area)
    };
    let factor = one
        .max(other)
        .checked_div(one.min(other))
        .unwrap_or(Decimal::ONE);
    (locale.messages().figure_page.caution_approved_area)(
        &in_words(stated, one),
        &in_words(catalogue, other),
        &factor.round_dp(1).normalize().to_string(),
    )
}

fn foundings(locale: Locale, profile: &Profile, caution: &Caution) -> AnyView {
    let date = |place: usize| {
        caution
            .facts
            .get(place)
            .and_then(|id| profile.fact(id))
            .and_then(Fact::date)
            .map_or_else(String::new, |date| format::date(locale, date))
    };
    let href = |place: usize| {
        let path = profile.owner.path();
        caution
            .facts
            .get(place)
            .map(|id| format!("{}#fact-{id}", locale.href(&path)))
    };
    let link = |place: usize| view! { <a rel="external" href=href(place)>{date(place)}</a> };
    let text = (locale.messages().figure_page.caution_foundings)("{0}", "{1}");
    let (before, rest) = text.split_once("{0}").unwrap_or((&text, ""));
    let (between, after) = rest.split_once("{1}").unwrap_or((rest, ""));
    view! {
        {before.to_owned()}{link(0)}{between.to_owned()}{link(1)}{after.to_owned()}
    }
    .into_any()
}
