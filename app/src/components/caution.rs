//! Cautions as sentences, with links to their figures.

use crate::components::figure::text_with_figures;
use crate::components::help::help;
use crate::format;
use crate::locale::Locale;
use crate::messages::help::HelpTerm;
use crate::messages::terms::Named;
use domain::check::{Caution, CautionRule};
use domain::fact::Fact;
use domain::profile::Profile;
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
    let figure = |place: usize| {
        caution
            .figures
            .get(place)
            .map_or_else(String::new, |id| format!("{{{id}}}"))
    };
    let (one, two, three) = (figure(0), figure(1), figure(2));
    let first = caution.figures.first().and_then(|id| profile.figure(id));
    match caution.rule {
        CautionRule::GdpAboveOutput => (q.caution_gdp_above_output)(&one, &two),
        CautionRule::ValueAddedAboveGdp => (q.caution_value_added_above_gdp)(&one, &two),
        CautionRule::TaxAboveOutput => (q.caution_tax_above_output)(&one, &two),
        CautionRule::OtherCurrency => (q.caution_other_currency)(&one, &two),
        CautionRule::SameAmountTwice => (q.caution_same_amount)(&one, &two),
        CautionRule::PublishedEarly => (q.caution_published_early)(&one),
        CautionRule::UnitSlip => {
            let factor = 10_u32.saturating_pow(caution.power.unwrap_or_default());
            // The caution questions the printed number, not our correction of it.
            let printed = first.and_then(|figure| format::printed(locale, figure));
            let one = printed.map_or(one, |printed| (q.caution_printed)(&printed));
            (q.caution_unit_slip)(&one, &two, &format::integer(factor))
        }
        CautionRule::AboveNationalTotal => (q.caution_above_national_total)(&one, &two),
        CautionRule::ShareAboveWhole if two.is_empty() => (q.caution_share)(&one),
        CautionRule::ShareAboveWhole => (q.caution_part_above_whole)(&one, &two),
        CautionRule::DollarRate => (q.caution_dollar_rate)(&one),
        CautionRule::ApprovedArea => (q.caution_approved_area)(&one, &two),
        CautionRule::GrowthAgainstLevels => (q.caution_growth)(&one, &two, &three),
        CautionRule::NarrowerScope => {
            let all: Vec<String> = (0..caution.figures.len()).map(figure).collect();
            let scope = first.map_or_else(String::new, |first| match &first.scope {
                Scope::Whole => first
                    .subject
                    .name()
                    .map(|name| locale.pick(name).to_owned())
                    .unwrap_or_default(),
                scope => crate::wording::scope(locale, scope).unwrap_or_default(),
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

fn foundings(locale: Locale, profile: &Profile, caution: &Caution) -> AnyView {
    let date = |place: usize| {
        caution
            .facts
            .get(place)
            .and_then(|id| profile.fact(id))
            .and_then(Fact::date)
            .map_or_else(String::new, |date| format::date(locale, date))
    };
    let text = (locale.messages().figure_page.caution_foundings)(&date(0), &date(1));
    let href = |place: usize| {
        let path = profile.owner.path();
        caution
            .facts
            .get(place)
            .map(|id| format!("{}#fact-{id}", locale.href(&path)))
    };
    let links: Vec<_> = [0, 1]
        .into_iter()
        .filter_map(|place| Some((href(place)?, date(place))))
        .map(|(href, date)| view! { " "<a rel="external" href=href>{date}</a> })
        .collect();
    view! { {text}{links} }.into_any()
}
