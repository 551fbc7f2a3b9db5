-- A city has an address.

-- The table holds nothing yet when this runs: import fills a new file. `zone` refers to it by its name and goes on to do so.
DROP TABLE city;

CREATE TABLE city (
    adcode TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    province TEXT NOT NULL REFERENCES province (slug),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    latitude REAL,
    longitude REAL
) STRICT;
