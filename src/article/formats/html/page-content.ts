import { headingDepth } from "./html-names.ts";
import { holds, type HtmlElement } from "./html-tree.ts";
import { findAll, walk } from "./walk.ts";

export interface PageContent {
  readonly root: HtmlElement;
  /** Menus, footers, banners and the like within it. */
  readonly leftAway: ReadonlySet<HtmlElement>;
  /** How much text is left away, within and around, in UTF-16 code units. */
  readonly leftAwayLength: number;
}

/** The share of what is left that a `main` or `article` must hold to be taken for all of it. */
const LEAST_MAIN = 0.5;
const LEAST_NAMED = 0.6;
/** Where less than this share of the text outside of links is kept, the rules are wrong about the page. */
const LEAST_KEPT = 0.3;

/**
 * Finds what a page is about: without its menus, footers, share buttons and banners, and within its `main` or `article`
 * where that holds most of the rest. Where too much would go, everything is kept.
 */
export function findContent(body: HtmlElement): PageContent {
  const leftAway = findFurniture(body);
  const lengthOf = (element: HtmlElement): number => element.textLength - lengthWithin(element, leftAway);
  const rest = lengthOf(body);
  const root = findMain(body, leftAway, (element) => lengthOf(element) / Math.max(rest, 1)) ?? body;
  const kept = lengthOf(root);
  const written = body.textLength - body.linkLength;
  if (kept < Math.min(written * LEAST_KEPT, MOST_MISSED) || kept === 0) {
    return { root: body, leftAway: new Set(), leftAwayLength: 0 };
  }
  return { root, leftAway, leftAwayLength: body.textLength - kept };
}

/** A page whose content is this long is not missed, however much stands around it. */
const MOST_MISSED = 1200;

function lengthWithin(element: HtmlElement, leftAway: ReadonlySet<HtmlElement>): number {
  return findAll(element, (inner) => leftAway.has(inner)).reduce((sum, { textLength }) => sum + textLength, 0);
}

const NAMED_CONTENT =
  /(?:^|\s)(?:(?:article|post|entry|news|page|content|main|story|detail|info|text|js|mw|wiki|markdown)[-_]?(?:content|body|text|detail|main|con|article|txt|content-text)|markdown-body|trs_editor|zoom|prose|rich_media_content|content|article|main)(?:\s|$)/iu;

function findMain(
  body: HtmlElement,
  leftAway: ReadonlySet<HtmlElement>,
  shareOf: (element: HtmlElement) => number,
): HtmlElement | undefined {
  const find = (isWanted: (element: HtmlElement) => boolean, least: number): HtmlElement | undefined => {
    const found = findAll(body, (element) => leftAway.has(element) || isWanted(element), MOST_CANDIDATES);
    return found.find((element) => !leftAway.has(element) && shareOf(element) >= least);
  };
  const articles = findAll(body, (element) => leftAway.has(element) || element.name === "article", MOST_CANDIDATES);
  const written = articles.filter((element) => !leftAway.has(element) && !isLinkDense(element));
  const [only] = written.length === 1 ? written : [];
  return (
    find(({ name, attributes }) => name === "main" || attributes["role"] === "main", LEAST_MAIN) ??
    (only && shareOf(only) >= LEAST_MAIN ? only : undefined) ??
    find(({ attributes }) => attributes["itemprop"] === "articleBody", LEAST_NAMED) ??
    find(({ attributes: { class: names = "", id = "" } }) => NAMED_CONTENT.test(`${id} ${names}`), LEAST_NAMED)
  );
}

const MOST_CANDIDATES = 200;

const FURNITURE_ROLES =
  /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|toolbar|dialog|alertdialog|form|tablist)$/u;
/** Names that say it, as long as what bears them is no large part of the page. */
const FURNITURE_NAMES = namesOf(
  "nav navbar navigation breadcrumbs? crumbs? cookies? consent gdpr newsletter subscribe subscription sharing sharebar social pagination pager sidebar site-header site-footer page-footer footer masthead topbar copyright advert(?:isement)?s? ads? sponsored popup modal comments comment-?list comment-?respond disqus login signup paywall catlinks navbox printfooter backtop qrcode",
);
/** Names of what may as well be content, as what a restaurant serves: these count only with links. */
const DOUBTFUL_NAMES = namesOf(
  "menu dropdown toolbar toc table-of-contents related recommend(?:ed|ations?)? promo share hot-?list rank-?list",
);

