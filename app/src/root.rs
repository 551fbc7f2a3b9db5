//! The HTML document around every page. Only the server renders it.

use crate::components::layout::Layout;
use crate::page::PageRequest;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};

/// The names of the files below `/pkg` that each page refers to.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The file name of the style sheet.
    pub stylesheet: String,
    /// The file name of the script that loads the Wasm when it is needed.
    pub loader: String,
}

/// The live reload of `cargo xtask dev`, only during development.
#[derive(Debug, Clone, Copy)]
pub struct LiveReload {
    /// The port of its WebSocket.
    pub port: u16,
}

/// Ignores an error of browsers that skip the transition between two pages: they report an unhandled rejection, even
/// if no script can access the transition. This can occur before any script file is loaded, so the script is inline.
pub const EARLY_SCRIPT: &str = "addEventListener('unhandledrejection',(event)=>{if(/: Transition was/.test(event.reason))event.preventDefault()})";

/// Renders the whole document of a page.
pub fn shell(options: LeptosOptions, request: PageRequest) -> impl IntoView {
    // Only the content of islands is hydrated. The `HydrationScripts` of Leptos would set this, but the pages use
    // their own loader.
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
