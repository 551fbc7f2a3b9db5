//! The list of all source documents.

use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::components::receipt::source_href;
use crate::format;
use crate::locale::{Locale, use_locale};
use crate::lookup::{site_metadata, sources};
use crate::messages::terms::Named;
use crate::records::SiteMetadata;
use crate::wording;
use domain::catalogue::{CATALOGUE_SOURCE, NEW_AREAS_SOURCE};
use domain::source::{PublisherClass, SourceLine};
use leptos::prelude::*;

/// The list of sources, by class of publisher.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let locale = use_locale();
    let m = &locale.messages().source_pages;
    let lists = loaded(async move {
        match (site_metadata().await, sources().await) {
            (Ok(site_metadata), Ok(lines)) => {
                let classes = PublisherClass::ALL.iter();
                let jumps = classes
                    .clone()
                    .filter_map(|class| jump(locale, *class, &lines));
                let lists =
                    classes.filter_map(|class| of_class(locale, &site_metadata, *class, &lines));
                let (jumps, lists) = (jumps.collect_view(), lists.collect_view());
                view! {
                    <nav aria-label=m.classes><ul class="chips">{jumps}</ul></nav>
                    {lists}
                }
                .into_any()
            }
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.title description=m.intro path="/sources"/>
        <article class="wide-page">
            <h1>{m.title}</h1>
            <p class="lead">{m.intro}</p>
            {lists}
        </article>
    }
}

/// Returns the heading of a class, with the number of its sources; `None` if it has none.
fn heading(locale: Locale, class: PublisherClass, lines: &[SourceLine]) -> Option<String> {
    let sources = lines.iter().filter(|line| line.source.class == class);
    let count = u64::try_from(sources.count())
        .ok()
        .filter(|count| *count > 0)?;
    let mut letters = class.name(locale).chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let name: String = first.chain(letters).collect();
    Some((locale.messages().source_pages.class_heading)(
        &name,
        &format::integer(count),
    ))
}

/// Renders a link to the list of a class.
fn jump(locale: Locale, class: PublisherClass, lines: &[SourceLine]) -> Option<AnyView> {
    let heading = heading(locale, class, lines)?;
    let href = format!("#class-{class}");
    Some(view! { <li><a class="chip" href=href>{heading}</a></li> }.into_any())
}

fn of_class(
    locale: Locale,
    site_metadata: &SiteMetadata,
    class: PublisherClass,
    lines: &[SourceLine],
) -> Option<AnyView> {
    let heading = heading(locale, class, lines)?;
    let mut lines: Vec<&SourceLine> = lines
        .iter()
        .filter(|line| line.source.class == class)
        .collect();
    // Newest first; those without a date come last.
    lines.sort_by_key(|line| std::cmp::Reverse(line.source.date));
    let items: Vec<_> = lines
        .into_iter()
        .map(|line| item(locale, site_metadata, line))
        .collect();
    let id = format!("class-{class}");
    let labelled = id.clone();
    Some(
        view! {
            <section class="topic" aria-labelledby=labelled>
                <h2 id=id>{heading}</h2>
                <ul class="source-lines">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

fn item(locale: Locale, site_metadata: &SiteMetadata, line: &SourceLine) -> AnyView {
    let m = locale.messages();
    let source = &line.source;
    let mut details = Vec::new();
    let publisher = source.publisher.as_ref();
    details.extend(publisher.map(|_| wording::publisher(locale, source)));
    details.extend(source.date.map(|date| format::date(locale, date)));
    let count = match source.id.as_str() {
        CATALOGUE_SOURCE => (m.source_pages.list_of)(&format::integer(site_metadata.catalogue)),
        NEW_AREAS_SOURCE => (m.source_pages.list_of)(&format::integer(site_metadata.new_areas)),
        _ => (m.source_pages.described_by)(
            &format::integer(line.figures),
            &format::integer(line.facts),
        ),
    };
    view! {
        <li>
            <a href=source_href(locale, &source.id) lang="">{wording::source_title(locale, source).to_owned()}</a>
            <span class="source-details">{details.join(m.comma)}</span>
            <span class="source-count">{count}</span>
        </li>
    }
    .into_any()
}
