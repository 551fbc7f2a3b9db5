//! How a figure was derived: rule, formula, assumption and inputs.

use crate::components::figure::figure_link;
use crate::format;
use crate::locale::Locale;
use crate::wording;
use domain::derivation::{Assumption, Derivation, Rule};
use domain::figure::Figure;
use domain::profile::Profile;
use leptos::prelude::*;

/// Returns the rule in words.
pub const fn rule(locale: Locale, rule: Rule) -> &'static str {
    let q = &locale.messages().figure_page;
    match rule {
        Rule::LevelBeforeGrowth => q.rule_level_before_growth,
        Rule::LevelBeforeMultiple => q.rule_level_before_multiple,
        Rule::Density => q.rule_density,
        Rule::RequiredGrowth => q.rule_required_growth,
        Rule::PartOfWhole => q.rule_part_of_whole,
    }
}

/// Returns the assumption of a derivation in words.
pub const fn assumption(locale: Locale, assumption: Assumption) -> &'static str {
    let q = &locale.messages().figure_page;
    match assumption {
        Assumption::NominalRate => q.assumes_nominal,
        Assumption::SameArea => q.assumes_same_area,
        Assumption::SteadyGrowth => q.assumes_steady_growth,
    }
}

/// Returns the formula with the intervals of the inputs, in the order of the rule; `None` if there are not exactly two
/// known inputs.
pub fn formula(
    locale: Locale,
    profile: &Profile,
    figure: &Figure,
    derivation: &Derivation,
) -> Option<String> {
    let inputs: Vec<&Figure> = derivation
        .inputs
        .iter()
        .map(|id| profile.figure(id))
        .collect::<Option<_>>()?;
    let [one, two] = inputs[..] else { return None };
    let says = |figure: &Figure| {
        format::reading(locale, figure).unwrap_or_else(|| format::value(locale, figure))
    };
    let (a, b, result) = (says(one), says(two), format::value(locale, figure));
    Some(match derivation.rule {
        Rule::LevelBeforeGrowth => format!("{a} ÷ (1 + {b}) = {result}"),
        Rule::LevelBeforeMultiple | Rule::Density => format!("{a} ÷ {b} = {result}"),
        Rule::PartOfWhole => format!("{a} × {b} = {result}"),
        Rule::RequiredGrowth => {
            let years = one
                .period
                .last_year()
                .zip(two.period.last_year())
                .map(|(aim, start)| aim - start)?;
            format!("({a} ÷ {b})^(1 ÷ {years}) − 1 = {result}")
        }
    })
}

/// Renders the derivation in short form, for a table cell.
pub fn in_short(locale: Locale, profile: &Profile, derivation: &Derivation) -> AnyView {
    let m = locale.messages();
    let taken = derivation
        .assumption
        .map(|taken| view! { <span class="receipt-reading">{m.figure_page.assumption}{m.colon}{assumption(locale, taken)}</span> });
    view! {
        <div class="receipt-text">
            <span>{rule(locale, derivation.rule)}</span>
            {inputs(locale, profile, derivation)}
            {taken}
        </div>
    }
    .into_any()
}

/// Renders the inputs with their titles, each linked to its receipt.
pub fn named_inputs(locale: Locale, profile: &Profile, derivation: &Derivation) -> AnyView {
    let m = locale.messages();
    let items: Vec<_> = derivation
        .inputs
        .iter()
        .filter_map(|id| profile.figure(id))
        .map(|input| {
            view! {
                <li>
                    {wording::figure_title(locale, profile, input)}{m.colon}
                    {figure_link(locale, profile, input)}
                </li>
            }
        })
        .collect();
    view! { <ul class="plain-list">{items}</ul> }.into_any()
}

/// Renders the inputs, each linked to its receipt.
fn inputs(locale: Locale, profile: &Profile, derivation: &Derivation) -> AnyView {
    let m = locale.messages();
    let items: Vec<_> = derivation
        .inputs
        .iter()
        .filter_map(|id| profile.figure(id))
        .map(|input| view! { <li>{figure_link(locale, profile, input)}</li> })
        .collect();
    view! {
        <div class="derived-inputs">
            <span>{m.figure_page.inputs}{m.colon}</span>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}
