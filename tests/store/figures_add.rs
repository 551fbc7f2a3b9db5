//! The command `figures add`: what it takes in, what it refuses, and how it writes.

use server::dataset::{Dataset, Files};
use server::figures::{AddReport, Done, add};
use site_tests::copy_data;
use std::fs;
use std::path::Path;

const HEADER: &str = "zone\tcode_2018\tname_zh\tmetric\tperiod\tstatus\tvalue\tunit\thedge\tgrowth_pct\tscope\tpublisher\t\
                      publisher_class\tpage_title\tpage_date\turl\tas_stated\tquality\tnote\n";

/// A row of the table. Tests change the fields that matter.
struct Row<'a> {
    zone: &'a str,
    code: &'a str,
    metric: &'a str,
    period: &'a str,
    value: &'a str,
    unit: &'a str,
    hedge: &'a str,
    growth: &'a str,
    scope: &'a str,
    publisher: &'a str,
    date: &'a str,
    url: &'a str,
    as_stated: &'a str,
    note: &'a str,
}

const ROW: Row<'_> = Row {
    zone: "Luoxi High-tech Zone",
    code: "G512901",
    metric: "gdp",
    period: "2018",
    value: "266.8",
    unit: "yi CNY",
    hedge: "=",
    growth: "",
    scope: "",
    publisher: "Luoxi Daily",
    date: "2019-01-05",
    url: "https://daily.example.org/1",
    as_stated: "地区生产总值266.8亿元",
    note: "",
};

impl Row<'_> {
    fn line(&self) -> String {
        let cells = [
            self.zone,
            self.code,
            "",
            self.metric,
            self.period,
            "reported",
            self.value,
            self.unit,
            self.hedge,
            self.growth,
            self.scope,
            self.publisher,
            "press",
            "一年 (a year)",
            self.date,
            self.url,
            self.as_stated,
            "A",
            self.note,
        ];
        format!("{}\n", cells.join("\t"))
    }
}

fn table(rows: &[Row<'_>]) -> String {
    let lines = rows.iter().map(Row::line);
    std::iter::once(HEADER.to_owned()).chain(lines).collect()
}

/// Adds a table to the data in `folder`.
fn added(folder: &Path, table: &str) -> AddReport {
    let file = folder.join("gathered.txt");
    fs::write(&file, table).unwrap();
    add(folder, &file, false).unwrap()
}

fn data() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_data(folder.path());
    folder
}

/// Adds one row and returns the points for which a person must look at it.
fn refused(row: Row<'_>) -> String {
    let report = added(data().path(), &table(&[row]));
    assert_eq!(report.changed, [""; 0], "{report}");
    match &report.rows[..] {
        [row] => match &row.done {
            Done::Unread(points) => points.join("; "),
            other => panic!("{other:?}"),
        },
        _ => panic!("{report}"),
    }
}

