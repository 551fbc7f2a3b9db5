//! A few zones as a sample for the tests of the search.

use super::{Names, Search, SearchColumns};
use crate::filter::Texts;
use crate::text::Bilingual;

/// English name, Chinese name, code, city, province, kind, terms.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    u16,
    u8,
    u8,
    &'static [u16],
);

/// The zones of the sample, chosen as difficult cases.
pub(super) const ZONES: &[Row] = &[
    (
        "Suzhou Industrial Park",
        "苏州工业园区",
        "G321081",
        2,
        0,
        2,
        &[0, 1, 6],
    ),
    (
        "Kunshan High-tech Industrial Development Zone",
        "昆山高新技术产业开发区",
        "G322068",
        2,
        0,
        1,
        &[1],
    ),
    (
        "Jiangsu Liyang Economic Development Zone",
        "江苏溧阳经济开发区",
        "S327049",
        1,
        0,
        2,
        &[2],
    ),
    (
        "Liyang High-tech Industrial Development Zone",
        "溧阳高新技术产业开发区",
        "S328119",
        1,
        0,
        1,
        &[0, 5],
    ),
    (
        "Liuyang Economic and Technological Development Zone",
        "浏阳经济技术开发区",
        "G431090",
        4,
        1,
        0,
        &[0, 3],
    ),
    (
        "Xi'an High-tech Industrial Development Zone",
        "西安高新技术产业开发区",
        "G612043",
        5,
        2,
        1,
        &[0],
    ),
    (
        "Chongqing Export Processing Zone",
        "重庆出口加工区",
        "G503014",
        0,
        3,
        3,
        &[4],
    ),
    (
        "Shenzhen High-tech Industrial Park",
        "深圳市高新技术产业园区",
        "G442039",
        3,
        4,
        1,
        &[1],
    ),
    (
        "Lu'an Industrial Park (East)",
        "六安工业园区（东区）",
        "S347042",
        0,
        5,
        2,
        &[2],
    ),
    (
        "Lüliang Industrial Park",
        "吕梁工业园区B区",
        "",
        0,
        6,
        2,
        &[],
    ),
];

const CITIES: &[(&str, &str)] = &[
    ("Changzhou", "常州市"),
    ("Suzhou", "苏州市"),
    ("Shenzhen", "深圳市"),
    ("Changsha", "长沙市"),
    ("Xi'an", "西安市"),
];

const PROVINCES: &[(&str, &str)] = &[
    ("Jiangsu", "江苏"),
    ("Hunan", "湖南"),
    ("Shaanxi", "陕西"),
    ("Chongqing", "重庆"),
    ("Guangdong", "广东"),
    ("Anhui", "安徽"),
    ("Shanxi", "山西"),
];

const KINDS: &[&[&str]] = &[
    &["etdz", "经开区", "national economic"],
    &["hi-tech", "hitech", "高新区"],
    &["economic development zone"],
    &["bonded", "customs", "保税区"],
];

const TERMS: &[(&str, &str)] = &[
    ("Electronics and information technology", "电子信息"),
    ("Biomedicine", "生物医药"),
    ("Equipment manufacturing", "装备制造"),
    ("Food", "食品"),
    ("Processing trade", "加工贸易"),
];

/// Each character with its readings, most common first.
const READINGS: &str = "苏su 州zhou 工gong 业ye 园yuan 区qu,ou 昆kun 山shan 高gao 新xin 技ji 术shu \
    产chan 开kai 发fa 江jiang 溧li 阳yang 经jing 济ji 浏liu 西xi 安an 重zhong,chong 庆qing 出chu 口kou \
    加jia 深shen 圳zhen 市shi 六liu,lu 东dong 吕lv 梁liang 南nan 金jin 离li 石shi,dan 常chang 长zhang,chang \
    沙sha 四si 港gang 力li";

/// The names from which the search of the sample is built.
pub(super) struct Sample {
    pub(super) en: Texts,
    pub(super) zh: Texts,
    code: Texts,
    city: Vec<u16>,
    cities: Vec<Bilingual>,
    province: Vec<u8>,
    provinces: Vec<Bilingual>,
    kind: Vec<u8>,
}

fn bilingual(names: &[(&str, &str)]) -> Vec<Bilingual> {
    let name = |(en, zh): &(&str, &str)| Bilingual {
        en: (*en).into(),
        zh: (*zh).into(),
    };
    names.iter().map(name).collect()
}

impl Sample {
    pub(super) fn new() -> Self {
        Self {
            en: ZONES.iter().map(|row| row.0).collect(),
            zh: ZONES.iter().map(|row| row.1).collect(),
            code: ZONES.iter().map(|row| row.2).collect(),
            city: ZONES.iter().map(|row| row.3).collect(),
            cities: bilingual(CITIES),
            province: ZONES.iter().map(|row| row.4).collect(),
            provinces: bilingual(PROVINCES),
            kind: ZONES.iter().map(|row| row.5).collect(),
        }
    }

    pub(super) fn names(&self) -> Names<'_> {
        Names {
            en: &self.en,
            zh: &self.zh,
            code: &self.code,
            city: &self.city,
            cities: &self.cities,
            province: &self.province,
            provinces: &self.provinces,
            kind: &self.kind,
            kinds: KINDS,
        }
    }

    pub(super) fn search(&self) -> Search {
        Search::new(&self.names(), columns())
    }
}

/// Returns the search columns of the sample.
pub(super) fn columns() -> SearchColumns {
    let with_zone = |zone: u32, en: &str, zh: &str| {
        let name = Bilingual {
            en: en.into(),
            zh: zh.into(),
        };
        (zone, name)
    };
    let readings = || {
        READINGS
            .split(' ')
            .map(|entry| entry.split_at(entry.chars().next().map_or(0, char::len_utf8)))
    };
    SearchColumns {
        provinces_short: ["苏", "湘", "陕", "渝", "粤", "皖", "晋"]
            .into_iter()
            .collect(),
        term_en: TERMS.iter().map(|term| term.0).collect(),
        term_zh: TERMS.iter().map(|term| term.1).collect(),
        terms: ZONES.iter().map(|row| row.6.to_vec()).collect(),
        other_names: vec![
            with_zone(
                3,
                "Jiangsu Zhongguancun Science & Technology Industrial Park",
                "江苏省中关村科技产业园",
            ),
            with_zone(2, "Lusi Port Park", "吕四港园区"),
            with_zone(0, "China-Singapore Industrial Park", "中新工业园"),
        ],
        companies: vec![
            with_zone(3, "Contemporary Amperex Technology", "宁德时代"),
            with_zone(0, "Samsung Semiconductor", "三星半导体"),
        ],
        synonyms: vec![
            Bilingual {
                en: "Batteries;battery;lithium battery".into(),
                zh: "电池;锂电".into(),
            },
            Bilingual {
                en: "Semiconductors;chips;chip".into(),
                zh: "半导体;芯片".into(),
            },
        ],
        facts: vec![with_zone(
            4,
            "glass touch panels university",
            "触控玻璃 蓝思科技",
        )],
        variants: readings()
            .map(|(hanzi, _)| match hanzi {
                "溧" => "",
                "阳" => "陽",
                "区" => "區",
                "开" => "開",
                "发" => "發髮",
                "高" => "⾼",
                _ => "",
            })
            .collect(),
        hanzi: readings().map(|(hanzi, _)| hanzi).collect(),
        readings: readings()
            .map(|(_, readings)| readings.replace(',', " "))
            .collect(),
    }
}
