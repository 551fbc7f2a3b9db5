//! English.

use super::SourceMessages;

/// The strings of the pages on sources, in English.
pub const EN: SourceMessages = SourceMessages {
    place_sentence: |p, s| format!("paragraph {p}, sentence {s}"),
    place_cell: |t, r, c| format!("table {t}, row {r}, column {c}"),
    place_page: "somewhere on the page",
    nav: "Sources",
    title: "Sources",
    intro: "Every document from which a figure or fact of the atlas was taken. Sources are cited, not copied: the atlas \
            holds figures, phrases of eight words at most, and sentences of its own.",
    described_by: |figures, facts| {
        let counted = |number: &str, one: &str, many: &str| {
            format!("{number} {}", if number == "1" { one } else { many })
        };
        let (figures_in, facts_in) = (
            counted(figures, "figure", "figures"),
            counted(facts, "fact", "facts"),
        );
        match (figures, facts) {
            (_, "0") => figures_in,
            ("0", _) => facts_in,
            _ => format!("{figures_in}, {facts_in}"),
        }
    },
    class_heading: |class, n| format!("{class}: {n}"),
    not_found_title: "There is no such source",
    not_found_text: |id| format!("The atlas has read nothing under the name “{id}”."),
    about: "About this document",
    taken: "What was taken from it",
    taken_none: "No figure and no fact beyond what the lists of zones show.",
    lists_note: "Its areas stand on the page of every zone, each with its receipt.",

    copy: "In the text itself",
    copy_unchanged: "The text is the very one that was read.",
    copy_changed: "The text differs from the one that was read.",
    copy_unknown: "No fingerprint of the text read was kept, so it cannot be compared.",
    copy_moved: |place| format!("The phrase now stands elsewhere: {place}."),
    copy_missing: "The phrase no longer stands in this text.",
    copy_none: "The atlas keeps no source texts.",
    copy_how: "If you have the document, paste it on the source’s page: its sentence then stands here, with these words \
               marked. Nothing is sent.",

    paste: "Check your own copy",
    paste_intro: "Paste the text of the document. It stays in this browser: it is compared here, and nothing is sent.",
    paste_label: "Text of the document",
    paste_check: "Compare",
    paste_forget: "Forget the text",
    paste_needs_script: "This needs JavaScript, because the text is compared in your browser and never sent.",
    paste_none_found: "This text holds none of the phrases that were taken from the document.",
    paste_other: |found, of| format!("Recognised by its phrases: {found} of {of} stand in it."),
    paste_too_long: "The text is longer than two million characters; that is no page of a document.",
    paste_not_kept: "This browser keeps nothing for the site, so the receipts will not show the text.",
    paste_kept: "Until you forget it, the receipts of this source show its sentences.",
    paste_result: |found, moved, missing| {
        format!("{found} found in their place, {moved} elsewhere, {missing} no longer there.")
    },
    paste_moved: "Moved",
    paste_missing: "Not found",
    fact: "Fact",
};
