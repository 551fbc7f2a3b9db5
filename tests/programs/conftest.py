"""What all checks share."""

import os
import urllib.request

import pytest

SITE = os.environ["SITE"]


@pytest.fixture
def download(tmp_path):
    """Returns a function that downloads a path of the site to a file with this name."""

    def read(path, name):
        file = tmp_path / name
        urllib.request.urlretrieve(SITE + path, file)
        return file

    return read
