//! The data read from a database is equal to the data files.

use domain::catalogue::Point;
use server::store::Store;
use site_tests::shipped;

#[tokio::test]
async fn cities_are_read_back_in_the_order_of_their_codes() {
    let store = Store::open(&shipped().database()).await.unwrap();
    let reference = store.reference().await.unwrap();
    let cities = reference.cities;
    assert_eq!(cities.len(), 337);
    // The code of a city begins with the code of its province, and provinces are ordered by their codes.
    let provinces = reference.provinces;
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

    let slugs = ["liyang-high-tech-zone", "liangjiang-new-area"].map(|it| it.parse().unwrap());
    let zones = store.zones(&slugs).await.unwrap();
    let of_liyang = zones[0].city.as_ref().unwrap();
    assert_eq!(of_liyang.slug, changzhou.slug);
    assert_eq!(of_liyang.name, changzhou.name);
    assert_eq!(zones[1].city, None);
}
