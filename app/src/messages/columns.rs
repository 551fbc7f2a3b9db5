//! The columns of the downloadable tables, with a description of each. JSON uses the same names as keys.

use crate::locale::Locale;

/// The type of the cells in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// A number, which may have decimals.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A day in ISO 8601, for example 2018-02-26.
    Date,
}

impl ColumnType {
    /// Returns the name of the type.
    pub const fn name(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Text, Locale::En) => "text",
            (Self::Text, Locale::Zh) => "文本",
            (Self::Integer, Locale::En) => "whole number",
            (Self::Integer, Locale::Zh) => "整数",
            (Self::Number, Locale::En) => "number",
            (Self::Number, Locale::Zh) => "数字",
            (Self::Boolean, Locale::En) => "true or false",
            (Self::Boolean, Locale::Zh) => "true或false",
            (Self::Date, Locale::En) => "day, YYYY-MM-DD",
            (Self::Date, Locale::Zh) => "日期，YYYY-MM-DD",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The name in the header of the table, for example `zone_code`.
    pub name: &'static str,
    /// The type of its cells.
    pub of_type: ColumnType,
    en: &'static str,
    zh: &'static str,
}

impl Column {
    /// Returns a description of the column, in one sentence.
    pub const fn text(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Zh => self.zh,
        }
    }
}

const fn column(
    name: &'static str,
    of_type: ColumnType,
    en: &'static str,
    zh: &'static str,
) -> Column {
    Column {
        name,
        of_type,
        en,
        zh,
    }
}

use ColumnType::{Boolean, Date, Integer, Number, Text};

