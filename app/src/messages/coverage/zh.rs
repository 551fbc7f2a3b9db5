//! Simplified Chinese.

use super::CoverageMessages;

/// The strings of the page on the data, in Chinese.
pub const ZH: CoverageMessages = CoverageMessages {
    nav: "数据",
    title: "数据，以及缺什么",
    intro: "多少开发区的哪些情况已知，见过而未收录的有哪些，核查规则找错的本领如何。",
    totals: |zones, figures, history| {
        format!(
            "{zones}家开发区（含新区）中，{figures}家有官方名单之外的数字，{history}家有同一事项两年以上的数字。其余各家，图谱只知名单所载。"
        )
    },
    coverage: "覆盖",
    coverage_intro: "按指标和年份统计至少有一个数字的开发区。合计数、所在城市的数字和本站推算的数字不计在内。",
    picture: "各指标各年份的开发区数",
    picture_cell: |indicator, year, zones| format!("{indicator}，{year}年：{zones}家"),
    column_indicator: "指标",
    column_zones: "有数据的开发区",
    column_history: "有两年以上",
    column_figures: "数字",
    column_years: "年份",
    column_unknown: "不详",
    years: |first, last| {
        if first == last {
            format!("{first}年")
        } else {
            format!("{first}至{last}年")
        }
    },
    no_years: "未注明年份",
    unknown_of: |n| format!("{n}家无此数"),
    known_of: |n| n.to_owned(),
    groups: "开发区合计",
    groups_intro: "来源就多家开发区一并给出的合计数。家数不同的合计不连成一条线。",

    left_out: "见过而未收录",
    left_out_intro: "已发现但未收入图谱的说法，及其原因。",
    left_out_lines: "另有缘由者",

    checks: "核查规则的本领",
    checks_intro: "提醒由各条核查规则触发。这里列出它们在真假已知的数字上的表现，以及对数据集中每条提醒逐一查看的结论。",
    evaluation: |caught, planted, sound, precision, recall| {
        format!(
            "虚构{planted}个各植入一处错误的开发区和{sound}个无错的开发区，规则查出{caught}处错误：查准率{precision}%，查全率{recall}%。"
        )
    },
    evaluation_seed: |seed| {
        format!("随机种子{seed}；错误按实际常见情形植入，不迁就规则；规则在首次试验后修正过一次。")
    },
    column_rule: "规则",
    column_planted: "植入",
    column_caught: "查出",
    column_false: "误报",
    judged: "数据集中的每条提醒及逐条判断",
    judged_summary: |all, right, wrong| {
        format!("共触发{all}条提醒：判为有理{right}条，判为误报{wrong}条。")
    },
    not_judged: "尚未判断",

    downloads: "取走数据",
    downloads_intro: "每份导出文件都以摘要注明数据集。数据相同，字节也相同。",
    download_figures_csv: "全部数字及其出处，CSV",
    download_figures_json: "全部数字及其出处，JSON",
    download_cautions_json: "全部提醒与矛盾，JSON",
    download_zone: "单个开发区：在其地址后加.json或.csv。",
    columns_link: "各列的含义",
    columns_title: "表格各列说明",
    columns_intro: "所有CSV文件均含以下各列，编码为UTF-8，以逗号分隔；JSON中的键与列名相同。不适用或不详时单元格为空。电子表格会当作公式的文本，前面加撇号。",
    columns_of_figures: "数值",
    columns_of_zones: "开发区",
    columns_of_points: "图中各点（位于数值各列之前）",
    column_name: "列名",
    column_type: "类型",
    column_text: "含义",
    back_to_data: "返回数据页",
    digest: "数据集摘要",
};
