//! The texts that a reader pasted: kept in this browser, never sent.

use domain::document::DocumentText;
use domain::id::SourceId;
use leptos::prelude::window;
use leptos::web_sys::Storage;

/// The text that the reader keeps of a source, if any.
pub fn kept_text(source: &SourceId) -> Option<DocumentText> {
    let text = storage()?.get_item(&super::key(source.as_str())).ok()??;
    Some(DocumentText::from_nfc(&text))
}

/// A text as the dataset's places and fingerprints count it.
pub fn document(text: &str) -> DocumentText {
    let composed = js_sys::JsString::from(text).normalize("NFC");
    DocumentText::from_nfc(&String::from(composed))
}

/// Keeps a text. False where the browser did not.
pub fn keep(source: &SourceId, text: &DocumentText) -> bool {
    storage().is_some_and(|storage| {
        storage
            .set_item(&super::key(source.as_str()), text.as_str())
            .is_ok()
    })
}

/// Forgets the text of a source.
pub fn forget(source: &SourceId) {
    if let Some(storage) = storage() {
        // What cannot be removed was never kept.
        let _ = storage.remove_item(&super::key(source.as_str()));
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
