//! The rankings that an import stores.

use crate::counts::alone;
use crate::open;
use domain::Decimal;
use domain::ranking::{RankingPart, ranking_value};
use server::store::Store;
use site_tests::small;
use sqlx::Row;

#[tokio::test]
async fn a_ranking_is_in_the_order_of_its_values_and_equal_ones_share_a_place() {
    let _alone = alone().await;
    let store = Store::open(&small().database()).await.unwrap();
    let reference = store.reference().await.unwrap();
    let (mut lines, mut shared) = (0, 0);
    for (indicator, totals) in reference.counted_indicators() {
        let ranking = store
            .ranking(
                (indicator, totals),
                &RankingPart::first(u32::MAX),
                &reference,
            )
            .await
            .unwrap();
        assert_eq!(u32::try_from(ranking.lines.len()).unwrap(), totals.ranked);
        let mut before: Option<(Option<Decimal>, u32)> = None;
        for (number, line) in (1..).zip(&ranking.lines) {
            let value = ranking_value(&line.latest.figure, &reference.rates);
            let place = match before {
                Some((last, place)) if last == value => place,
                _ => number,
            };
            assert_eq!(line.place, value.map(|_| place), "{}", line.zone.slug);
            if let Some((last, _)) = before {
                assert!(value <= last, "{} is above a greater value", line.zone.slug);
            }
            shared += usize::from(place < number);
            before = Some((value, place));
            lines += 1;
        }
        let second = RankingPart {
            skip: 1,
            ..RankingPart::first(2)
        };
        let part = store
            .ranking((indicator, totals), &second, &reference)
            .await
            .unwrap();
        assert_eq!(
            part.lines,
            ranking
                .lines
                .into_iter()
                .skip(1)
                .take(2)
                .collect::<Vec<_>>()
        );
    }
    assert!(lines > 60, "{lines}");
    assert!(shared > 0, "no two zones share a place");
}

#[tokio::test]
async fn growth_is_from_the_value_before() {
    let _alone = alone().await;
    let mut db = open(&small().database()).await;
    let rows = sqlx::query(
        "SELECT now.value AS now, before.value AS before, growth_low, growth_high FROM ranking
         JOIN figure AS now ON now.id = ranking.figure JOIN figure AS before ON before.id = ranking.earlier
         WHERE growth_low IS NOT NULL AND growth_high IS NOT NULL AND now.value LIKE '% billion CNY'
             AND before.value LIKE '% billion CNY'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    let mut narrow = 0;
    for row in rows {
        let number = |column: &str| -> f64 {
            let text: String = row.get(column);
            text.split(' ')
                .next()
                .unwrap()
                .replace(',', "")
                .parse()
                .unwrap()
        };
        let growth = (number("now") / number("before") - 1.0) * 100.0;
        let (low, high) = (number("growth_low"), number("growth_high"));
        assert!(low <= growth && growth <= high, "{low} {growth} {high}");
        narrow += usize::from(high - low < 5.0);
    }
    assert!(narrow > 0, "no growth is known to a few per cent");
}
