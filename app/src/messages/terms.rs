//! The domain terms in both languages.

use crate::locale::Locale;
use domain::catalogue::{Kind, Level};
use domain::check::CautionRule;
use domain::coverage::{LeftOutReason, Verdict};
use domain::definition::Term;
use domain::fact::{EventKind, RelationKind, Topic};
use domain::figure::Status;
use domain::filter::{Decade, Measure, Sort};
use domain::indicator::Family;
use domain::measure::{AreaBasis, Prices};
use domain::source::PublisherClass;

/// Implements [`Named`] for an enum: each variant gets an English and a Chinese name.
macro_rules! names {
    ($type:ident { $( $variant:ident: $en:literal, $zh:literal; )+ }) => {
        impl crate::messages::terms::Named for $type {
            fn name(self, locale: Locale) -> &'static str {
                match (self, locale) {
                    $( (Self::$variant, Locale::En) => $en, (Self::$variant, Locale::Zh) => $zh, )+
                }
            }
        }
    };
}

/// A domain term that has a name in each language.
pub trait Named {
    /// Returns the name in this language.
    fn name(self, locale: Locale) -> &'static str;
}

names!(Family {
    Money: "money: yuan, or US dollars where the source has them", "金额：人民币元，来源用美元时为美元";
    Area: "area: square kilometres or hectares", "面积：平方公里或公顷";
    Length: "length: kilometres", "长度：公里";
    Count: "number", "个数";
    Containers: "twenty-foot equivalent units", "标准箱";
    None: "only ranks, shares and changes are known", "仅有名次、比重或变化";
});

names!(Level {
    National: "National", "国家级";
    Provincial: "Provincial", "省级";
});

names!(Kind {
    Etdz: "Economic and technological development zone", "经济技术开发区";
    Economic: "Economic development zone", "经济开发区";
    HighTech: "High-tech zone", "高新区";
    IndustrialPark: "Industrial park", "工业园区";
    Customs: "Special customs supervision area", "海关特殊监管区域";
    Border: "Border (cross-border) economic cooperation zone", "边境／跨境经济合作区";
    NewArea: "State-level new area", "国家级新区";
    Other: "Other national zone", "其他国家级开发区";
});

names!(Sort {
    Automatic: "Best match", "按相关度";
    Output: "Latest output", "最新产值";
    Revenue: "Latest fiscal revenue", "最新财政收入";
    Growth: "Output growth", "产值增速";
    Largest: "Area, largest first", "面积由大到小";
    Smallest: "Area, smallest first", "面积由小到大";
    Newest: "Approval, newest first", "批准时间由新到旧";
    Oldest: "Approval, oldest first", "批准时间由旧到新";
    Name: "Name, A–Z", "名称A–Z";
    NameReversed: "Name, Z–A", "名称Z–A";
    Place: "Province and city", "省份与城市";
    PlaceReversed: "Province and city, reversed", "省份与城市倒序";
    Kind: "Type, A–Z", "类型";
    KindReversed: "Type, Z–A", "类型倒序";
    Industry: "Industry, A–Z", "产业";
    IndustryReversed: "Industry, Z–A", "产业倒序";
    Figures: "Most figures", "数据最多";
    Catalogue: "Catalogue order", "目录顺序";
});

names!(Measure {
    Zones: "Zones", "开发区数";
    Area: "Approved area", "核准面积";
    Year: "Year of approval", "批准年份";
    Figures: "Zones with data", "有数据的开发区";
});

names!(Decade {
    Eighties: "1980s", "1980年代";
    Nineties: "1990s", "1990年代";
    Noughties: "2000s", "2000年代";
    Tens: "2010s", "2010年代";
    Twenties: "2020s", "2020年代";
});

names!(Status {
    Reported: "reported", "公布值";
    Target: "target", "目标";
    Planned: "planned", "规划";
    Preliminary: "preliminary", "初步数";
    Derived: "derived", "推算";
});

names!(Topic {
    History: "History", "沿革";
    Location: "Location and size", "位置与面积";
    Economy: "Economy", "经济";
    Standing: "Standing and titles", "地位与称号";
    Industries: "Industries", "产业";
    Companies: "Companies", "企业";
    Research: "Research", "研发机构";
    Brands: "Brands and products", "品牌与产品";
    Infrastructure: "Infrastructure", "基础设施";
    Structure: "Districts and parks", "空间结构与园区";
    Administration: "Administration", "行政";
    Plans: "Plans", "规划";
    Related: "Related zones", "相关开发区";
});

names!(EventKind {
    Founded: "Founded", "成立";
    Approved: "Approved", "获批";
    Upgraded: "Upgraded", "升级";
    Renamed: "Renamed", "更名";
    Merged: "Merged", "合并";
    Absorbed: "Made part of a larger area", "划入更大区域";
    Delisted: "Taken off the list of its level", "退出名单";
    Joined: "Joined", "加入";
    Designated: "Designated", "获认定";
    Settled: "Moved in", "入驻";
    Planned: "Plan", "规划";
});

