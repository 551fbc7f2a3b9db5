use super::sample::{Sample, ZONES, columns};
use super::{MatchHighlights, Search, SearchColumns, SearchResult};
use crate::text::Bilingual;
use std::ops::Range;
use std::sync::LazyLock;

mod marking;
mod properties;

static SAMPLE: LazyLock<(Sample, Search)> = LazyLock::new(|| {
    let sample = Sample::new();
    let search = sample.search();
    (sample, search)
});

const NONE: [usize; 0] = [];

const SUZHOU: usize = 0;
const KUNSHAN: usize = 1;
const JIANGSU_LIYANG: usize = 2;
const LIYANG: usize = 3;
const LIUYANG: usize = 4;
const XIAN: usize = 5;
const CHONGQING: usize = 6;
const SHENZHEN: usize = 7;
const LUAN: usize = 8;
const LULIANG: usize = 9;

fn find(query: &str) -> SearchResult {
    SAMPLE.1.find(query).unwrap()
}

/// Returns the zones found, best first; equal ones in the order of their numbers.
fn zones(query: &str) -> Vec<usize> {
    let found = find(query);
    let mut zones: Vec<usize> = (0..ZONES.len())
        .filter(|zone| found.scores[*zone] > 0)
        .collect();
    zones.sort_by_key(|zone| std::cmp::Reverse(found.scores[*zone]));
    zones
}

fn explain(query: &str, zone: usize) -> MatchHighlights {
    SAMPLE.1.explain(&SAMPLE.0.names(), zone, &find(query))
}

/// Returns a name with its highlighted ranges in brackets.
fn marked(name: &str, ranges: &[Range<usize>]) -> String {
    let mut marked = name.to_owned();
    for range in ranges.iter().rev() {
        marked.insert(range.end, ']');
        marked.insert(range.start, '[');
    }
    marked
}

#[test]
fn neither_case_nor_marks_nor_hyphens_matter() {
    for query in ["xian", "Xi'an", "XI’AN", "xi an", "Ｘｉａｎ"] {
        assert_eq!(zones(query)[0], XIAN, "{query}");
    }
    for query in ["high-tech", "high tech", "hightech", "High–Tech"] {
        assert_eq!(zones(query), [KUNSHAN, XIAN, SHENZHEN, LIYANG], "{query}");
    }
    assert_eq!(zones("luliang"), [LULIANG]);
    assert_eq!(zones("Lüliang"), [LULIANG]);
}

#[test]
fn chinese_is_found_from_one_character_on() {
    assert_eq!(zones("溧"), [LIYANG, JIANGSU_LIYANG]);
    assert_eq!(zones("溧阳"), [LIYANG, JIANGSU_LIYANG]);
    assert_eq!(zones("溧阳高新"), [LIYANG]);
    assert_eq!(zones("阳溧"), NONE);
    // A single Latin letter must begin a word.
    assert_eq!(zones("k").first(), Some(&KUNSHAN));
    assert_eq!(zones("r"), NONE);
}

#[test]
fn short_forms_are_found() {
    assert_eq!(zones("溧阳高新区"), [LIYANG]);
    assert_eq!(zones("浏阳经开区"), [LIUYANG]);
    assert_eq!(zones("溧阳区高"), NONE);
    // The first two characters of a short form must be consecutive in the name.
    assert_eq!(zones("溧高新"), NONE);
}

#[test]
fn a_short_form_is_less_than_the_name() {
    let score = |query| find(query).scores[LIYANG];
    assert!(score("溧阳高新技术产业开发区") > score("溧阳高新区"));
    assert!(score("溧阳高新区") > score("溧阳高新技术"));
    assert!(score("阳高新技术") > score("溧阳技术"));
}

#[test]
fn pinyin_is_found_with_and_without_spaces() {
    for query in [
        "liyanggaoxin",
        "li yang gao xin",
        "liyang gaoxin",
        "liyanggaoxinqu",
        "liyanggaoxinkai",
    ] {
        assert_eq!(zones(query), [LIYANG], "{query}");
    }
    for query in ["liuyangjingkaiqu", "liuyangjingkaiq"] {
        assert_eq!(zones(query), [LIUYANG], "{query}");
    }
    assert_eq!(zones("gaoxinqu"), [KUNSHAN, XIAN, SHENZHEN, LIYANG]);
    assert_eq!(zones("lvliang"), [LULIANG]);
    assert_eq!(zones("lvsigang"), [JIANGSU_LIYANG]);
    assert!(!find("lvsigang").corrected);
    assert!(find("manvfacturing").corrected, "only pinyin has v for u");
}

