//! How often a text is taken for a source that it is not, and how often a source is not recognised, on the shipped dataset.

use domain::document::{DocumentText, KnownSource, Recognition, recognise};
use domain::id::SourceId;
use domain::receipt::{AsStated, SourcePlace};
use server::check::temporary;
use server::dataset::{Dataset, Files};

/// A source with its phrases.
struct Cited {
    id: SourceId,
    title: String,
    phrases: Vec<AsStated>,
}

async fn sources() -> Vec<Cited> {
    let dataset = Dataset::read(&Files::embedded()).unwrap();
    let atlas = temporary(dataset).await.unwrap();
    let phrases = atlas.store.taken_phrases().await.unwrap();
    let lines = atlas.store.sources().await.unwrap();
    let cited = lines.into_iter().map(|line| {
        let of = phrases
            .iter()
            .filter(|phrase| phrase.source == line.source.id);
        Cited {
            phrases: of.map(|phrase| phrase.as_stated.clone()).collect(),
            id: line.source.id,
            title: line.source.title,
        }
    });
    cited.filter(|source| !source.phrases.is_empty()).collect()
}

fn known(sources: &[Cited]) -> Vec<KnownSource<'_>> {
    let known = sources.iter().map(|source| KnownSource {
        source: &source.id,
        title: &source.title,
        sha256: None,
        phrases: source
            .phrases
            .iter()
            .map(|phrase| (SourcePlace::Page, phrase))
            .collect(),
    });
    known.collect()
}

fn recognised<'a>(text: &str, known: &[KnownSource<'a>]) -> Option<&'a SourceId> {
    match recognise(&DocumentText::from_nfc(text), known) {
        Recognition::Hash(id) => Some(id),
        Recognition::Evidence(candidate) => Some(candidate.source),
        Recognition::NotSure(_) => None,
    }
}

/// Returns a text of the genre around some phrases.
fn article(title: &str, phrases: &[AsStated]) -> String {
    let sentences = phrases.iter().map(|phrase| {
        format!("In the year under review the zone reported {phrase}; more is to come.")
    });
    format!("{title}\n\n{}\n", sentences.collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn each_source_is_recognised_by_its_own_text_or_asked_for() {
    let sources = sources().await;
    let known = known(&sources);
    let (mut refused, mut wrong) = (0, Vec::new());
    for source in &sources {
        match recognised(&article(&source.title, &source.phrases), &known) {
            None => refused += 1,
            Some(id) if *id == source.id => {}
            Some(id) => wrong.push((source.id.to_string(), id.to_string())),
        }
    }
    assert_eq!(wrong, []);
    let all = sources.len();
    // Sources with one round amount, or with the same phrases as another page.
    assert!(
        refused * 100 <= all * MOST_REFUSED_PERCENT,
        "{refused} of {all}"
    );
}

/// The largest part of the sources that may need `--source`, in per cent.
const MOST_REFUSED_PERCENT: usize = 10;

#[tokio::test]
async fn the_phrases_of_a_source_inside_another_text_do_not_make_it_that_source() {
    let sources = sources().await;
    let known = known(&sources);
    let mut wrong = Vec::new();
    for (host, guest) in sources.iter().zip(sources.iter().cycle().skip(1)) {
        // The text of one source that cites all phrases of another.
        let own = article(&host.title, &host.phrases);
        let cited = article("Elsewhere we read:", &guest.phrases);
        let text = format!("{own}\n{cited}");
        match recognised(&text, &known) {
            Some(id) if *id != host.id => wrong.push((host.id.to_string(), id.to_string())),
            _ => {}
        }
    }
    // A source with one phrase, whose title many sources have: all evidence is that of the source that it quotes.
    assert_eq!(
        wrong,
        [(
            "gzns-gov-cn-2021-11-23".to_owned(),
            "gz-gov-cn-2021-03-16".to_owned()
        )]
    );
}

/// A generator of pseudo-random numbers: the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let place = self.below(of.len() as u64);
        &of[usize::try_from(place).unwrap()]
    }

    /// Returns an amount as articles print it: mostly round, sometimes with decimals.
    fn amount(&mut self) -> String {
        let round = [
            "1", "2", "5", "10", "20", "50", "60", "100", "150", "200", "300", "400", "500", "800",
        ];
        match self.below(10) {
            0..5 => (*self.one(&round)).to_owned(),
            5..8 => format!("{}.{}", self.below(400), self.below(10)),
            _ => format!("{}.{:02}", self.below(4000), self.below(100)),
        }
    }
}

const ENGLISH: [&str; 10] = [
    "The output of the zone passed {} billion yuan last year.",
    "Its GDP reached {} billion yuan, the authorities said.",
    "Fiscal revenue rose to {} billion yuan in the first half.",
    "By 2030 the city wants an economy of {} trillion yuan.",
    "More than {} companies have moved in since the opening.",
    "Foreign capital of {} million US dollars was used.",
    "The new town covers {} square kilometers along the river.",
    "Exports fell to US${} billion, after a record year.",
    "The park expects sales of {} billion RMB from robots.",
    "Investment in fixed assets came to {} billion yuan.",
];

const CHINESE: [&str; 10] = [
    "去年，全区实现地区生产总值{}亿元。",
    "规模以上工业总产值达到{}亿元，同比增长。",
    "一般公共预算收入{}亿元，创历史新高。",
    "固定资产投资完成{}亿元。",
    "进出口总额{}亿美元，其中出口过半。",
    "到2030年，力争产值突破{}亿元。",
    "实际利用外资{}亿美元。",
    "园区已入驻企业{}家，吸纳就业十万人。",
    "技工贸总收入实现{}亿元。",
    "税收收入{}亿元，居全市第一。",
];

#[tokio::test]
async fn texts_that_are_no_source_are_not_taken_for_one() {
    let sources = sources().await;
    let known = known(&sources);
    let mut numbers = Numbers(2026);
    let mut wrong = Vec::new();
    for n in 0..200 {
        let templates = if n % 2 == 0 { &ENGLISH } else { &CHINESE };
        let mut text = "Notes on a zone\n\n".to_owned();
        for _ in 0..8 + numbers.below(20) {
            let amount = numbers.amount();
            text.push_str(&numbers.one(templates).replace("{}", &amount));
            text.push(' ');
        }
        // Every fourth text repeats a phrase that a real source has.
        if n % 4 == 0 {
            let phrases = &numbers.one(&sources).phrases;
            text.push_str(numbers.one(phrases).as_str());
        }
        if let Some(id) = recognised(&text, &known) {
            wrong.push((n, id.to_string()));
        }
    }
    assert_eq!(wrong, []);
}
