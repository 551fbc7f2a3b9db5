//! The source of a row of a gathered table: one that the dataset contains, or a new one.

use super::gathered::GatheredRow;
use super::vocabulary::{Meaning, Publisher, Standing};
use domain::date::PartialDate;
use domain::id::SourceId;
use domain::source::{PublisherClass, Source, host};
use domain::text::Bilingual;

/// The longest id of a new source, without the number that tells equal ids apart.
const LONGEST_ID: usize = 50;

/// The sources of the dataset, and the new ones.
pub struct Sources {
    known: Vec<Source>,
    /// The number of sources that the dataset contains.
    old: usize,
}

impl Sources {
    /// Begins with the sources of the dataset.
    pub fn of(known: &[Source]) -> Self {
        Self {
            known: known.to_vec(),
            old: known.len(),
        }
    }

    /// Returns the new sources, in the order in which the rows named them.
    pub fn added(&self) -> &[Source] {
        &self.known[self.old..]
    }

    /// Returns the id of the source of a row. A new source is added. An address that is known with another title is a
    /// point for `unsure`.
    ///
    /// # Errors
    /// When the date of the page is no date.
    pub fn find(
        &mut self,
        row: &GatheredRow,
        page: &Page,
        unsure: &mut Vec<String>,
    ) -> Result<SourceId, String> {
        let date = (!row.date.is_empty())
            .then(|| row.date.parse::<PartialDate>())
            .transpose()
            .map_err(|error| format!("`page_date`: {error}"))?;
        let address = (!row.address.is_empty()).then(|| row.address.clone());
        let title = title(&row.title);
        let known = self.known.iter().find(|known| match &address {
            Some(_) => known.address == address,
            None => known.address.is_none() && known.title == title && known.date == date,
        });
        if let Some(known) = known {
            if known.title != title {
                unsure.push(format!("the title of this address is `{}`", known.title));
            }
            return Ok(known.id.clone());
        }
        let source = Source {
            id: self.new_id(row, page)?,
            title,
            title_zh: None,
            publisher: Some(page.publisher.clone()),
            class: page.class(),
            date,
            address,
            unlinked: !page.is_linked,
            sha256: None,
            note: None,
        };
        let id = source.id.clone();
        self.known.push(source);
        Ok(id)
    }

    /// Returns an id from the host of the page, or of a copy from the name of its publisher, and the date.
    fn new_id(&self, row: &GatheredRow, page: &Page) -> Result<SourceId, String> {
        let host = host(&row.address);
        let name = if host.is_empty() || page.is_copy {
            &page.publisher.en
        } else {
            host
        };
        let name = kebab(name.strip_prefix("www.").unwrap_or(name));
        let base = match row.date.as_str() {
            "" => shortened(&name, LONGEST_ID).to_owned(),
            date => format!("{}-{date}", shortened(&name, LONGEST_ID - 1 - date.len())),
        };
        let is_free = |id: &String| self.known.iter().all(|known| known.id.as_str() != id);
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let id = std::iter::once(base.clone()).chain(numbered).find(is_free);
        let id: Result<SourceId, _> = id.unwrap_or_default().parse();
        id.map_err(|error| format!("no id for the source: {error}"))
    }
}

/// The publisher of a page, and whether the page is a copy elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The name of the publisher.
    pub publisher: Bilingual,
    /// Its class.
    pub class: PublisherClass,
    /// True if the address has nothing to do with the publisher.
    pub is_copy: bool,
    /// True if somebody vouches for the address.
    pub is_linked: bool,
}

impl Page {
    fn class(&self) -> PublisherClass {
        if self.is_copy {
            PublisherClass::Copy
        } else {
            self.class
        }
    }

    /// Decides whose page a row is from. `None` if the page names no publisher and nobody vouches for its address.
    pub fn of(publisher: &Publisher, meanings: &[Meaning], is_linked: bool) -> Option<Self> {
        let original = meanings.iter().find_map(|meaning| match meaning {
            Meaning::CopyOf(name) => Some(name.clone()),
            _ => None,
        });
        let is_unrelated = meanings.contains(&Meaning::UnrelatedAddress);
        let name = match (publisher.standing, original) {
            (Standing::Unnamed, original) => original?,
            (Standing::Original | Standing::Copy, _) => publisher.name.clone(),
        };
        Some(Self {
            publisher: name,
            class: publisher.class,
            is_copy: is_unrelated || publisher.standing != Standing::Original,
            // A copy is never linked, whatever is said of its host.
            is_linked: is_linked || publisher.standing != Standing::Original || is_unrelated,
        })
    }
}

/// Returns the title as printed: words in Latin letters in brackets after a Chinese title are ours.
fn title(text: &str) -> String {
    let is_chinese = |text: &str| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    match text.rsplit_once(" (") {
        Some((printed, ours))
            if is_chinese(printed) && ours.ends_with(')') && !is_chinese(ours) =>
        {
            printed.to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Returns a text in lower-case ASCII letters and digits, with single hyphens between groups.
fn kebab(text: &str) -> String {
    let lower = text.to_lowercase();
    let groups = lower.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    let groups: Vec<&str> = groups.filter(|group| !group.is_empty()).collect();
    if groups.is_empty() {
        "page".to_owned()
    } else {
        groups.join("-")
    }
}

fn shortened(name: &str, most: usize) -> &str {
    if name.len() <= most {
        return name;
    }
    let cut = &name[..most];
    cut.rsplit_once('-').map_or(cut, |(before, _)| before)
}
