//! The strings of the source pages in English.

use super::SourceMessages;

/// The strings of the source pages in English.
pub const EN: SourceMessages = SourceMessages {
    place_sentence: |p, s| format!("paragraph {p}, sentence {s}"),
    place_cell: |t, r, c| format!("table {t}, row {r}, column {c}"),
    place_page: "place on the page not recorded",
    nav: "Sources",
    title: "Sources",
    intro: "All documents from which figures or facts were taken. Sources are cited, not copied: the atlas holds figures, \
            phrases of at most eight words and 90 characters, and sentences of its own.",
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
    list_of: |n| format!("list of {n} zones"),
    classes: "Kinds of publishers",
    class_heading: |class, n| format!("{class}: {n}"),
    not_found_title: "Source not found",
    not_found_text: |id| format!("The atlas has no source with the id “{id}”."),
    about: "About this document",
    taken: "Taken from this document",
    taken_none: "No figures or facts beyond those in the lists of zones.",
    lists_note: "Its areas are on the page of each zone, each with its receipt.",

    copy: "In the document",
    copy_unchanged: "The text is the same as the one that was read.",
    copy_changed: "The text differs from the one that was read.",
    copy_unknown: "No fingerprint of the text read was kept, so the two cannot be compared.",
    copy_moved: |place| format!("The phrase is now elsewhere: {place}."),
    copy_missing: "The phrase is no longer in this text.",
    copy_none: "The atlas keeps no source texts.",
    copy_how: "If you have the document, paste it on the page of the source. Its sentence then appears here with these \
               words marked. Nothing is sent.",

    paste: "Check your own copy",
    paste_intro: "Paste the text of the document. It is compared in this browser, and nothing is sent.",
    paste_label: "Text of the document",
    paste_check: "Compare",
    paste_forget: "Clear the text",
    paste_needs_script: "This needs JavaScript: the text is compared in your browser and never sent.",
    paste_none_found: "This text contains none of the phrases taken from the document.",
    paste_not_sure: |found, of| {
        format!(
            "Phrases of the document in this text: {found} of {of}. Another text could contain them too."
        )
    },
    paste_is_copy: "It is a copy of this document",
    paste_other: |found, of| format!("Recognised by its phrases: it contains {found} of {of}."),
    paste_too_long: "The text was not compared: it is longer than two million characters.",
    paste_not_kept: "This browser stores nothing for this site, so the receipts will not show the text.",
    paste_kept: "Until you clear it, the receipts of this source show its sentences.",
    paste_result: |found, moved, missing| {
        format!("{found} found in place, {moved} elsewhere, {missing} missing.")
    },
    paste_moved: "Moved",
    paste_missing: "Not found",
    fact: "Fact",
};
