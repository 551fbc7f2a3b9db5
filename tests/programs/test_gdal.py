"""GDAL, which QGIS and most map programs use, reads the exported GeoJSON."""

import pyogrio
import pytest


@pytest.fixture
def layer(download):
    """Returns what GDAL knows of a GeoJSON file."""
    return lambda path: pyogrio.read_info(download(path, "zones.geojson"), force_feature_count=True)


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
