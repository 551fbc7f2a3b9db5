-- The whole atlas in one file: what the data files state, and what import works out from it once, so that a page only
-- reads. Dates, periods and quantities are text in the form that the data files use. `position` is the order of the data.
--
-- Rows that rest on a figure go when the figure goes (with `PRAGMA foreign_keys = ON`).

-- "ZATL": tells our file from that of another program.
PRAGMA application_id = 1514230860;

-- Which dataset the file holds (`edition`, `date`, `digest`), by which rules it was written (`rules`), and its totals.
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE province (
    position INTEGER NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    letters TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    short_zh TEXT NOT NULL,
    tile_row INTEGER NOT NULL,
    tile_column INTEGER NOT NULL
) STRICT;

-- Prefecture-level units, in the order of their codes.
CREATE TABLE city (
    position INTEGER NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    adcode TEXT NOT NULL,
    province TEXT NOT NULL REFERENCES province (slug),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    latitude REAL,
    longitude REAL
) STRICT;

CREATE TABLE industry_group (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    scope TEXT NOT NULL
) STRICT;

-- What is measured. The last five columns count zones and figures; the first three of them without
-- the areas that lists give.
CREATE TABLE indicator (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    family TEXT NOT NULL,
    growth TEXT NOT NULL,
    chart TEXT,
    definition_en TEXT NOT NULL,
    definition_zh TEXT NOT NULL,
    pitfall_en TEXT NOT NULL,
    pitfall_zh TEXT NOT NULL,
    zones INTEGER NOT NULL,
    zones_with_history INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    -- How many zones are in the ranking; the areas of lists count here.
    ranked INTEGER NOT NULL,
    -- How many figures the tables of all figures have.
    published INTEGER NOT NULL
) STRICT;

-- How many zones have a figure of an indicator for a year.
CREATE TABLE indicator_year (
    indicator TEXT NOT NULL REFERENCES indicator (id),
    year INTEGER NOT NULL,
    zones INTEGER NOT NULL,
    PRIMARY KEY (indicator, year)
) STRICT, WITHOUT ROWID;

-- The last two columns count what was taken from the source, without the areas that lists give.
CREATE TABLE source (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    -- The Chinese form of a title of ours, where the source has no title.
    title_zh TEXT,
    publisher_en TEXT,
    publisher_zh TEXT,
    class TEXT NOT NULL,
    date TEXT,
    address TEXT,
    -- 1 if nobody vouches for the address: pages show it as text.
    unlinked INTEGER NOT NULL,
    sha256 TEXT,
    note_en TEXT,
    note_zh TEXT,
    figures INTEGER NOT NULL,
    facts INTEGER NOT NULL
) STRICT;

