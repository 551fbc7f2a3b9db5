//! Decodes a reader's document: UTF-8, UTF-16, or a legacy encoding such as GB 18030.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The name of the encoding; `None` for UTF-8.
    pub encoding: Option<&'static str>,
}

/// Decodes a document. `None` if the bytes are no text in any known encoding.
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    let encoding = encoding_of(bytes);
    let (text, _, has_errors) = encoding.decode(bytes);
    // A text contains no control characters besides space and separators; programs and pictures do.
    let is_control =
        |c: char| c.is_control() && !c.is_whitespace() && !('\u{1c}'..='\u{1f}').contains(&c);
    let is_text = !has_errors && !text.contains(is_control);
    is_text.then(|| Decoded {
        text: text.into_owned(),
        encoding: (encoding != UTF_8).then(|| encoding.name()),
    })
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return UTF_8;
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Recognises UTF-16 by a zero byte, which no other encoding has. The byte order is the one with more ordinary characters:
/// zero bytes alone do not show it, because common hanzi such as 一 (U+4E00) have one too.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let is_ordinary =
        |c: &char| matches!(c, ' ' | '\n' | '0'..='9' | 'a'..='z' | '\u{4e00}'..='\u{9fff}');
    let ordinary = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        text.chars().filter(is_ordinary).count()
    };
    let is_little_endian = ordinary(UTF_16LE) >= ordinary(UTF_16BE);
    bytes
        .contains(&0)
        .then_some(if is_little_endian { UTF_16LE } else { UTF_16BE })
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;

    const TEXT: &str =
        "开发区2016年实现地区生产总值1,596.4亿元，同比增长8%。\n工业总产值达到2000亿元。\n";

    fn named(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
        decode(bytes).map(|decoded| (decoded.text, decoded.encoding))
    }

    #[test]
    fn each_encoding_is_recognised() {
        assert_eq!(named(TEXT.as_bytes()), Some((TEXT.to_owned(), None)));
        let marked = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
        assert_eq!(named(&marked), Some((TEXT.to_owned(), None)));
        let (gb, _, _) = GB18030.encode(TEXT);
        let (text, encoding) = named(&gb).unwrap();
        assert_eq!(text, TEXT);
        assert!(
            encoding.is_some_and(|name| name.starts_with("GB") || name == "gb18030"),
            "{encoding:?}"
        );
        let wide = |to_bytes: fn(u16) -> [u8; 2]| {
            TEXT.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>()
        };
        let little = wide(u16::to_le_bytes);
        let big = wide(u16::to_be_bytes);
        assert_eq!(named(&little), Some((TEXT.to_owned(), Some("UTF-16LE"))));
        assert_eq!(named(&big), Some((TEXT.to_owned(), Some("UTF-16BE"))));
        let marked = [b"\xff\xfe".as_slice(), &little].concat();
        assert_eq!(named(&marked), Some((TEXT.to_owned(), Some("UTF-16LE"))));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(named(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0"), None);
        assert_eq!(
            named(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"),
            None
        );
        assert_eq!(
            named(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01\x02"),
            None
        );
    }
}
