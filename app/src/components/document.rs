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
) -> impl IntoView {
    let site = use_locale().messages().site_name;
    let title = format!("{title} · {site}");
    view! {
        <Title text=title.clone()/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:type" content="website"/>
        <Link rel="alternate" hreflang="en" href=Locale::En.href(&path)/>
        <Link rel="alternate" hreflang="zh-Hans" href=Locale::Zh.href(&path)/>
        <Link rel="alternate" hreflang="x-default" href=Locale::En.href(&path)/>
    }
}
