//! Described zones and groups: their facts and figures.

use super::document::Document;
use super::entries::{FactEntry, FigureEntry, fact, figure_of_group, figure_of_zone};
use super::problem::Problems;
use domain::fact::Fact;
use domain::figure::Figure;
use domain::group::Group;
use domain::id::{CatalogueCode, FigureId, GroupId, ZoneSlug};
use domain::text::Bilingual;
use serde::Deserialize;

/// A zone file, parsed; the numbers beside facts and figures are their lines.
#[derive(Debug)]
pub struct ZoneFile {
    /// The file.
    pub file: String,
    /// The zone it describes.
    pub slug: ZoneSlug,
    /// Its code in the catalogue; a new area has none.
    pub code: Option<CatalogueCode>,
    /// What it is called today, where the lists call it otherwise.
    pub name: Option<Bilingual>,
    /// What else it is or was called.
    pub other_names: Vec<Bilingual>,
    /// Our sentences on what it is, where it is described and not only counted.
    pub lead: Option<Bilingual>,
    /// What is known and is not a number.
    pub facts: Vec<(usize, Fact)>,
    /// What is stated in numbers.
    pub figures: Vec<(usize, Figure)>,
}

/// A group file, parsed; the numbers beside figures are their lines.
#[derive(Debug)]
pub struct GroupFile {
    /// The file.
    pub file: String,
    /// The group.
    pub group: Group,
    /// What is stated in numbers.
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
    /// Parses a zone file; what is wrong is reported and left out.
    pub fn read(file: &str, text: &str, problems: &mut Problems) -> Option<Self> {
        let mut document = Document::read(file, text, problems)?;
        let facts: Vec<(usize, FactEntry)> = document.entries("fact", problems);
        let figures: Vec<(usize, FigureEntry)> = document.entries("figure", problems);
        let head: ZoneHead = document.rest(problems)?;
        Some(Self {
            file: file.to_owned(),
            slug: head.slug,
            code: head.code,
            name: head.name,
            other_names: head.other_names,
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
    /// Parses a group file; what is wrong is reported and left out.
    pub fn read(file: &str, text: &str, problems: &mut Problems) -> Option<Self> {
        let mut document = Document::read(file, text, problems)?;
        let figures: Vec<(usize, FigureEntry)> = document.entries("figure", problems);
        let GroupHead {
            id,
            name,
            text,
            national,
        } = document.rest(problems)?;
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

/// A file with figures, whatever they are of.
pub trait Figures {
    /// The file.
    fn file(&self) -> &str;
    /// Its figures with their lines.
    fn figures(&self) -> &[(usize, Figure)];
    /// Its figures, to correct them.
    fn figures_mut(&mut self) -> &mut [(usize, Figure)];

    /// The figure of this name.
    fn figure_mut(&mut self, id: &FigureId) -> Option<&mut Figure> {
        self.figures_mut()
            .iter_mut()
            .map(|(_, figure)| figure)
            .find(|figure| &figure.id == id)
    }
}

macro_rules! figures {
    ($file:ty) => {
        impl Figures for $file {
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
