//! Query strings: parsing, and the parameters that several pages share.

use domain::id::FigureId;

/// The maximum number of zones or figures that are read from a query string. No page offers as many.
const MAX_CHOSEN: usize = 50;

/// Parses a query string, without its question mark, into names and values.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    form_urlencoded::parse(query.as_bytes()).into_owned()
}

/// Returns the first value of a name; empty if there is none.
pub fn value(query: &str, wanted: &str) -> String {
    let mut pairs = pairs(query);
    let found = pairs.find(|(name, _)| name == wanted);
    found.map(|(_, value)| value).unwrap_or_default()
}

/// Returns the zones to compare, each once, in their order. Accepts `zones=a,b` and `zones=a&zones=b`, with spaces
/// and Chinese commas.
pub fn zones(query: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (_, value) in pairs(query).filter(|(name, _)| name == "zones") {
        let parts = value.split(|c: char| c == ',' || c == '，' || c.is_whitespace());
        for name in parts.filter(|name| !name.is_empty()) {
            if names.len() < MAX_CHOSEN && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// The maximum length of the list state in the parameter `from`, in bytes.
const MAX_STATE_BYTES: usize = 2000;

/// Returns the state of the list that the reader came from, without its picked zones and its page: `province=hunan`.
/// Empty if the query string contains none.
pub fn list_state(query: &str) -> String {
    let from = value(query, "from");
    if from.len() > MAX_STATE_BYTES {
        return String::new();
    }
    let kept = pairs(&from).filter(|(name, _)| name != "pick" && name != "page");
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .finish()
}

/// Returns the same state as a part of a query string: `from=province%3Dhunan`; empty if there is none.
pub fn list_state_param(query: &str) -> String {
    match list_state(query) {
        list if list.is_empty() => list,
        list => add_list_state(String::new(), &list),
    }
}

/// Adds the state of the list, as the parameter `from`, to a query string or to an address that has one.
pub fn add_list_state(address: String, list: &str) -> String {
    let mut address = form_urlencoded::Serializer::new(address);
    address.append_pair("from", list);
    address.finish()
}

/// Returns the figures that the reader prefers to competing figures: `pick=k7f2q&pick=h4m9t`. Invalid ids are
/// ignored.
pub fn chosen(query: &str) -> Vec<FigureId> {
    pairs(query)
        .filter(|(name, _)| name == "pick")
        .take(MAX_CHOSEN)
        .filter_map(|(_, id)| id.parse().ok())
        .collect()
}

/// Returns the part of a query string that chooses these figures.
pub fn preferred_figures_query<'a>(figures: impl IntoIterator<Item = &'a FigureId>) -> String {
    let pairs = figures.into_iter().map(|id| format!("pick={id}"));
    pairs.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decoded_once() {
        assert_eq!(value("a=1&q=100%2525+x&q=2", "q"), "100%25 x");
        assert_eq!(value("a=1", "q"), "");
    }

    #[test]
    fn zones_may_come_in_one_value_or_in_several() {
        let names = ["a", "b", "c"];
        for query in [
            "zones=a,b,c",
            "zones=a&zones=b&x=1&zones=c",
            "zones=a,+b,,%20c,a",
            "zones=a%20b\u{ff0c}c",
        ] {
            assert_eq!(zones(query), names, "{query}");
        }
        assert!(zones("zone=a").is_empty());
    }

    #[test]
    fn a_list_is_kept_without_its_picks() {
        let query = "zones=a&from=province%3Dhunan%26pick%3Da%26q%3D%26lt%253B&x=1";
        assert_eq!(list_state(query), "province=hunan&q=&lt%3B=");
        assert_eq!(
            list_state(&["zones=a&", &list_state_param(query)].concat()),
            list_state(query)
        );
        assert_eq!(list_state_param("zones=a&from=pick%3Da"), "");
        assert_eq!(list_state(&["from=q%3D", &"x".repeat(3000)].concat()), "");
    }

    #[test]
    fn what_is_no_id_is_no_choice() {
        let ids = chosen("pick=k7f2q&pick=&pick=%00&x=h4m9t&pick=h4m9t");
        assert_eq!(preferred_figures_query(&ids), "pick=k7f2q&pick=h4m9t");
    }
}
