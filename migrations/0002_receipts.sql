-- Figures of groups of zones, ranges, corrections and doubts, and what the checks and the coverage page need.

CREATE TABLE zone_group (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    text_zh TEXT NOT NULL,
    national INTEGER NOT NULL
) STRICT;

-- A figure belongs to a zone or to a group. The table holds nothing yet when this runs: import fills a new file.
DROP TABLE figure;

CREATE TABLE figure (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    zone TEXT REFERENCES zone (slug),
    zone_group TEXT REFERENCES zone_group (id),
    subject TEXT NOT NULL,
    indicator TEXT NOT NULL REFERENCES indicator (id),
    definition TEXT NOT NULL,
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    scope TEXT NOT NULL,
    value TEXT NOT NULL,
    value_to TEXT,
    hedge TEXT NOT NULL,
    also TEXT,
    status TEXT NOT NULL,
    reads TEXT,
    reads_why_en TEXT,
    reads_why_zh TEXT,
    level TEXT REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
    note_en TEXT,
    note_zh TEXT,
    doubt_en TEXT,
    doubt_zh TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    place TEXT NOT NULL,
    as_stated TEXT NOT NULL,
    reading_en TEXT,
    reading_zh TEXT,
    CHECK ((zone IS NULL) <> (zone_group IS NULL))
) STRICT;

CREATE INDEX figure_by_zone ON figure (zone);

-- A figure that was taken out: its address answers with the reason.
CREATE TABLE removed_figure (
    id TEXT NOT NULL PRIMARY KEY,
    reason_en TEXT NOT NULL,
    reason_zh TEXT NOT NULL
) STRICT;

-- Yuan for a United States dollar, average of the year.
CREATE TABLE exchange_rate (
    year INTEGER NOT NULL PRIMARY KEY,
    yuan_per_dollar TEXT NOT NULL
) STRICT;

-- Statements that were seen and not taken in. `subject` is a zone, a group, or the name of something else.
CREATE TABLE left_out (
    position INTEGER NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    indicator TEXT NOT NULL REFERENCES indicator (id),
    period TEXT NOT NULL,
    reason TEXT NOT NULL,
    note_en TEXT,
    note_zh TEXT
) STRICT;

-- What a person said of a caution that fired.
CREATE TABLE judgement (
    caution TEXT NOT NULL PRIMARY KEY,
    verdict TEXT NOT NULL,
    why_en TEXT NOT NULL,
    why_zh TEXT NOT NULL
) STRICT;
