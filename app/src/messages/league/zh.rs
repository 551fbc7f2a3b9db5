//! In Chinese.

use super::LeagueMessages;

/// The strings of zones side by side and of the pages of indicators, in Chinese.
pub const ZH: LeagueMessages = LeagueMessages {
    compare_chart: "同图对照",
    compare_indicator: "指标",
    compare_no_chart: "这些开发区各年的数额均未知，无图可画。",
    compare_table: "同表对照",
    compare_values: "最新数值",
    compare_drop: |name| format!("移去{name}"),
    compare_total_hint: "图例中另有全国同类国家级开发区的合计，远大于单个开发区，宜用对数坐标或指数一并观看。",
    national: "全国合计",
    not_applicable: "不适用",
    founded: "设立",
    common: "共有产业",
    common_none: "在目录的产业分类中没有",
    growth_of: |name| format!("{name}，最新年增速"),
    latest_of: |name| format!("{name}，最新"),

    title: |name| format!("各开发区的{name}"),
    description: |name, n| format!("{name}：{n}个开发区各自已知的最新数值，均附出处。"),
    measures: "指标含义",
    unit: "单位",
    growth_prices: "公布的增速",
    prices_nominal: "按现价计算，与总量一致",
    prices_assumed: "除来源另有说明外，按现价计算",
    prices_real: "按可比价计算，与总量不同",
    known_of: |known, all| {
        format!("{all}个开发区中，已知{known}个。其余未知，不在表中，并非排名靠后。")
    },
    see_known: |n| format!("在图谱中查看这{n}个"),
    see_unknown: |n| format!("查看其余{n}个"),
    order: "按全区已知的最新数值排列，不论年份；目标值不计。年份与口径各有不同，此为数值的先后，不是优劣的名次。美元金额按当年平均汇率比较。",
    nobody: "各开发区的全区数值均未知。",
    column_place: "位次",
    column_zone: "开发区",
    column_year: "年份",
    column_earlier: "此前",
    chart: |n| format!("同一单位的前{n}个"),
    chart_hint: "实心标记为最新数值，小圆圈为此前已知的数值。",
    of_definition: "口径未说明",
    not_found: "没有这个指标",
    not_found_text: |id| format!("本图谱没有指标“{id}”，或没有这一页。"),
    table: "排列表",
    all: "全部指标",
    earlier_mark: "此前已知的数值",
    latest_mark: "最新数值",
    dot: |zone, value, year| format!("{zone}，{year}：{value}"),
};
