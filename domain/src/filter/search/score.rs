//! The score of a match.

use super::hits::How;

/// The text in which a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The catalogue code of the zone.
    Code,
    /// The English or Chinese name of the zone.
    Name,
    /// The Chinese name in pinyin.
    Pinyin,
    /// A former or other name of the zone.
    OtherName,
    /// The city of the zone.
    City,
    /// The province of the zone.
    Province,
    /// A term of a leading industry.
    Industry,
    /// A synonym of something that the zone is known for.
    Synonym,
    /// A company in the zone.
    Company,
    /// A search word for the kind of zone.
    Kind,
    /// A text on the page of the zone.
    Fact,
}

/// The highest score of a word, without bonuses.
pub(super) const BEST: u16 = 1000;

/// The bonus for a zone in a city with this name.
pub(super) const IN_CITY: u16 = 30;

/// The bonus for a word in the name of a national zone: if several zones have the same name, people usually look for
/// the national one.
pub(super) const NATIONAL: u16 = 60;

/// The bonus for a word in the name of a zone that has facts beyond the official lists.
pub(super) const KNOWN: u16 = 10;

/// Returns the score of a word found in `source` with a match of type `how`.
pub(super) const fn score(source: Source, how: How) -> u16 {
    let most = match source {
        Source::Code | Source::Name => BEST,
        Source::Pinyin => 990,
        Source::OtherName => 985,
        Source::City => 900,
        Source::Province => 860,
        Source::Industry => 840,
        Source::Company => 830,
        Source::Synonym => 800,
        Source::Kind => 780,
        Source::Fact => 700,
    };
    most - match how {
        How::Whole => 0,
        How::WholeShortened => 20,
        // The full name of a city ends with `市`, so that its beginning is the whole name.
        How::WholeStart if matches!(source, Source::City) => 0,
        How::WholeStart => 40,
        How::WholeUnit => 80,
        How::Start => 160,
        How::Unit => 240,
        How::Shortened => 260,
        How::Inside => 400,
        How::WrongWhole => 500,
        How::Wrong => 550,
    }
}
