//! The page of one figure: receipt, reading, derived figures, competing figures and citation.

mod citation;
mod says;
mod statement;

use crate::api::{FigureAnswer, Outline, PageError};
use crate::components::caution::cautions;
use crate::components::derivation::{assumption, formula, named_inputs, rule};
use crate::components::document::Head;
use crate::components::figure::figure_link;
use crate::components::loaded::loaded;
use crate::components::problem::{Failure, Problem, shown};
use crate::components::rivals::rivals_table;
use crate::components::value::status_class;
use crate::format;
use crate::locale::{Locale, use_locale};
use crate::lookup::{figure, outline};
use crate::messages::terms::Named;
use crate::page::use_request;
use crate::query;
use crate::wording;
use domain::derivation::Derivation;
use domain::document::Copy;
use domain::dossier::Dossier;
use domain::figure::{Evidence, Figure, Status};
use domain::id::FigureId;
use leptos::prelude::*;

/// The page of a figure.
#[component]
pub fn FigurePage(id: String) -> impl IntoView {
    let locale = use_locale();
    let query = use_request().query;
    loaded(async move {
        let (outline, found) = match (outline().await, figure(&id).await) {
            (Ok(outline), Ok(found)) => (outline, found),
            (_, Err(PageError::NotFound)) => return missing(locale, &id),
            (Err(error), _) | (_, Err(error)) => return view! { <Failure error/> }.into_any(),
        };
        match found {
            FigureAnswer::Found { dossier, copy } => {
                let figure = id.parse().ok().and_then(|id| dossier.figure(&id));
                match figure {
                    Some(figure) => {
                        let chosen = query::chosen(&query);
                        figure_view(locale, &dossier, figure, copy, &outline, &chosen)
                    }
                    None => missing(locale, &id),
                }
            }
            FigureAnswer::Removed { reason } => {
                let q = &locale.messages().question;
                let text = format!("{} {}", (q.removed_text)(&shown(&id)), locale.pick(&reason));
                view! { <Problem title=q.removed_title text=text/> }.into_any()
            }
        }
    })
}

fn missing(locale: Locale, id: &str) -> AnyView {
    let q = &locale.messages().question;
    view! { <Problem title=q.figure_not_found_title text=(q.figure_not_found_text)(&shown(id))/> }
        .into_any()
}

fn figure_view(
    locale: Locale,
    dossier: &Dossier,
    figure: &Figure,
    copy: Option<Copy>,
    outline: &Outline,
    chosen: &[FigureId],
) -> AnyView {
    let m = locale.messages();
    let q = &m.question;
    let title = wording::figure_title(locale, dossier, figure);
    let value = format::value(locale, figure);
    let description = format!("{title}{}{value}", m.colon);
    let path = format!("/figures/{}", figure.id);
    let home = locale.href(&dossier.owner.path());
    let name = locale.pick(&dossier.name).to_owned();
    let status = figure.status();
    let badge = (status != Status::Reported)
        .then(|| view! { <span class="figure-mark">{status.name(locale)}</span> });
    let corrected = format::printed(locale, figure).map(|printed| {
        view! { <p class="figure-printed">{(q.correction_text)(&printed, &value)}</p> }
    });
    let evidence = match &figure.evidence {
        Evidence::Stated(of) => statement::statement(locale, dossier, of, copy),
        Evidence::Derived(of) => derived(locale, dossier, figure, of),
    };
    view! {
        <Head title=title.clone() description=description path=path.clone()/>
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                <li><a href=home.clone()>{name}</a></li>
                <li aria-current="page"><code>{figure.id.to_string()}</code></li>
            </ol>
        </nav>
        <article class="figure-page">
            <header class="figure-header">
                <h1>{title}</h1>
                <p class="figure-value"><span class=status_class(status)>{value}</span>{badge}</p>
                {corrected}
                <p class="figure-home">
                    <a href=format!("{home}#figure-{}", figure.id)>{q.in_its_place}</a>
                </p>
            </header>
            {evidence}
            {cautions(locale, dossier)}
            {says::says(locale, dossier, figure)}
            {rivals(locale, dossier, figure, chosen, &path)}
            {follows(locale, dossier, figure)}
            {citation::citation(locale, dossier, figure, outline)}
        </article>
    }
    .into_any()
}

fn derived(locale: Locale, dossier: &Dossier, figure: &Figure, derivation: &Derivation) -> AnyView {
    let m = locale.messages();
    let q = &m.question;
    let numbers = formula(locale, dossier, figure, derivation).map(|numbers| {
        view! { <div class="facts-row"><dt>{q.formula}</dt><dd class="formula">{numbers}</dd></div> }
    });
    let taken = derivation.assumption.map(|taken| {
        view! { <div class="facts-row"><dt>{q.assumption}</dt><dd>{assumption(locale, taken)}</dd></div> }
    });
    view! {
        <section class="topic" aria-labelledby="derivation-title">
            <h2 id="derivation-title">{q.derivation}</h2>
            <dl class="facts">
                <div class="facts-row"><dt>{q.rule}</dt><dd>{rule(locale, derivation.rule)}</dd></div>
                {numbers}
                {taken}
            </dl>
            <h3>{q.inputs}</h3>
            {named_inputs(locale, dossier, derivation)}
        </section>
    }
    .into_any()
}

/// Renders the competing figures for the same thing; `None` if there are none.
fn rivals(
    locale: Locale,
    dossier: &Dossier,
    figure: &Figure,
    chosen: &[FigureId],
    path: &str,
) -> Option<AnyView> {
    let q = &locale.messages().question;
    let rivals = dossier
        .rivals(chosen)
        .into_iter()
        .find(|rivals| rivals.figures.contains(&figure.id))?;
    Some(
        view! {
            <section class="topic" id="conflicts" aria-labelledby="conflicts-title">
                <h2 id="conflicts-title">{q.rivals}</h2>
                <p class="section-intro">{q.rivals_intro}</p>
                {rivals_table(locale, dossier, &rivals, chosen, path)}
            </section>
        }
        .into_any(),
    )
}

/// Renders the figures that are derived from this one; `None` if there are none.
fn follows(locale: Locale, dossier: &Dossier, figure: &Figure) -> Option<AnyView> {
    let m = locale.messages();
    let items: Vec<_> = dossier
        .derived_from(&figure.id)
        .map(|derived| {
            view! {
                <li>
                    {wording::figure_title(locale, dossier, derived)}{m.colon}
                    {figure_link(locale, dossier, derived)}
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="topic" aria-labelledby="follows-title">
                <h2 id="follows-title">{m.question.follows}</h2>
                <ul class="plain-list">{items}</ul>
            </section>
        }
        .into_any()
    })
}