#[test]
fn pinyin_begins_with_a_syllable() {
    assert_eq!(zones("gaoxin"), [KUNSHAN, XIAN, SHENZHEN, LIYANG]);
    assert!(!find("gaoxin").corrected);
    assert!(find("aoxin").corrected);
}

#[test]
fn the_english_name_decides_how_a_character_is_read() {
    assert_eq!(zones("chongqingchukou"), [CHONGQING]);
    assert_eq!(
        zones("zhongqingchukou"),
        [CHONGQING],
        "with a wrong letter only"
    );
    assert!(find("zhongqingchukou").corrected);
    assert_eq!(zones("luangongye"), [LUAN]);
}

#[test]
fn other_texts_are_found() {
    for (query, expected) in [
        ("zhongguancun", LIYANG),
        ("中关村", LIYANG),
        ("中关村产业园", LIYANG),
        ("amperex", LIYANG),
        ("宁德时代", LIYANG),
        ("深圳市", SHENZHEN),
        ("touch panels", LIUYANG),
        ("触控", LIUYANG),
        ("university", LIUYANG),
        ("batteries", LIYANG),
        ("锂电", LIYANG),
        ("lithium battery", LIYANG),
        ("chips", SUZHOU),
        ("湘", LIUYANG),
        ("bonded", CHONGQING),
        ("保税区", CHONGQING),
        ("G503014", CHONGQING),
        ("g5030", CHONGQING),
        ("503014", CHONGQING),
        ("processing trade", CHONGQING),
        ("加工贸易", CHONGQING),
        ("changsha", LIUYANG),
        ("长沙", LIUYANG),
        ("hunan", LIUYANG),
        ("湖南", LIUYANG),
        ("经开区", LIUYANG),
        ("shaanxi", XIAN),
    ] {
        assert_eq!(zones(query), [expected], "{query}");
    }
}

#[test]
fn all_words_must_match() {
    assert_eq!(zones("liyang jiangsu high"), [LIYANG]);
    assert_eq!(zones("溧阳 samsung"), NONE);
    assert_eq!(zones("溧阳gaoxin 常州"), [LIYANG]);
    assert_eq!(zones("samsung park"), [SUZHOU]);
    assert_eq!(
        zones("perex"),
        NONE,
        "it is inside a word of a company only"
    );
}

#[test]
fn a_long_chinese_word_is_taken_apart() {
    assert_eq!(zones("常州溧阳高新区"), [LIYANG]);
    assert_eq!(zones("溧阳市高新区"), [LIYANG]);
    assert!(!find("溧阳市高新区").corrected);
}

#[test]
fn one_wrong_letter_is_forgiven_where_nothing_is_found() {
    for (query, expected) in [
        ("lyiang high", LIYANG),
        ("chongqng", CHONGQING),
        ("shnezhen", SHENZHEN),
        ("shnez", SHENZHEN),
        ("liuyangjinhji", LIUYANG),
        ("samsumg", SUZHOU),
        ("kunshhan", KUNSHAN),
    ] {
        assert_eq!(zones(query)[0], expected, "{query}");
        assert!(find(query).corrected, "{query}");
    }
    assert!(zones("liyong").contains(&LIYANG));
    assert!(!find("liyang").corrected);
    assert_eq!(zones("jumshan"), NONE, "two wrong letters");
    assert_eq!(zones("xqa"), NONE, "too short");
}

#[test]
fn an_apostrophe_is_a_break() {
    for query in ["xi'an", "xi an", "Xi’a"] {
        assert_eq!(zones(query), [XIAN], "{query}");
    }
    assert_eq!(zones("lu'an"), [LUAN]);
    assert_eq!(zones("liu'yang"), [LIUYANG]);
    // `xian` matches no single syllable after the first one, so that it does not find the `县` of a county.
    assert_eq!(zones("xian"), [XIAN]);
}

