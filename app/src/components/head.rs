//! The `<head>` of a page: title, description, and links to the page in both languages.

use crate::locale::{Locale, use_locale};
use crate::page::use_request;
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

/// Sets the `<head>` of a page.
#[component]
pub fn Head(
    /// The title of the page, without the site name.
    #[prop(into)]
    title: String,
    /// A description of the page in one sentence.
    #[prop(into)]
    description: String,
    /// The path of the page, without language.
    #[prop(into)]
    path: String,
    /// The path of the preview image for shared links, without language.
    #[prop(optional, into)]
    picture: Option<String>,
    /// False for error pages, which are not the page at `path`.
    #[prop(default = true)]
    is_canonical: bool,
) -> impl IntoView {
    let locale = use_locale();
    let site = locale.messages().site_name;
    let title = format!("{title} · {site}");
    let origin = crate::lookup::origin();
    let whole = |locale: Locale| format!("{origin}{}", locale.href(&path));
    // leptos_meta writes the text of `<title>` without escaping it.
    let escaped_title = maud::html! { (title) }.into_string();
    let picture = picture.map(|picture| {
        let address = format!("{origin}{}", locale.href(&picture));
        view! {
            <Meta property="og:image" content=address/>
            <Meta name="twitter:card" content="summary_large_image"/>
        }
    });
    // A filtered list is a page of its own, which the server excludes from search engines. On all other pages the query
    // string changes only how the same content is shown.
    let request = use_request();
    let is_whole = is_canonical && (request.query.is_empty() || !request.page.is_list());
    view! {
        <Title text=escaped_title/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:type" content="website"/>
        <Meta property="og:url" content=whole(locale)/>
        {picture}
        {is_whole.then(|| view! { <Link rel="canonical" href=whole(locale)/> })}
        <Link rel="alternate" hreflang="en" href=whole(Locale::En)/>
        <Link rel="alternate" hreflang="zh-Hans" href=whole(Locale::Zh)/>
        <Link rel="alternate" hreflang="x-default" href=whole(Locale::En)/>
    }
}
