use super::super::{MatchHighlights, OtherMatch};
use super::{CHONGQING, LIUYANG, LIYANG, LUAN, LULIANG, SHENZHEN, SUZHOU, XIAN};
use super::{ZONES, explain, marked};
use crate::text::Bilingual;

fn marked_en(query: &str, zone: usize) -> String {
    marked(ZONES[zone].0, &explain(query, zone).en)
}

fn marked_zh(query: &str, zone: usize) -> String {
    marked(ZONES[zone].1, &explain(query, zone).zh)
}

#[test]
fn marks_are_on_the_names_as_shown() {
    assert_eq!(
        marked_en("xian", XIAN),
        "[Xi'an] High-tech Industrial Development Zone"
    );
    assert_eq!(marked_zh("xian", XIAN), "[西安]高新技术产业开发区");
    assert_eq!(
        marked_en("hightech", XIAN),
        "Xi'an [High-tech] Industrial Development Zone"
    );
    assert_eq!(marked_en("lul", LULIANG), "[Lül]iang Industrial Park");
    assert_eq!(marked_zh("lul", LULIANG), "[吕梁]工业园区B区");
    assert_eq!(marked_zh("l", LULIANG), "[吕梁]工业园区B区");
    assert_eq!(marked_zh("b", LULIANG), "吕梁工业园区[B]区");
    assert_eq!(marked_zh("东区", LUAN), "六安工业园区（[东区]）");
    assert_eq!(
        marked_en("yang", LIYANG),
        "Li[yang] High-tech Industrial Development Zone"
    );
}

#[test]
fn marks_of_short_forms_are_on_each_character() {
    assert_eq!(
        marked_zh("溧阳高新区", LIYANG),
        "[溧阳高新]技术产业开发[区]"
    );
    assert_eq!(marked_zh("浏阳经开区", LIUYANG), "[浏阳经]济技术[开]发[区]");
    assert_eq!(
        marked_zh("liuyangjingkaiqu", LIUYANG),
        "[浏阳经]济技术[开]发[区]"
    );
    assert_eq!(marked_zh("gaoxinqu", LIYANG), "溧阳[高新]技术产业开发[区]");
}

#[test]
fn marks_of_words_together_and_apart() {
    assert_eq!(
        marked_en("li yang", LIYANG),
        "[Liyang] High-tech Industrial Development Zone"
    );
    assert_eq!(
        marked_en("zone industrial liyang", LIYANG),
        "[Liyang] High-tech [Industrial] Development Zone"
    );
    assert_eq!(
        marked_zh("li yang gao xin", LIYANG),
        "[溧阳高新]技术产业开发区"
    );
}

#[test]
fn a_word_with_a_wrong_letter_is_marked() {
    assert_eq!(
        marked_en("shnezhen", SHENZHEN),
        "[Shenzhen] High-tech Industrial Park"
    );
    assert_eq!(marked_zh("shnezhen", SHENZHEN), "[深圳]市高新技术产业园区");
    assert_eq!(
        marked_en("chongqng", CHONGQING),
        "[Chongqing] Export Processing Zone"
    );
}

#[test]
fn the_city_is_marked() {
    let found = explain("suzhou", SUZHOU);
    assert_eq!(marked("Suzhou", &found.city_en), "[Suzhou]");
    assert_eq!(marked("苏州市", &found.city_zh), "[苏州]市");
    assert_eq!(explain("changzhou", LIYANG).elsewhere, None);
}

#[test]
fn what_matched_elsewhere_is_told() {
    let name = |en: &str, zh: &str| Bilingual {
        en: en.into(),
        zh: zh.into(),
    };
    for (query, zone, expected) in [
        (
            "amperex",
            LIYANG,
            OtherMatch::Company(name("Contemporary Amperex Technology", "宁德时代")),
        ),
        (
            "liyang 电子",
            LIYANG,
            OtherMatch::Industry(name("Electronics and information technology", "电子信息")),
        ),
        (
            "中新",
            SUZHOU,
            OtherMatch::OtherName(name("China-Singapore Industrial Park", "中新工业园")),
        ),
        (
            "锂电",
            LIYANG,
            OtherMatch::Industry(name("Batteries", "电池")),
        ),
        ("university", LIUYANG, OtherMatch::Fact("university".into())),
        ("g44", SHENZHEN, OtherMatch::Code),
        ("guangdong", SHENZHEN, OtherMatch::Province),
        ("hitech", SHENZHEN, OtherMatch::Kind),
    ] {
        assert_eq!(explain(query, zone).elsewhere, Some(expected), "{query}");
    }
    assert_eq!(explain("amperex", LIYANG).en, []);
    assert_eq!(explain("liyang", SUZHOU), MatchHighlights::default());
}
