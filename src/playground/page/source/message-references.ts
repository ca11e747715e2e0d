/** A reference that a message names, and the version of the article that it belongs to. */
export interface MessageReference {
  /** As it is written: `§2 ¶1:3–4`. */
  readonly reference: string;
  /** The first eight digits of the article's version; absent where the line does not say. */
  readonly version: string | undefined;
}

/** A reference as `formatReference` writes it. */
export const writtenReference = /§\d+(?:\.\d+)*(?: ¶\d(?:[\d:¶–,]*[\d–])?)?/gu;
const versionOf = /(?<![\da-f])[\da-f]{8}(?![\da-f])/gu;

/**
 * Lists the references of the bot's quotes in a message, in their order.
 *
 *     -# §2 ¶1:3
 *     -# §2 ¶2:1 · version 4756ff95 · [source](<https://…>)
 *
 * The version stands below the last quote of an article and holds for those before it. Quoted text and the question above it may hold anything and are not read.
 */
export function quoteReferences(content: string): QuoteReference[] {
  return ownReferences(content.split("\n")).flatMap(({ reference, version }) =>
    version === undefined ? [] : [{ reference, version }],
  );
}

/** What a message quotes, with the version that it is quoted from. */
export interface QuoteReference extends MessageReference {
  readonly version: string;
}

/** Of the bot's own lines; a place alone on its line has the version of the next one that has any. */
function ownReferences(lines: readonly string[]): MessageReference[] {
  const found: MessageReference[] = [];
  let below: string | undefined;
  for (const line of lines.filter(isOwnLine).toReversed()) {
    const isPlace = line.startsWith("-# §");
    const own = isPlace ? (placeVersion(line) ?? below) : undefined;
    const references = lineReferences(line);
    found.unshift(...(isPlace ? references.map(({ reference }) => ({ reference, version: own })) : references));
    if (isPlace) below = own;
  }
  return found;
}

/** The version that a reference of a message belongs to: the one of its line, else the only one of the message. */
export function versionFor(content: string, reference: string): string | undefined {
  const lines = content.split("\n").filter((line) => !line.startsWith("> "));
  // The question above the quotes may hold anything, so it is read last.
  const others = lines.filter((line) => !isOwnLine(line)).flatMap(lineReferences);
  const named = [...ownReferences(lines), ...others].find((each) => each.reference === reference && each.version);
  if (named) return named.version;
  const all = new Set(lines.flatMap((line) => (/^(?:-# |\|)/u.exec(line) ? (versionIn(line) ?? []) : [])));
  const [only] = all;
  return all.size === 1 ? only : undefined;
}

/** A page's or a chapter's name behind the reference may look like a version, but no word stands before it alone. */
function placeVersion(line: string): string | undefined {
  return / · \S+ ([\da-f]{8})(?: · |$)/u.exec(line.split("://")[0] ?? "")?.[1];
}

function isOwnLine(line: string): boolean {
  return !line.startsWith("> ") && (!line.startsWith("-# ") || line.startsWith("-# §"));
}

function lineReferences(line: string): MessageReference[] {
  const found = [...line.matchAll(writtenReference)];
  return found.map(({ 0: reference, index }, place) => {
    const behind = line.slice(index + reference.length, found[place + 1]?.index);
    return { reference, version: versionIn(behind) };
  });
}

/**
 * Addresses may hold anything that looks like a version, so only what stands before them counts; and so may a page's or a
 * chapter's name behind the reference, so the last one does.
 */
function versionIn(text: string): string | undefined {
  return [...(text.split("://")[0] ?? "").matchAll(versionOf)].at(-1)?.[0];
}
