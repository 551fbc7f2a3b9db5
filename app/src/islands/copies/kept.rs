//! The texts that a reader pasted. They are stored in this browser and never sent.

use domain::document::DocumentText;
use domain::id::SourceId;
use leptos::prelude::window;
use leptos::web_sys::Storage;

/// Returns the stored text of a source; `None` if there is none.
pub fn kept_text(source: &SourceId) -> Option<DocumentText> {
    let text = storage()?.get_item(&super::key(source.as_str())).ok()??;
    Some(DocumentText::from_nfc(&text))
}

/// Converts a text to Unicode NFC, the form that the positions and hashes of the dataset refer to.
pub fn document(text: &str) -> DocumentText {
    let composed = js_sys::JsString::from(text).normalize("NFC");
    DocumentText::from_nfc(&String::from(composed))
}

/// Stores a text. Returns false if the browser refused.
pub fn keep(source: &SourceId, text: &DocumentText) -> bool {
    storage().is_some_and(|storage| {
        storage
            .set_item(&super::key(source.as_str()), text.as_str())
            .is_ok()
    })
}

/// Deletes the stored text of a source.
pub fn forget(source: &SourceId) {
    if let Some(storage) = storage() {
        // An error is ignored: without working storage there is no text to delete.
        let _ = storage.remove_item(&super::key(source.as_str()));
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
