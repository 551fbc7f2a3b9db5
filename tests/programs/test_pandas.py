"""pandas reads the exported tables."""

import os

import pandas

SITE = os.environ["SITE"]


def table(path):
    return pandas.read_csv(SITE + path)


def test_the_table_of_zones():
    zones = table("/data/zones.csv")
    assert len(zones) == 2543 + 19
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