/// The columns of the table of figures.
#[rustfmt::skip]
pub const FIGURES: &[Column] = &[
    column("id", Text, "The id of the figure. It is never used for another one.", "数据编号，不会用于其他数据。"),
    column("page", Text, "The address of the page that the figure is on.", "数据所在页面的地址。"),
    column("zone_code", Text, "The code of the zone in the catalogue of 2018; empty for groups and new areas.", "开发区在2018年目录中的代码；开发区群组和新区为空。"),
    column("zone_slug", Text, "The name of the zone in addresses; empty for groups.", "开发区在网址中的名称；开发区群组为空。"),
    column("name_en", Text, "The zone or group of the page, in English.", "页面所属开发区或群组的英文名。"),
    column("name_zh", Text, "The same in Chinese.", "同上，中文名。"),
    column("subject_kind", Text, "What the figure is about: zone, group, place, enterprise or facility.", "数据的对象：zone（开发区）、group（群组）、place（地区）、enterprise（企业）、facility（设施）。"),
    column("subject_name_en", Text, "Its name in English, where it is not the zone itself.", "对象的英文名；对象即本区时为空。"),
    column("subject_name_zh", Text, "The same in Chinese.", "同上，中文名。"),
    column("subject_members", Integer, "How many zones a group had, where the source states it.", "群组所含开发区的个数（来源注明时）。"),
    column("indicator", Text, "The id of what is measured.", "指标编号。"),
    column("indicator_name_en", Text, "The indicator in English.", "指标的英文名。"),
    column("indicator_name_zh", Text, "The indicator in Chinese.", "指标的中文名。"),
    column("definition_kind", Text, "The definition that the source states, as ids; empty where it states none.", "来源注明的统计口径（编号）；未注明时为空。"),
    column("definition_name_en", Text, "The same in English words.", "同上，英文。"),
    column("definition_name_zh", Text, "The same in Chinese words.", "同上，中文。"),
    column("measure_kind", Text, "How it is expressed: level, change, share, density, yearly-growth or rank.", "计量方式：level（总量）、change（变化）、share（比重）、density（每平方公里）、yearly-growth（年均增长）、rank（名次）。"),
    column("measure_name_en", Text, "For a share: the whole. For a rank: the group that is ranked. For a density: the kind of area. In English.", "比重的总体、名次的范围或密度所用的面积，英文。"),
    column("measure_name_zh", Text, "The same in Chinese.", "同上，中文。"),
    column("measure_from", Text, "For a change or yearly growth: the earlier period.", "变化或年均增长的起始时期。"),
    column("measure_prices", Text, "For a change: current, constant or not-stated prices.", "变化所用的价格：current（现价）、constant（可比价）、not-stated（未注明）。"),
    column("period", Text, "The period of the figure: 2013, 2013-H1, 2013/09 (January to September), at 2018-12, and so on.", "所属时期：2013、2013-H1、2013/09（1至9月）、at 2018-12等。"),
    column("period_kind", Text, "The kind of period: year, half, quarter, month, year-to-date, span, cumulative, as-of or undated.", "时期的种类：year、half、quarter、month、year-to-date、span、cumulative、as-of、undated。"),
    column("period_start", Date, "Its first day; empty where it is not stated.", "时期的第一天；未注明时为空。"),
    column("period_end", Date, "Its last day; empty where it is not stated.", "时期的最后一天；未注明时为空。"),
    column("scope_kind", Text, "How much of the subject it covers: whole, predecessor, industry, key-area, enterprises or products.", "覆盖范围：whole（全部）、predecessor（前身）、industry（某一产业）、key-area（重点区域）、enterprises（部分企业）、products（产品）。"),
    column("scope_name_en", Text, "The name of that part in English.", "该部分的英文名。"),
    column("scope_name_zh", Text, "The same in Chinese.", "同上，中文名。"),
    column("status", Text, "The status: reported, target, planned, preliminary or derived.", "状态：reported（公布值）、target（目标）、planned（规划）、preliminary（初步数）、derived（推算）。"),
    column("is_derived", Boolean, "True where it follows from other figures by a rule; false where a source states it.", "按规则由其他数据推算的为true，来源公布的为false。"),
    column("value", Number, "The number in whole units, as we read it. Empty where only a range is known: then use value_low and value_high.", "以基本单位表示的数值（按本站解读）。仅知范围时为空，请用value_low与value_high。"),
    column("unit", Text, "The unit of value, value_low and value_high: CNY, USD, ha, km, count, TEU, percent, times or place. Areas are always in hectares; money stays in the currency of the source.", "value、value_low、value_high的单位：CNY、USD、ha、km、count、TEU、percent、times、place。面积一律为公顷；金额保持原文币种。"),
    column("value_low", Number, "The lower end of the possible range; empty where there is none.", "可能范围的下限；没有下限时为空。"),
    column("value_low_included", Boolean, "True where the range includes that value itself.", "范围含该值本身时为true。"),
    column("value_high", Number, "The upper end of the possible range; empty where there is none.", "可能范围的上限；没有上限时为空。"),
    column("value_high_included", Boolean, "True where the range includes that value itself.", "范围含该值本身时为true。"),
    column("value_type", Text, "How the number is to be read: exact, rounded, over, at-least, up-to, under, about, nearly, between (two stated ends) or interval (derived).", "数值的类型：exact（精确）、rounded（四舍五入）、over（超过）、at-least（不低于）、up-to（不高于）、under（不足）、about（约）、nearly（近）、between（来源给出两端）、interval（推算所得范围）。"),
    column("printed", Text, "The number as printed, with its scale word and unit.", "原文的数字，连同数量单位与计量单位。"),
    column("printed_to", Text, "The higher number, where two are printed.", "原文写有两个数字时，较大的一个。"),
    column("also", Text, "The same amount in a second currency, where it is printed.", "原文所写的另一币种金额。"),
    column("corrected", Text, "What we read instead of what is printed.", "更正后的数字。"),
    column("corrected_why", Text, "Why, in English.", "更正的理由（英文）。"),
    column("rule", Text, "For a derived figure: the rule.", "推算所用的规则。"),
    column("inputs", Text, "For a derived figure: the ids of its input figures.", "推算所依据数据的编号。"),
    column("assumption", Text, "For a derived figure: what the rule assumes.", "推算所作的假定。"),
    column("cautions", Text, "The checks that found a possible problem.", "提出数据疑点的核查规则。"),
    column("doubt", Text, "Why a person doubts it, in English.", "人工存疑的理由（英文）。"),
    column("note", Text, "A remark on the figure, in English.", "备注（英文）。"),
    column("source", Text, "The id of the document.", "来源资料的编号。"),
    column("source_title", Text, "Its title.", "资料标题。"),
    column("source_publisher", Text, "Who published it, in English.", "发布者（英文）。"),
    column("source_class", Text, "What kind of publisher that is: official, press, other, not-stated or copy (seen at an unrelated address).", "发布者的类别：official（官方）、press（媒体）、other（其他）、not-stated（未注明）、copy（见于无关网址的转载）。"),
    column("source_date", Text, "When it was published: a year, a month or a day.", "发布时间：年、月或日。"),
    column("source_address", Text, "Where it was found.", "资料的网址。"),
    column("place", Text, "Where in the document the figure is: p6 s1 is paragraph 6, sentence 1.", "在资料中的位置：p6 s1即第6段第1句。"),
    column("as_stated", Text, "The source text, at most eight words and 90 characters.", "原文，不超过90个字符；以空格分词的语言不超过八个词。"),
    column("reading", Text, "How the source text was read, in English.", "对原文的解读（英文）。"),
    column("dataset", Text, "The digest of the dataset.", "数据集校验码。"),
];

