//! The terms that a page explains: a name and an explanation of each.

use crate::locale::Locale;

/// A term that readers may not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpTerm {
    /// The types of development zones.
    Types,
    /// The output of a zone.
    Output,
    /// Fiscal revenue.
    FiscalRevenue,
    /// Enterprises above designated size.
    DesignatedSize,
    /// Figures that the atlas derives from other figures.
    Derived,
    /// Problems that the checks find.
    Problems,
}

impl HelpTerm {
    /// Returns the element id of the explanation.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Types => "help-types",
            Self::Output => "help-output",
            Self::FiscalRevenue => "help-fiscal-revenue",
            Self::DesignatedSize => "help-designated-size",
            Self::Derived => "help-derived",
            Self::Problems => "help-problems",
        }
    }

    /// Returns the name of the term.
    pub const fn name(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Types, Locale::En) => "Types of zones",
            (Self::Types, Locale::Zh) => "开发区类型",
            (Self::Output, Locale::En) => "Output",
            (Self::Output, Locale::Zh) => "产值",
            (Self::FiscalRevenue, Locale::En) => "Fiscal revenue",
            (Self::FiscalRevenue, Locale::Zh) => "财政收入",
            (Self::DesignatedSize, Locale::En) => "Above designated size",
            (Self::DesignatedSize, Locale::Zh) => "规模以上",
            (Self::Derived, Locale::En) => "Derived",
            (Self::Derived, Locale::Zh) => "推算",
            (Self::Problems, Locale::En) => "Possible problems",
            (Self::Problems, Locale::Zh) => "数据疑点",
        }
    }

    /// Returns the explanation, as a list of sentences.
    pub const fn text(self, locale: Locale) -> &'static [&'static str] {
        match (self, locale) {
            (Self::Types, Locale::En) => &[
                "ETDZ: economic and technological development zone, a national zone.",
                "Economic development zone: the provincial zone of the same kind.",
                "High-tech zone: for high-tech industries, national or provincial.",
                "Special customs supervision area: bonded zones and export processing zones, where goods are under customs control.",
                "State-level new area: a large area that the State Council set up for national tasks. It is not in the catalogue.",
            ],
            (Self::Types, Locale::Zh) => &[
                "经济技术开发区（经开区）：国家级开发区。",
                "经济开发区：同类的省级开发区。",
                "高新技术产业开发区（高新区）：以高新技术产业为主，分国家级和省级。",
                "海关特殊监管区域：综合保税区、保税区、出口加工区等，货物由海关监管。",
                "国家级新区：国务院批准设立，承担国家战略任务，不在目录之内。",
            ],
            (Self::Output, Locale::En) => &[
                "The value of what enterprises produce. Sources often mean gross output, which counts inputs too and is larger than value added or GDP.",
                "The definition is shown with each figure where the source states it.",
            ],
            (Self::Output, Locale::Zh) => &[
                "企业生产成果的价值。来源多指总产值，包含中间投入，大于增加值和地区生产总值。",
                "来源说明口径的，随数据一并列出。",
            ],
            (Self::FiscalRevenue, Locale::En) => &[
                "What the government takes in, mostly taxes. General public budget revenue is the part that stays with the local government; total fiscal revenue includes what goes to higher levels.",
                "Figures of different definitions are never joined into one line.",
            ],
            (Self::FiscalRevenue, Locale::Zh) => &[
                "政府取得的收入，以税收为主。一般公共预算收入是留在本级的部分；财政总收入还包括上划上级的部分。",
                "口径不同的数据不连成一条线。",
            ],
            (Self::DesignatedSize, Locale::En) => &[
                "A term of official statistics: industrial enterprises with a yearly main business revenue of at least 20 million yuan (the threshold of the National Bureau of Statistics since 2011).",
                "A figure of these enterprises leaves out smaller ones.",
            ],
            (Self::DesignatedSize, Locale::Zh) => &[
                "统计用语，指年主营业务收入2000万元及以上的工业企业（国家统计局2011年起的标准）。",
                "此类数据不含规模以下企业。",
            ],
            (Self::Derived, Locale::En) => &[
                "Calculated by the atlas from the figures of sources, by a rule that the receipt of the figure shows. No source states it.",
            ],
            (Self::Derived, Locale::Zh) => {
                &["由本站根据来源数据按规则推算，规则和算式见该数据的出处页。来源中没有这个数值。"]
            }
            (Self::Problems, Locale::En) => &[
                "Automatic checks compare figures with each other, with national totals and with exchange rates. They point to what may be wrong. They change and hide nothing.",
            ],
            (Self::Problems, Locale::Zh) => &[
                "自动核查将数据相互比较，并与全国合计、汇率对照，指出可能有误之处；不改动、不隐藏任何数据。",
            ],
        }
    }
}
