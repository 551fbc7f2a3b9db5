//! Simplified Chinese.

use super::SourceMessages;

/// The strings of the pages on sources, in Chinese.
pub const ZH: SourceMessages = SourceMessages {
    place_sentence: |p, s| format!("第{p}段第{s}句"),
    place_cell: |t, r, c| format!("表{t}第{r}行第{c}列"),
    place_page: "页面某处",
    nav: "来源",
    title: "来源",
    intro: "图谱中数字与事实所出的全部文献。来源只引用、不复制：图谱只存数字、不超过八个英文单词的原话，以及本站自己的文字。",
    described_by: |figures, facts| match (figures, facts) {
        (_, "0") => format!("{figures}个数字"),
        ("0", _) => format!("{facts}条事实"),
        _ => format!("{figures}个数字，{facts}条事实"),
    },
    class_heading: |class, n| format!("{class}：{n}"),
    not_found_title: "没有这个来源",
    not_found_text: |id| format!("图谱没有名为“{id}”的来源。"),
    about: "关于这份文献",
    taken: "取自其中的内容",
    taken_none: "除各开发区名单所示之外，没有数字或事实。",
    lists_note: "其所载面积见各开发区页面，均附出处。",

    copy: "在原文中",
    copy_unchanged: "此文本与当初所读完全一致。",
    copy_changed: "此文本与当初所读不同。",
    copy_unknown: "未保存当初所读文本的指纹，无从比对。",
    copy_moved: |place| format!("原话现在另一处：{place}。"),
    copy_missing: "原话已不在此文本中。",
    copy_none: "图谱不保存来源文本。",
    copy_how: "如您手头有这份文献，可在来源页面粘贴：其句子会显示在此处，并标出这些字。不会发送任何内容。",

    paste: "核对您手头的文本",
    paste_intro: "请粘贴文献全文。文本只留在此浏览器中，就地比对，不会发送。",
    paste_label: "文献文本",
    paste_check: "比对",
    paste_forget: "清除文本",
    paste_needs_script: "此功能需要JavaScript：文本在您的浏览器中比对，从不发送。",
    paste_none_found: "此文本不含取自该文献的任何原话。",
    paste_other: |found, of| format!("凭原话辨认：{of}处中有{found}处在文本中。"),
    paste_too_long: "文本超过两百万字，不像一份文献。",
    paste_not_kept: "此浏览器不为本站保存内容，出处页面将不显示该文本。",
    paste_kept: "在您清除之前，出自该来源的数字会显示其原句。",
    paste_result: |found, moved, missing| {
        format!("{found}处在原位，{moved}处移位，{missing}处已不在。")
    },
    paste_moved: "已移位",
    paste_missing: "未找到",
    fact: "事实",
};
