//! The strings of the page of a figure in Chinese.

use super::FigurePageMessages;

/// The strings of the page of a figure in Chinese.
pub const ZH: FigurePageMessages = FigurePageMessages {
    figure_not_found_title: "未找到该数据",
    figure_not_found_text: |id| format!("从未有过编号为“{id}”的数据。"),
    removed_title: "该数据已撤下",
    removed_text: |id| format!("此处曾有编号为{id}的数据。该网址保留，不会用于其他数据。"),
    figure_title: |what, whose, when| dated(&[whose], when, what),
    in_its_place: "返回开发区页",
    statement: "原文",
    as_printed: "原文为",
    what_it_says: "详细信息",
    subject: "对象",
    indicator: "指标",
    definition: "口径",
    definition_not_stated: "来源未注明",
    measure: "计量方式",
    measure_change: |from, prices| format!("比{from}的变化；{prices}"),
    measure_share: |of| format!("占{of}的比重"),
    measure_rank: |among| format!("在{among}中的名次"),
    measure_density: |area| format!("每平方公里总量；面积：{area}"),
    measure_yearly_growth: |from| format!("自{from}起的年均增长"),
    density_of: |what, area| format!("每平方公里{what}（{area}）"),
    yearly_growth_of: |what, from| format!("{what}，自{from}起所需的年均增长"),
    multiple_of: |what, from| format!("{what}，为{from}的倍数"),
    scope: "范围",
    scope_zone: "全区",
    scope_whole: "全部",
    unit: "单位",
    interval: "可能范围",
    interval_point: |number| format!("恰为{number}"),
    read_exact: "计数为精确值。",
    read_last_digit: "原文数字经四舍五入：真值与其相差不超过末位的一半。",
    read_round: "不带数量单位（如万、亿）的整数，视为精确到最后一位非零数字，上下各为该位的一半。",
    read_over: "“超过”只给出下限（不含），没有上限。",
    read_at_least: "“以上”只给出下限（含），没有上限。",
    read_up_to: "“至多”只给出上限（含），没有下限。",
    read_under: "“不足”只给出上限（不含），没有下限。",
    read_about: "“约”按上下浮动5%计。这是本站的约定，并非来源所述，不用于推算。",
    read_nearly: "“近”按低于该数5%以内计。这是本站的约定，并非来源所述，不用于推算。",
    read_range: "来源给出上下两端。",
    read_derived: "按各输入数据的可能范围计算，端点向外取整：只要输入数据属实，真值就在此范围内。",
    members: |n| format!("共{n}家"),
    corrected: "已更正",
    correction: "更正",
    correction_text: |printed, reads| format!("原文为{printed}，更正为{reads}。"),
    doubt: "存疑",
    level_beside: "相应总量",

    derivation: "推算方法",
    rule: "规则",
    formula: "算式",
    inputs: "输入数据",
    assumption: "假定",
    rule_level_before_growth: "上年总量 ＝ 本年总量 ÷（1＋增速）",
    rule_level_before_multiple: "早期总量 ＝ 现总量 ÷ 倍数",
    rule_density: "每平方公里总量 ＝ 总量 ÷ 面积",
    rule_required_growth: "年均增长 ＝（目标 ÷ 最近公布值）^（1 ÷ 年数）－1",
    rule_part_of_whole: "总量 ＝ 总体 × 比重",
    assumes_nominal: "增速与总量同按现价计算；来源未注明。",
    assumes_same_area: "总量对应同年公布的面积。",
    assumes_steady_growth: "每年增速相同，与两端总量同按现价计算。",
    follows: "由该数据推算",

    cautions: "数据疑点",
    cautions_intro: "由核查规则找出。数据疑点不改动、也不隐藏任何数据。",
    caution_gdp_above_output: |gdp, output| {
        format!(
            "地区生产总值{gdp}超过同范围、同时期工业产值{output}的两倍。其中之一可能属于其他地区，或数量级有误。"
        )
    },
    caution_value_added_above_gdp: |added, gdp| {
        format!("增加值{added}高于地区生产总值{gdp}，而前者应是后者的一部分。来源所指可能是产值。")
    },
    caution_tax_above_output: |tax, output| {
        format!("{tax}，高于同范围、同时期的工业产值{output}。其中之一的数量单位或小数点可能有误。")
    },
    caution_unit_slip: |figure, other, factor| {
        format!(
            "{figure}。与最接近的同类数据{other}不符，其中之一乘以{factor}后才相符。其中之一的数量单位或小数点可能有误。"
        )
    },
    caution_printed: |printed| format!("原文为{printed}"),
    caution_above_national_total: |figure, total| {
        format!("{figure}，超过全国同类国家级开发区合计的公布值{total}。")
    },
    caution_share: |share| format!("{share}。比重不可能超过总体。"),
    caution_part_above_whole: |part, whole| {
        format!("{part}。该数据称是{whole}的一部分，但大于后者。")
    },
    caution_dollar_rate: |figure| {
        format!("{figure}。两种货币金额所隐含的汇率，与当年及来源发布当年的平均汇率均相差5%以上。")
    },
    caution_other_currency: |figure, other| {
        format!(
            "{figure}。只有与最接近的同类数据{other}按同一币种计才相符。其中之一的币种可能有误。"
        )
    },
    caution_same_amount: |later, earlier| {
        format!("{later}，与{earlier}数额完全相同。其中之一的年份可能有误。")
    },
    caution_published_early: |figure| {
        format!("{figure}。来源的发布早于统计期结束。该数可能是预测数，或其中一个日期有误。")
    },
    caution_approved_area: |stated, catalogue, factor| {
        format!("{stated}称为核准面积，官方目录所载为{catalogue}，一个是另一个的{factor}倍。")
    },
    caution_growth: |rate, before, after| format!("{rate}，与两年总量{before}和{after}不符。"),
    caution_foundings: |one, other| format!("成立时间有两种说法：{one}和{other}。"),
    caution_narrower_scope: |figures, scope| format!("{figures}。并非全区数据（{scope}）。"),
    caution_doubted: |figure, why| format!("{figure}。{why}"),
    caution_figure: |what, when, value| format!("{}：{value}", dated(&[], when, what)),
    caution_value: |value, when| format!("{value}（{when}）"),

    competing_figures: "同一事项的其他数据",
    competing_intro: "同一事项有多个来源。显示其中一个，其余并列；不取平均。",
    competing_agree: "各数据在四舍五入误差内一致。",
    competing_disagree: "各数据相互矛盾。",
    competing_shown: "当前显示",
    competing_pick: "改为显示该数据",
    reason_stated: "来源数据优先于本站推算。",
    reason_final: "正式数优先于初步数。",
    reason_publisher: "官方优先于媒体，媒体优先于其他发布者，无关网站的转载排在最后。",
    reason_later: "发布者类别相同时，后发布的优先。",
    reason_order: "没有规则可以区分，显示数据文件中的第一个。",
    reason_chosen: "由您选择；所选保存在网址中。",
    column_source: "来源",

    cite: "引用格式",
    cited: |what, value, source| format!("{what}：{value}（{source}）"),
    cited_as_derived: "本站推算",
    export_of: "数据",
};

/// Returns what a figure measures with its owner and its time. A year comes first: `某区2021年地区生产总值`. Other words
/// for the time come last: `某区面积，截至2018年`.
fn dated(whose: &[&str], when: &str, what: &str) -> String {
    let whose = whose.concat();
    if when.starts_with(|first: char| first.is_ascii_digit()) {
        format!("{whose}{when}{what}")
    } else {
        format!("{whose}{what}，{when}")
    }
}
