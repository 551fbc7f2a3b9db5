//! A catalogue of any length: the real rows, then generated rows made of parts of the real ones.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;

use super::syllables::Syllables;

/// The seed is fixed, so that every run has the same rows and runs can be compared.
const SEED: u64 = 2543;

/// The number of attempts to find a free code for one row. After that, all codes count as used.
const PATIENCE: usize = 1000;

/// The endings of most zone names, in both languages. A longer ending is listed before a shorter one that it ends with.
const ENDINGS: [(&str, &str); 11] = [
    (
        "Economic and Technological Development Zone",
        "经济技术开发区",
    ),
    ("Economic Development Zone", "经济开发区"),
    (
        "High-tech Industrial Development Zone",
        "高新技术产业开发区",
    ),
    ("High-tech Industrial Park", "高新技术产业园区"),
    ("Comprehensive Bonded Zone", "综合保税区"),
    ("Export Processing Zone", "出口加工区"),
    ("Border Economic Cooperation Zone", "边境经济合作区"),
    ("Tourist Resort", "旅游度假区"),
    ("Industrial Cluster Zone", "产业集聚区"),
    ("Industrial Concentration Area", "工业集中区"),
    ("Industrial Park", "工业园区"),
];

/// Returns the number of rows of a catalogue, without the header.
pub fn count(catalogue: &str) -> usize {
    catalogue.lines().count().saturating_sub(1)
}

/// Appends generated rows to a catalogue until it has `zones` rows.
///
/// `provinces` are the Chinese names of the provinces: many zone names begin with one.
pub fn extend(catalogue: &str, provinces: &[&str], zones: usize) -> Result<String> {
    let real = count(catalogue);
    ensure!(
        zones >= real,
        "the catalogue has {real} zones already: ask for as many, or for more"
    );
    let table = Table::read(catalogue)?;
    let mut text = catalogue.trim_end().to_owned();
    let mut maker = Maker::new(&table, provinces);
    for _ in real..zones {
        text.push('\n');
        text.push_str(&maker.row()?.join("\t"));
    }
    text.push('\n');
    Ok(text)
}

/// The rows of the catalogue, and the positions of the columns that are changed.
struct Table<'a> {
    rows: Vec<Vec<&'a str>>,
    slug: usize,
    code: usize,
    name_en: usize,
    name_zh: usize,
    /// Columns that depend neither on the place nor on the kind of a zone.
    free: [usize; 3],
}

impl<'a> Table<'a> {
    fn read(text: &'a str) -> Result<Self> {
        let mut lines = text.lines().map(|line| line.split('\t').collect());
        let header: Vec<&str> = lines.next().context("the catalogue is empty")?;
        let rows: Vec<Vec<&str>> = lines.collect();
        ensure!(
            rows.iter().all(|row| row.len() == header.len()),
            "a row of the catalogue is not as long as its header"
        );
        let column = |name| {
            header
                .iter()
                .position(|column| *column == name)
                .with_context(|| format!("the catalogue has no column `{name}`"))
        };
        Ok(Self {
            slug: column("slug")?,
            code: column("code")?,
            name_en: column("name_en")?,
            name_zh: column("name_zh")?,
            free: [
                column("approved")?,
                column("area_ha")?,
                column("industries_zh")?,
            ],
            rows,
        })
    }
}

/// A real row whose name has a known ending.
struct Model<'a> {
    row: &'a [&'a str],
    /// The province at the beginning of the Chinese name, or an empty text.
    before: &'a str,
    ending: (&'static str, &'static str),
}

impl<'a> Model<'a> {
    /// Splits the names of a row. Also returns the place name in English and in Chinese; `None` if the ending is not
    /// known.
    fn of(
        table: &'a Table<'a>,
        row: &'a [&'a str],
        provinces: &[&str],
    ) -> Option<(Self, &'a str, &'a str)> {
        let (name_en, name_zh) = (row[table.name_en], row[table.name_zh]);
        let (en, zh, ending) = ENDINGS.iter().find_map(|ending| {
            let en = name_en.strip_suffix(ending.0)?.strip_suffix(' ')?;
            Some((en, name_zh.strip_suffix(ending.1)?, *ending))
        })?;
        // If a zone is named after its province only, the province is the place name.
        let place = provinces
            .iter()
            .find_map(|province| zh.strip_prefix(province))
            .filter(|place| !place.is_empty())
            .unwrap_or(zh);
        let before = &zh[..zh.len() - place.len()];
        let model = Self {
            row,
            before,
            ending,
        };
        Some((model, en, place))
    }
}

/// Generates rows.
struct Maker<'a> {
    table: &'a Table<'a>,
    models: Vec<Model<'a>>,
    syllables: Syllables,
    codes: Codes<'a>,
    slugs: HashSet<String>,
    random: Rng,
}

impl<'a> Maker<'a> {
    fn new(table: &'a Table<'a>, provinces: &[&str]) -> Self {
        let mut models = Vec::new();
        let mut syllables = Syllables::default();
        for row in &table.rows {
            if let Some((model, en, zh)) = Model::of(table, row, provinces) {
                syllables.learn(en, zh);
                models.push(model);
            }
        }
        Self {
            table,
            models,
            syllables,
            codes: Codes::after(table.rows.iter().map(|row| row[table.code])),
            slugs: table
                .rows
                .iter()
                .map(|row| row[table.slug].to_owned())
                .collect(),
            random: Rng::with_seed(SEED),
        }
    }

