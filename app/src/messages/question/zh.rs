//! Simplified Chinese.

use super::QuestionMessages;

/// The strings by which a figure is questioned, in Chinese.
pub const ZH: QuestionMessages = QuestionMessages {
    figure_not_found_title: "没有这个数字",
    figure_not_found_text: |id| format!("图谱中从未有过地址为“{id}”的数字。"),
    removed_title: "这个数字已撤下",
    removed_text: |id| format!("编号{id}的数字曾在此处。其地址保留，不再另作他用。"),
    figure_title: |what, whose, when| format!("{whose}{when}：{what}"),
    in_its_place: "在原处查看",
    statement: "原话",
    as_printed: "原文印作",
    what_it_says: "它说了什么",
    subject: "对象",
    indicator: "指标",
    definition: "口径",
    definition_not_stated: "来源未说明",
    measure: "计量方式",
    measure_level: "数额本身",
    measure_change: |from, prices| format!("比{from}的变化；{prices}"),
    measure_share: |of| format!("占{of}的比重"),
    measure_rank: |among| format!("在{among}中的名次"),
    measure_density: |area| format!("每平方公里数额；面积：{area}"),
    measure_yearly_growth: |from| format!("自{from}起的年均增长"),
    density_of: |what, area| format!("每平方公里{what}（{area}）"),
    yearly_growth_of: |what, from| format!("{what}，自{from}起所需的年均增长"),
    multiple_of: |what, from| format!("{what}，为{from}的倍数"),
    scope: "范围",
    scope_whole: "全部",
    unit: "单位",
    interval: "区间",
    interval_point: |number| format!("恰为{number}"),
    read_exact: "计数是精确的。",
    read_last_digit: "真值四舍五入后为所写之数：上下各为末位的一半。",
    read_round: "不带单位词的整数视为精确到最后一位非零数字：上下各为该位的一半。",
    read_over: "“超过”只给出下限（不含），没有上限。",
    read_at_least: "“以上”只给出下限（含），没有上限。",
    read_up_to: "“至多”只给出上限（含），没有下限。",
    read_under: "“不足”只给出上限（不含），没有下限。",
    read_about: "“约”读作上下各5%。这是本站的约定，不是来源的话，任何推算都不以此为据。",
    read_nearly: "“近”读作其下5%以内。这是本站的约定，不是来源的话，任何推算都不以此为据。",
    read_range: "来源写明了两端。",
    read_derived: "按区间运算得出，端点向外取整：只要所据数字属实，真值就在其中。",
    members: |n| format!("计{n}家"),
    corrected: "已更正",
    correction: "更正",
    correction_text: |printed, reads| format!("印作{printed}，读作{reads}。"),
    doubt: "存疑",
    level_beside: "对应的数额",

    derivation: "怎样推算",
    rule: "规则",
    formula: "代入数字",
    inputs: "所据数字",
    assumption: "假定",
    rule_level_before_growth: "上年数 ＝ 本年数 ÷（1＋增速）",
    rule_level_before_multiple: "早期数 ＝ 现数 ÷ 倍数",
    rule_density: "每平方公里数额 ＝ 数额 ÷ 面积",
    rule_required_growth: "年均增长 ＝（目标 ÷ 最近一次报告数）^（1 ÷ 年数）－1",
    rule_part_of_whole: "数额 ＝ 总数 × 比重",
    assumes_nominal: "增速与数额同按现价计算；来源未说明。",
    assumes_same_area: "该数额产生于同年所载的面积之上。",
    assumes_steady_growth: "每年增速相同，按各年现价计，与两端一致。",
    follows: "由它推出",

    cautions: "提醒",
    cautions_intro: "在此触发的核查规则。它们不改动、也不隐藏任何数字。",
    caution_gdp_above_output: |gdp, output| {
        format!(
            "地区生产总值{gdp}是同范围同时期工业产值{output}的两倍以上。其中之一可能属于别处，或数量级有误。"
        )
    },
    caution_value_added_above_gdp: |added, gdp| {
        format!("增加值{added}高于地区生产总值{gdp}，而它本应是后者的一部分。所指可能是产值。")
    },
    caution_unit_slip: |figure, other, factor| {
        format!(
            "{figure}与最接近的同类数字{other}相差约{factor}倍。其中之一的单位词或小数点可能有误。"
        )
    },
    caution_printed: |printed| format!("印作{printed}的数"),
    caution_above_national_total: |figure, total| {
        format!("{figure}超过全国同类国家级开发区的合计，其报告数为{total}。")
    },
    caution_share: |share| format!("比重{share}超过总数。"),
    caution_part_above_whole: |part, whole| format!("{part}据称是{whole}的一部分，却比它大。"),
    caution_dollar_rate: |figure| {
        format!("{figure}的两种货币所隐含的汇率，与当年及来源发表之年的平均汇率都相差5%以上。")
    },
    caution_approved_area: |stated, catalogue| {
        format!("{stated}称为批准面积，与官方目录核准的{catalogue}相差10%以上。")
    },
    caution_growth: |rate, before, after| format!("增长{rate}与两年数额{before}和{after}矛盾。"),
    caution_foundings: |one, other| format!("成立时间有两种说法：{one}和{other}。"),
    caution_narrower_scope: |figures, scope| {
        format!("{figures}：并非全区（{scope}），虽与全区数字相邻显示。")
    },
    caution_doubted: |figure, why| format!("{figure}：{why}"),

    rivals: "同一事项的其他数字",
    rivals_intro: "同一事项，几个来源。从不取平均：显示其一，其余并列于旁。",
    rivals_agree: "在取整误差之内一致。",
    rivals_disagree: "不可能同时属实。",
    rival_shown: "当前显示",
    rival_pick: "改为显示此数",
    reason_stated: "来源所述先于本站推算。",
    reason_final: "正式数先于初步数。",
    reason_publisher: "官方先于媒体，媒体先于其他。",
    reason_later: "发布者相当时，后发表者在先。",
    reason_order: "无从区分，显示数据中的第一个。",
    reason_chosen: "由您选定；选择保存在网址中。",
    column_source: "来源",

    cite: "怎样引用",
    citation: |c| {
        format!(
            "开发区图谱，数字{}：{}：{}。{}数据集{}，摘要{}。/zh/figures/{}",
            c.id, c.what, c.value, c.after, c.date, c.digest, c.id
        )
    },
    cited_as_derived: "本站推算",
    export_of: "数据格式",
};
