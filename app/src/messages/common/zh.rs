//! Chinese.

use super::CommonMessages;

/// In Chinese.
pub const ZH: CommonMessages = CommonMessages {
    site_name: "开发区图谱",
    colon: "：",
    comma: "，",
    listing: "、",
    semicolon: "；",
    stop: "。",
    loading: "正在加载",
    dataset_of: |date| format!("数据集：{date}"),
    digest_label: "摘要",
    retry: "重试",
    data_did_not_come: "未能更新图表或列表：服务器没有回应。",
    to_receipt: |what| format!("{what}：查看出处"),
    legend: "图例",
    part_of_zone: "并非全区",
    chart_table: "同一数据的表格",
    chart_table_rows: |n| format!("同一数据的表格（{n}行）"),
    column_period: "时间",
    column_value: "数值",
    column_status: "状态",
    point_in_words: |period, value, status| format!("{period}：{value}，{status}"),
    // Some names of kinds say the level themselves.
    chart_axis: str::to_owned,
    chart_axis_nominal: |unit| format!("{unit}，现价"),
    chart_description: |points| format!("各点：{points}。"),
    range: |low, high| format!("{low}至{high}"),
    per_square_kilometre: |amount| format!("每平方公里{amount}"),
    cautioned: "存疑",
    place_sentence: |p, s| format!("第{p}段第{s}句"),
    place_cell: |t, r, c| format!("表{t}第{r}行第{c}列"),
    place_page: "页面某处",
    not_known: "不详",
};
