//! Charts as PNG, drawn from the SVG that can be downloaded, with fonts inside the program.

use crate::error::Error;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Source;
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

/// The font of all texts, in two weights; see `server/fonts/README.md`.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../fonts/noto-sans-sc-regular.otf"),
    include_bytes!("../fonts/noto-sans-sc-bold.otf"),
];
const FAMILY: &str = "Noto Sans CJK SC";

/// The maximum width and height of a picture, in pixels.
const MAX_SIDE: f32 = 8000.0;

/// Converts SVG to PNG.
pub struct Pictures {
    fonts: Arc<fontdb::Database>,
}

impl Pictures {
    /// Loads the fonts.
    pub fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        for font in FONTS {
            fonts.load_font_source(Source::Binary(Arc::new(font)));
        }
        fonts.set_sans_serif_family(FAMILY);
        Self {
            fonts: Arc::new(fonts),
        }
    }

    /// Draws an SVG as PNG, enlarged by `scale`. This takes up to 40 ms, so it must not run on a thread that handles
    /// connections.
    ///
    /// # Errors
    /// When the text is not a valid SVG, or the picture is larger than 8000 pixels in width or height.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, Error> {
        draw(svg, scale, Arc::clone(&self.fonts))
    }
}

impl Default for Pictures {
    fn default() -> Self {
        Self::new()
    }
}

fn draw(svg: &str, scale: f32, fonts: Arc<fontdb::Database>) -> Result<Vec<u8>, Error> {
    let failed = |what: String| Error::Picture(what);
    let options = Options {
        fontdb: fonts,
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| failed(error.to_string()))?;
    let size = tree.size();
    let (width, height) = (size.width() * scale, size.height() * scale);
    if width > MAX_SIDE || height > MAX_SIDE {
        return Err(failed(format!("{width} x {height} pixels are too many")));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "above zero and at most some thousand"
    )]
    let pixels = (width.ceil() as u32, height.ceil() as u32);
    let mut pixmap =
        Pixmap::new(pixels.0, pixels.1).ok_or_else(|| failed("no pixels at all".to_owned()))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    encode(&pixmap).map_err(|error| failed(error.to_string()))
}

/// Encodes a picture as PNG without alpha channel, because every picture has an opaque background. Speed is preferred
/// to file size.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let colors = pixmap.pixels().iter();
    let bytes: Vec<u8> = colors
        .flat_map(|color| [color.red(), color.green(), color.blue()])
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}
