//! The page of one figure: receipt, reading, derived figures, competing figures and citation.

mod attributes;
mod citation;
mod statement;

use crate::components::caution::cautions;
use crate::components::competing::competing_table;
use crate::components::derivation::{assumption, formula, named_inputs, rule};
use crate::components::figure::figure_link;
use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::{Failure, Problem, shown};
use crate::components::value::status_class;
use crate::format;
use crate::locale::{Locale, use_locale};
use crate::lookup::{figure, site_metadata};
use crate::messages::terms::Named;
use crate::page::use_request;
use crate::query;
use crate::records::{FigureAnswer, PageError, SiteMetadata};
use crate::wording;
use domain::derivation::Derivation;
use domain::document::Copy;
use domain::figure::{Evidence, Figure, Status};
use domain::id::FigureId;
use domain::profile::Profile;
use leptos::prelude::*;

/// The page of a figure.
#[component]
pub fn FigurePage(id: String) -> impl IntoView {
    let locale = use_locale();
    let query = use_request().query;
    loaded(async move {
        let (site_metadata, found) = match (site_metadata().await, figure(&id).await) {
            (Ok(site_metadata), Ok(found)) => (site_metadata, found),
            (_, Err(PageError::NotFound)) => return missing(locale, &id),
            (Err(error), _) | (_, Err(error)) => return view! { <Failure error/> }.into_any(),
        };
        match found {
            FigureAnswer::Found { profile, copy } => {
                let figure = id.parse().ok().and_then(|id| profile.figure(&id));
                match figure {
                    Some(figure) => {
                        let chosen = query::chosen(&query);
                        figure_view(locale, &profile, figure, copy, &site_metadata, &chosen)
                    }
                    None => missing(locale, &id),
                }
            }
            FigureAnswer::Removed { reason } => {
                let q = &locale.messages().figure_page;
                let text = format!("{} {}", (q.removed_text)(&shown(&id)), locale.pick(&reason));
                view! { <Problem title=q.removed_title text=text/> }.into_any()
            }
        }
    })
}

fn missing(locale: Locale, id: &str) -> AnyView {
    let q = &locale.messages().figure_page;
    view! { <Problem title=q.figure_not_found_title text=(q.figure_not_found_text)(&shown(id))/> }
        .into_any()
}

fn figure_view(
    locale: Locale,
    profile: &Profile,
    figure: &Figure,
    copy: Option<Copy>,
    site_metadata: &SiteMetadata,
    chosen: &[FigureId],
) -> AnyView {
    let m = locale.messages();
    let q = &m.figure_page;
    let title = wording::figure_title(locale, profile, figure);
    let value = format::value(locale, figure);
    let description = format!("{title}{}{value}", m.colon);
    let path = format!("/figures/{}", figure.id);
    let home = locale.href(&profile.owner.path());
    let name = locale.pick(&profile.name).to_owned();
    let status = figure.status();
    let badge = (status != Status::Reported)
        .then(|| view! { " "<span class="figure-mark">{status.name(locale)}</span> });
    let corrected = format::printed(locale, figure).map(|printed| {
        view! { <p class="figure-printed">{(q.correction_text)(&printed, &value)}</p> }
    });
    let evidence = match &figure.evidence {
        Evidence::Stated(of) => statement::statement(locale, profile, of, copy),
        Evidence::Derived(of) => derived(locale, profile, figure, of),
    };
    view! {
        <Head title=title.clone() description=description path=path.clone()/>
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                <li><a href=home.clone()>{name}</a></li>
                <li aria-current="page">{title.clone()}</li>
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
            {cautions(locale, profile)}
            {attributes::attributes(locale, profile, figure)}
            {competing_figures(locale, profile, figure, chosen, &path)}
            {follows(locale, profile, figure)}
            {citation::citation(locale, profile, figure, site_metadata)}
        </article>
    }
    .into_any()
}

fn derived(locale: Locale, profile: &Profile, figure: &Figure, derivation: &Derivation) -> AnyView {
    let m = locale.messages();
    let q = &m.figure_page;
    let numbers = formula(locale, profile, figure, derivation).map(|numbers| {
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
            {named_inputs(locale, profile, derivation)}
        </section>
    }
    .into_any()
}

/// Renders the competing figures for the same thing; `None` if there are none.
fn competing_figures(
    locale: Locale,
    profile: &Profile,
    figure: &Figure,
    chosen: &[FigureId],
    path: &str,
) -> Option<AnyView> {
    let q = &locale.messages().figure_page;
    let competing_figures = profile
        .competing_figures(chosen)
        .into_iter()
        .find(|competing_figures| competing_figures.figures.contains(&figure.id))?;
    Some(
        view! {
            <section class="topic" id="conflicts" aria-labelledby="conflicts-title">
                <h2 id="conflicts-title">{q.competing_figures}</h2>
                <p class="section-intro">{q.competing_intro}</p>
                {competing_table(locale, profile, &competing_figures, chosen, path)}
            </section>
        }
        .into_any(),
    )
}

/// Renders the figures that are derived from this one; `None` if there are none.
fn follows(locale: Locale, profile: &Profile, figure: &Figure) -> Option<AnyView> {
    let m = locale.messages();
    let items: Vec<_> = profile
        .derived_from(&figure.id)
        .map(|derived| {
            view! {
                <li>
                    {wording::figure_title(locale, profile, derived)}{m.colon}
                    {figure_link(locale, profile, derived)}
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="topic" aria-labelledby="follows-title">
                <h2 id="follows-title">{m.figure_page.follows}</h2>
                <ul class="plain-list">{items}</ul>
            </section>
        }
        .into_any()
    })
}
