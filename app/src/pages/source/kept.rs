//! The texts that a reader pasted: kept in this browser, never sent.

use domain::document::DocumentText;
use domain::id::SourceId;

/// The longest text that is taken, in characters.
pub const LONGEST: usize = 2_000_000;

/// The text that the reader keeps of a source, if any. The server keeps none.
#[cfg(feature = "hydrate")]
pub fn kept_text(source: &SourceId) -> Option<DocumentText> {
    let text = storage()?.get_item(&key(source)).ok()??;
    Some(DocumentText::from_nfc(&text))
}

/// The text that the reader keeps of a source, if any. The server keeps none.
#[cfg(not(feature = "hydrate"))]
pub const fn kept_text(_: &SourceId) -> Option<DocumentText> {
    None
}

/// A text as the dataset's places and fingerprints count it.
#[cfg(feature = "hydrate")]
pub fn document(text: &str) -> DocumentText {
    let composed = js_sys::JsString::from(text).normalize("NFC");
    DocumentText::from_nfc(&String::from(composed))
}

/// On the server nothing is pasted.
#[cfg(not(feature = "hydrate"))]
pub fn document(text: &str) -> DocumentText {
    DocumentText::from_nfc(text)
}

/// Keeps a text; says whether the browser did.
#[cfg(feature = "hydrate")]
pub fn keep(source: &SourceId, text: &DocumentText) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(source), text.as_str()).is_ok())
}

/// The server keeps nothing.
#[cfg(not(feature = "hydrate"))]
pub const fn keep(_: &SourceId, _: &DocumentText) -> bool {
    false
}

/// Forgets the text of a source.
#[cfg(feature = "hydrate")]
pub fn forget(source: &SourceId) {
    if let Some(storage) = storage() {
        // What cannot be removed was never kept.
        let _ = storage.remove_item(&key(source));
    }
}

/// The server has nothing to forget.
#[cfg(not(feature = "hydrate"))]
pub const fn forget(_: &SourceId) {}

#[cfg(feature = "hydrate")]
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

#[cfg(feature = "hydrate")]
fn key(source: &SourceId) -> String {
    format!("document-{source}")
}
