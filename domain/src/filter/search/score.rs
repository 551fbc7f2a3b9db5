//! The score of a match.

use super::matches::MatchKind;

/// The text in which a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MatchField {
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

/// Returns the score of a word found in `source` with a match of type `match_kind`.
pub(super) const fn score(source: MatchField, match_kind: MatchKind) -> u16 {
    let most = match source {
        MatchField::Code | MatchField::Name => BEST,
        MatchField::Pinyin => 990,
        MatchField::OtherName => 985,
        MatchField::City => 900,
        MatchField::Province => 860,
        MatchField::Industry => 840,
        MatchField::Company => 830,
        MatchField::Synonym => 800,
        MatchField::Kind => 780,
        MatchField::Fact => 700,
    };
    most - match match_kind {
        MatchKind::Whole => 0,
        MatchKind::WholeShortened => 20,
        // The full name of a city ends with `市`, so that its beginning is the whole name.
        MatchKind::WholeStart if matches!(source, MatchField::City) => 0,
        MatchKind::WholeStart => 40,
        MatchKind::WholeUnit => 80,
        MatchKind::Start => 160,
        MatchKind::Unit => 240,
        MatchKind::Shortened => 260,
        MatchKind::Inside => 400,
        MatchKind::WrongWhole => 500,
        MatchKind::Wrong => 550,
    }
}
