//! The strings of the data page in Chinese.

use super::CoverageMessages;

/// The strings of the data page in Chinese.
pub const ZH: CoverageMessages = CoverageMessages {
    nav: "数据",
    title: "数据与覆盖范围",
    intro: "各指标覆盖多少家开发区，哪些数据未收录，核查规则的准确程度如何。",
    totals: |zones, figures, history| {
        format!(
            "{zones}家开发区（含新区）中，{figures}家有官方名单以外的数据，{history}家有同一事项两年以上的数据。其余各家只有名单所载数据。"
        )
    },
    series: |figures, two, four| {
        format!(
            "来源共公布{figures}条数据；{two}个系列有两个以上完整年度，其中{four}个有四个以上。"
        )
    },
    coverage: "覆盖范围",
    coverage_intro: "按指标和年份统计至少有一条来源数据的开发区。开发区合计、所在城市的数据、本站推算的数据和官方名单所载面积不计在内。",
    picture: |shades| format!("各指标各年份的开发区数（色阶起点：{shades}）"),
    picture_cell: |indicator, year, zones| format!("{indicator}，{year}年：{zones}家"),
    column_indicator: "指标",
    column_zones: "有数据的开发区",
    column_history: "有两年以上数据",
    column_figures: "数据条数",
    column_years: "年份",
    column_unknown: "无数据的开发区",
    years: |first, last| {
        if first == last {
            format!("{first}年")
        } else {
            format!("{first}–{last}年")
        }
    },
    zones_unit: |_| "家",
    figures_unit: |_| "条",
    no_years: "未注明年份",
    unknown_of: |n| format!("{n}家无数据"),
    groups: "开发区合计",
    groups_intro: "来源公布的多家开发区合计数。家数不同的合计不列入同一系列。",

    left_out: "未收录数据",
    left_out_intro: "已发现但未收录的数据及其原因。",
    left_out_lines: "另有具体原因的数据",

    checks: "核查效果",
    checks_intro: "数据疑点由核查规则找出。这里列出核查规则在已知错误的测试数据上的准确程度，以及对数据集中每处疑点的人工判断。",
    evaluation: |caught, planted, sound, precision, recall| {
        format!(
            "测试数据含虚构开发区{planted}家（各有一处错误）和{sound}家（无错误），规则查出{caught}处错误：查准率{precision}%，查全率{recall}%。"
        )
    },
    evaluation_seed: |seed| {
        format!(
            "随机种子{seed}；错误仿照实际情形设置，并非为适应规则而设；规则在首次测试后修正过一次。"
        )
    },
    column_rule: "规则",
    column_planted: "错误",
    column_caught: "查出",
    column_false: "误报",
    judged: "数据集中的数据疑点及人工判断",
    judged_summary: |all, right, wrong| {
        format!("共{all}处数据疑点：疑点成立{right}处，不成立{wrong}处。")
    },
    not_judged: "尚未判断",

    downloads: "数据下载",
    downloads_intro: "每份文件都注明数据集校验码；数据不变，文件就完全相同。“全部数据”还包括官方名单所载面积、开发区合计和所在城市的数据，以及本站推算的数据。",
    download_figures_csv: "全部数据及其出处，CSV",
    download_figures_json: "全部数据及其出处，JSON",
    download_cautions_json: "全部数据疑点与矛盾，JSON",
    download_zone: "单家开发区：在其网址后加.json或.csv。",
    columns_link: "各列的含义",
    columns_title: "表格各列说明",
    columns_intro: "CSV文件分三种，各有其列，编码为UTF-8，以逗号分隔；JSON中的键与列名相同。不适用或不详时单元格为空。电子表格软件会当作公式的文本，前面加撇号。",
    columns_of_figures: "数据",
    columns_of_zones: "开发区",
    columns_of_points: "图中各点（位于数据各列之前）",
    column_name: "列名",
    column_type: "类型",
    column_text: "含义",
    back_to_data: "返回数据页",
    digest: "数据集校验码",
};
