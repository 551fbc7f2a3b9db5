//! Receipts at their own addresses, with their cautions and conflicts.

use crate::html::{all, only, text};
use reqwest::StatusCode;
use scraper::Html;
use site_tests::{small, visible};

#[tokio::test]
async fn a_receipt_says_who_stated_it_where_and_in_which_words() {
    let site = small();
    let text = visible(&site.page("/figures/fyqx5").await);
    for words in [
        "94.4 billion yuan",
        "total industrial production of RMB 94.4 billion",
        "Qinglan High-tech Zone",
        "paragraph 6, sentence 1",
        "94.35–94.45 billion yuan",
        "at most half of the last digit above or below it",
        "gross",
        "predecessor: Jiangsu Wencun Science & Technology Industrial Park",
        "reported",
        "Derived from this figure",
        "88.30–88.48 billion yuan",
        "Not for the whole zone",
        "How to cite",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let chinese = visible(&site.page("/zh/figures/fyqx5").await);
    for words in ["944亿元", "第6段第1句", "943.5–944.5亿元", "由该数据推算"] {
        assert!(chinese.contains(words), "{words}");
    }
}

#[tokio::test]
async fn a_derived_figure_shows_its_rule_and_its_inputs() {
    let site = small();
    let html = site.page("/figures/t6a2e-before").await;
    let text = visible(&html);
    for words in [
        "88.30–88.48 billion yuan",
        "Amount of the previous year = amount ÷ (1 + growth rate)",
        "94.35–94.45 billion yuan ÷ (1 + 6.75–6.85%)",
        "The growth rate is at current prices",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    for input in ["/figures/fyqx5", "/figures/t6a2e"] {
        assert!(html.contains(&format!("href=\"{input}\"")), "{input}");
    }
    // "More than doubled" gives only an upper bound for the amount of the year before.
    let text = visible(&site.page("/figures/z48tt-before").await);
    assert!(text.contains("under 60.25 billion yuan"), "{text}");
    // GDP is never derived from a growth rate.
    assert_eq!(
        site.get("/figures/a99hb-before").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_corrected_figure_keeps_its_print_in_sight() {
    let site = small();
    let text = visible(&site.page("/figures/k4p6c").await);
    for words in [
        "10.49 trillion yuan",
        "Printed: 1.049 billion yuan. Read as: 10.49 trillion yuan.",
        "10.49亿元",
        "1.049 billion yuan as printed. This does not fit",
        "it fits if one of them is multiplied by 10,000",
        "taxes",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[tokio::test]
async fn a_correction_is_shown_wherever_the_figure_is() {
    let site = small();
    let html = Html::parse_document(&site.page("/figures/k4p6c").await);
    let header: Vec<String> = all(&html, "header.figure-header *")
        .into_iter()
        .map(text)
        .collect();
    for words in [
        "10.49 trillion yuan",
        "Printed: 1.049 billion yuan. Read as: 10.49 trillion yuan.",
    ] {
        assert!(
            header.iter().any(|text| text == words),
            "{words}: {header:?}"
        );
    }
    assert_eq!(text(all(&html, "blockquote q")[0]), "10.49亿元");
    let caution = text(only(&html, "main li.caution"));
    assert!(caution.starts_with("Wrong scale") && caution.contains("is multiplied by 10,000"));
    let group = Html::parse_document(&site.page("/groups/national-high-tech-zones").await);
    let row = text(only(&group, "tr#figure-k4p6c"));
    assert!(
        row.contains("10.49 trillion yuan corrected")
            || row.contains("10.49 trillion yuancorrected"),
        "{row}"
    );
    assert!(row.contains("1.049 billion yuan"), "{row}");
}

#[tokio::test]
async fn a_receipt_explains_how_its_hedge_is_read() {
    let site = small();
    for (id, words) in [
        ("g2b7n", "“More than” gives a lower limit, not included"),
        ("a3s8e", "“At least” gives a lower limit, included"),
        ("j6d2x", "“Up to” gives an upper limit, included"),
        ("c7m5t", "“Less than” gives an upper limit, not included"),
        ("u5k7p", "“About” is read as 5% up or down"),
        ("v3h9k", "“Nearly” is read as at most 5% below"),
        ("y2ptg", "A count is exact."),
        ("fyqx5", "at most half of the last digit above or below it"),
    ] {
        let text = visible(&site.page(&format!("/figures/{id}")).await);
        assert!(text.contains(words), "{id}: {words}\n{text}");
    }
}

#[tokio::test]
async fn an_unknown_figure_is_not_found_in_both_languages() {
    let site = small();
    for (prefix, heading) in [("", "Figure not found"), ("/zh", "未找到该数据")] {
        for id in ["aaaaa", "fyqx5-before", "no%20figure"] {
            let response = site.get(&format!("{prefix}/figures/{id}")).await;
            assert_eq!(response.status, StatusCode::NOT_FOUND, "{id}");
            let html = Html::parse_document(&response.text);
            assert_eq!(text(only(&html, "h1")), heading);
            assert!(
                text(only(&html, "main")).contains(&id.replace("%20", " ")),
                "{id}"
            );
        }
    }
}

#[tokio::test]
async fn a_receipt_links_to_its_row_in_the_table_of_the_zone() {
    let site = small();
    for (prefix, words) in [("", "View on zone page"), ("/zh", "返回开发区页")] {
        let html = Html::parse_document(&site.page(&format!("{prefix}/figures/fyqx5")).await);
        let link = all(&html, "main a")
            .into_iter()
            .find(|link| text(*link) == words);
        assert_eq!(
            link.unwrap().attr("href"),
            Some(&*format!(
                "{prefix}/zones/qinglan-high-tech-zone#figure-fyqx5"
            ))
        );
    }
}

#[tokio::test]
async fn the_area_of_the_catalogue_has_a_receipt_too() {
    let site = small();
    assert!(
        site.page("/zones/hengxu-etdz")
            .await
            .contains("href=\"/figures/g121901-area\"")
    );
    let text = visible(&site.page("/figures/g121901-area").await);
    for words in ["721.7 ha", "中国开发区审核公告目录", "official"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(visible(&site.page("/figures/haidu-new-area-area").await).contains("km²"));
}

#[tokio::test]
async fn what_is_not_there_says_so_and_what_was_removed_says_why() {
    let site = small();
    let answer = site.get("/figures/zzzz9").await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(visible(&answer.text).contains("Read from the wrong line."));
    for unknown in [
        "/figures/zzzz8",
        "/figures/UPPER",
        "/figures/%00",
        "/sources/nothing",
        "/groups/nothing",
    ] {
        assert_eq!(
            site.get(unknown).await.status,
            StatusCode::NOT_FOUND,
            "{unknown}"
        );
    }
}

#[tokio::test]
async fn several_figures_for_one_thing_stand_side_by_side() {
    let site = small();
    let shown = |html: &str| {
        let section = html.split_once("id=\"conflicts\"").unwrap().1;
        let section = section.split_once("</section>").unwrap().0;
        let row = section.split_once("competing-first").unwrap().1;
        visible(row.split_once("</tr>").unwrap().0)
    };
    let path = "/zones/nanlu-economic-technological-development-area";
    let html = site.page(path).await;
    assert!(visible(&html).contains("Official sources come before press"));
    assert!(visible(&html).contains("These figures conflict."));
    assert!(shown(&html).contains("125.92 billion yuan"));
    let picked = site.page(&format!("{path}?pick=vk6v9")).await;
    assert!(shown(&picked).contains("108.14 billion yuan"));
    assert!(visible(&picked).contains("You chose this figure"));
    // An unknown id in `pick` is ignored.
    let html = site
        .page(&format!("{path}?pick=%F0%9F%92%A5&pick=&pick=../x"))
        .await;
    assert!(shown(&html).contains("125.92 billion yuan"));
}

#[tokio::test]
async fn cautions_fire_where_they_must_and_nowhere_near() {
    let site = small();
    let cautions = site.page("/data/cautions.json").await;
    for key in [
        "gdp-above-output p6u5h bx88w",
        "two-foundings tg4wu bhfa5",
        "approved-area d7shk s328901-area",
        "unit-slip k4p6c",
        "unit-slip bgx87",
    ] {
        assert!(cautions.contains(key), "{key}");
    }
    // Statements that look similar but are correct: core and other areas, dollars at the rate of the year, approvals
    // after foundings, revisions, targets.
    let lines = cautions.split_once("\"conflicts\"").unwrap().0;
    for (page, rules) in [
        (
            "/zones/luoxi-high-tech-zone",
            &["approved-area", "two-foundings", "dollar-rate"][..],
        ),
        (
            "/zones/yunquan-etdz",
            &["approved-area", "two-foundings", "dollar-rate"],
        ),
        (
            "/zones/qinglan-high-tech-zone",
            &["two-foundings", "gdp-above-output"],
        ),
        (
            "/zones/haidu-new-area",
            &["gdp-above-output", "unit-slip", "above-national-total"],
        ),
    ] {
        for entry in lines.split("\"key\"").filter(|entry| entry.contains(page)) {
            for rule in rules {
                assert!(!entry.contains(&format!("\"{rule} ")), "{page}: {entry}");
            }
        }
    }
}
