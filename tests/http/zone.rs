//! The pages of zones: complete without JavaScript, and with a receipt for every figure.

use site_tests::{small, visible};

#[tokio::test]
async fn a_figure_leads_to_its_receipt() {
    let site = small();
    let html = site.page("/zones/qinglan-high-tech-zone").await;
    let row = html.split_once("id=\"figure-fyqx5\"").unwrap().1;
    let row = row.split_once("</tr>").unwrap().0;
    assert!(row.contains("href=\"/figures/fyqx5\""), "{row}");
    let row = visible(row);
    assert!(
        row.contains("paragraph") && row.contains("sentence"),
        "{row}"
    );
}

#[tokio::test]
async fn charts_are_drawn_on_the_server() {
    let site = small();
    let html = site.page("/zones/qinglan-high-tech-zone").await;
    assert_eq!(
        html.matches("<svg class=\"chart chart-ink chart-wide\"")
            .count(),
        2
    );
    assert!(
        html.contains("class=\"mark series-0 derived predecessor\" href=\"/figures/t6a2e-before\"")
    );
    assert!(html.contains("class=\"stub\""));
    let html = site.page("/zones/yunquan-etdz").await;
    assert!(html.contains("class=\"mark series-1 target\""));
    let without = site.page("/zones/luoxi-high-tech-zone").await;
    assert!(!without.contains("chart-wide"));
    assert!(visible(&without).contains("The atlas does not estimate them."));
}

#[tokio::test]
async fn a_zone_of_the_catalogue_alone_says_what_is_not_known() {
    let site = small();
    let text = visible(&site.page("/zones/hengxu-etdz").await);
    for words in [
        "蘅溆经济技术开发区",
        "G121901",
        "721.7 ha",
        "February 2014",
        "Missing data",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let text = visible(&site.page("/zones/jinlu-new-area").await);
    assert!(text.contains("Area and date from an unofficial list") && text.contains("unknown"));
    let html = site.page("/zones/hengxu-etdz").await;
    // Each next step has a link: to a list, or to the section on how to add a document.
    let (_, steps) = html.split_once("class=\"next-steps\"").unwrap();
    let (steps, _) = steps.split_once("</ul>").unwrap();
    assert!(steps.contains("?kind=etdz&amp;province=") && steps.contains("figures=with\""));
    assert!(steps.contains("href=\"/methods#add\""));
    assert!(site.page("/methods").await.contains("id=\"add\""));
    // A zone with documents has no next steps.
    let known = site.page("/zones/yunquan-etdz").await;
    assert!(!known.contains("next-steps"));
}

#[tokio::test]
async fn a_seed_zone_is_one_zone_with_its_catalogue_row() {
    let site = small();
    for (code, slug) in [
        ("S328901", "qinglan-high-tech-zone"),
        ("G431901", "yunquan-etdz"),
        ("g512901", "luoxi-high-tech-zone"),
    ] {
        assert_eq!(
            site.redirect(&format!("/zones/{code}")).await,
            format!("/zones/{slug}")
        );
        assert_eq!(
            site.redirect(&format!("/zh/zones/{code}")).await,
            format!("/zh/zones/{slug}")
        );
    }
}

#[tokio::test]
async fn the_level_of_today_stands_beside_that_of_the_catalogue() {
    let site = small();
    let html = site.page("/zones/e-park").await;
    let text = visible(&html);
    for words in [
        "National high-tech zone",
        "in the catalogue of 2018: provincial industrial park",
        "Level today",
        "Type today",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // The level of today leads to the event that states it.
    assert!(html.contains("href=\"#fact-n4t8w\"") && html.contains("id=\"fact-n4t8w\""));
    let list = async |query: &str| site.page(&format!("/?{query}")).await;
    assert!(
        !list("level=national&q=e+park")
            .await
            .contains("/zones/e-park\"")
    );
    let today = list("as=today&level=national&kind=high-tech&q=e+park").await;
    assert!(today.contains("/zones/e-park\"") && today.contains("National today"));
    let csv = site.page("/data/zones.csv?q=e+park").await;
    assert!(
        csv.contains(",provincial,industrial-park,national,high-tech,liaoning,"),
        "{csv}"
    );
}