function namesOf(names: string): RegExp {
  return new RegExp(String.raw`(?:^|[\s_-])(?:${names.replaceAll(" ", "|")})(?:[\s_-]|$)`, "iu");
}

/** No piece of furniture with a doubtful sign holds more of the page. */
const MOST_FURNITURE = 0.35;

function findFurniture(body: HtmlElement): Set<HtmlElement> {
  const found = new Set<HtmlElement>();
  const isLarge = (element: HtmlElement): boolean => element.textLength > body.textLength * MOST_FURNITURE;
  let inside = 0;
  walk(body, {
    enter(element) {
      const isContent = element.name === "article" || element.name === "main" || element.attributes["role"] === "main";
      if (!isContent && isFurniture(element, { isInside: inside > 0, isLarge: isLarge(element) })) {
        found.add(element);
        return false;
      }
      if (isContent) inside += 1;
      return headingDepth(element.name) === undefined;
    },
    leave(element) {
      if (element.name === "article" || element.name === "main" || element.attributes["role"] === "main") inside -= 1;
    },
  });
  return found;
}

interface Surroundings {
  /** Within an `article` or `main`. */
  readonly isInside: boolean;
  readonly isLarge: boolean;
}

function isFurniture(element: HtmlElement, { isInside, isLarge }: Surroundings): boolean {
  const { name, attributes, textLength } = element;
  if (textLength === 0) return false;
  if (name === "nav" || name === "search") return true;
  if (name === "button") return !isQuestion(element);
  if (isLarge) return false;
  const role = attributes["role"] ?? "";
  if (FURNITURE_ROLES.test(role)) return !(isInside && role === "complementary");
  if (name === "header" || name === "footer" || name === "aside") {
    if (!isInside) return !holds(element, "h1") && !holds(element, "article");
    if (name === "footer") return isLinkDense(element) || (element.textLength < SHORT && !holds(element, "p"));
    return name === "aside" && isLinkDense(element);
  }
  if (name === "form") return !holds(element, "p");
  if (!CONTAINERS.has(name)) return false;
  const names = `${attributes["id"] ?? ""} ${attributes["class"] ?? ""}`;
  if (names.length > 1 && DOUBTFUL_NAMES.test(names) && isLinkDense(element) && !holds(element, "h1")) return true;
  if (names.length > 1 && FURNITURE_NAMES.test(names)) return isNamedRightly(element, isInside);
  return !isInside && isMenu(element);
}

const CONTAINERS: ReadonlySet<string> = new Set(
  "div ul ol table tbody tr td section p center dl menu dir span details".split(" "),
);

/** Even so, content has a headline, or much text without links. */
function isNamedRightly(element: HtmlElement, isInside: boolean): boolean {
  if (holds(element, "h1") || holds(element, "article") || holds(element, "main")) return false;
  if (isLinkDense(element) || element.textLength < SHORT) return true;
  return !isInside && !holds(element, "table");
}

/** In characters: a banner, a row of buttons. */
const SHORT = 300;

function isLinkDense({ textLength, linkLength, links }: HtmlElement): boolean {
  return links > 0 && linkLength >= textLength * 0.6;
}

/** A row or column of short links with hardly anything between them, where no names tell. */
function isMenu(element: HtmlElement): boolean {
  const { textLength, linkLength, links } = element;
  if (links < LEAST_LINKS || textLength - linkLength > links * 3) return false;
  return linkLength / links <= LONGEST_LABEL && !holds(element, "h1");
}

const [LEAST_LINKS, LONGEST_LABEL] = [4, 16];

/** Questions that open their answers are buttons. */
function isQuestion(element: HtmlElement): boolean {
  if (element.attributes["aria-expanded"] !== undefined && element.textLength > LONGEST_LABEL) return true;
  for (let { parent } = element; parent; { parent } = parent) {
    if (headingDepth(parent.name) !== undefined || parent.name === "summary" || parent.name === "dt") return true;
  }
  return false;
}
