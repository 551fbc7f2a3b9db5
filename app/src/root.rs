//! The document round every page. Only the server renders it.

use crate::components::layout::Layout;
use crate::page::PageRequest;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};

/// The names of the files that each page names, below `/pkg`.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The style sheet.
    pub stylesheet: String,
    /// The script that loads the Wasm when it is needed.
    pub loader: String,
}

/// Set while a developer works on the site: pages reload when `cargo xtask dev` tells them to.
#[derive(Debug, Clone, Copy)]
pub struct LiveReload {
    /// The port on which it tells them.
    pub port: u16,
}

/// A browser that skips the transition between two pages reports it as an error that nobody has handled, also where no script can get
/// hold of the transition. It may do so before any file of a page has come, so this is written into the page.
pub const EARLY_SCRIPT: &str = "addEventListener('unhandledrejection',(event)=>{if(/: Transition was/.test(event.reason))event.preventDefault()})";

/// The whole document of a page.
pub fn shell(options: LeptosOptions, request: PageRequest) -> impl IntoView {
    // Only what is inside an island is hydrated. leptos' own `HydrationScripts` would say so; pages here have a loader of
    // their own.
    if let Some(context) = Owner::current_shared_context() {
        context.set_is_hydrating(false);
    }
    provide_meta_context();
    let language = request.locale.tag();
    provide_context(request.locale);
    provide_context(request.clone());
    let is_watched = use_context::<LiveReload>().is_some();
    let assets = use_context::<Assets>();
    let file = |name: fn(Assets) -> String| {
        let name = assets.clone().map(name).unwrap_or_default();
        format!("/pkg/{name}")
    };
    view! {
        <!DOCTYPE html>
        <html lang=language>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f2ea"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14181c"/>
                <script inner_html=EARLY_SCRIPT></script>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="preload" href="/fonts/source-sans-3.woff2" r#as="font" type="font/woff2" crossorigin="anonymous"/>
                <link rel="preload" href="/fonts/source-serif-4.woff2" r#as="font" type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=file(|assets| assets.stylesheet)/>
                <script type="module" src=file(|assets| assets.loader)></script>
                <AutoReload disable_watch=!is_watched options/>
                <MetaTags/>
            </head>
            <body>
                <Layout request/>
            </body>
        </html>
    }
}
