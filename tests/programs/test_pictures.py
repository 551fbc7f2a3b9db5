"""The exported SVG charts look the same in other programs as in the PNG files of the site."""

import json
import os
import subprocess
import urllib.request

import cairosvg
import pytest
from PIL import Image

SITE = os.environ["SITE"]
PROGRAMS = {
    "rsvg-convert": os.environ["RSVG"],
    "inkscape": os.environ["INKSCAPE"],
    # SOFFICE_SVG is empty if the part of LibreOffice that reads SVG is not installed.
    "libreoffice": os.environ["SOFFICE_SVG"] and os.environ["SOFFICE"],
    "cairosvg": "cairosvg",
}
# Charts with targets, open ends, line labels, gaps, conflicts, parts, bars, a log axis, small multiples, and rows of
# dots. None contains Chinese characters, because CairoSVG searches for characters in one font only.
CHARTS = [
    "/zones/liuyang-etdz/output",
    "/zones/beijing-economic-technological-development-area/gdp",
    "/zones/binhai-new-area/gdp",
    "/zones/liyang-high-tech-zone/output",
    "/zones/suzhou-high-tech-zone/output?form=bars",
    "/zones/pudong-new-area/gdp?scale=log",
    "/groups/national-etdzs/gdp?panels=each",
    "/compare/gdp?zones=suzhou-industrial-park,suzhou-high-tech-zone,wuxi-high-tech-zone&indicator=gdp",
    "/indicators/fiscal-revenue",
]

# The width in pixels to which pictures are scaled, and the width of the blocks whose mean colours are compared. The
# blocks are so large that text in another font has nearly the same mean colour.
WIDTH, BLOCK = 728, 26


def fetch(chart, form, to):
    """Downloads a chart to a file. `form` is the file extension."""
    path, _, query = chart.partition("?")
    urllib.request.urlretrieve(f"{SITE}{path}.{form}" + (query and f"?{query}"), to)
    return to


def draw(program, svg, png, size):
    """Converts an SVG file with a program to a PNG of the given width and height."""
    path = PROGRAMS[program]
    if program == "cairosvg":
        cairosvg.svg2png(url=str(svg), write_to=str(png), output_width=size[0])
        return
    if program == "rsvg-convert":
        command = [path, "-w", str(size[0]), svg, "-o", png]
    elif program == "inkscape":
        command = [path, svg, "--export-type=png", f"--export-filename={png}", "-w", str(size[0])]
    else:
        profile = f"-env:UserInstallation=file://{png.parent}/profile"
        pixels = {f"Pixel{side}": {"type": "long", "value": str(n)} for side, n in zip(("Width", "Height"), size)}
        form = f"png:draw_png_Export:{json.dumps(pixels)}"
        command = [path, profile, "--headless", "--convert-to", form, "--outdir", png.parent, svg]
    subprocess.run(command, check=True, timeout=120, capture_output=True)


def blocks(file):
    """Returns the mean colours of the blocks of a picture, row by row."""
    picture = Image.open(file).convert("RGB")
    height = round(picture.height * WIDTH / picture.width / BLOCK)
    return list(picture.resize((WIDTH // BLOCK, height), Image.Resampling.BOX).get_flattened_data())


def colours(file):
    """Returns the share of each line colour and of nearly black in a picture, in thousandths."""
    picture = Image.open(file).convert("RGB").resize((WIDTH, WIDTH), Image.Resampling.NEAREST)
    of = {"#0b5563": (11, 85, 99), "#2f5fc4": (47, 95, 196), "#567611": (86, 118, 17), "black": (0, 0, 0)}
    pixels = list(picture.get_flattened_data())

    def share(colour):
        near = [p for p in pixels if max(abs(a - b) for a, b in zip(p, colour)) < 24]
        return 1000 * len(near) / len(pixels)

    return {name: share(colour) for name, colour in of.items()}


@pytest.fixture(scope="module", params=CHARTS)
def chart(request, tmp_path_factory):
    """Returns the SVG file of a chart and the PNG file that the site makes of it."""
    folder = tmp_path_factory.mktemp("chart")
    return fetch(request.param, "svg", folder / "chart.svg"), fetch(request.param, "png", folder / "site.png")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_draws_a_chart_as_the_site_does(chart, program, tmp_path):
    if not PROGRAMS[program]:
        pytest.skip(f"{program} is not installed and cannot be")
    svg, ours = chart
    theirs = tmp_path / "chart.png"
    draw(program, svg, theirs, Image.open(ours).size)
    mine, other = blocks(ours), blocks(theirs)
    assert abs(len(mine) - len(other)) <= WIDTH // BLOCK, "the pictures have one shape"
    differences = [max(abs(a - b) for a, b in zip(one, two)) for one, two in zip(mine, other)]
    differences.sort()
    assert differences[len(differences) // 2] < 6, "half of the blocks are nearly equal"
    assert differences[-1] < 110, "no block is dark in one picture and light in the other"
    wanted, found = colours(ours), colours(theirs)
    for name, share in wanted.items():
        assert found[name] == pytest.approx(share, rel=0.5, abs=1.2), name