    fn row(&mut self) -> Result<Vec<Cow<'a, str>>> {
        let (model, code) = self.model()?;
        let mut row: Vec<Cow<'a, str>> = model.row.iter().copied().map(Cow::Borrowed).collect();
        let (before, ending) = (model.before, model.ending);
        for column in self.table.free {
            let other = self.random.usize(..self.table.rows.len());
            row[column] = self.table.rows[other][column].into();
        }
        let place = self
            .syllables
            .invent(&mut self.random)
            .context("no name of the catalogue could be taken apart into syllables")?;
        let name_en = format!("{} {}", place.en, ending.0);
        row[self.table.slug] = self.slug(&name_en).into();
        row[self.table.code] = code.into();
        row[self.table.name_en] = name_en.into();
        row[self.table.name_zh] = format!("{before}{}{}", place.zh, ending.1).into();
        Ok(row)
    }

    /// Returns a random real row and a new code like its own. Each combination of letter, province and kind has only a
    /// thousand codes, so those of the most frequent kinds of zones are used up first; after that the other kinds are
    /// chosen.
    fn model(&mut self) -> Result<(&Model<'a>, String)> {
        for _ in 0..PATIENCE {
            let model = self
                .random
                .choice(&self.models)
                .context("no name of the catalogue has one of the usual endings")?;
            if let Some(code) = self.codes.next(model.row[self.table.code]) {
                return Ok((model, code));
            }
        }
        bail!("there are not as many codes as zones were asked for: ask for fewer")
    }

    /// Returns the slug of a name, with a number appended if the slug is in use.
    fn slug(&mut self, name: &str) -> String {
        let plain = name.to_lowercase().replace('\'', "").replace('ü', "u");
        let plain = plain.replace(' ', "-");
        let mut slug = plain.clone();
        let mut number = 1;
        while !self.slugs.insert(slug.clone()) {
            number += 1;
            slug = format!("{plain}-{number}");
        }
        slug
    }
}

/// The free codes of each prefix.
struct Codes<'a> {
    used: HashSet<&'a str>,
    next: HashMap<&'a str, u16>,
}

impl<'a> Codes<'a> {
    fn after(used: impl Iterator<Item = &'a str>) -> Self {
        Self {
            used: used.collect(),
            next: HashMap::new(),
        }
    }

    /// Returns an unused code with the prefix of another code: a letter, two digits for the province, one for the kind.
    /// `None` if all codes of the prefix are used.
    fn next(&mut self, like: &'a str) -> Option<String> {
        let prefix = like.get(..4)?;
        let next = self.next.entry(prefix).or_insert(1);
        while *next < 1000 {
            let code = format!("{prefix}{next:03}");
            *next += 1;
            if !self.used.contains(code.as_str()) {
                return Some(code);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fs;

    use crate::workspace::Workspace;

    use super::{count, extend};

    fn catalogue() -> String {
        let root = Workspace::locate().unwrap().root().to_owned();
        fs::read_to_string(root.join("data/catalogue.tsv")).unwrap()
    }

    #[test]
    fn generated_rows_are_unique_and_well_formed() {
        let real = catalogue();
        let extended = extend(&real, &["江苏", "山东"], 40_000).unwrap();
        assert!(extended.starts_with(&real), "the real rows come first");
        assert_eq!(count(&extended), 40_000);
        let mut seen = HashSet::new();
        for row in extended.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells.len(), 13, "{row}");
            let (slug, code) = (cells[0], cells[1]);
            assert!(seen.insert(slug) && seen.insert(code), "{row}");
            assert!(slug.len() <= 120, "{row}");
            let simple = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(slug.chars().all(simple) && !slug.contains("--"), "{row}");
        }
        for row in extended.lines().skip(1 + count(&real)) {
            let code = row.split('\t').nth(1).unwrap();
            assert!(code.len() == 7 && code.starts_with(['G', 'S']), "{row}");
            assert!(code[1..].bytes().all(|b| b.is_ascii_digit()), "{row}");
        }
    }

    #[test]
    fn the_same_number_gives_the_same_rows() {
        let real = catalogue();
        let more = extend(&real, &["江苏"], 5_000).unwrap();
        assert_eq!(more, extend(&real, &["江苏"], 5_000).unwrap());
        // A longer catalogue begins with the shorter one.
        assert!(extend(&real, &["江苏"], 6_000).unwrap().starts_with(&more));
    }

    #[test]
    fn what_cannot_be_generated_is_said() {
        let columns = "slug\tcode\tname_en\tname_zh\tapproved\tarea_ha\tindustries_zh";
        let row = "a\tS327001\tLiyang Industrial Park\t江苏溧阳工业园区\t2006-01\t1\t化工";
        let one = format!("{columns}\n{row}\n");
        assert!(extend(&one, &["江苏"], 0).is_err(), "fewer than there are");
        assert!(extend(&one, &["江苏"], 999).is_ok());
        assert!(extend(&one, &["江苏"], 1000).is_err(), "no code is left");
        assert!(extend("slug\tcode\n", &[], 10).is_err(), "no names");
    }
}
