//! Parses the files of zones and groups, with their facts and figures.

use super::entries::{FactEntry, FigureEntry, fact, figure_of_group, figure_of_zone};
use super::problem::Problems;
use super::toml_file::TomlFile;
use domain::fact::Fact;
use domain::figure::Figure;
use domain::group::Group;
use domain::id::{CatalogueCode, FigureId, GroupId, ZoneSlug};
use domain::text::Bilingual;
use domain::zone::Today;
use serde::Deserialize;

/// A parsed zone file. The number beside each fact and figure is its line.
#[derive(Debug)]
pub struct ZoneFile {
    /// The name of the file, such as `zones/liuyang-etdz.toml`.
    pub file: String,
    /// The slug of the zone.
    pub slug: ZoneSlug,
    /// The catalogue code; `None` for a national new area.
    pub code: Option<CatalogueCode>,
    /// The present name, if the lists use another one.
    pub name: Option<Bilingual>,
    /// Other names, present and former.
    pub other_names: Vec<Bilingual>,
    /// The county-level unit that contains the zone, if a document states it.
    pub county: Option<Bilingual>,
    /// The level and type today, if they differ from the catalogue.
    pub today: Option<Today>,
    /// The introduction that we wrote, if there is one.
    pub lead: Option<Bilingual>,
    /// The facts: what is known and is not a number.
    pub facts: Vec<(usize, Fact)>,
    /// The stated figures.
    pub figures: Vec<(usize, Figure)>,
}

/// A parsed group file. The number beside each figure is its line.
#[derive(Debug)]
pub struct GroupFile {
    /// The name of the file, such as `groups/guangzhou-etdzs.toml`.
    pub file: String,
    /// The group of zones.
    pub group: Group,
    /// The stated figures.
    pub figures: Vec<(usize, Figure)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneHead {
    slug: ZoneSlug,
    code: Option<CatalogueCode>,
    name: Option<Bilingual>,
    #[serde(default)]
    other_names: Vec<Bilingual>,
    county: Option<Bilingual>,
    today: Option<Today>,
    lead: Option<Bilingual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupHead {
    id: GroupId,
    name: Bilingual,
    text: Bilingual,
    #[serde(default)]
    national: bool,
}

impl ZoneFile {
    /// Parses a zone file. Entries with a problem are reported and left out; `None` if the rest of the file has a
    /// problem.
    pub fn read(file: &str, text: &str, problems: &mut Problems) -> Option<Self> {
        let mut toml_file = TomlFile::read(file, text, problems)?;
        let facts: Vec<(usize, FactEntry)> = toml_file.entries("fact", problems);
        let figures: Vec<(usize, FigureEntry)> = toml_file.entries("figure", problems);
        let head: ZoneHead = toml_file.rest(problems)?;
        Some(Self {
            file: file.to_owned(),
            slug: head.slug,
            code: head.code,
            name: head.name,
            other_names: head.other_names,
            county: head.county,
            today: head.today,
            lead: head.lead,
            facts: facts
                .into_iter()
                .filter_map(|(line, entry)| Some((line, fact(file, line, entry, problems)?)))
                .collect(),
            figures: figures
                .into_iter()
                .map(|(line, entry)| (line, figure_of_zone(file, line, entry, problems)))
                .collect(),
        })
    }
}

impl GroupFile {
    /// Parses a group file. Entries with a problem are reported and left out; `None` if the rest of the file has a
    /// problem.
    pub fn read(file: &str, text: &str, problems: &mut Problems) -> Option<Self> {
        let mut toml_file = TomlFile::read(file, text, problems)?;
        let figures: Vec<(usize, FigureEntry)> = toml_file.entries("figure", problems);
        let GroupHead {
            id,
            name,
            text,
            national,
        } = toml_file.rest(problems)?;
        Some(Self {
            file: file.to_owned(),
            figures: figures
                .into_iter()
                .map(|(line, entry)| (line, figure_of_group(entry, &name)))
                .collect(),
            group: Group {
                id,
                name,
                text,
                national,
            },
        })
    }
}

/// A parsed file with figures, of a zone or of a group.
pub trait HasFigures {
    /// Returns the name of the file.
    fn file(&self) -> &str;
    /// Returns the figures, each with its line.
    fn figures(&self) -> &[(usize, Figure)];
    /// Returns the figures, so that corrections can be added.
    fn figures_mut(&mut self) -> &mut [(usize, Figure)];

    /// Returns the figure with this id; `None` if the file has none.
    fn figure_mut(&mut self, id: &FigureId) -> Option<&mut Figure> {
        self.figures_mut()
            .iter_mut()
            .map(|(_, figure)| figure)
            .find(|figure| &figure.id == id)
    }
}

macro_rules! figures {
    ($file:ty) => {
        impl HasFigures for $file {
            fn file(&self) -> &str {
                &self.file
            }

            fn figures(&self) -> &[(usize, Figure)] {
                &self.figures
            }

            fn figures_mut(&mut self) -> &mut [(usize, Figure)] {
                &mut self.figures
            }
        }
    };
}

figures!(ZoneFile);
figures!(GroupFile);