fn file(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn a_row_becomes_an_entry_in_its_section() {
    let folder = data();
    let name = "zones/luoxi-high-tech-zone.toml";
    let before = file(folder.path(), name);
    let rows = [
        ROW,
        Row {
            period: "2017",
            value: "240",
            as_stated: "约240亿元",
            hedge: "~",
            growth: "8",
            ..ROW
        },
    ];
    let report = added(folder.path(), &table(&rows));
    assert!(!report.has_unread(), "{report}");
    let after = file(folder.path(), name);
    // Only lines were added, and the earlier year comes first.
    let kept: Vec<&str> = after
        .lines()
        .filter(|line| before.contains(*line))
        .collect();
    assert!(before.lines().all(|line| kept.contains(&line)));
    let entry = "indicator = \"gdp\"\nperiod = \"2017\"\nvalue = \"240 yi CNY\"\nhedge = \"about\"\nsource = \
                 \"daily-example-org-2019-01-05\"\nat = \"page\"\nas_stated = \"约240亿元\"\n";
    let first = after.find(entry).unwrap();
    assert!(first < after.find("value = \"266.8 yi CNY\"").unwrap());
    assert!(after.contains("\n# Gross domestic product\n\n[[figure]]\n"));
    let sources = file(folder.path(), "sources.toml");
    assert!(sources.contains(
        "title = \"一年\"\npublisher = { en = \"Luoxi Daily\", zh = \"《罗汐日报》\" }\n"
    ));
    let left_out = file(folder.path(), "left_out.tsv");
    assert!(left_out.contains("luoxi-high-tech-zone\tgdp\t2017\tno-words-for-rate\t\t\n"));
    // The second run finds everything there.
    let again = added(folder.path(), &table(&rows));
    assert_eq!(again.changed, [""; 0], "{again}");
    assert!(
        again
            .rows
            .iter()
            .all(|row| matches!(row.done, Done::Known(_)))
    );
}

#[test]
fn words_decide_what_was_counted() {
    let folder = data();
    let rows = [
        Row {
            metric: "fiscal_revenue",
            scope: "total, host district",
            as_stated: "财政收入266.8亿元",
            ..ROW
        },
        Row {
            period: "2018/09",
            scope: "January-September; machinery only, expected",
            metric: "industrial_output",
            note: "year of the page of 2019-01-05; print slip: two amounts",
            as_stated: "产值266.8亿元",
            ..ROW
        },
        Row {
            period: "2019",
            value: "9",
            as_stated: "输出9亿元",
            ..ROW
        },
        Row {
            metric: "enterprises",
            value: "1,200",
            unit: "",
            hedge: ">",
            as_stated: "more than 1,200 companies",
            ..ROW
        },
        Row {
            scope: "six counties together",
            as_stated: "六县266.8亿元",
            ..ROW
        },
    ];
    let report = added(folder.path(), &table(&rows));
    assert!(!report.has_unread(), "{report}");
    let text = file(folder.path(), "zones/luoxi-high-tech-zone.toml");
    for part in [
        "definition = [\"total-fiscal\"]\nperiod = \"2018\"\nsubject = { place = { name = { en = \"Qingmatan District\", zh = \
         \"青马滩区\" } } }\n",
        "period = \"2018/09\"\nscope = { industry = { name = { en = \"Machinery\", zh = \"机械\" } } }\n",
        "status = \"preliminary\"\ndoubt = { en = \"The page prints one amount for two measures.\"",
        "reading = { en = \"The page calls it expected. The year is that of the page of 2019-01-05.\", zh = \"网页称为预计数。",
        "indicator = \"industrial-output\"\nperiod = \"2019\"\nvalue = \"9 yi CNY\"\n",
        "indicator = \"enterprises\"\nperiod = \"at 2018\"\nvalue = \"1200 count\"\nhedge = \"over\"\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let left_out = file(folder.path(), "left_out.tsv");
    assert!(left_out.contains("gdp\t2018\tunclear\tof six counties together\t为六县合计\n"));
}

#[test]
fn a_copy_is_named_and_never_linked() {
    let folder = data();
    let rows = [
        Row {
            publisher: "Luoxi Daily, copy",
            url: "http://mirror.example.net/a",
            ..ROW
        },
        Row {
            period: "2017",
            note: "unrelated mirror domain",
            url: "http://mirror.example.net/b",
            ..ROW
        },
        Row {
            period: "2016",
            url: "http://list.example.net/c",
            ..ROW
        },
        Row {
            period: "2015",
            publisher: "news copy",
            ..ROW
        },
    ];
    let report = added(folder.path(), &table(&rows));
    assert!(!report.has_unread(), "{report}");
    let sources = file(folder.path(), "sources.toml");
    assert_eq!(sources.matches("id = \"luoxi-daily-2019-01-05").count(), 2);
    assert_eq!(sources.matches("class = \"copy\"").count(), 2);
    assert_eq!(
        sources
            .matches("address = \"http://list.example.net/c\"\nunlinked = true\n")
            .count(),
        1
    );
    let dataset = Dataset::read(&Files::folder(folder.path()).unwrap()).unwrap();
    let links = dataset.sources.iter().filter_map(|source| source.link());
    assert!(
        links
            .into_iter()
            .all(|link| !link.contains("mirror") && !link.contains("list."))
    );
    let left_out = file(folder.path(), "left_out.tsv");
    assert!(left_out.contains("gdp\t2015\tno-publisher\t\t\n"));
}

#[test]
fn a_row_that_cannot_be_read_whole_is_for_a_person() {
    let cases = [
        (
            Row {
                code: "G999999",
                ..ROW
            },
            "is the code of no zone",
        ),
        (
            Row {
                code: "",
                zone: "Atlantis",
                ..ROW
            },
            "no zone and no group is called `Atlantis`",
        ),
        (
            Row {
                metric: "charm",
                ..ROW
            },
            "`charm` is not a metric",
        ),
        (
            Row {
                unit: "yi FRF",
                ..ROW
            },
            "`value` and `unit`",
        ),
        (Row { unit: "km2", ..ROW }, "is not measured in km2"),
        (
            Row {
                value: "266.9",
                ..ROW
            },
            "does not contain 266.9",
        ),
        (
            Row {
                period: "2018-13",
                ..ROW
            },
            "`period`",
        ),
        (
            Row {
                date: "2019-02-30",
                ..ROW
            },
            "`page_date`",
        ),
        (Row { hedge: "!", ..ROW }, "is not a hedge"),
        (
            Row {
                scope: "odd words",
                ..ROW
            },
            "the scope `odd words` is not in scopes.tsv",
        ),
        (
            Row {
                note: "odd note",
                ..ROW
            },
            "the note `odd note` is not in notes.tsv",
        ),
        (
            Row {
                publisher: "Nobody",
                ..ROW
            },
            "`Nobody` is not in publishers.tsv",
        ),
        (
            Row {
                url: "https://new.example.org/",
                ..ROW
            },
            "the host `new.example.org`",
        ),
        (
            Row {
                scope: "January-September",
                ..ROW
            },
            "but the period is 2018",
        ),
        (
            Row {
                as_stated: "one two three four five six seven eight 266.8",
                ..ROW
            },
            "`as_stated`",
        ),
    ];
    for (row, expected) in cases {
        let found = refused(row);
        assert!(found.contains(expected), "{expected}: {found}");
    }
}

#[test]
fn one_run_reports_every_problem_of_a_table() {
    let folder = data();
    let rows = [
        ROW,
        ROW,
        Row {
            value: "7",
            code: "G999999",
            ..ROW
        },
    ];
    // A byte order mark, Windows line ends, and a line with too few cells.
    let text = format!("\u{feff}{}too\tfew\n", table(&rows)).replace('\n', "\r\n");
    let report = added(folder.path(), &text);
    let lines: Vec<String> = report.rows.iter().map(ToString::to_string).collect();
    assert!(lines[0].contains("added"), "{report}");
    assert!(
        lines[1].contains("3: Luoxi High-tech Zone, gdp 2018: NOT READ: the same row as line 2"),
        "{report}"
    );
    assert!(
        lines[2].contains("`G999999` is the code of no zone; the phrase"),
        "{}",
        lines[2]
    );
    assert!(lines[3].contains("2 cells where the header has 19"));
}

#[test]
fn a_table_without_a_column_changes_nothing() {
    let folder = data();
    let text = table(&[ROW]).replace("\tas_stated", "\twords");
    let path = folder.path().join("gathered.txt");
    fs::write(&path, text).unwrap();
    let error = add(folder.path(), &path, false).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the table has no column as_stated")
    );
    fs::write(&path, b"zone\xff\n").unwrap();
    let error = add(folder.path(), &path, false).unwrap_err();
    assert!(error.to_string().contains("line 1 is not UTF-8"));
}
