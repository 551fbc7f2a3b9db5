use super::{MatchHighlights, SAMPLE, ZONES, find};
use proptest::prelude::*;
use std::ops::Range;

fn is_sound(text: &str, ranges: &[Range<usize>]) -> bool {
    ranges
        .iter()
        .all(|range| !range.is_empty() && text.get(range.clone()).is_some())
        && ranges.is_sorted_by(|a, b| a.end < b.start)
}

/// Generates what people might type: parts of names, or any text.
fn any_query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        ".{0,12}",
        (0..ZONES.len(), 0_usize..60, 0_usize..20).prop_map(|(zone, from, length)| {
            let names = format!("{} {}", ZONES[zone].1, ZONES[zone].0);
            names.chars().skip(from).take(length).collect()
        }),
        "[a-zü' 溧阳高新区]{0,8}",
    ];
    proptest::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_query_is_answered(query in any_query()) {
        if let Some(found) = SAMPLE.1.find(&query) {
            prop_assert_eq!(found.scores.len(), ZONES.len());
            for (zone, (en, zh, ..)) in ZONES.iter().enumerate() {
                let why = SAMPLE.1.explain(&SAMPLE.0.names(), zone, &found);
                prop_assert!(is_sound(en, &why.en), "{:?}", why);
                prop_assert!(is_sound(zh, &why.zh), "{:?}", why);
                let nothing = why == MatchHighlights::default();
                prop_assert_eq!(nothing, found.scores[zone] == 0, "{}", zone);
            }
        }
    }

    #[test]
    fn neighbouring_characters_find_their_zone(zone in 0..ZONES.len(), at in 0_usize..40) {
        let name: Vec<char> = ZONES[zone].1.chars().filter(|c| c.is_alphanumeric()).collect();
        let at = at % (name.len() - 1);
        let query: String = name[at..at + 2].iter().collect();
        prop_assert!(find(&query).scores[zone] > 0, "{}", query);
    }

    #[test]
    fn any_word_of_a_name_finds_its_zone(zone in 0..ZONES.len(), at in 0_usize..40) {
        let words: Vec<&str> = ZONES[zone].0.split([' ', '-']).collect();
        let word = words[at % words.len()];
        prop_assert!(find(word).scores[zone] > 0, "{}", word);
    }

    #[test]
    fn pinyin_finds_its_zone(zone in 0..ZONES.len(), from in 0_usize..20, length in 1_usize..20) {
        let pinyin = &SAMPLE.1.pinyin;
        let whole = pinyin.range(zone);
        let mut units: Vec<usize> = pinyin.beginnings(whole.clone()).collect();
        units.push(whole.end);
        let from = from % (units.len() - 1);
        // After the beginning of a name, a single syllable is not enough to find it.
        let least = if from == 0 { 1 } else { 2 };
        let to = (from + length.max(least)).min(units.len() - 1);
        prop_assume!(to - from >= least);
        let query = String::from_utf8(pinyin.bytes(units[from]..units[to]).to_vec()).unwrap();
        prop_assert!(find(&query).scores[zone] > 0, "{}", query);
    }

    #[test]
    fn a_wrong_letter_finds_its_zone_if_nothing_else_does(
        zone in 0..ZONES.len(),
        word in 0_usize..9,
        letter in 0_usize..20,
        wrong in "[a-z]",
    ) {
        let mut words: Vec<String> = ZONES[zone].0.split(' ').map(str::to_owned).collect();
        let long: Vec<usize> = (0..words.len())
            .filter(|n| words[*n].len() > 4 && words[*n].bytes().all(|b| b.is_ascii_alphabetic()))
            .collect();
        let word = long[word % long.len()];
        let at = letter % words[word].len();
        words[word].replace_range(at..at + 1, &wrong);
        for query in [words[word].clone(), words.join(" ")] {
            let found = find(&query);
            prop_assert!(found.scores[zone] > 0 || !found.corrected && found.count() > 0, "{}", query);
        }
    }
}
