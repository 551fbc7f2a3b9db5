//! The events of a zone, in order of time.

use super::key_facts::catalogue_link;
use crate::components::figure::text_with_figures;
use crate::components::receipt::folded;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::date::PartialDate;
use domain::fact::{EventKind, Fact, FactContent};
use domain::profile::Profile;
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// Renders the events of a zone, including its approval in the catalogue.
pub fn timeline(locale: Locale, zone: &ZoneRecord) -> AnyView {
    let profile = &zone.profile;
    let m = locale.messages();
    let mut entries: Vec<(PartialDate, AnyView)> = profile
        .facts
        .iter()
        .filter_map(|fact| Some((fact.date()?, event(locale, profile, fact)?)))
        .collect();
    if zone.catalogue_name.is_some() {
        let approved = zone.summary.approved;
        entries.push((approved, catalogue_approval(locale, approved)));
    }
    entries.sort_by_key(|(date, _)| *date);
    let entries: Vec<_> = entries.into_iter().map(|(_, view)| view).collect();
    view! {
        <section class="topic" id="timeline" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{m.timeline}</h2>
            <ol class="timeline">{entries}</ol>
        </section>
    }
    .into_any()
}

fn event(locale: Locale, profile: &Profile, fact: &Fact) -> Option<AnyView> {
    let FactContent::Event {
        kind,
        date,
        until,
        of,
        by,
    } = &fact.about
    else {
        return None;
    };
    let m = locale.messages();
    let when = match until {
        Some(until) => format!(
            "{}–{}",
            format::date(locale, *date),
            format::date(locale, *until)
        ),
        None => format::date(locale, *date),
    };
    let of = of
        .as_ref()
        .map(|of| view! { <span class="event-of">{locale.pick(of).to_owned()}</span> });
    let actors: Vec<&str> = by.iter().map(|actor| locale.pick(actor)).collect();
    let actors = (!actors.is_empty()).then(|| {
        let text = (m.by_actors)(&actors.join(m.listing));
        view! { <span class="event-by">{text}</span> }
    });
    let text = fact
        .text
        .as_ref()
        .map(|text| view! { <p>{text_with_figures(locale, profile, text)}</p> });
    let machine = date.to_string();
    let class = if *kind == EventKind::Planned {
        "event event-planned"
    } else {
        "event"
    };
    Some(
        view! {
            <li class=class id=format!("fact-{}", fact.id)>
                <time class="event-when" datetime=machine>{when}</time>
                <div class="event-what">
                    <p class="event-head"><strong>{kind.name(locale)}</strong>{of.map(|of| view! { " "{of} })}{actors.map(|actors| view! { {m.gap}{actors} })}</p>
                    {text}
                    {folded(locale, profile, &fact.receipt)}
                </div>
            </li>
        }
        .into_any(),
    )
}

fn catalogue_approval(locale: Locale, approved: PartialDate) -> AnyView {
    let m = locale.messages();
    view! {
        <li class="event event-catalogue">
            <time class="event-when" datetime=approved.to_string()>{format::date(locale, approved)}</time>
            <div class="event-what">
                <p class="event-head"><strong>{EventKind::Approved.name(locale)}</strong></p>
                <p class="facts-source">{m.source_of}{m.colon}{catalogue_link(locale)}</p>
            </div>
        </li>
    }
    .into_any()
}
