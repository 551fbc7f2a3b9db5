//! Every form of the name of a zone leads to every form of its data.

use reqwest::StatusCode;
use site_tests::small;

const SLUG: &str = "qinglan-high-tech-zone";

#[tokio::test]
async fn every_name_of_a_zone_leads_to_every_form_of_its_data() {
    let site = small();
    let names = [
        "S328901",
        "s328901",
        "Qinglan-High-Tech-Zone",
        // The name, a former name and the name in the catalogue.
        "Qinglan%20High-tech%20Zone",
        "qinglan_high-tech_zone",
        "%E9%9D%92%E5%B2%9A%E9%AB%98%E6%96%B0%E5%8C%BA",
        "Jiangsu_Wencun_High-tech_Industrial_Development_Zone",
        "%E6%B1%9F%E8%8B%8F%E7%9C%81%E9%97%AE%E6%9D%91%E9%AB%98%E6%96%B0%E6%8A%80%E6%9C%AF%E4%BA%A7%E4%B8%9A%E5%BC%80%E5%8F%91%E5%8C%BA",
    ];
    for prefix in ["", "/zh"] {
        for name in names {
            for rest in [
                "",
                ".json",
                ".csv",
                "?form=bars",
                "/card.png",
                "/output.svg",
                "/output.png",
                "/output.csv",
                "/output.json?form=bars",
                "/output/embed",
            ] {
                let path = format!("{prefix}/zones/{name}{rest}");
                let target = site.redirect(&path).await;
                assert_eq!(target, format!("{prefix}/zones/{SLUG}{rest}"), "{path}");
                assert_eq!(site.get(&target).await.status, StatusCode::OK, "{target}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_no_name_of_one_zone_is_not_found() {
    let site = small();
    for path in [
        "/zones/S999999",
        "/zones/S999999.json",
        "/zones/S328901.pdf",
        "/zones/S328901/nothing.svg",
        "/zones/%FF",
        "/zones/%25",
        "/zones/_",
        "/zones/'",
        "/zones/.json",
    ] {
        let response = site.get(path).await;
        let mut status = response.status;
        // A redirect may come first; it ends at an address that does not exist.
        if status == StatusCode::PERMANENT_REDIRECT {
            status = site.get(&site.redirect(path).await).await.status;
        }
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    let compared = site.page("/compare?zones=S328901").await;
    assert!(compared.contains("/zones/qinglan-high-tech-zone"));
}