/// The columns of the table of zones.
#[rustfmt::skip]
pub const ZONES: &[Column] = &[
    column("page", Text, "The address of the page of the zone.", "开发区页面的地址。"),
    column("code", Text, "Its code in the catalogue of 2018; empty for state-level new areas and for newer zones.", "2018年目录中的代码；国家级新区和目录之后新设的为空。"),
    column("slug", Text, "Its name in addresses.", "在网址中的名称。"),
    column("name_en", Text, "Its name in English.", "英文名。"),
    column("name_zh", Text, "Its name in Chinese.", "中文名。"),
    column("level", Text, "Its level in the catalogue: national or provincial.", "目录所载级别：national（国家级）、provincial（省级）。"),
    column("kind", Text, "Its type: etdz, economic, high-tech, customs, border, industrial-park, new-area or other.", "类型：etdz（经济技术开发区）、economic（经济开发区）、high-tech（高新区）、customs（海关特殊监管区域）、border（边境／跨境经济合作区）、industrial-park（工业园区）、new-area（国家级新区）、other（其他）。"),
    column("level_today", Text, "Its level today, where a source states a change since the catalogue; empty where only the change is known.", "现级别，以来源所载的变化为准；只知有变化时为空。"),
    column("kind_today", Text, "Its type today.", "现类型。"),
    column("province", Text, "Its province.", "所在省份。"),
    column("city", Text, "Its city; empty where it is unknown.", "所在城市；不详时为空。"),
    column("city_en", Text, "The city in English.", "城市英文名。"),
    column("city_zh", Text, "The city in Chinese.", "城市中文名。"),
    column("county_en", Text, "Its county or district in English; empty where it is unknown.", "所在县区英文名；不详时为空。"),
    column("county_zh", Text, "Its county or district in Chinese; empty where it is unknown.", "所在县区中文名；不详时为空。"),
    column("approved", Text, "When it was approved: a year, a month or a day.", "批准时间：年、月或日。"),
    column("area_ha", Number, "The approved area in hectares; empty where the list prints none.", "核准面积（公顷）；目录未列时为空。"),
    column("area_printed", Text, "The area as the list prints it, with its unit.", "目录所列的面积及单位。"),
    column("area_receipt", Text, "The address of the receipt of that number.", "该数据出处页面的地址。"),
    column("industries", Text, "The groups of its leading industries, with a space between them.", "主导产业的类别，以空格分隔。"),
    column("figures", Integer, "How many figures the atlas has of it beyond the lists.", "目录和新区名单以外的数据条数。"),
    column("cautions", Integer, "How many possible problems the checks found.", "数据疑点的个数。"),
    column("dataset", Text, "The digest of the dataset.", "数据集校验码。"),
];

/// The columns of the table of a chart, which come before those of the figures.
#[rustfmt::skip]
pub const POINTS: &[Column] = &[
    column("line", Text, "The line of the chart.", "图中的线。"),
    column("year", Integer, "The year on the axis.", "横轴上的年份。"),
    column("shown_low", Number, "The lower end of what is shown, in the unit of the axis.", "所示范围的下端，单位同纵轴。"),
    column("shown_high", Number, "The higher end.", "所示范围的上端。"),
    column("shown_value", Text, "The value in words, where it is not the figure itself.", "所示数值的文字；与数据本身相同时为空。"),
    column("shown_unit", Text, "The unit of the axis.", "纵轴的单位。"),
    column("shown_with", Text, "The id of the second figure that it was calculated from.", "计算所用的第二条数据的编号。"),
    column("is_aside", Boolean, "True where another figure for the same thing is shown in its place.", "同一事项改为显示另一数据时为true。"),
];
