"""LibreOffice opens the exported tables and recognises numbers, dates and Chinese texts."""

import os
import subprocess
import xml.etree.ElementTree as xml

import pytest

SOFFICE = os.environ["SOFFICE"]
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

# The options that the import dialog of LibreOffice suggests for a file with a byte order mark: comma, quote,
# UTF-8 (76), from line 1. Without the dialog it ignores the mark and uses the system encoding.
READ_AS = "44,34,76,1"

pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed and cannot be")


def cells(row):
    """Returns the cells of a row as pairs of type and content."""
    found = []
    for cell in row.iter(TABLE + "table-cell"):
        kind = cell.get(OFFICE + "value-type", "")
        content = cell.get(OFFICE + "value") or cell.get(OFFICE + "date-value")
        content = content or "".join(cell.itertext()).strip()
        if cell.get(TABLE + "formula"):
            kind = "formula"
        found.extend([(kind, content)] * int(cell.get(TABLE + "number-columns-repeated", "1")))
    return found


@pytest.fixture
def table(download, tmp_path):
    """Returns the rows of a table as LibreOffice stores them, each as a dict of column name to cell."""

    def read(path):
        file = download(path, "table.csv")
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [SOFFICE, profile, "--headless", f"--infilter=CSV:{READ_AS}"]
        command += ["--convert-to", "fods", "--outdir", tmp_path]
        subprocess.run([*command, file], check=True, timeout=120)
        rows = list(xml.parse(tmp_path / "table.fods").iter(TABLE + "table-row"))
        names = [content for _, content in cells(rows[0])]
        return [dict(zip(names, cells(row))) for row in rows[1:]]

    return read


def kinds(rows, column):
    return {row[column][0] for row in rows if row.get(column, ("", ""))[1]}


def test_the_table_of_figures(table):
    rows = table("/data/figures.csv")
    assert kinds(rows, "value") == {"float"}
    assert kinds(rows, "period_start") == {"date"}
    assert kinds(rows, "name_zh") == {"string"}
    assert any("开发区" in row["name_zh"][1] for row in rows)
    assert not any(kind == "formula" for row in rows for kind, _ in row.values())


def test_the_table_of_zones(table):
    rows = table("/data/zones.csv")
    assert len([row for row in rows if row["slug"][1]]) == 2575
    assert kinds(rows, "area_ha") == {"float"}
    assert any("开发区" in row["name_zh"][1] for row in rows)


def test_a_ranking(table):
    rows = table("/indicators/gdp.csv")
    assert kinds(rows, "value") == {"float"}
    assert rows[0]["indicator_name_zh"][1] == "地区生产总值"
