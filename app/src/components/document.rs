//! The head of a page: title, description, and the same page in the other language.

use crate::locale::{Locale, use_locale};
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

/// Sets the head of a page whose address without language is `path`.
#[component]
pub fn Head(
    /// The page's title, without the site's name.
    #[prop(into)]
    title: String,
    /// A sentence on the page.
    #[prop(into)]
    description: String,
    /// The address, without language.
    #[prop(into)]
    path: String,
    /// The path of the picture by which the page is shown where its address is shared.
    #[prop(optional, into)]
    picture: Option<String>,
) -> impl IntoView {
    let locale = use_locale();
    let site = locale.messages().site_name;
    let title = format!("{title} · {site}");
    let origin = crate::lookup::origin();
    let whole = |locale: Locale| format!("{origin}{}", locale.href(&path));
    let picture = picture.map(|picture| {
        let address = format!("{origin}{}", locale.href(&picture));
        view! {
            <Meta property="og:image" content=address/>
            <Meta name="twitter:card" content="summary_large_image"/>
        }
    });
    view! {
        <Title text=title.clone()/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:type" content="website"/>
        <Meta property="og:url" content=whole(locale)/>
        {picture}
        <Link rel="alternate" hreflang="en" href=whole(Locale::En)/>
        <Link rel="alternate" hreflang="zh-Hans" href=whole(Locale::Zh)/>
        <Link rel="alternate" hreflang="x-default" href=whole(Locale::En)/>
    }
}
