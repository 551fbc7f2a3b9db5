//! How good a find is.

use super::hits::How;

/// What a word was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The code of the zone.
    Code,
    /// Its English or Chinese name.
    Name,
    /// Its Chinese name as it is spelled.
    Pinyin,
    /// A former or another name of the zone.
    OtherName,
    /// The city it lies in.
    City,
    /// The province it lies in.
    Province,
    /// A term for one of its leading industries.
    Industry,
    /// A synonym of what it is known for.
    Synonym,
    /// A company in it.
    Company,
    /// A word for zones of its kind.
    Kind,
    /// A text on its page.
    Fact,
}

/// The highest score of a word.
pub(super) const BEST: u16 = 1000;

/// What a word is worth more in a zone that lies in the city of this name.
pub(super) const IN_CITY: u16 = 30;

/// What a word in the name of a national zone is worth more: of several zones of one name, people look for that one.
pub(super) const NATIONAL: u16 = 60;

/// The same in a zone of which more is known than the lists say.
pub(super) const KNOWN: u16 = 10;

/// The score of a word that was found in something.
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
        // The full name of a city ends with the word for a city.
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
