//! The common strings in Chinese.

use super::CommonMessages;

/// The common strings in Chinese.
pub const ZH: CommonMessages = CommonMessages {
    new_areas: |n| format!("国家级新区{n}个"),
    new_zones: |n| format!("目录之后新设{n}家"),
    search: "搜索",
    level: "级别",
    kind: "类型",
    approved: "批准时间",
    pages: "列表分页",
    page_of: |page, pages| format!("第{page}页，共{pages}页"),
    previous_page: "上一页",
    next_page: "下一页",
    column_place: "所在地",
    column_area: "面积",
    site_name: "开发区图谱",
    colon: "：",
    comma: "，",
    listing: "、",
    semicolon: "；",
    stop: "。",
    gap: "",
    loading: "正在加载",
    retry: "重试",
    data_did_not_come: "页面未能更新：服务器没有响应。",
    not_known: "不详",
};
