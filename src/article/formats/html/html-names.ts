/** Elements whose content no reader sees, or that is no text. */
export const NEVER_SHOWN: ReadonlySet<string> = new Set([
  "annotation",
  "area",
  "audio",
  "canvas",
  "datalist",
  "del",
  "embed",
  "iframe",
  "img",
  "input",
  "link",
  "map",
  "meta",
  "meter",
  "noframes",
  "noscript",
  "object",
  "progress",
  "rp",
  "rt",
  "s",
  "script",
  "select",
  "strike",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "video",
]);

const UNSEEN_STYLE = /(?:^|[;\s])display\s{0,9}:\s{0,9}none/iu;
/** For screen readers only, or marks of notes within a sentence. */
const UNSEEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screen-reader-only|skip-?(?:link|to-content|nav)|mw-editsection|mw-jump-link|mw-cite-backlink|noprint|headerlink|header-anchor|hash-link|anchor-link|footnote-ref|footnote-backref)(?:\s|$)/iu;
const NOTE_ROLE = /^(?:doc-noteref|doc-backlink)$/u;

/** Tells whether an element is hidden by its own attributes. */
export function isUnseen(name: string, given: Readonly<Record<string, string>>): boolean {
  const { hidden, style, role } = given;
  if (hidden !== undefined && hidden !== "until-found") return true;
  if (given["aria-hidden"] === "true") return true;
  if (style !== undefined && UNSEEN_STYLE.test(style.slice(0, 2000))) return true;
  if (name === "dialog" && given["open"] === undefined) return true;
  if (given["data-footnote-ref"] !== undefined || (role !== undefined && NOTE_ROLE.test(role))) return true;
  const names = given["class"]?.slice(0, 1000) ?? "";
  if (name === "sup" && /(?:^|\s)reference(?:\s|$)/u.test(names)) return true;
  if (/(?:^|\s)(?:noteref|backlink)(?:\s|$)/u.test(given["epub:type"] ?? "")) return true;
  return names !== "" && UNSEEN_CLASS.test(names);
}

/** Elements that begin and end on a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "details",
  "dialog",
  "dir",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hgroup",
  "hr",
  "html",
  "legend",
  "li",
  "main",
  "menu",
  "nav",
  "ol",
  "option",
  "p",
  "pre",
  "search",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);

/** The level of `h1` to `h6`; nothing for other names. */
export function headingDepth(name: string): number | undefined {
  return /^h[1-6]$/u.test(name) ? Number(name.slice(1)) : undefined;
}
