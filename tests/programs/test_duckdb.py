"""DuckDB reads the exported tables, with the column types of /data/columns."""

import duckdb
import pytest


@pytest.fixture
def table(download):
    return lambda path: duckdb.read_csv(str(download(path, "table.csv")), sample_size=-1)


def types(relation):
    return dict(zip(relation.columns, map(str, relation.types)))


def test_the_table_of_figures(table):
    figures = table("/data/figures.csv")
    found = types(figures)
    assert found["value"] == "DOUBLE"
    assert found["is_derived"] == "BOOLEAN"
    assert found["period_start"] == "DATE"
    assert found["subject_members"] == "BIGINT"
    known = figures.filter("indicator = 'gdp' AND value IS NOT NULL AND unit = 'CNY'")
    assert known.aggregate("min(value)").fetchall()[0][0] > 1_000_000
    assert figures.filter("name_zh LIKE '%开发区%'").aggregate("count(*)").fetchall()[0][0] > 0


def test_the_table_of_zones(table):
    zones = table("/data/zones.csv")
    assert types(zones)["area_ha"] == "DOUBLE"
    assert zones.aggregate("count(*)").fetchall()[0][0] == 2575


def test_a_table_without_rows(table):
    assert "area_ha" in table("/data/zones.csv?q=no+such+zone+anywhere").columns