#[test]
fn traditional_characters_and_radicals_are_found() {
    for query in ["溧陽高新", "溧阳⾼新", "溧陽⾼新區"] {
        assert_eq!(zones(query), [LIYANG], "{query}");
    }
}

#[test]
fn another_character_of_the_same_sound_is_forgiven() {
    assert_eq!(zones("力阳"), [LIYANG, JIANGSU_LIYANG]);
    assert!(find("力阳").corrected);
    assert_eq!(
        marked(ZONES[LIYANG].1, &explain("力阳", LIYANG).zh),
        "[溧阳]高新技术产业开发区"
    );
}

#[test]
fn short_words_are_whole() {
    assert_eq!(
        zones("ev"),
        NONE,
        "no beginning and no inside of Development"
    );
    assert_eq!(zones("glas"), [LIUYANG]);
    assert_eq!(zones("gla"), NONE, "a short beginning of a word on a page");
    assert_eq!(zones("chips"), [SUZHOU]);
    assert_eq!(zones("chip")[0], SUZHOU);
}

#[test]
fn the_best_comes_first() {
    assert_eq!(zones("suzhou"), [SUZHOU, KUNSHAN], "a name before a city");
    assert_eq!(zones("liyang"), [LIYANG, JIANGSU_LIYANG]);
    let order = [
        ("suzhou industrial park", SUZHOU),
        ("suzhou", SUZHOU),
        ("suzhougongye", SUZHOU),
        ("singapore", SUZHOU),
        ("liyang", JIANGSU_LIYANG),
        ("guangdong", SHENZHEN),
        ("biomedicine", SUZHOU),
        ("chips", SUZHOU),
        ("samsung", SUZHOU),
        ("etdz", LIUYANG),
        ("changzh", LIYANG),
        ("university", LIUYANG),
    ];
    let scores = order.map(|(query, zone)| find(query).scores[zone]);
    assert!(scores.is_sorted_by(|a, b| a > b), "{scores:?}");
}

#[test]
fn words_together_are_better_than_apart() {
    assert_eq!(zones("industrial park suzhou"), [SUZHOU]);
    // Lüliang contains the words apart, in its name and its province; Lusi is another name of the Jiangsu Liyang zone.
    assert_eq!(zones("lu s"), [JIANGSU_LIYANG, LULIANG]);
    let score = |query| find(query).scores[SUZHOU];
    assert!(score("suzhou industrial") > score("industrial suzhou"));
    assert!(score("suzhou industrial park") > score("suzhou industrial par"));
}

#[test]
fn a_query_without_letters_asks_for_nothing() {
    for query in ["", "  ", "-'", "😀", "\u{0}\u{202e}"] {
        assert_eq!(SAMPLE.1.find(query), None, "{query:?}");
    }
    assert_eq!(find("zzz").count(), 0);
    assert_eq!(find("liyang").count(), 2);
}

#[test]
fn columns_that_do_not_fit_are_survived() {
    let sample = Sample::new();
    let columns = SearchColumns {
        terms: vec![vec![9999]],
        other_names: vec![(
            u32::MAX,
            Bilingual {
                en: "Lost".into(),
                zh: String::new(),
            },
        )],
        readings: ["a"].into_iter().collect(),
        ..columns()
    };
    let names = super::Names {
        city: &[9, 9],
        province: &[250],
        kind: &[],
        ..sample.names()
    };
    let search = Search::new(&names, columns);
    let found = search.find("lost").unwrap();
    assert_eq!(found.count(), 0);
    let found = search.find("suzhou").unwrap();
    assert_eq!(
        marked("Suzhou", &search.explain(&names, 0, &found).en),
        "[Suzhou]"
    );
    assert_eq!(
        search.explain(&names, 999, &found),
        MatchHighlights::default()
    );
}

#[test]
fn columns_come_back() {
    let bytes = postcard::to_allocvec(&columns()).unwrap();
    assert_eq!(
        postcard::from_bytes::<SearchColumns>(&bytes).unwrap(),
        columns()
    );
}
