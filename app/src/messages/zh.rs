//! All visible strings in Chinese.

use super::{
    AccessibilityMessages, Messages, PrintMessages, atlas, chart, common, coverage, figure_page,
    ranking, sources,
};

/// All visible strings in Chinese.
pub const ZH: Messages = Messages {
    common: common::ZH,
    figure_page: figure_page::ZH,
    source_pages: sources::ZH,
    coverage: coverage::ZH,
    atlas: atlas::ZH,
    chart: chart::ZH,
    ranking: ranking::ZH,

    site_tagline: "中国开发区数据，均可查出处",
    site_description: "官方目录内的2,543家开发区和19个国家级新区，同图查看产值、财政收入、沿革与产业。每个数据均可查出处。",
    skip_to_content: "跳至正文",
    main_navigation: "主导航",
    nav_atlas: "开发区",
    what_is: |term| format!("说明：{term}"),
    back_to_list: "返回列表",
    marks_title: "图表说明",
    example_chart: "示例（数值为虚构）",
    terms_explained: "名词说明",
    printed_from: "打印自",
    print_list: PrintMessages {
        title: "开发区列表",
        hint: "列表中的全部开发区，可打印或存为PDF。",
        order: "排序",
    },
    accessibility: AccessibilityMessages {
        title: "无障碍声明",
        intro: "本站按《网页内容无障碍指南》（WCAG）2.2版AA级要求制作。本页说明已测试的内容和尚存的不足。",
        sections: &[
            (
                "已经做到",
                &[
                    "所有页面均可只用键盘操作，不启用JavaScript也可使用；焦点始终可见。",
                    "每张图表都附有相同数值的表格；图中每个标记都是链接，名称写明开发区、时期、数值和状态。",
                    "列表以表格呈现，屏幕阅读器会读出每个数值所属的列；筛选或搜索后，状态行会报出开发区数量。",
                    "浅色和深色两种外观中，文字对比度不低于4.5∶1，输入框边框和标记不低于3∶1；页面遵从系统的对比色和减弱动态效果设置。",
                    "页面适应320像素宽度，文字可放大至200%。",
                ],
            ),
            (
                "测试方法",
                &[
                    "每次修改程序，都用axe-core在Chromium中对各类页面作自动测试，涵盖两种语言、浅色和深色外观。",
                    "主要操作中屏幕阅读器得到的名称和角色均经核对。尚未请日常使用屏幕阅读器的人测试。",
                ],
            ),
            (
                "已知不足",
                &[
                    "在窄屏上，较宽的数据表需在框内横向滚动。",
                    "原文以来源的语言引用。",
                ],
            ),
        ],
    },
    nav_methods: "数据说明",
    other_language: "English",
    city_points: "城市名称与坐标：GeoNames，CC BY 4.0",
    data_licence: "本站数据：CC BY 4.0",

    atlas_title: "中国开发区",
    totals: |catalogue, areas, newer| match newer {
        "0" => format!("目录内开发区{catalogue}家，国家级新区{areas}个"),
        _ => format!("目录内开发区{catalogue}家，国家级新区{areas}个，目录之后新设{newer}家"),
    },
    atlas_intro: "收录2018年版官方目录内的全部开发区和全部国家级新区。每个数据均可查出处：由谁公布、出自哪里、原文如何。地图为31个省级行政区，不含港澳台。",
    province: "省份",
    clear: "清除",

    breadcrumb: "当前位置",
    also_called: "又称",
    key_facts: "基本信息",
    code: "目录代码",
    city: "所在城市",
    county: "所在县区",
    approved_area: "核准面积",
    approved_on: |date| format!("{date}批准"),
    card_output: "产值",
    card_revenue: "财政收入",
    card_growth: "产值增速",
    no_reported_figure: "无公布数据",
    no_original_figure: "无原始来源的数据",
    in_copy: "见于转载",
    see_chart: "见图表",
    growth_needs_two: "需要同一系列两年的数据",
    growth_unclear: "数值不够精确或存疑",
    undated: |source| format!("来源未注明日期：{source}"),
    unclear: "无法确定",
    overview: "概况",
    show_all: |n| format!("显示全部{n}条"),
    see_note: "见数据疑点",
    a_year: |change| format!("年均{change}"),
    sections: "本页内容",
    compare_zone: "对比",
    take_zone: "下载与分享",
    page_address: "本页地址",
    picture: "图片",
    figures_as: "全部数据",
    land_area: "陆地面积",
    sea_area: "海域面积",
    leading_industries: "主导产业",
    catalogue_name: "目录所载名称",
    catalogue_source: "《中国开发区审核公告目录》（2018年版，六部委公告2018年第4号）",
    new_area_number: "国家级新区",
    new_area_number_value: |n| format!("按批准时间第{n}个"),
    new_area_source: "面积与日期取自非官方名单",
    new_area_note: "本站对名单的备注（英文）",
    in_brackets: |text| format!("（{text}）"),
    english_name_note: "目录只有中文。英文名称有通行译名的用通行译名，其余由本站音译。",
    only_catalogue: "这家开发区的数据均来自官方目录，尚未收录相关资料。",
    only_catalogue_lists: "暂无产值、财政收入、沿革、入驻企业和基础设施的数据。",
    only_new_area: "这个新区的数据均来自网上名单。它不在官方目录之内，尚未收录相关资料。",
    growth: "增长",
    chart_output: "产值",
    chart_fiscal: "财政收入",
    growth_unknown: "没有注明年份的产值或财政收入数据。本站不作估算。",
    output_unknown: "暂无注明年份的全年产值数据。",
    fiscal_unknown: "没有注明年份的财政收入数据。",
    timeline: "大事记",
    numbers: "全部数据",
    numbers_intro: "本页每个数据的含义、范围与出处。",
    sources: "来源",
    neighbours: "邻近的开发区",
    add_title: "补充资料",
    add_text: "数据存为文本文件，每家开发区一个。补充数据、事实或整份资料时，将其连同来源、所在位置和原文写入该开发区的文件；程序\
               导入前逐一核查。格式说明见源代码中的data/README.md。",
    next_steps: "您可以",
    next_similar: |province| format!("查看{province}同类型开发区"),
    next_known: |province| format!("查看{province}有数据的开发区"),
    unknown_title: "缺少的数据",
    change_from: |what, period| format!("{what}，比{period}增长"),
    share_of: |what, whole| format!("{what}，占{whole}的比重"),
    rank_among: |what, others| format!("{what}，在{others}中的名次"),
    limited: |what, limits| format!("{what}（{limits}）"),
    scope_predecessor: "前身",
    scope_industry: "产业",
    scope_key_area: "重点区域",
    scope_enterprises: "企业",
    scope_products: "产品",
    publisher_of_class: |publisher, class| format!("{publisher}（{class}）"),
    copy_of: |publisher| format!("转载自{publisher}"),
    formerly: |kind| format!("原{kind}"),
    in_catalogue: |kind| format!("2018年目录：{kind}"),
    newer_than_catalogue: "设立于2018年目录之后，未载入目录",
    level_today: "现级别",
    kind_today: "现类型",
    level_and_kind: |level, kind| {
        if kind.contains(level) {
            kind.to_owned()
        } else {
            format!("{level}{kind}")
        }
    },
    by_actors: |actors| format!("（{actors}）"),
    column_what: "指标",
    column_receipt: "出处",
    note: "备注",
    reading: "解读",
    as_stated: "原文",
    claim_mark: "自称",
    source_of: "出处",
    not_stated: "未注明",
    publisher: "发布者",
    published: "日期",
    address: "网址",
    fingerprint: "所读文本的SHA-256",
    pitfall: "注意",
    read_interval: "可能范围",
    zone_description: |name, kind, province, approved| {
        format!("{name}：{province}{kind}，{approved}批准。")
    },

    mark_derived: "本站推算",

    methods_title: "数据说明",
    methods_intro: "资料中的数字是来源的说法，并非本站核实的结果。本页说明本站如何读取这些数字。",
    methods: &[
        (
            "每个数据均可查出处",
            &[
                "每个数据都注明对象、指标、口径、时期和覆盖范围：全区、前身、某一产业或部分企业。",
                "每个数据都有出处：来源、在来源中的位置，以及原文摘录（不超过90个字符，以空格分词的语言不超过八个词）。",
            ],
        ),
        (
            "资料中的数字代表一个范围",
            &[
                "“944亿”指四舍五入后等于它的所有数值：943.5亿至944.5亿（不含上端）。“1,200亿”（原文120 billion）指1,195亿至1,205亿。\
             计数（如58个项目）为精确值。",
                "不带数量单位的整数（如150,000）视为精确到最后一位非零数字。",
                "“超过”“逾”只给出下限，没有上限。“以上”“达2,000亿元级”包含该数本身。“约”按上下浮动5%计，“近”按低于该数5%以内计：\
             这两条是本站的约定，不用于推算。",
                "来源给出上下两端的，两端都保留。同一短语中的另一币种金额，与前一金额并列保留。",
            ],
        ),
        (
            "公布值、目标与推算",
            &[
                "目标和规划不是实际结果，用空心标记表示；年份过去之后仍是目标。",
                "推算由本站按公开规则从来源数据算出，以范围表示，两端向外取整，用虚线标记。只有名义增速（按现价）才用来推算上年总量；\
             地区生产总值和增加值的增速按可比价、总量按现价，不作此类推算。",
                "其他规则：由“翻一番以上”推算早期总量的界限、每平方公里总量、实现目标所需的年均增长、由比重与总体推算总量。每条都列出\
             代入数字的算式。",
            ],
        ),
        (
            "图表说明",
            &[
                "实心标记为公布值，空心为目标或规划，虚线为推算。竖杠是可能范围，渐隐线表示只有上限或下限，标记中的小点表示开发区的前身。\
             外圈表示核查规则对该数值存疑，虚线连接的是不同来源、相互矛盾的数据。",
                "对象、指标、口径、范围和价格相同且年份相邻的点由实线相连。细点线跨过没有数据的年份，两端出自同一来源；灰色虚线\
             指向目标。某年起统计口径变化的，首个数值旁注明“口径变化”。原文有两种理解的数值，只有在图例中选取后才显示。",
                "公布的增速按原样显示；相邻两年总量之间的增速另列一个系列，由本站按现价计算。指数为各年总量除以基期总量。金额按\
             当年平均汇率折算。这些都按范围计算，两端向外取整。",
            ],
        ),
        (
            "数据疑点",
            &[
                "核查规则逐一检查每个数据：地区生产总值超过产值两倍、数量级不符、部分大于总体、隐含汇率与任何相关年份不符、成立时间\
             不一致，等等。查出的数据疑点显示在数据旁，不改动、也不隐藏任何数据；每处都经人工判断。",
                "只有来源自身足以表明本意时，才更正原文数字，原文数字仍然可见；否则只标为存疑，照原样显示。",
            ],
        ),
        (
            "来源不一致时",
            &[
                "同一事项的多个数据并列，显示其中一个：官方优先于媒体，媒体优先于其他，其次后发布的优先于先发布的。您可以另选其一，\
             所选保存在网址中。",
            ],
        ),
        (
            "您手头的文本",
            &[
                "本站不保存来源文本。如您有某份资料，可在其来源页面粘贴：本站会根据标题和原文辨认该文本，无法确定时由您确认，再与录入时所读文本比对，并在出处中显示其句子。\
             文本只在您的浏览器中处理，不会上传。",
            ],
        ),
        (
            "哪些数据连成一条线",
            &[
                "对象、指标、口径、计量方式、价格、范围和时期长度都相同的数据才连成一条线。没有数据的年份之间至多画一条细点线。不取平均。",
            ],
        ),
        (
            "关于目录",
            &[
                "代码、级别、类型、批准时间、核准面积和主导产业取自2018年版官方目录，由本站录入并校对。核准面积往往远小于开发区自称的面积。",
                "英文名称有通行译名的用通行译名，其余由本站音译。城市与县区由本站补充。19个国家级新区不在目录之内，相关数据来自\
             网上名单，可靠性较低。",
            ],
        ),
    ],

    not_found_title: "未找到页面",
    not_found_text: "未找到对应的页面，网址可能不完整或有误。",
    zone_not_found_title: "未找到该开发区",
    zone_not_found_text: |slug| format!("没有网址为“{slug}”的开发区。"),
    error_title: "页面无法显示",
    error_text: "本站发生故障，已作记录。其他页面或可正常使用。",
    error_reference: "故障编号：",
    to_atlas: "返回开发区列表",
    try_search: "搜索开发区",
};
