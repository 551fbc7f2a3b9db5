//! What is read back from a database is what the data files say.

use domain::catalogue::Point;
use server::store::Store;
use site_tests::shipped;

#[tokio::test]
async fn cities_are_read_back_in_the_order_of_their_codes() {
    let store = Store::open(&shipped().database()).await.unwrap();
    let cities = store.cities().await.unwrap();
    assert_eq!(cities.len(), 337);
    // The codes begin with their province's, in whose order the provinces are.
    let provinces = store.reference().await.unwrap().provinces;
    let of_cities = cities.chunk_by(|a, b| a.province == b.province);
    assert!(
        of_cities
            .map(|of_one| &of_one[0].province)
            .eq(provinces.iter().map(|province| &province.slug))
    );
    let in_jiangsu: Vec<_> = cities
        .iter()
        .filter(|city| city.province.as_str() == "jiangsu")
        .map(|city| city.slug.as_str())
        .collect();
    assert_eq!(
        in_jiangsu[..5],
        ["nanjing", "wuxi", "xuzhou", "changzhou", "suzhou-jiangsu"]
    );
    let city = |slug| cities.iter().find(|city| city.slug.as_str() == slug);
    let changzhou = city("changzhou").unwrap();
    assert_eq!(changzhou.name.zh, "常州市");
    let point = Point {
        latitude: 31.77359,
        longitude: 119.95401,
    };
    assert_eq!(changzhou.point, Some(point));
    assert_eq!(city("sansha").unwrap().point, None);

    let zones = store.summaries().await.unwrap();
    let zone = |slug| zones.iter().find(|zone| zone.slug.as_str() == slug);
    let of_liyang = zone("liyang-high-tech-zone").unwrap().city.as_ref();
    let of_liyang = of_liyang.unwrap();
    assert_eq!(of_liyang.slug, changzhou.slug);
    assert_eq!(of_liyang.name, changzhou.name);
    assert!(zones.iter().any(|zone| zone.city.is_none()));
}
