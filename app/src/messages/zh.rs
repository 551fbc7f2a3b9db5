//! Simplified Chinese.

use super::{Messages, atlas, chart, common, coverage, league, question, sources};

/// Every visible string in Chinese.
pub const ZH: Messages = Messages {
    common: common::ZH,
    question: question::ZH,
    evidence: sources::ZH,
    coverage: coverage::ZH,
    atlas: atlas::ZH,
    chart: chart::ZH,
    league: league::ZH,

    site_tagline: "中国开发区，一数一据",
    site_description: "官方目录所列2,543家开发区和19个国家级新区尽在一图：产值、财政收入、沿革与产业；每个数字都注明谁说的、\
                       出自哪里、原话怎样。",
    skip_to_content: "跳到正文",
    main_navigation: "主导航",
    nav_atlas: "图谱",
    nav_methods: "数字怎样读",
    other_language: "English",
    city_points: "城市名称与坐标依据GeoNames，CC BY 4.0",
    data_licence: "本站数据：CC BY 4.0",

    atlas_title: "中国开发区",
    totals: |catalogue, areas| format!("{catalogue}家目录开发区和{areas}个国家级新区"),
    atlas_intro: "收录2018年版官方目录的全部开发区和全部国家级新区。每个数据均可查出处：由谁公布、出自哪里、原文如何。",
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
    growth_needs_two: "需要同一口径两年的数据",
    growth_unclear: "数值过于笼统或存疑",
    undated: |source| format!("未注日期：{source}"),
    unclear: "不明",
    overview: "概况",
    show_all: |n| format!("显示全部{n}条"),
    see_note: "见提示",
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
    new_area_source: "来源较弱：网上名单，彼此不一",
    new_area_seen: "阅读时的记录（英文）",
    place_partly: "县区部分凭记忆",
    english_name_note: "目录只有中文。英文名称确有通行译名的用通行译名，其余由本站音译。",
    only_catalogue: "关于这家开发区，目前所知仅限于官方目录所载。图谱尚无关于它的文献。",
    only_catalogue_lists: "这里尚不知道：产值与财政收入、批准前后的沿革、入驻企业、基础设施。",
    only_new_area: "关于这个新区，目前所知仅限于网上名单所载。它不在官方目录之内，图谱尚无关于它的文献。",
    growth: "增长",
    chart_output: "产值",
    chart_fiscal: "财政收入",
    growth_unknown: "没有任何注明年份的产值或财政收入。本站不以估计代替。",
    output_unknown: "没有注明年份的产值。",
    fiscal_unknown: "没有注明年份的财政收入。",
    timeline: "大事记",
    numbers: "全部数字",
    numbers_intro: "本页每个数字的含义、对象与出处。",
    sources: "来源",
    neighbours: "邻近的开发区",
    add_title: "补充文献",
    add_text: "数据是文本文件，每家开发区一个。数据、事实或整篇文献连同来源、所在位置和原文词句写入该开发区的文件；程序收录前逐一核查。\
               格式说明见源代码中的data/README.md。",
    next_steps: "您可以",
    next_similar: |province| format!("查看{province}同类开发区"),
    next_known: |province| format!("查看{province}有数据的开发区"),
    unknown_title: "尚不知道",
    change_from: |what, period| format!("{what}，比{period}增长"),
    share_of: |what, whole| format!("{what}，占{whole}的比重"),
    rank_among: |what, others| format!("{what}，在{others}中的名次"),
    limited: |what, limits| format!("{what}（{limits}）"),
    scope_predecessor: "前身",
    scope_industry: "产业",
    scope_key_area: "核心区",
    scope_enterprises: "企业",
    scope_products: "产品",
    publisher_of_class: |publisher, class| format!("{publisher}（{class}）"),
    level_and_kind: |level, kind| {
        if kind.contains(level) {
            kind.to_owned()
        } else {
            format!("{level}{kind}")
        }
    },
    by_actors: |actors| format!("由{actors}"),
    column_what: "指标",
    column_receipt: "出处",
    note: "注",
    reading: "读法",
    as_stated: "原文",
    claim_mark: "自称",
    source_of: "出处",
    not_stated: "所读副本未注明",
    publisher: "发布者",
    published: "日期",
    address: "网址",
    fingerprint: "所读文本的SHA-256",
    pitfall: "注意",
    read_interval: "即",
    zone_description: |name, kind, province, approved| {
        format!("{name}：{province}{kind}，{approved}批准。")
    },

    mark_derived: "本站推算",

    methods_title: "数字怎样读",
    methods_intro: "文献里的数字是一种说法，不是测量。本站这样对待它们。",
    methods: &[
        (
            "没有孤零零的数字",
            &[
                "每个数字都写明：说的是谁、什么指标、什么口径、什么时间、覆盖全区还是其前身、某一产业、某些企业。",
                "每个数字都有出处：来源、位置，以及不超过八个英文单词的原话。",
            ],
        ),
        (
            "写出来的数是一个区间",
            &[
                "“944亿”指所有四舍五入到它的数：943.5亿至944.5亿（不含）。“1,200亿”（原文120 billion）指1,195亿至1,205亿。计数（如58个项目）是精确的。",
                "不带单位词的整数（如150,000）视为精确到最后一位非零数字。",
                "“超过”“逾”只给出下限。“以上”“达2,000亿级”包含该数本身。“约”读作上下各5%，“近”读作其下5%以内：这两条是本站的约定，不据以推算。",
                "来源写明两端的，两端都保留。同一短语中的第二种货币，与第一种并列保留。",
            ],
        ),
        (
            "报告、目标与推算",
            &[
                "目标或规划是愿望，用空心标记表示；年份过去之后，它仍然是愿望。",
                "推算值由本站按公开规则从已有数字算出，用区间表示，端点向外取整，以虚线标记。只有名义增速才用来推算上年数；地区生产总值和增加值的增速按可比价、总量按现价，从不这样推算。",
                "其他规则：由“翻一番以上”推出早期数的界限，每平方公里数额，目标所需的年均增长，由比重与总数推出数额。每条都列出代入数字的算式。",
            ],
        ),
        (
            "图上画的是什么",
            &[
                "实心标记为已报告，空心为目标或规划，虚线为推算。竖杠是数值所在的区间，渐隐线表示未知的一端，标记中的小点\
             表示开发区的前身。外圈表示有提醒存疑，虚线连接的是不同来源、不能同时成立的数。",
                "同一主体、指标、口径、范围、价格且年份相邻的点由实线相连。细点线跨过没有数据的年份，两端出自同一来源；灰色虚线\
             通向目标值。某年起统计口径改变的，其首个数值旁注明“口径变化”。原文可作两种理解的数值，只有在图例中选取后才画出。",
                "增速照公布的显示；相邻两年金额之间的增速另成一线，由本站按现价算得。指数为各年金额除以基期金额。金额按\
             当年平均汇率折算。这些都按区间计算，两端向外取整。",
            ],
        ),
        (
            "什么可疑",
            &[
                "各条核查规则逐一检查每个数字：地区生产总值超过产值两倍、数量级不符、部分大于整体、美元折算不合任何年份、成立时间不一，等等。触发的提醒显示在数字旁，不改动、也不隐藏任何数字；每条都经逐一判断。",
                "只有来源自身足以表明本意时，才更正印刷之误，原印之数仍然可见；否则只存疑，照原样显示。",
            ],
        ),
        (
            "来源不一时",
            &[
                "同一事项的几个数字并列。显示其一：官方先于媒体，媒体先于其他，其次后发表者先于先发表者。您可以另选其一，选择保存在网址中。",
            ],
        ),
        (
            "您手头的文本",
            &[
                "图谱不保存来源文本。如您有某份文献，可在其来源页面粘贴：文本会被辨认，与当初所读比对，其句子随后显示在出处中。文本从不离开您的浏览器。",
            ],
        ),
        (
            "什么能连成线",
            &[
                "对象、指标、口径、计量方式、价格、范围和期长都相同的数字才连成一条线。没有数据的年份之间至多画一条细点线。从不取平均。",
            ],
        ),
        (
            "关于目录",
            &[
                "代码、级别、类型、批准时间、核准面积和主导产业取自2018年官方目录，由本站录入并校对。核准面积往往远小于开发区自称的面积。",
                "英文名称有通行译名的从之，其余音译。城市与县区为本站所加。19个国家级新区不在目录之内，相关信息来自网上名单，来源较弱。",
            ],
        ),
    ],

    not_found_title: "没有这个页面",
    not_found_text: "这个地址在图谱中不存在，可能不完整或有误。",
    zone_not_found_title: "没有这家开发区",
    zone_not_found_text: |slug| format!("图谱中没有地址为“{slug}”的开发区。"),
    error_title: "内容未能显示",
    error_text: "本站出了故障，已作记录。图谱的其他部分应可照常使用。",
    to_atlas: "前往图谱",
    try_search: "搜索开发区",
};
