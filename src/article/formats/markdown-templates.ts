import type { Span } from "../../text/span.ts";
import { findWithin, horizon, inVain, type LookAhead } from "./look-ahead.ts";
import { isShownAttribute } from "./markdown-tags.ts";

/** What a site's generator fills in: `{{< figure caption="…" >}}`, `{% note %}`, `{{ page.title }}`, `{{#include x}}`. */
export interface Template {
  readonly kind: "template";
  readonly span: Span;
  readonly name: string;
  readonly closing: boolean;
  /** What a reader sees of it. */
  readonly texts: readonly Span[];
}

/** No template is longer, in code units. */
const LONGEST_TEMPLATE = 4000;

const PAIRS: readonly (readonly [opening: string, closing: string])[] = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
  ["{{", "}}"],
  ["{%", "%}"],
  ["{/*", "*/}"],
];
const ARGUMENT = /(?:(?<![\w-])(?<name>[\w-]+)[ \t]*[=:][ \t]*)?(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;
/** What stands before a brace of a formula. */
const IN_FORMULA = /(?:\\[A-Za-z]{0,20}|[_^$]|(?:^|[^}])\})$/u;
/** Templates whose first words in quotation marks are a title: `{{< tab "Linux" >}}`. */
const TITLED =
  /^(?:tab(?:item|-item)?|details|expand|collapse|note|tip|info|hint|warning|danger|important|caution|alert|admonition|notice|callout|card|step|button|accordion(?:-item)?)$/iu;

/**
 * Reads the template that begins at an offset.
 *
 * Braces of formulas are none (`\frac{{a}}{b}`); a value of the page (`{{ price }}`) is not known and shows nothing.
 */
export function readTemplate(source: string, at: number, look: LookAhead): Template | undefined {
  const [opening, closing] = PAIRS.find(([start]) => source.startsWith(start, at)) ?? [];
  if (opening === undefined || closing === undefined || IN_FORMULA.test(source.slice(Math.max(0, at - 24), at))) {
    return undefined;
  }
  const from = at + opening.length;
  const to = horizon(look, at, LONGEST_TEMPLATE);
  const found = findWithin(source, closing, { from, to });
  if (found === -1) return inVain(look, at, Math.min(to, source.length));
  const content = source.slice(from, found);
  if (opening === "{{" && !/^[^{}\r\n]*$/u.test(content)) return undefined;
  const span = { start: at, end: found + closing.length };
  const [, slash = "", name = ""] = /^[-~#^]?\s*(\/?)\s*([\w./-]*)/u.exec(content) ?? [];
  const isCall = opening === "{{<" || opening === "{{%" || opening === "{%";
  const texts = isCall ? shownTexts(content, from, name) : [];
  return { kind: "template", span, name: name.toLowerCase(), closing: slash !== "" || name.startsWith("end"), texts };
}

function shownTexts(content: string, offset: number, name: string): Span[] {
  const texts: Span[] = [];
  for (const { 0: argument, index, groups = {} } of content.matchAll(ARGUMENT)) {
    const value = groups["double"] ?? groups["single"] ?? "";
    const isTitle = TITLED.test(name) && (groups["name"] === undefined || groups["name"] === "name");
    const isShown =
      groups["name"] === undefined ? isTitle && texts.length === 0 : isTitle || isShownAttribute(groups["name"]);
    if (!isShown || value.trim() === "") continue;
    const end = offset + index + argument.length - 1;
    texts.push({ start: end - value.length, end });
  }
  return texts;
}
