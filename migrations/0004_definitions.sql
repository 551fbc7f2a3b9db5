-- What each indicator measures, as the field uses the word.
ALTER TABLE indicator ADD COLUMN definition_en TEXT NOT NULL DEFAULT '';
ALTER TABLE indicator ADD COLUMN definition_zh TEXT NOT NULL DEFAULT '';
