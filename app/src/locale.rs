//! The two languages of the site. Only the first segment of the path selects the language; cookies and headers are
//! not used.

use crate::messages::atlas::{self, AtlasMessages};
use crate::messages::chart::{self, ChartMessages};
use crate::messages::common::{self, CommonMessages};
use crate::messages::ranking::{self, RankingMessages};
use crate::messages::sources::{self, SourceMessages};
use crate::messages::{EN, Messages, ZH};
use domain::id::FigureId;
use domain::text::Bilingual;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A language of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// English, at `/`.
    En,
    /// Simplified Chinese, at `/zh`.
    Zh,
}

impl Locale {
    /// Returns the language of a path.
    pub fn of_path(path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next();
        if first == Some("zh") {
            Self::Zh
        } else {
            Self::En
        }
    }

    /// Returns the language of the page that is open in the browser.
    pub fn of_page() -> Self {
        if cfg!(feature = "hydrate") {
            Self::of_path(&window().location().pathname().unwrap_or_default())
        } else {
            Self::En
        }
    }

    /// Returns the first segment of the paths in this language; empty for English.
    pub const fn segment(self) -> &'static str {
        match self {
            Self::En => "",
            Self::Zh => "zh",
        }
    }

    /// Returns the path of the page with a figure's receipt.
    pub fn receipt_href(self, figure: &FigureId) -> String {
        self.href(&["/figures/", figure.as_str()].concat())
    }

    /// Returns the language tag for `lang` and `hreflang`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-Hans",
        }
    }

    /// Returns the other language.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }

    /// Returns all visible strings in this language.
    pub const fn messages(self) -> &'static Messages {
        match self {
            Self::En => &EN,
            Self::Zh => &ZH,
        }
    }

    /// Returns the strings that pages and islands share.
    pub const fn common(self) -> &'static CommonMessages {
        match self {
            Self::En => &common::EN,
            Self::Zh => &common::ZH,
        }
    }

    /// Returns the strings of the explorer.
    pub const fn atlas_messages(self) -> &'static AtlasMessages {
        match self {
            Self::En => &atlas::EN,
            Self::Zh => &atlas::ZH,
        }
    }

    /// Returns the strings of charts.
    pub const fn chart_messages(self) -> &'static ChartMessages {
        match self {
            Self::En => &chart::EN,
            Self::Zh => &chart::ZH,
        }
    }

    /// Returns the strings for sources and for a reader's own copies.
    pub const fn source_messages(self) -> &'static SourceMessages {
        match self {
            Self::En => &sources::EN,
            Self::Zh => &sources::ZH,
        }
    }

    /// Returns the strings for comparisons and rankings.
    pub const fn ranking_messages(self) -> &'static RankingMessages {
        match self {
            Self::En => &ranking::EN,
            Self::Zh => &ranking::ZH,
        }
    }

    /// Returns the text in this language.
    pub fn pick(self, text: &Bilingual) -> &str {
        match self {
            Self::En => &text.en,
            Self::Zh => &text.zh,
        }
    }

    /// Returns the address of a page in this language. `path` begins with a slash and has no language segment.
    pub fn href(self, path: &str) -> String {
        match (self, path) {
            (Self::En, path) => path.to_owned(),
            (Self::Zh, "/") => "/zh".to_owned(),
            (Self::Zh, path) => format!("/zh{path}"),
        }
    }

    /// Returns a path without its language segment.
    pub fn strip(path: &str) -> &str {
        match path.strip_prefix("/zh") {
            Some("") => "/",
            Some(rest) if rest.starts_with('/') => rest,
            _ => path,
        }
    }
}

/// Returns the language of the page that is being rendered.
pub fn use_locale() -> Locale {
    use_context().unwrap_or_else(Locale::of_page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_segment_decides() {
        for (path, locale) in [
            ("/", Locale::En),
            ("/zh", Locale::Zh),
            ("/zh/zones/x", Locale::Zh),
            ("/zhx", Locale::En),
            ("/zones/zh", Locale::En),
        ] {
            assert_eq!(Locale::of_path(path), locale, "{path}");
        }
    }

    #[test]
    fn a_path_keeps_its_place_in_the_other_language() {
        for path in ["/", "/zones/x"] {
            assert_eq!(Locale::strip(&Locale::Zh.href(path)), path);
            assert_eq!(Locale::strip(&Locale::En.href(path)), path);
        }
        assert_eq!(Locale::strip("/zhx"), "/zhx");
    }
}
