/** Elements of HTML that stand within a sentence. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr output q rp rt " +
    "ruby s samp small span strike strong sub sup time tt u var wbr"
  ).split(" "),
);
const BLOCKS = new Set(
  (
    "address article aside base blockquote body button caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link " +
    "main menu meta nav noscript ol optgroup option p param picture pre search section select source summary svg table " +
    "tbody td template textarea tfoot th thead title tr track ul audio video script style canvas object embed map area"
  ).split(" "),
);
/** What kind of element a name stands for; all that HTML does not know is a component, as `Card` and `my-card`. */
export function elementKind(name: string): "inline" | "block" | "break" | "component" {
  const lower = name.toLowerCase();
  if (lower === "br") return "break";
  // Components may have the names of elements: `Link`, `Table`.
  if (/^[A-Z][\w.]*[a-z]/u.test(name)) return "component";
  if (INLINE.has(lower)) return "inline";
  return BLOCKS.has(lower) ? "block" : "component";
}
