"""GDAL, which QGIS and most map programs use, reads the exported GeoJSON."""

import os
import urllib.request

import pyogrio
import pytest

SITE = os.environ["SITE"]


@pytest.fixture
def layer(tmp_path):
    """Returns what GDAL knows of a GeoJSON file."""

    def read(path):
        file = tmp_path / "zones.geojson"
        urllib.request.urlretrieve(SITE + path, file)
        return pyogrio.read_info(file, force_feature_count=True)

    return read


def test_the_fields_have_types(layer):
    zones = layer("/data/zones.geojson")
    assert zones["geometry_type"] == "Point"
    assert zones["features"] > 2500
    types = dict(zip(zones["fields"], zones["dtypes"]))
    assert types["area_ha"] == "float64", "one text among the areas makes all of them texts"
    assert types["figures"] == "int32"
    assert types["name_zh"] == "object"


def test_a_filter_without_a_zone_is_a_layer_without_a_feature(layer):
    assert layer("/data/zones.geojson?q=no+such+zone+anywhere")["features"] == 0
