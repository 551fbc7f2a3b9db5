//! Readers' copies of sources: decoding, finding phrases, and recognising the source.

use crate::atlas::{ATLAS, RUNTIME};
use domain::document::{DocumentText, KnownSource, PhraseMatch, Recognition, recognise};
use domain::receipt::{AsStated, SourcePlace};
use domain::source::{Source, SourceLine};
use server::documents::decode;
use server::store::TakenPhrase;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Takes a place, a phrase and the bytes of a document, each on a line of its own. A phrase that is found is a part of the
/// text, and one that is cut out of the text is found.
pub fn check(input: &[u8]) {
    let mut parts = input.splitn(3, |byte| *byte == b'\n');
    let (Some(place), Some(phrase), Some(bytes)) = (parts.next(), parts.next(), parts.next())
    else {
        return;
    };
    let Some(decoded) = decode(bytes) else {
        return;
    };
    let text = DocumentText::from_nfc(&decoded.text.nfc().collect::<String>());
    assert_eq!(DocumentText::from_nfc(text.as_str()), text);
    let place: SourcePlace = read(place).unwrap_or(SourcePlace::Page);
    let phrase: Option<AsStated> = read(phrase);
    if let Some(phrase) = &phrase {
        found_in_range(&text, text.find(place, phrase));
    }
    if let Some(cut) = first_words(text.as_str()) {
        let found = text.find(SourcePlace::Page, &cut);
        assert!(matches!(found, PhraseMatch::InPlace(_)), "{cut:?}");
    }
    recognised(&text);
}

fn read<T: std::str::FromStr>(bytes: &[u8]) -> Option<T> {
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

fn found_in_range(text: &DocumentText, found: PhraseMatch) {
    if let PhraseMatch::InPlace(passage) | PhraseMatch::Moved(passage) = found {
        assert!(!text.as_str()[passage.phrase.clone()].is_empty());
        assert!(!text.as_str()[passage.sentence_range.clone()].is_empty());
        assert!(passage.sentence_range.start <= passage.phrase.start);
        assert!(passage.sentence > 0 && passage.paragraph > 0 && passage.occurrence > 0);
    }
}

/// Returns the first word of a text, if it can be a phrase and has a visible character.
fn first_words(text: &str) -> Option<AsStated> {
    let word = text.split_whitespace().next()?;
    let is_visible =
        |c: char| !c.is_control() && !"\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}".contains(c);
    word.contains(is_visible)
        .then(|| word.parse().ok())
        .flatten()
}

/// The sources of the small dataset, each with its phrases.
static SOURCES: LazyLock<Vec<(Source, Vec<TakenPhrase>)>> = LazyLock::new(|| {
    let phrases = RUNTIME.block_on(ATLAS.store.taken_phrases()).unwrap();
    let sources = RUNTIME.block_on(ATLAS.store.sources()).unwrap();
    let with_phrases = |line: SourceLine| {
        let of_source = phrases.iter().filter(|it| it.source == line.source.id);
        let of_source = of_source.cloned().collect();
        (line.source, of_source)
    };
    sources.into_iter().map(with_phrases).collect()
});

/// A text is recognised as the source with its hash, whatever else it contains; without that, nothing panics.
fn recognised(text: &DocumentText) {
    let known = |(source, phrases): &'static (Source, Vec<TakenPhrase>)| KnownSource {
        source: &source.id,
        title: &source.title,
        sha256: source.sha256.as_deref(),
        phrases: phrases.iter().map(|it| (it.at, &it.as_stated)).collect(),
    };
    let mut known: Vec<KnownSource<'_>> = SOURCES.iter().map(known).collect();
    let _ = recognise(text, &known);
    let sha256 = text.sha256();
    if let Some(last) = known.last_mut() {
        last.sha256 = Some(&sha256);
        let source = last.source;
        assert_eq!(recognise(text, &known), Recognition::Hash(source));
    }
}
