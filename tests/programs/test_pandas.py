"""pandas reads the tables that the site exports."""

import os

import pandas

SITE = os.environ["SITE"]


def table(path):
    return pandas.read_csv(SITE + path)


def test_the_table_of_zones():
    zones = table("/data/zones.csv")
    assert len(zones) == 2543 + 19
    assert zones["address"].is_unique
    assert zones["area"].dropna().map(float).gt(0).all()


def test_the_table_of_figures():
    figures = table("/data/figures.csv")
    assert figures["id"].is_unique
    stated = figures[figures["rule"].isna()]
    assert stated["as_stated"].notna().all()
    assert figures["low"].map(float).notna().any()


def test_a_chart_as_a_table():
    points = table("/zones/liyang-high-tech-zone/output.csv")
    assert points["year"].between(1980, 2030).all()
