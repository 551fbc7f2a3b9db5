//! The columns of the downloadable tables, each with its type.

use crate::components::head::Head;
use crate::locale::{Locale, use_locale};
use crate::messages::columns::{Column, FIGURES, POINTS, ZONES};
use leptos::prelude::*;

/// The page on the columns.
#[component]
pub fn ColumnsPage() -> impl IntoView {
    let locale = use_locale();
    let m = &locale.messages().coverage;
    view! {
        <Head title=m.columns_title description=m.columns_intro path="/data/columns"/>
        <nav class="breadcrumb" aria-label=locale.messages().breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{locale.messages().nav_atlas}</a></li>
                <li><a href=locale.href("/data")>{m.nav}</a></li>
                <li aria-current="page">{m.columns_title}</li>
            </ol>
        </nav>
        <article class="wide-page">
            <h1>{m.columns_title}</h1>
            <p class="lead">{m.columns_intro}</p>
            {table(locale, "figures", m.columns_of_figures, FIGURES)}
            {table(locale, "zones", m.columns_of_zones, ZONES)}
            {table(locale, "points", m.columns_of_points, POINTS)}
            <p><a href=locale.href("/data")>{m.back_to_data}</a></p>
        </article>
    }
}

fn table(
    locale: Locale,
    id: &'static str,
    title: &'static str,
    columns: &'static [Column],
) -> AnyView {
    let m = &locale.messages().coverage;
    let rows: Vec<_> = columns
        .iter()
        .map(|column| {
            view! {
                <tr>
                    <th scope="row"><code>{column.name}</code></th>
                    <td class="unbroken">{column.of_type.name(locale)}</td>
                    <td>{column.text(locale)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="topic" id=id aria-labelledby=format!("{id}-title")>
            <h2 id=format!("{id}-title")>{title}</h2>
            <table class="extracted-table">
                <thead>
                    <tr>
                        <th scope="col">{m.column_name}</th>
                        <th scope="col">{m.column_type}</th>
                        <th scope="col">{m.column_text}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
