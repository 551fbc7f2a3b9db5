//! The database of the site: an import replaces it completely or not at all.

use reqwest::StatusCode;
use server::config::{DatabaseOptions, ServeOptions};
use server::dataset::Files;
use server::error::Error;
use server::http::Application;
use server::import::{import, import_if_older};
use site_tests::{SMALL_DATA, changed_data, options, small, small_copy, stored, target, visible};
use std::path::Path;

#[tokio::test]
async fn a_broken_line_is_named_and_the_old_database_stays() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("atlas.db");
    import(target(&database), Some(Path::new(SMALL_DATA)))
        .await
        .unwrap();
    let before = std::fs::read(&database).unwrap();
    let data = folder.path().join("data");
    changed_data(&data, "zones/yunquan-etdz.toml", |text| {
        text.replace("\"120 billion CNY\"", "\"120 gazillion CNY\"")
            .replacen("period = \"2017\"", "period = \"2017-13\"", 1)
    });
    let Err(Error::Dataset(problems)) = import(target(&database), Some(&data)).await else {
        panic!("a broken dataset was imported");
    };
    let text: String = problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    assert!(text.contains("data/zones/yunquan-etdz.toml:"), "{text}");
    assert!(
        text.contains("120 gazillion CNY") || text.contains("2017-13"),
        "{text}"
    );
    assert!(problems.iter().all(|problem| problem.line > 0), "{text}");
    assert_eq!(
        std::fs::read(&database).unwrap(),
        before,
        "the old database was touched"
    );
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "something was left behind: {left:?}");
}

#[tokio::test]
async fn every_problem_is_named_in_one_run() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    changed_data(&data, "catalogue.tsv", |text| {
        text.replace("G121901\tnational\tetdz", "G121901\tnational\tzoo")
            .replace("\tS328901\t", "\tS32890\t")
            .replace("智能网", "x")
    });
    let Err(Error::Dataset(problems)) =
        import(target(&folder.path().join("atlas.db")), Some(&data)).await
    else {
        panic!("a broken dataset was imported");
    };
    let text: String = problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    assert!(text.contains("`zoo` is not a kind"), "{text}");
    assert!(text.contains("`S32890` is not a catalogue code"), "{text}");
    assert!(!folder.path().join("atlas.db").exists());
}

/// Changes that break a rule between files: the file, the text, the text that replaces it, and a part of the message.
const BROKEN_RULES: [(&str, &str, &str, &str); 28] = [
    (
        "zones/qinglan-high-tech-zone.toml",
        "source = \"qinglan-article\"",
        "source = \"hearsay\"",
        "is not in sources.toml",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "value = \"94.4 billion CNY\"",
        "value = \"94.5 billion CNY\"",
        "does not contain 94.5",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "value = \"94.4 billion CNY\"",
        "value = \"94.4 km\"",
        "is not allowed for this measure",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "code = \"S328901\"",
        "code = \"S328902\"",
        "the code in its table is S328901",
    ),
    (
        "zones/luoxi-high-tech-zone.toml",
        "indicator = \"area\"",
        "indicator = \"charm\"",
        "is not in indicators.toml",
    ),
    (
        "zones/luoxi-high-tech-zone.toml",
        "slug = \"luoxi-high-tech-zone\"",
        "slug = \"atlantis\"",
        "is not in catalogue.tsv",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "source = \"qinglan-article\"\nat = \"p6 s1\"\nas_stated = \"58 industrial projects\"",
        "at = \"p6 s1\"\nas_stated = \"58 industrial projects\"",
        "missing field `source`",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "value = \"94.4 billion CNY\"",
        "value = \"94.4 billion LBS\"",
        "is not a unit",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "period = \"2020\"",
        "period = \"2020-13\"",
        "`2020-13` is not a period",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "value = \"25 billion CNY\"\nhedge = \"over\"",
        "value = \"25 billion CNY\"\nto = \"24 billion CNY\"",
        "the interval is upside down",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "id = \"fyqx5\"",
        "id = \"rf7pn\"",
        "the id `rf7pn` is used before",
    ),
    (
        "zones/qinglan-high-tech-zone.toml",
        "id = \"fyqx5\"",
        "id = \"fyqx5-before\"",
        "ends like the id of a derived",
    ),
    (
        "corrections.toml",
        "expects = \"10.49 yi CNY\"",
        "expects = \"10.94 yi CNY\"",
        "states 10.49 yi CNY, not 10.94 yi CNY",
    ),
    (
        "corrections.toml",
        "figure = \"k4p6c\"",
        "figure = \"aaaaa\"",
        "there is no figure `aaaaa`",
    ),
    (
        "removed.toml",
        "# Figures that were taken out.",
        "[[removed]]\nid = \"k4p6c\"\nreason = { en = \"x\", zh = \"x\" }\n# Figures that were taken out.",
        "the id `k4p6c` is used before, in data/removed.toml",
    ),
    (
        "sources.toml",
        "address = \"https://example.org",
        "address = \"javascript:example",
        "begins with http:// or https://",
    ),
    (
        "left_out.tsv",
        "\tgdp\t2012\tno-words\t",
        "\tgdp\t2012\tno-idea\t",
        "is not a reason",
    ),
    (
        "exchange_rates.tsv",
        "1981\t1.7100",
        "1981\t-1.71",
        "a rate is above zero",
    ),
    (
        "cities.tsv",
        "110100\tbeijing",
        "110100\tatlantis",
        "is not in provinces.tsv",
    ),
    (
        "cities.tsv",
        "xian\t610100",
        "yanan\t610100",
        "data/cities.tsv:293:1: the slug `yanan` occurs twice",
    ),
    (
        "cities.tsv",
        "xian\t610100",
        "xi'an\t610100",
        "data/cities.tsv:288:1: `slug`: `xi'an` is not a city",
    ),
    (
        "cities.tsv",
        "xian\t610100",
        "xian\t610600",
        "the code `610600` occurs twice",
    ),
    (
        "exchange_rates.tsv",
        "1982\t1.8979",
        "1981\t1.8979",
        "data/exchange_rates.tsv:3:1: the year `1981` occurs twice",
    ),
    (
        "provinces.tsv",
        "tianjin\t12",
        "beijing\t12",
        "the slug `beijing` occurs twice",
    ),
    (
        "industry_groups.tsv",
        "automotive\tAutomotive",
        "equipment-manufacturing\tAutomotive",
        "the id `equipment-manufacturing` occurs twice",
    ),
    (
        "industry_terms.tsv",
        "食品\tFood",
        "装备制造\tFood",
        "the term `装备制造` occurs twice",
    ),
    (
        "industry_terms.tsv",
        "term_zh\tterm_en",
        "term\tterm_en",
        "the columns should be",
    ),
    (
        "dataset.toml",
        "edition = 1000000",
        "edition = \"one\"",
        "invalid type",
    ),
];