-- `position` is also the number of the zone in the filter index.
CREATE TABLE zone (
    position INTEGER NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    -- The code in the catalogue; national new areas have none.
    code TEXT UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    level TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- The level and kind today, if a source states a change since the catalogue, and the fact that states it.
    today_level TEXT,
    today_kind TEXT,
    today_fact TEXT REFERENCES fact (id) DEFERRABLE INITIALLY DEFERRED,
    province TEXT NOT NULL REFERENCES province (slug),
    city TEXT REFERENCES city (slug),
    county_en TEXT,
    county_zh TEXT,
    approved TEXT NOT NULL,
    -- The figure of the area that the list of the zone gives.
    area TEXT REFERENCES figure (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    -- What the catalogue calls it.
    catalogue_name_en TEXT,
    catalogue_name_zh TEXT,
    lead_en TEXT,
    lead_zh TEXT,
    -- How many stated figures it has without its listed area, how many facts, and how many cautions that question them.
    figures INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    cautions INTEGER NOT NULL
) STRICT;

-- A zone as every list of zones shows it, with its city, its area as the list gives it, and the groups of its leading
-- industries with spaces between them.
CREATE VIEW zone_summary AS
SELECT zone.slug, zone.code, zone.name_en, zone.name_zh, zone.level, zone.kind, zone.today_level,
    zone.today_kind, zone.today_fact, zone.province,
    city.slug AS city_slug, city.name_en AS city_en, city.name_zh AS city_zh, zone.approved, listed.value AS area,
    CAST((SELECT group_concat(industry_group, ' ')
          FROM (SELECT industry_group FROM leading_industry WHERE leading_industry.zone = zone.slug
                GROUP BY industry_group ORDER BY MIN(leading_industry.position))) AS TEXT) AS industries,
    zone.figures, zone.cautions
FROM zone
LEFT JOIN city ON city.slug = zone.city
LEFT JOIN figure AS listed ON listed.id = zone.area;

-- A zone as one row of the tables that can be downloaded: a record of CSV, and an object of JSON. Both lack the last column,
-- the digest of the dataset, which is the same in all rows.
CREATE TABLE zone_row (
    position INTEGER NOT NULL PRIMARY KEY,
    csv TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;

-- What lists say of a national new area beyond what every zone has.
CREATE TABLE new_area (
    zone TEXT NOT NULL PRIMARY KEY REFERENCES zone (slug) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    sea TEXT,
    seen TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What else a zone is or was called.
CREATE TABLE zone_name (
    zone TEXT NOT NULL REFERENCES zone (slug) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    PRIMARY KEY (zone, position)
) STRICT, WITHOUT ROWID;

-- The names by which an address may call a zone, in lower case: its slug, its code, and all its present and former names.
CREATE TABLE zone_address (
    name TEXT NOT NULL,
    zone TEXT NOT NULL REFERENCES zone (slug) ON DELETE CASCADE,
    PRIMARY KEY (name, zone)
) STRICT, WITHOUT ROWID;

CREATE TABLE leading_industry (
    zone TEXT NOT NULL REFERENCES zone (slug) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    term_en TEXT NOT NULL,
    term_zh TEXT NOT NULL,
    industry_group TEXT NOT NULL REFERENCES industry_group (id),
    PRIMARY KEY (zone, position)
) STRICT, WITHOUT ROWID;

-- The zones near a zone, the nearest first.
CREATE TABLE neighbour (
    zone TEXT NOT NULL REFERENCES zone (slug) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    neighbour TEXT NOT NULL REFERENCES zone (slug) ON DELETE CASCADE,
    PRIMARY KEY (zone, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE zone_group (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    text_zh TEXT NOT NULL,
    -- 1 where it is all national zones of a class.
    national INTEGER NOT NULL
) STRICT;

-- What is known of a zone and is not a number.
CREATE TABLE fact (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    zone TEXT NOT NULL REFERENCES zone (slug) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('event', 'relation', 'claim', 'feature')),
    -- Of an event: what happened, when, until when, and to what if not to the zone.
    event TEXT,
    date TEXT,
    until TEXT,
    of_en TEXT,
    of_zh TEXT,
    -- Of a relation: which, the name of the other side, and its page where that is a zone.
    relation TEXT,
    name_en TEXT,
    name_zh TEXT,
    related_zone TEXT REFERENCES zone (slug),
    text_en TEXT,
    text_zh TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    place TEXT NOT NULL,
    as_stated TEXT NOT NULL,
    reading_en TEXT,
    reading_zh TEXT,
    CHECK ((kind = 'event') = (event IS NOT NULL AND date IS NOT NULL)),
    CHECK ((kind = 'relation') = (relation IS NOT NULL AND name_en IS NOT NULL AND name_zh IS NOT NULL))
) STRICT;

-- Who made an event happen.
CREATE TABLE fact_actor (
    fact TEXT NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;

-- A fact, once for each actor.
CREATE VIEW fact_row AS
SELECT fact.position, fact.id, fact.zone, fact.topic, fact.kind, fact.event, fact.date, fact.until, fact.of_en, fact.of_zh,
    fact.relation, fact.name_en, fact.name_zh, fact.related_zone, fact.text_en, fact.text_zh, fact.source, fact.place,
    fact.as_stated, fact.reading_en, fact.reading_zh, actor.position AS actor_position, actor.name_en AS actor_en,
    actor.name_zh AS actor_zh
FROM fact LEFT JOIN fact_actor AS actor ON actor.fact = fact.id;

-- Figures of zones and groups, stated and derived. Of one owner the stated ones come first.
CREATE TABLE figure (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    -- On whose page it is: a zone's or a group's.
    zone TEXT REFERENCES zone (slug) ON DELETE CASCADE,
    zone_group TEXT REFERENCES zone_group (id) ON DELETE CASCADE,
    -- 1 where it is the area that a list gives of a zone.
    listed INTEGER NOT NULL,
    -- Whom it is about: zone, group, place, enterprise, facility. A group has its number of members where stated.
    subject_kind TEXT NOT NULL,
    subject_en TEXT,
    subject_zh TEXT,
    subject_members INTEGER,
    indicator TEXT NOT NULL REFERENCES indicator (id),
    -- What the name of the indicator leaves open, as words with spaces between them; empty where not stated.
    definition TEXT NOT NULL,
    -- level; change or yearly-growth (from a period; a change in prices); share (of a whole); density (of an area); rank
    -- (among others).
    measure_kind TEXT NOT NULL,
    measure_from TEXT,
    measure_prices TEXT,
    measure_area TEXT,
    measure_en TEXT,
    measure_zh TEXT,
    period TEXT NOT NULL,
    -- How much of the subject it covers: whole, predecessor, industry, key-area, enterprises, products.
    scope_kind TEXT NOT NULL,
    scope_en TEXT,
    scope_zh TEXT,
    -- reported, target, planned, preliminary or derived.
    status TEXT NOT NULL,
    -- Of a stated figure: the number as written, the higher end where two are stated, the hedge, the same amount in a second
    -- currency, and what we read in place of a slip.
    value TEXT,
    value_to TEXT,
    hedge TEXT,
    also TEXT,
    reads TEXT,
    reads_why_en TEXT,
    reads_why_zh TEXT,
    -- Of a derived figure: the rule, what it takes for granted, its two inputs in the order of the formula, and the interval
    -- (an end that is not known is NULL; `closed` ends belong to it).
    rule TEXT,
    assumption TEXT,
    first_input TEXT REFERENCES figure (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    second_input TEXT REFERENCES figure (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    low TEXT,
    low_closed INTEGER,
    high TEXT,
    high_closed INTEGER,
    unit TEXT,
    -- The level that a change is of, or the whole that a share is of.
    level TEXT REFERENCES figure (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    note_en TEXT,
    note_zh TEXT,
    doubt_en TEXT,
    doubt_zh TEXT,
    source TEXT REFERENCES source (id),
    place TEXT,
    as_stated TEXT,
    reading_en TEXT,
    reading_zh TEXT,
    -- Which of several figures for one thing is shown: the one of preference 1.
    competition INTEGER REFERENCES competition (id),
    preference INTEGER,
    CHECK ((zone IS NULL) <> (zone_group IS NULL)),
    CHECK ((status = 'derived') = (rule IS NOT NULL AND first_input IS NOT NULL AND second_input IS NOT NULL
        AND unit IS NOT NULL)),
    CHECK ((status <> 'derived') = (value IS NOT NULL AND hedge IS NOT NULL AND source IS NOT NULL AND place IS NOT NULL
        AND as_stated IS NOT NULL)),
    CHECK ((competition IS NULL) = (preference IS NULL))
) STRICT;

-- Several figures for one thing.
CREATE TABLE competition (
    id INTEGER NOT NULL PRIMARY KEY,
    zone TEXT REFERENCES zone (slug) ON DELETE CASCADE,
    zone_group TEXT REFERENCES zone_group (id) ON DELETE CASCADE,
    -- By which rule one is shown: stated, final, publisher, later or order.
    reason TEXT NOT NULL,
    -- 1 where at least two of them cannot both be true.
    disagree INTEGER NOT NULL
) STRICT;

-- The latest value of each zone and indicator, ranked: the greatest first. Zones of equal value share a place; a value that
-- cannot be compared with the others has none.
CREATE TABLE ranking (
    indicator TEXT NOT NULL REFERENCES indicator (id),
    position INTEGER NOT NULL,
    place INTEGER,
    zone TEXT NOT NULL REFERENCES zone (slug) ON DELETE CASCADE,
    figure TEXT NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
    -- The value before it in the same series, and the growth between them in per cent (an end that is not known is NULL).
    earlier TEXT REFERENCES figure (id) ON DELETE SET NULL,
    growth_low TEXT,
    growth_high TEXT,
    -- 1 where a caution questions the value.
    questioned INTEGER NOT NULL,
    PRIMARY KEY (indicator, position)
) STRICT, WITHOUT ROWID;

-- The checks that fired.
CREATE TABLE caution (
    position INTEGER NOT NULL PRIMARY KEY,
    zone TEXT REFERENCES zone (slug) ON DELETE CASCADE,
    zone_group TEXT REFERENCES zone_group (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    -- By which power of ten the print seems to have slipped, where that is the question.
    power INTEGER,
    -- The rule and the ids of what it fired on, by which a judgement names it.
    key TEXT NOT NULL,
    CHECK ((zone IS NULL) <> (zone_group IS NULL))
) STRICT;

-- The figures and facts that a caution compares, the questioned one first.
CREATE TABLE caution_member (
    caution INTEGER NOT NULL REFERENCES caution (position) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    figure TEXT REFERENCES figure (id) ON DELETE CASCADE,
    fact TEXT REFERENCES fact (id) ON DELETE CASCADE,
    PRIMARY KEY (caution, position),
    CHECK ((figure IS NULL) <> (fact IS NULL))
) STRICT, WITHOUT ROWID;

-- A caution, once for each thing that it compares.
CREATE VIEW caution_row AS
SELECT caution.position, caution.zone, caution.zone_group, caution.rule, caution.power, member.position AS member_position,
    member.figure, member.fact
FROM caution JOIN caution_member AS member ON member.caution = caution.position;

-- A caution about what is no longer there is gone too.
CREATE TRIGGER caution_without_member AFTER DELETE ON caution_member
BEGIN
    DELETE FROM caution WHERE position = OLD.caution;
END;

-- What a person decided about a caution.
CREATE TABLE judgement (
    caution TEXT NOT NULL PRIMARY KEY,
    verdict TEXT NOT NULL,
    why_en TEXT NOT NULL,
    why_zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Figures that were taken out: their addresses answer with the reason.
CREATE TABLE removed_figure (
    id TEXT NOT NULL PRIMARY KEY,
    reason_en TEXT NOT NULL,
    reason_zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

-- Yuan for a United States dollar, average of the year.
CREATE TABLE exchange_rate (
    year INTEGER NOT NULL PRIMARY KEY,
    yuan_per_dollar TEXT NOT NULL
) STRICT;

-- The filter index (`index`) and what only its search needs (`search`), as browsers get them: `packed` is `plain`
-- compressed by Brotli, and `hash` is the start of the SHA-256 of `plain`.
CREATE TABLE index_file (
    name TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL,
    plain BLOB NOT NULL,
    packed BLOB NOT NULL
) STRICT;

-- Indices: import makes them when all rows are written, since sorting once takes less time than keeping an order.

-- The zones of which more is known than the lists say.
CREATE INDEX zone_with_knowledge ON zone (slug) WHERE figures > 0 OR facts > 0;
CREATE INDEX fact_by_zone ON fact (zone);
CREATE INDEX fact_by_source ON fact (source);
CREATE INDEX figure_by_zone ON figure (zone);
CREATE INDEX figure_by_group ON figure (zone_group) WHERE zone_group IS NOT NULL;
CREATE INDEX figure_by_source ON figure (source) WHERE listed = 0;
CREATE INDEX figure_by_competition ON figure (competition, preference) WHERE competition IS NOT NULL;
CREATE INDEX caution_by_zone ON caution (zone) WHERE zone IS NOT NULL;
CREATE INDEX caution_by_group ON caution (zone_group) WHERE zone_group IS NOT NULL;
CREATE INDEX caution_member_by_figure ON caution_member (figure) WHERE figure IS NOT NULL;
