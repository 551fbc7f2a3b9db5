-- The whole atlas in one file. Small sum types (a subject, a scope, a measure, what a fact is about) are JSON; everything
-- else has a column. Dates, periods and quantities are text in the form that the data files use.

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE province (
    slug TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    code TEXT NOT NULL UNIQUE,
    letters TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    short_zh TEXT NOT NULL,
    tile_row INTEGER NOT NULL,
    tile_column INTEGER NOT NULL
) STRICT;

CREATE TABLE city (
    adcode TEXT NOT NULL PRIMARY KEY,
    province TEXT NOT NULL REFERENCES province (slug),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    latitude REAL,
    longitude REAL
) STRICT;

CREATE TABLE industry_group (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    scope TEXT NOT NULL
) STRICT;

CREATE TABLE zone (
    slug TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    level TEXT NOT NULL,
    kind TEXT NOT NULL,
    province TEXT NOT NULL REFERENCES province (slug),
    city TEXT REFERENCES city (adcode),
    county_zh TEXT,
    confidence TEXT NOT NULL,
    approved TEXT NOT NULL,
    area TEXT,
    lead_en TEXT,
    lead_zh TEXT
) STRICT;

CREATE INDEX zone_by_city ON zone (city);
CREATE INDEX zone_by_province_and_kind ON zone (province, kind);

-- What the official catalogue says of a zone.
CREATE TABLE catalogue_entry (
    zone TEXT NOT NULL PRIMARY KEY REFERENCES zone (slug),
    code TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    approved TEXT NOT NULL,
    area TEXT NOT NULL
) STRICT;

-- What lists say of a national new area.
CREATE TABLE new_area_entry (
    zone TEXT NOT NULL PRIMARY KEY REFERENCES zone (slug),
    number INTEGER NOT NULL UNIQUE,
    approved TEXT NOT NULL,
    land TEXT,
    sea TEXT,
    seen TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT;

CREATE TABLE zone_name (
    zone TEXT NOT NULL REFERENCES zone (slug),
    position INTEGER NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    PRIMARY KEY (zone, position)
) STRICT;

CREATE TABLE leading_industry (
    zone TEXT NOT NULL REFERENCES zone (slug),
    position INTEGER NOT NULL,
    term_en TEXT NOT NULL,
    term_zh TEXT NOT NULL,
    industry_group TEXT NOT NULL REFERENCES industry_group (id),
    PRIMARY KEY (zone, position)
) STRICT;

CREATE TABLE indicator (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    family TEXT NOT NULL,
    growth TEXT NOT NULL,
    chart TEXT,
    pitfall_en TEXT NOT NULL,
    pitfall_zh TEXT NOT NULL
) STRICT;

CREATE TABLE source (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher_en TEXT,
    publisher_zh TEXT,
    class TEXT NOT NULL,
    date TEXT,
    address TEXT,
    sha256 TEXT,
    note_en TEXT,
    note_zh TEXT
) STRICT;

CREATE TABLE fact (
    id TEXT NOT NULL PRIMARY KEY,
    zone TEXT NOT NULL REFERENCES zone (slug),
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    about TEXT NOT NULL,
    text_en TEXT,
    text_zh TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    place TEXT NOT NULL,
    as_stated TEXT NOT NULL,
    reading_en TEXT,
    reading_zh TEXT,
    UNIQUE (zone, position)
) STRICT;

CREATE TABLE figure (
    id TEXT NOT NULL PRIMARY KEY,
    zone TEXT NOT NULL REFERENCES zone (slug),
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    indicator TEXT NOT NULL REFERENCES indicator (id),
    definition TEXT NOT NULL,
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    scope TEXT NOT NULL,
    value TEXT NOT NULL,
    hedge TEXT NOT NULL,
    also TEXT,
    status TEXT NOT NULL,
    level TEXT REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
    note_en TEXT,
    note_zh TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    place TEXT NOT NULL,
    as_stated TEXT NOT NULL,
    reading_en TEXT,
    reading_zh TEXT,
    UNIQUE (zone, position)
) STRICT;
