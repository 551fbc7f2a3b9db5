//! The page of a zone: what is known, its growth, its timeline, all figures with receipts, and what is not known.

mod facts;
mod headline;
mod key_facts;
mod timeline;

use crate::components::caution::cautions;
use crate::components::chart::join;
use crate::components::citation::{citation, copy};
use crate::components::competing::competing_section;
use crate::components::figure::{plain_text, text_with_figures};
use crate::components::figure_table::figure_table;
use crate::components::growth::growth;
use crate::components::head::Head;
use crate::components::help::help;
use crate::components::loaded::loaded;
use crate::components::problem::{Failure, Problem, shown};
use crate::components::source_list::sources;
use crate::format;
use crate::locale::{Locale, use_locale};
use crate::lookup::{site_metadata, zone};
use crate::messages::help::HelpTerm;
use crate::messages::terms::Named;
use crate::page::use_request;
use crate::query;
use crate::records::{PageError, Publication, SiteMetadata};
use crate::wording;
use domain::catalogue::Province;
use domain::fact::Topic;
use domain::filter::{Filter, Presence};
use domain::id::FigureId;
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// The page of a zone.
#[component]
pub fn ZonePage(slug: String) -> impl IntoView {
    let locale = use_locale();
    let query = use_request().query;
    loaded(async move {
        match (site_metadata().await, zone(&slug).await) {
            (Ok(site_metadata), Ok(zone)) => {
                zone_view(locale, &zone, &site_metadata, &query::chosen(&query))
            }
            (_, Err(PageError::NotFound)) => missing(locale, &slug),
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    })
}

fn missing(locale: Locale, slug: &str) -> AnyView {
    let m = locale.messages();
    view! { <Problem title=m.zone_not_found_title text=(m.zone_not_found_text)(&shown(slug))/> }
        .into_any()
}

fn zone_view(
    locale: Locale,
    zone: &ZoneRecord,
    site_metadata: &SiteMetadata,
    chosen: &[FigureId],
) -> AnyView {
    let m = locale.messages();
    let summary = &zone.summary;
    let province = site_metadata.province(&summary.province);
    let name = locale.pick(&summary.name).to_owned();
    let province_name = province
        .map(|p| locale.pick(&p.name).to_owned())
        .unwrap_or_default();
    let kind = wording::level_and_kind(locale, summary);
    let approved = format::date(locale, summary.approved);
    let description = match &zone.lead {
        Some(lead) => plain_text(locale, &zone.profile, lead),
        None => (m.zone_description)(&name, &kind, &province_name, &approved),
    };
    let profile = &zone.profile;
    let described = !profile.facts.is_empty();
    let known = described || summary.figures > 0;
    let path = format!("/zones/{}", summary.slug);
    let facts = || key_facts::key_facts(locale, zone, province);
    view! {
        <Head title=name.clone() description=description path=path.clone() picture=format!("{path}/card.png")/>
        <article class="zone-page">
            {title(locale, zone, &name, province)}
            {actions(locale, zone, &site_metadata.origin)}
            {known.then(|| headline::headline(locale, zone))}
            {known.then(|| sections(locale, zone))}
            <div class="zone-columns">
                <div class="zone-main-column">
                    {lead(locale, zone)}
                    {(!known).then(|| view! { <div class="zone-listed">{facts()}</div> })}
                    {(!known).then(|| only_listed(locale, zone, province))}
                    {known.then(|| growth(locale, profile, chosen, site_metadata))}
                </div>
                // On narrow pages the key facts follow the charts, and everything else follows them.
                <div class="zone-side-column">{known.then(facts)}{neighbours(locale, zone)}</div>
                <div class="zone-main-column">
                    {described.then(|| timeline::timeline(locale, zone))}
                    {facts::topics(locale, profile)}
                    {cautions(locale, profile)}
                    {competing_section(locale, profile, &profile.competing_figures(chosen), chosen, &path)}
                </div>
            </div>
            {known.then(|| figure_table(locale, profile))}
            {known.then(|| sources(locale, profile))}
            {cite(locale, &name, &path, site_metadata)}
        </article>
    }
    .into_any()
}

/// Renders the breadcrumb, the names of the zone, and its level and kind.
fn title(locale: Locale, zone: &ZoneRecord, name: &str, province: Option<&Province>) -> AnyView {
    let m = locale.messages();
    let summary = &zone.summary;
    let other = locale.other();
    let up = province.map(|province| {
        let filter = Filter::default().with(|f| f.provinces.insert(province.slug.clone()));
        let href = format!("{}?{}", locale.href("/"), filter.query());
        view! { <li><a href=href>{locale.pick(&province.name).to_owned()}</a></li> }
    });
    let is_new = zone.catalogue_name.is_none() && zone.new_area.is_none();
    let newer = is_new
        .then(|| view! { <span class="zone-header-catalogue">{m.newer_than_catalogue}</span> });
    let in_catalogue = summary.today.as_ref().map(|_| {
        let words = (m.in_catalogue)(&wording::catalogue_level_and_kind(locale, summary));
        view! { <span class="zone-header-catalogue">{words}</span> }
    });
    // A name that differs only in capital letters is not another name.
    let mut seen = vec![name.to_lowercase()];
    let mut others: Vec<&str> = zone
        .other_names
        .iter()
        .map(|name| locale.pick(name))
        .collect();
    others.retain(|other| {
        let other = other.to_lowercase();
        let new = !seen.contains(&other);
        seen.push(other);
        new
    });
    let others = (!others.is_empty()).then(|| {
        view! { <p class="zone-names">{m.also_called}{m.colon}{others.join(m.semicolon)}</p> }
    });
    view! {
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                {up}
                <li aria-current="page">{name.to_owned()}</li>
            </ol>
        </nav>
        <header class="zone-header">
            <h1>{name.to_owned()}</h1>
            <p class="zone-header-other" lang=other.tag()>{other.pick(&summary.name).to_owned()}</p>
            <p class="zone-header-kind">
                <span class=format!("zone-kind kind-{}", summary.kind)>{wording::level_and_kind(locale, summary)}</span>
                {help(locale, HelpTerm::Types)}
                " "{in_catalogue}{newer}
            </p>
            {others}
        </header>
    }
    .into_any()
}

/// Renders our introduction to the zone; `None` if there is none.
fn lead(locale: Locale, zone: &ZoneRecord) -> Option<AnyView> {
    let text = zone.lead.as_ref()?;
    let text = text_with_figures(locale, &zone.profile, text);
    Some(view! { <p class="lead topic" id="overview">{text}</p> }.into_any())
}

/// Renders the actions of the page: compare the zone, download it, share its URL.
fn actions(locale: Locale, zone: &ZoneRecord, origin: &str) -> AnyView {
    let m = locale.messages();
    let slug = &zone.summary.slug;
    let compare = format!("{}?zones={slug}", locale.href("/compare"));
    let file = |ending: &str| format!("/zones/{slug}{ending}");
    let address = format!("{origin}{}", locale.href(&format!("/zones/{slug}")));
    view! {
        <div class="zone-actions">
            <a class="button-quiet" href=compare>{m.compare_zone}</a>
            <div class="menu">
                <button class="button-quiet" type="button" popovertarget="menu"><span>{m.take_zone}</span></button>
                <div id="menu" class="menu-content" popover="auto">
                    <p>{m.figures_as}</p>
                    <ul>
                        <li><a download href=file(".csv")>"CSV"</a></li>
                        <li><a download href=file(".json")>"JSON"</a></li>
                        <li><a download href=locale.href(&file("/card.png"))>{m.picture}{(m.in_brackets)("PNG")}</a></li>
                    </ul>
                    <label for="address">{m.page_address}</label>
                    <input id="address" class="chart-snippet" readonly value=address/>
                    <div inner_html=copy(locale, "address").into_string()></div>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Renders the citation of the page.
fn cite(locale: Locale, name: &str, path: &str, site_metadata: &SiteMetadata) -> AnyView {
    let address = [&site_metadata.origin, &*locale.href(path)].concat();
    let cited = citation(
        locale,
        "cite",
        path,
        name,
        &address,
        &Publication::from(site_metadata),
    );
    view! {
        <section class="topic" aria-labelledby="cite-title">
            <h2 id="cite-title">{locale.messages().figure_page.cite}</h2>
            <div inner_html=cited.into_string()></div>
        </section>
    }
    .into_any()
}

/// Renders links to the sections of the page, which stay visible while the page scrolls.
fn sections(locale: Locale, zone: &ZoneRecord) -> AnyView {
    let m = locale.messages();
    let profile = &zone.profile;
    // One line has no room for all topics.
    let topics =
        facts::topics_of(profile).filter(|topic| matches!(topic, Topic::Industries | Topic::Plans));
    let rows = u64::try_from(profile.figures.len()).unwrap_or_default();
    let figures = format::integer(rows);
    let link =
        |is_there: bool, id: &str, name: &str| is_there.then(|| (id.to_owned(), name.to_owned()));
    let links = [
        link(zone.lead.is_some(), "overview", m.overview),
        link(true, "growth", m.growth),
        link(!profile.facts.is_empty(), "timeline", m.timeline),
    ];
    let links = links.into_iter().flatten();
    let links = links.chain(topics.map(|topic| (topic.to_string(), topic.name(locale).to_owned())));
    let last = [
        link(
            !profile.cautions.is_empty(),
            "cautions",
            m.figure_page.cautions,
        ),
        link(rows > 0, "figures", &[m.numbers, " ", &figures].concat()),
        link(true, "sources", m.sources),
    ];
    let links = links.chain(last.into_iter().flatten());
    let links = links.map(|(id, name)| view! { <li><a href=format!("#{id}")>{name}</a></li> });
    view! {
        <nav class="sections" aria-label=m.sections><ul>{links.collect_view()}</ul></nav>
    }
    .into_any()
}

/// Renders, for a zone without documents, what is known, what is unknown, and what a reader can do next.
fn only_listed(locale: Locale, zone: &ZoneRecord, province: Option<&Province>) -> AnyView {
    let m = locale.messages();
    let known = if zone.catalogue_name.is_some() {
        m.only_catalogue
    } else {
        m.only_new_area
    };
    let list = |words: String, change: &dyn Fn(&mut Filter)| {
        let filter = Filter::default().with(|filter| {
            filter.provinces.insert(zone.summary.province.clone());
            change(filter);
        });
        let href = join(&locale.href("/"), &filter.query(), "");
        view! { <li><a href=href>{words}</a></li> }
    };
    let lists = province.map(|province| {
        let name = locale.pick(&province.name);
        [
            list((m.next_similar)(name), &|filter| {
                filter.kinds.insert(zone.summary.kind);
            }),
            list((m.next_known)(name), &|filter| {
                filter.figures.insert(Presence::With);
            }),
        ]
    });
    view! {
        <section class="unknown" aria-labelledby="unknown-title">
            <h2 id="unknown-title">{m.unknown_title}</h2>
            <p>{known}</p>
            <p>{m.only_catalogue_lists}</p>
            <h2>{m.next_steps}</h2>
            <ul class="next-steps">
                {lists.into_iter().flatten().collect_view()}
                <li><a href=locale.href("/methods#add")>{m.add_title}</a></li>
            </ul>
        </section>
    }
    .into_any()
}

fn neighbours(locale: Locale, zone: &ZoneRecord) -> Option<AnyView> {
    let m = locale.messages();
    if zone.neighbours.is_empty() {
        return None;
    }
    let items: Vec<_> = zone
        .neighbours
        .iter()
        .map(|zone| {
            let href = locale.href(&format!("/zones/{}", zone.slug));
            view! {
                <li>
                    <a href=href>{locale.pick(&zone.name).to_owned()}</a>
                    <span class="neighbour-kind">{wording::level_and_kind(locale, zone)}</span>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="neighbours-title">
                <h2 id="neighbours-title">{m.neighbours}</h2>
                <ul class="neighbours">{items}</ul>
            </section>
        }
        .into_any(),
    )
}
