//! The strings of the source pages in Chinese.

use super::SourceMessages;

/// The strings of the source pages in Chinese.
pub const ZH: SourceMessages = SourceMessages {
    place_sentence: |p, s| format!("第{p}段第{s}句"),
    place_cell: |t, r, c| format!("表{t}第{r}行第{c}列"),
    place_page: "未记录在页面中的位置",
    nav: "来源",
    title: "来源",
    intro: "本站数据与事实所依据的全部资料。来源只引用、不复制：本站只保存数据、原文摘录（不超过90个字符，以空格分词的语言不超过八个词），以及自撰文字。",
    described_by: |figures, facts| match (figures, facts) {
        (_, "0") => format!("{figures}条数据"),
        ("0", _) => format!("{facts}条事实"),
        _ => format!("{figures}条数据，{facts}条事实"),
    },
    classes: "发布者类别",
    list_of: |n| format!("{n}家名单"),
    class_heading: |class, n| format!("{class}：{n}份"),
    not_found_title: "未找到该来源",
    not_found_text: |id| format!("没有编号为“{id}”的来源。"),
    about: "关于这份资料",
    taken: "取自这份资料的内容",
    taken_none: "除开发区名单所载以外，没有其他数据或事实。",
    lists_note: "其所载面积见各开发区页面，均附出处。",

    copy: "在资料中",
    copy_unchanged: "此文本与录入时所读文本完全一致。",
    copy_changed: "此文本与录入时所读文本不同。",
    copy_unknown: "未保存录入时所读文本的指纹，无法比对。",
    copy_moved: |place| format!("原文现在另一位置：{place}。"),
    copy_missing: "原文已不在此文本中。",
    copy_none: "本站不保存来源文本。",
    copy_how: "如您有这份资料，可在来源页面粘贴，所在句子会显示在此处，并标出这些文字。不会发送任何内容。",

    paste: "核对您手头的文本",
    paste_intro: "请粘贴资料全文。文本只在此浏览器中比对，不会发送。",
    paste_label: "资料文本",
    paste_check: "比对",
    paste_forget: "清除文本",
    paste_needs_script: "此功能需要JavaScript：文本在您的浏览器中比对，不会发送。",
    paste_none_found: "此文本不含取自该资料的任何原文。",
    paste_not_sure: |found, of| {
        format!("取自该资料的{of}处原文中，有{found}处在此文本中，其他文本也可能含有这些内容。")
    },
    paste_is_copy: "确认是该资料",
    paste_other: |found, of| format!("根据原文辨认：{of}处中有{found}处在文本中。"),
    paste_too_long: "文本超过两百万字，未作比对。",
    paste_not_kept: "此浏览器不为本站保存内容，出处页面不会显示该文本。",
    paste_kept: "在您清除之前，出自该来源的数据会显示其原句。",
    paste_result: |found, moved, missing| {
        format!("{found}处在原位，{moved}处已移位，{missing}处未找到。")
    },
    paste_moved: "已移位",
    paste_missing: "未找到",
    fact: "事实",
};
