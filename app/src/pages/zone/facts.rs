//! The facts of a zone by topic: named things as lists, and sentences with their receipts.

use crate::components::figure::text_with_figures;
use crate::components::receipt::{folded, receipt};
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::fact::{Fact, FactContent, RelationKind, Topic};
use domain::profile::Profile;
use domain::text::Bilingual;
use leptos::prelude::*;

/// The number of sentences of a topic that are shown before the "show all" line.
const MOST_SENTENCES: usize = 5;

/// Returns the topics that have facts besides the events of the timeline.
pub fn topics_of(profile: &Profile) -> impl Iterator<Item = Topic> + use<'_> {
    let has_facts = |topic: &Topic| facts_of(profile, *topic).next().is_some();
    Topic::ALL.iter().copied().filter(has_facts)
}

/// Renders a section for each topic that has facts besides the events of the timeline.
pub fn topics(locale: Locale, profile: &Profile) -> Vec<AnyView> {
    let sections = topics_of(profile).map(|topic| {
        let facts: Vec<&Fact> = facts_of(profile, topic).collect();
        section(locale, profile, topic, &facts)
    });
    sections.collect()
}

fn facts_of(profile: &Profile, topic: Topic) -> impl Iterator<Item = &Fact> {
    let facts = profile.facts.iter().filter(move |fact| fact.topic == topic);
    facts.filter(|fact| !matches!(fact.about, FactContent::Event { .. }))
}

fn section(locale: Locale, profile: &Profile, topic: Topic, facts: &[&Fact]) -> AnyView {
    let mut sentences: Vec<_> = facts
        .iter()
        .filter(|fact| fact.text.is_some())
        .map(|fact| sentence(locale, profile, fact))
        .collect();
    let count = format::integer(u64::try_from(sentences.len()).unwrap_or_default());
    // One more sentence needs no more space than the "show all" line.
    let rest = if sentences.len() > MOST_SENTENCES + 1 {
        sentences.split_off(MOST_SENTENCES)
    } else {
        Vec::new()
    };
    let sentences =
        (!sentences.is_empty()).then(|| view! { <ul class="sentences">{sentences}</ul> });
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="more-sentences">
                <summary>{(locale.messages().show_all)(&count)}</summary>
                <ul class="sentences">{rest}</ul>
            </details>
        }
    });
    let lists: Vec<_> = RelationKind::ALL
        .iter()
        .filter_map(|kind| named(locale, profile, topic, *kind, facts))
        .collect();
    let id = topic.to_string();
    let title = format!("{id}-title");
    let labelled = title.clone();
    view! {
        <section class="topic" id=id aria-labelledby=labelled>
            <h2 id=title>{topic.name(locale)}</h2>
            {sentences}
            {rest}
            {lists}
        </section>
    }
    .into_any()
}

fn sentence(locale: Locale, profile: &Profile, fact: &Fact) -> AnyView {
    let m = locale.messages();
    let name = match &fact.about {
        FactContent::Relation { name, zone, .. } => {
            Some(view! { <span class="sentence-name">{link(locale, name, zone.as_ref())}</span> })
        }
        _ => None,
    };
    let claim = matches!(fact.about, FactContent::Claim)
        .then(|| view! { <span class="claim-mark">{m.claim_mark}</span> });
    let text = fact
        .text
        .as_ref()
        .map(|text| text_with_figures(locale, profile, text));
    view! {
        <li class="sentence" id=format!("fact-{}", fact.id)>
            <p>{name}{locale.common().gap}{text}{claim.map(|claim| view! { " "{claim} })}</p>
            {folded(locale, profile, &fact.receipt)}
        </li>
    }
    .into_any()
}

/// Renders the named things of one kind that have no sentence, with all receipts in one closed `<details>` element.
fn named(
    locale: Locale,
    profile: &Profile,
    topic: Topic,
    wanted: RelationKind,
    facts: &[&Fact],
) -> Option<AnyView> {
    let m = locale.messages();
    let mut items = Vec::new();
    let mut receipts = Vec::new();
    let mut seen: Vec<&Bilingual> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.text.is_none()) {
        let FactContent::Relation {
            kind,
            name,
            zone: slug,
        } = &fact.about
        else {
            continue;
        };
        if *kind != wanted {
            continue;
        }
        // If two documents name the same thing, it is listed once, with both receipts.
        if !seen.contains(&name) {
            seen.push(name);
            items.push(view! { <li class="tag" id=format!("fact-{}", fact.id)>{link(locale, name, slug.as_ref())}</li> });
        }
        receipts.push(view! {
            <li><span class="receipt-name">{locale.pick(name).to_owned()}</span>" "{receipt(locale, profile, &fact.receipt)}</li>
        });
    }
    if items.is_empty() {
        return None;
    }
    let name = wanted.name(locale);
    // The title of the section may already say what is listed.
    let heading = (name != topic.name(locale)).then(|| view! { <h3>{name}</h3> });
    Some(
        view! {
            <div class="named">
                {heading}
                <ul class="tags">{items}</ul>
                <details class="receipt">
                    <summary>{m.source_of}</summary>
                    <ul class="receipt-list">{receipts}</ul>
                </details>
            </div>
        }
        .into_any(),
    )
}

fn link(locale: Locale, name: &Bilingual, zone: Option<&domain::id::ZoneSlug>) -> AnyView {
    let text = locale.pick(name).to_owned();
    match zone {
        Some(slug) => {
            view! { <a href=locale.href(&format!("/zones/{slug}"))>{text}</a> }.into_any()
        }
        None => text.into_any(),
    }
}
