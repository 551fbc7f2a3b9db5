//! What is covered and what is not, how well the checks do, and the data to take away.

mod checks;
mod indicators;
mod left_out;
mod picture;

use crate::api::{Coverage, Outline, coverage};
use crate::components::document::Head;
use crate::components::fetched::Fetched;
use crate::components::layout::OutlineResource;
use crate::components::place::restore_when;
use crate::components::problem::Failure;
use crate::format;
use crate::locale::{Locale, use_locale};
use leptos::prelude::*;

/// The page on the data.
#[component]
pub fn DataPage() -> impl IntoView {
    let locale = use_locale();
    let m = &locale.messages().coverage;
    let outline = expect_context::<OutlineResource>();
    let found = Resource::new(|| (), |()| coverage());
    restore_when(move || found.with(Option::is_some));
    view! {
        <Head title=m.title description=m.intro path="/data"/>
        <article class="wide-page">
            <h1>{m.title}</h1>
            <p class="lead">{m.intro}</p>
            <Fetched>
                // Both must be asked for before either has come, so that neither waits for the other.
                {move || { outline.track(); }}
                {move || found.get().map(|found| match found {
                    Ok(coverage) => {
                        let outline = outline.get().and_then(Result::ok);
                        data_view(locale, &coverage, outline.as_ref())
                    }
                    Err(error) => view! { <Failure error/> }.into_any(),
                })}
            </Fetched>
        </article>
    }
}

fn data_view(locale: Locale, coverage: &Coverage, outline: Option<&Outline>) -> AnyView {
    let m = &locale.messages().coverage;
    let zones = outline.map_or(0, |outline| outline.catalogue + outline.new_areas);
    let digest = outline
        .map(|outline| outline.digest.clone())
        .unwrap_or_default();
    let totals = (m.totals)(
        &format::integer(zones),
        &format::integer(coverage.with_figures),
        &format::integer(coverage.with_history),
    );
    let groups: Vec<_> = coverage
        .groups
        .iter()
        .map(|group| {
            let href = locale.href(&format!("/groups/{}", group.id));
            view! { <li><a href=href>{locale.pick(&group.name).to_owned()}</a></li> }
        })
        .collect();
    view! {
        <p>{totals}</p>
        <section class="topic" id="coverage" aria-labelledby="coverage-title">
            <h2 id="coverage-title">{m.coverage}</h2>
            <p class="section-intro">{m.coverage_intro}</p>
            {picture::picture(locale, &coverage.indicators)}
            {indicators::indicators(locale, &coverage.indicators, zones)}
        </section>
        <section class="topic" id="groups" aria-labelledby="groups-title">
            <h2 id="groups-title">{m.groups}</h2>
            <p class="section-intro">{m.groups_intro}</p>
            <ul class="plain-list">{groups}</ul>
        </section>
        {left_out::left_out(locale, coverage)}
        {checks::checks(locale, coverage)}
        <section class="topic" id="downloads" aria-labelledby="downloads-title">
            <h2 id="downloads-title">{m.downloads}</h2>
            <p class="section-intro">{m.downloads_intro}</p>
            <ul class="plain-list">
                <li><a rel="external" href="/data/figures.csv">{m.download_figures_csv}</a></li>
                <li><a rel="external" href="/data/figures.json">{m.download_figures_json}</a></li>
                <li><a rel="external" href="/data/cautions.json">{m.download_cautions_json}</a></li>
                <li>{m.download_zone}</li>
            </ul>
            <p>{m.digest}{locale.messages().colon}<code class="hash">{digest}</code></p>
        </section>
    }
    .into_any()
}
