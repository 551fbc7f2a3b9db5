//! In Chinese.

use super::ChartMessages;
use crate::chart::{Form, Sign};
use crate::messages::common;
use domain::restate::Expression;

/// The strings of charts in Chinese.
pub const ZH: ChartMessages = ChartMessages {
    common: &common::ZH,
    dataset_of: |date| format!("数据集：{date}"),
    digest_label: "摘要",
    to_receipt: |what| format!("{what}：查看出处"),
    legend: "图例",
    part_of_zone: "并非全区",
    chart_table: "同一数据的表格",
    chart_table_rows: |n| format!("同一数据的表格（{n}行）"),
    column_period: "时间",
    column_value: "数值",
    column_status: "状态",
    point_in_words: |period, value, status| format!("{period}：{value}，{status}"),
    chart_axis: str::to_owned,
    chart_axis_nominal: |unit| format!("{unit}，现价"),
    chart_description: |points| format!("各点：{points}。"),
    range: |low, high| format!("{low}至{high}"),
    per_square_kilometre: |amount| format!("每平方公里{amount}"),
    cautioned: "存疑",
    controls: "图表的画法",
    form: "形式",
    form_of: |form| match form {
        Form::Line => "折线",
        Form::Bars => "柱形",
        Form::Table => "表格",
    },
    values: "数值",
    values_of: |expression| match expression {
        Expression::Amount => "总量",
        Expression::Growth => "增速",
        Expression::Index => "指数",
        Expression::Density => "每平方公里",
    },
    base: "基期",
    scale: "坐标",
    scale_linear: "线性",
    scale_log: "对数",
    currency: "币种",
    currency_own: "原币种",
    currency_yuan: "人民币",
    currency_dollar: "美元",
    panels: "各线",
    panels_together: "合为一图",
    panels_each: "各成一图",
    charts: "各图",
    charts_below: "大图",
    charts_beside: "小图并列",

    axis_growth: "比上年，%",
    axis_index: |base| format!("指数，{base}年＝100"),
    axis_converted: |unit| format!("{unit}，现价，按各年平均汇率折算"),
    calculated: |label| format!("{label}：按现价算得"),
    from_one: |value| format!("据{value}"),
    from_two: |value, before, year| format!("据{value}与{year}的{before}"),
    description_long: |lines, points| format!("{lines}条线，共{points}个点，全部列于表中"),

    note_growth: "无人公布的增速，由相邻两年的金额按现价算得。公布的增速另成一线，其中不少按可比价计算。",
    note_growth_currency: "增速按原币种的金额计算，不随所选币种改变。",
    note_index: "各年金额除以基期金额。每个标记通向其金额的出处。",
    note_density: "仅限同一年份既有金额又有面积的情形。",
    note_rates: |rates| {
        format!(
            "按各年每日午间汇率的平均值折算（1美元合人民币元）：{rates}。来源：美国联邦储备委员会H.10。"
        )
    },
    note_other_units: |n| {
        format!("因单位不同而未画入：{n}个。选定币种后，人民币与美元可合为一图。")
    },
    note_log: "在此坐标上，等距表示等比，没有零点。",
    note_no_log: "柱形须以零为底，增速可能为负，故仍用线性坐标。",
    note_log_left_out: |n| format!("因不大于零而未画出：{n}个。"),
    note_many: |shown, all| format!("共{all}条线，图中只画前{shown}条，其余见表。"),
    options: "选项",
    of_parts: |title| format!("{title}：开发区的组成部分"),
    note_parts: "各线为部分区域、产业或前身，均非全区，也不前后相接。",
    note_break: |year, line| format!("{year}年起统计口径不同：{line}。"),
    after_break: |value| format!("{value}（口径变化）"),
    grew: |change, first, last, yearly| format!("{first}年至{last}年：{change}，年均约{yearly}"),
    grew_nominal: "（按当年价格）",
    missing_rate: |n| format!("因缺当年汇率而未显示：{n}个。"),
    missing_base: |n| format!("因所在的线在基期无可靠数值而未显示：{n}个。"),
    missing_not_positive: |n| format!("因除数可能为零而未显示：{n}个。"),
    nothing_hidden: "所有的线均已隐去，可由图例恢复。",
    nothing_amount: "各年金额均未知。",
    nothing_growth: "增速未知：无人公布年增速，也没有相邻两年的可靠金额。",
    nothing_index: "没有可作基期的可靠金额。",
    nothing_density: "没有同一年份既有金额又有面积的数据。",

    sign: |sign| match sign {
        Sign::Derived => "本站推算",
        Sign::Wish => "目标或规划",
        Sign::Preliminary => "初步数",
        Sign::Interval => "竖杠：数值在此范围内",
        Sign::Bound => "箭头：多于或少于所述",
        Sign::Predecessor => "开发区的前身",
        Sign::Aside => "另一来源，未连入线",
        Sign::Conflict => "来源相互矛盾",
        Sign::Questioned => "存疑：见提醒",
        Sign::Gap => "中间年份无数据",
    },
    hide: |label| format!("隐去{label}"),
    show: |label| format!("显示{label}"),
    hint: "指向标记即可读数。用键盘时，方向键在标记间移动，回车键打开出处。",
    readout: |line, words| format!("{line}：{words}。"),
    source: |source| format!("来源：{source}。"),
    column_line: "线",
    column_shown: "图中数值",
    column_source: "来源",

    take_away: "下载与分享",
    take_picture: "图片",
    take_data: "附出处的数据",
    embed: "嵌入",
    embed_hint: "将这一行放入您的网页，即可显示此图现在的样子。",
    cite: "引用",
    cite_text: |cited| {
        format!(
            "开发区图谱：《{}》，数据集{}，摘要{}。{}",
            cited.title, cited.date, cited.digest, cited.address
        )
    },
    made_by: |date, digest| format!("开发区图谱，{date}数据集，{digest}。CC BY 4.0"),
    sources: |list| format!("来源：{list}"),
    more_sources: |n| format!("另有{n}个"),
    of: |what, whose| format!("{whose}：{what}"),
    open_page: "在开发区图谱查看出处与更多内容",
};