#[tokio::test]
async fn rules_between_files_are_kept() {
    for (file, from, to, reason) in BROKEN_RULES {
        let folder = tempfile::tempdir().unwrap();
        changed_data(folder.path(), file, |text| text.replacen(from, to, 1));
        let files = Files::folder(folder.path()).unwrap();
        let problems = server::dataset::Dataset::read(&files).expect_err(reason);
        let text: String = problems
            .iter()
            .map(|problem| format!("{problem}\n"))
            .collect();
        assert!(text.contains(reason), "{file}: {to}\n{text}");
    }
}

#[tokio::test]
async fn an_import_is_served_without_a_restart() {
    let site = small_copy().await;
    assert!(visible(&site.page("/zones/hengxu-etdz").await).contains("721.7 ha"));
    let data = tempfile::tempdir().unwrap();
    changed_data(data.path(), "catalogue.tsv", |text| {
        text.replace("\t721.7\t", "\t722.8\t")
    });
    import(target(&site.database()), Some(data.path()))
        .await
        .unwrap();
    // Some of these requests run while the file is replaced. Each must get a response.
    site.get_until("/zones/hengxu-etdz", |response| {
        assert_eq!(response.status, StatusCode::OK);
        visible(&response.text).contains("722.8 ha")
    })
    .await;
}

#[tokio::test]
async fn a_database_is_imported_when_missing_and_kept_when_it_came_from_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("deep/er/atlas.db");
    let embedded = Files::embedded().digest();
    let digest = async || stored(&database).await.digest;
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(digest().await, embedded, "a missing database");

    let small = Files::folder(Path::new(SMALL_DATA)).unwrap().digest();
    import(target(&database), Some(Path::new(SMALL_DATA)))
        .await
        .unwrap();
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(digest().await, small, "the owner's data was replaced");

    let data = folder.path().join("data");
    changed_data(&data, "dataset.toml", |text| {
        text.replace("edition = 1000000", "edition = 0")
    });
    let older = Files::folder(&data).unwrap().digest();
    import(target(&database), Some(&data)).await.unwrap();
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(digest().await, older, "the owner's data was replaced");

    std::fs::write(&database, "").unwrap();
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(digest().await, embedded, "an empty file");
}

#[tokio::test]
async fn what_cannot_be_had_is_said_in_one_line() {
    let site = small();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let options = options(folder.path(), &[]);
    let taken = ServeOptions {
        addr: site.address(),
        ..options.clone()
    };
    let without_assets = ServeOptions {
        assets: Some(folder.path().to_owned()),
        ..options.clone()
    };
    let blocked = ServeOptions {
        database: DatabaseOptions {
            database: file.join("atlas.db"),
            ..options.database
        },
        ..options
    };
    for (options, words) in [
        (taken, "cannot listen on"),
        (without_assets, "cannot read the files for browsers in"),
        (blocked, "cannot read or write the database"),
    ] {
        let Err(error) = Application::build(&options).await else {
            panic!("{words}: it started all the same");
        };
        let text = error.to_string();
        assert!(text.contains(words) && !text.contains('\n'), "{text}");
    }
}

#[tokio::test]
async fn stopping_answers_what_is_under_way() {
    let site = small_copy().await;
    site.page("/").await;
    site.stop().await;
}
