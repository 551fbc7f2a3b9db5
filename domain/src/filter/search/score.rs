//! How good a find is.

use super::hits::How;

/// What a word was found in, besides the zone's own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A former or another name of the zone.
    OtherName,
    /// The city it lies in.
    City,
    /// The county it lies in.
    County,
    /// A company in it.
    Company,
    /// A term for one of its leading industries.
    Industry,
    /// The province it lies in.
    Province,
    /// A word for zones of its kind.
    Kind,
}

/// The highest score of a word.
pub(super) const BEST: u16 = 1000;

/// The score of a word in a zone's English or Chinese name.
pub(super) const fn in_name(how: How) -> u16 {
    match how {
        How::Whole => BEST,
        How::Start => 900,
        How::Unit => 800,
        How::Shortened => 650,
        How::Inside => 600,
        How::WrongWhole => 450,
        How::Wrong => 400,
    }
}

/// The score of a word in the pinyin of a zone's name.
pub(super) const fn in_pinyin(how: How) -> u16 {
    match how {
        How::Whole => 740,
        How::Start => 720,
        How::Unit => 700,
        How::Shortened | How::Inside => 550,
        How::WrongWhole => 380,
        How::Wrong => 350,
    }
}

/// The score of a code.
pub(super) const fn in_code(how: How) -> u16 {
    match how {
        How::Whole => BEST,
        _ => 900,
    }
}

/// The score of a word anywhere else.
pub(super) const fn in_other(what: Source, how: How) -> u16 {
    let least = match what {
        Source::OtherName => 500,
        Source::City => 400,
        Source::County => 350,
        Source::Company => 300,
        Source::Industry => 250,
        Source::Province => 200,
        Source::Kind => 150,
    };
    match how {
        How::Whole => least + 40,
        How::Start => least + 30,
        How::Unit => least + 20,
        How::Shortened | How::Inside => least + 10,
        How::WrongWhole => least / 2 + 5,
        How::Wrong => least / 2,
    }
}
