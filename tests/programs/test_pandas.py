"""pandas reads the exported tables."""

import io
import json
import os
import urllib.request

import pandas
import pytest

SITE = os.environ["SITE"]

# Every kind of CSV file, each with rows.
TABLES = [
    "/data/figures.csv",
    "/data/zones.csv",
    "/zh/data/zones.csv?q=溧阳",
    "/zones/liyang-high-tech-zone.csv",
    "/groups/national-etdzs.csv",
    "/zones/liyang-high-tech-zone/output.csv",
    "/groups/national-etdzs/gdp.csv",
    "/compare/gdp.csv?zones=suzhou-industrial-park,wuxi-high-tech-zone",
    "/indicators/gdp.csv",
    "/indicators/gdp/figures.csv",
]

# Tables without a row, each with the same columns as a table with rows.
EMPTY = {
    "/data/zones.csv?q=no+such+zone+anywhere": "/data/zones.csv",
    "/zh/data/zones.csv?province=xizang&q=无此开发区": "/data/zones.csv",
    "/zones/yadong-no-such-zone.csv": None,
    "/compare/gdp.csv?zones=": None,
}


def address(path):
    return SITE + urllib.parse.quote(path, safe="/?=&,+%")


def table(path):
    return pandas.read_csv(address(path))


def body(path):
    with urllib.request.urlopen(address(path)) as answer:
        return answer.read()


def test_the_table_of_zones():
    zones = table("/data/zones.csv")
    assert len(zones) == 2575
    assert zones["page"].is_unique
    assert zones["area_ha"].dtype == float
    assert zones["area_ha"].dropna().gt(0).all()
    assert zones["name_zh"].str.contains("开发区").any()


def test_the_table_of_figures():
    figures = table("/data/figures.csv")
    assert figures["id"].is_unique
    assert figures["is_derived"].dtype == bool
    stated = figures[~figures["is_derived"]]
    assert stated["as_stated"].notna().all()
    for column in ["value", "value_low", "value_high"]:
        assert figures[column].dtype == float, column
    levels = figures[(figures["indicator"] == "area") & (figures["measure_kind"] == "level")]
    assert set(levels["unit"]) == {"ha"}
    assert pandas.to_datetime(figures["period_end"]).dropna().dt.year.between(1980, 2060).all()


def test_a_chart_as_a_table():
    points = table("/zones/liyang-high-tech-zone/output.csv")
    assert points["year"].between(1980, 2030).all()


@pytest.mark.parametrize("path", TABLES)
def test_every_table_has_a_mark_for_spreadsheets_and_rows(path):
    assert body(path).startswith(b"\xef\xbb\xbf"), "Excel takes a file without this mark for another encoding"
    rows = table(path)
    assert len(rows) > 0
    assert not rows.columns.str.contains("Unnamed|\ufeff").any()
    assert rows["dataset"].nunique() == 1


@pytest.mark.parametrize("path", [path for path, full in EMPTY.items() if full])
def test_a_table_without_rows_has_its_columns(path):
    rows = table(path)
    assert len(rows) == 0
    assert list(rows.columns) == list(table(EMPTY[path]).columns)


@pytest.mark.parametrize("path", [path for path, full in EMPTY.items() if not full])
def test_what_does_not_exist_is_not_an_empty_table(path):
    with pytest.raises(urllib.error.HTTPError, match="404"):
        table(path)


@pytest.mark.parametrize(
    "path, list_of, numbers",
    [
        ("/data/zones.json", "zones", ["area_ha", "figures", "cautions"]),
        ("/data/figures.json", "figures", ["value", "value_low", "value_high"]),
        ("/zones/liyang-high-tech-zone.json", "figures", ["value", "value_low", "value_high"]),
        ("/indicators/area.json", "zones", ["figure.value", "figure.value_low", "figure.value_high"]),
        ("/indicators/area/figures.json", "figures", ["value", "value_low", "value_high"]),
    ],
)
def test_a_number_in_json_is_a_number_in_every_row(path, list_of, numbers):
    rows = pandas.json_normalize(json.loads(body(path))[list_of])
    assert len(rows) > 0
    for column in numbers:
        found = rows[column].dropna()
        assert len(found) > 0, column
        assert found.map(lambda value: isinstance(value, (int, float))).all(), column


def test_json_read_as_a_file():
    zones = json.loads(body("/data/zones.json"))["zones"]
    zones = pandas.read_json(io.StringIO(json.dumps(zones)))
    assert zones["area_ha"].dtype == float
    # One unit: the areas of the official list, the smallest and the largest zone.
    assert zones["area_ha"].between(0.01, 1_000_000).sum() == zones["area_ha"].notna().sum()
