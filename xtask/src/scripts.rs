//! Minifies the scripts that wasm-bindgen and wasm-split write: removes comments and spaces, and shortens the names of
//! what the Wasm imports from them. Half of such a name is a hash, which does not compress.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

use crate::frontend::PARTS;

/// Minifies the scripts in a folder, and shortens the import names in the first part of the Wasm. Its script is
/// `{main}.js`.
pub fn shrink(folder: &Path, main: &str) -> Result<()> {
    let wasm = folder.join(format!("{main}_bg.wasm"));
    let script = folder.join(format!("{main}.js"));
    let content = fs::read(&wasm).context("the first part of the Wasm is missing")?;
    let mut names = ShortNames {
        module: format!("./{main}_bg.js"),
        names: HashMap::new(),
    };
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), &content)
        .map_err(|error| anyhow!("the first part of the Wasm cannot be read: {error}"))?;
    let text = fs::read_to_string(&script).context("the script of the Wasm is missing")?;
    let text = names.in_script(&minified(&text)?)?;
    fs::write(&wasm, module.finish()).context("the Wasm cannot be written")?;
    fs::write(&script, text).context("a script cannot be written")?;
    let parts = folder.join(format!("{PARTS}.js"));
    let text = fs::read_to_string(&parts).context("the script of the parts is missing")?;
    fs::write(&parts, minified(&text)?).context("a script cannot be written")
}

/// Returns a script without comments and unnecessary spaces. Every statement must end with a semicolon, except for
/// imports.
///
/// # Errors
/// If the script cannot be parsed.
pub fn minified(script: &str) -> Result<String> {
    // The minifier joins lines without adding semicolons, so each statement needs its own.
    let lines = script.lines().map(|line| {
        let is_open = line.starts_with("import ") && !line.ends_with(';');
        format!("{line}{}\n", if is_open { ";" } else { "" })
    });
    let script: String = lines.collect();
    let minified = minifier::js::minify(&script);
    let minified = minified.map_err(|error| anyhow!("a script cannot be minified: {error}"))?;
    Ok(minified.to_string())
}

/// Short names for the imports of a Wasm from one module, by original name.
struct ShortNames {
    module: String,
    names: HashMap<String, String>,
}

impl ShortNames {
    fn of(&mut self, name: &str) -> String {
        let number = self.names.len();
        let short = self.names.entry(name.to_owned());
        short.or_insert_with(|| format!("i{number}")).clone()
    }

    /// Returns the script with the short names. Each name is a key of the object that the script passes to the Wasm.
    fn in_script(&self, script: &str) -> Result<String> {
        let mut pieces = script.split(':');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        let mut renamed = 0;
        for piece in pieces {
            let is_name = |c: char| c.is_alphanumeric() || c == '_';
            let start = text.trim_end_matches(is_name).len();
            if let Some(short) = self.names.get(&text[start..]) {
                text.truncate(start);
                text.push_str(short);
                renamed += 1;
            }
            text.push(':');
            text.push_str(piece);
        }
        ensure!(
            renamed == self.names.len(),
            "the script has {renamed} of the {} names that the Wasm imports",
            self.names.len()
        );
        Ok(text)
    }
}

impl Reencode for ShortNames {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let name = if import.module == self.module {
                self.of(import.name)
            } else {
                import.name.to_owned()
            };
            imports.import(import.module, &name, self.entity_type(import.ty)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_stay_apart() {
        let script = "import * as a from \"./p.js\"\nimport * as b from \"./p.js\"\n/** A comment */\nexport { a, b };\n";
        let text = minified(script).unwrap();
        assert_eq!(
            text,
            "import*as a from\"./p.js\";import*as b from\"./p.js\";export{a,b};"
        );
    }

    #[test]
    fn names_of_imports_are_short_in_the_script() {
        let mut names = ShortNames {
            module: "./m_bg.js".to_owned(),
            names: HashMap::new(),
        };
        assert_eq!(names.of("__wbg_now_1a"), "i0");
        assert_eq!(names.of("__wbg_then_2b"), "i1");
        assert_eq!(names.of("__wbg_now_1a"), "i0");
        let script = "return{__wbg_now_1a:function(){},__wbg_then_2b:function(a){}};a?b:c";
        let text = names.in_script(script).unwrap();
        assert_eq!(text, "return{i0:function(){},i1:function(a){}};a?b:c");
        assert!(names.in_script("{}").is_err());
    }
}