names!(RelationKind {
    Predecessor: "Predecessors", "前身";
    Part: "Parts", "组成部分";
    Partner: "Partners", "合作方";
    RelatedZone: "Related zones", "相关开发区";
    Tenant: "In the zone", "入驻单位";
    Industry: "Industries", "产业";
    Brand: "Brands", "品牌";
    Link: "Transport links", "交通";
    Facility: "Facilities", "设施";
    Seat: "Location", "所在地";
    Name: "Names", "名称";
});

names!(PublisherClass {
    Official: "official", "官方";
    Press: "press", "媒体";
    Other: "other", "其他";
    NotStated: "publisher not stated", "发布者未注明";
    Copy: "copies on unrelated sites", "无关网站的转载";
});

names!(Prices {
    Current: "current prices", "现价";
    Constant: "constant prices", "可比价";
    NotStated: "prices not stated", "价格口径未注明";
});

names!(Term {
    Gross: "gross", "总产值";
    ValueAdded: "value added", "增加值";
    AboveScale: "above designated size", "规模以上";
    GeneralBudget: "general public budget", "一般公共预算";
    TotalFiscal: "total fiscal revenue", "财政总收入";
    Approved: "approved", "核准";
    Planned: "planned", "规划";
    Developed: "developed", "已开发";
    Administered: "administered", "管辖";
    Core: "core area", "核心区";
    Resident: "residents", "常住";
    Registered: "registered", "注册";
    Listed: "listed", "上市";
    AShare: "A-share listed", "A股上市";
    InProduction: "in production", "投产";
    Built: "built", "建成";
    Opened: "opened", "通车";
    Land: "land", "陆地";
    Sea: "sea", "海域";
    Budgetary: "budget revenue, type not stated", "预算收入，类别未注明";
    LocalLevel: "local part", "地方级";
    NationalTax: "national tax only", "仅国税";
    Net: "net", "净额";
    MarketEntities: "market entities", "市场主体";
    NewlyRegistered: "newly registered", "新登记";
    Private: "private", "民营";
    Domestic: "domestic", "内资";
    LegalEntities: "legal entities", "法人单位";
    TechnologyIndustryTrade: "technology, industry and trade", "技工贸";
    MainBusiness: "main business", "主营业务";
    TotalRevenue: "total income", "总收入";
    Invoiced: "invoiced", "开票";
    Taxable: "taxable", "应税";
    SalesOutput: "sales output", "销售产值";
    AllSizes: "enterprises of all sizes", "全部工业";
    TotalGeneralBudget: "total general public budget", "一般公共预算总收入";
    AllCalibre: "broadest definition", "全口径";
    FiscalWithTax: "fiscal and tax revenue", "财税收入";
    BudgetTax: "tax in the general public budget", "一般公共预算中的税收";
    AllTaxes: "all taxes collected", "全部税收";
    WithCustoms: "with customs duties", "含关税";
});

names!(AreaBasis {
    Land: "all land", "全部土地";
    IndustrialLand: "industrial land", "工业用地";
    Approved: "approved area", "核准面积";
    Planned: "planned area", "规划面积";
    Developed: "developed area", "已开发面积";
    Administered: "administered area", "管辖面积";
    Core: "core area", "核心区面积";
    NotStated: "type of area not stated", "面积口径未注明";
});

names!(CautionRule {
    GdpAboveOutput: "GDP above twice the output", "地区生产总值超过产值两倍";
    ValueAddedAboveGdp: "Value added above GDP", "增加值高于地区生产总值";
    TaxAboveOutput: "Tax above output", "税收高于产值";
    UnitSlip: "Wrong scale", "数量级不符";
    AboveNationalTotal: "Above the national total", "超过全国合计";
    ShareAboveWhole: "Part above the whole", "部分大于总体";
    DollarRate: "Exchange rate", "汇率不符";
    OtherCurrency: "Wrong currency", "币种不符";
    SameAmountTwice: "Same amount for two years", "两年数额相同";
    PublishedEarly: "Published before the period ended", "发布早于统计期结束";
    ApprovedArea: "Approved area", "核准面积不符";
    GrowthAgainstLevels: "Growth does not fit amounts", "增速与总量不符";
    TwoFoundings: "Two founding dates", "成立时间不一致";
    NarrowerScope: "Covers only a part of the zone", "仅为全区的一部分";
    DoubtedPrint: "Doubtful in the source", "原文数据存疑";
});

names!(LeftOutReason {
    NoWords: "the source text was not kept", "未留存原文";
    NoWordsForRate: "growth rate beside an amount; its source text was not kept", "总量所附增速，未留存原文";
    NoYear: "the page does not print the year or the months", "网页未写明年份或月份";
    NoPublisher: "no publisher named, and the address is of an unrelated site", "未注明发布者，网址属无关网站";
    Unclear: "indicator or period unclear", "指标或时间无法确定";
    NotAZone: "about something that has no page in the atlas", "所指对象未收录";
    Duplicate: "already in the atlas", "同一数据已收录";
});

names!(Verdict {
    Right: "Question justified", "疑点成立";
    Wrong: "False alarm", "疑点不成立";
});
