import type { AST } from "@eslint-community/regexpp";
import { childrenOf, matcherOf, parsePattern } from "./compile.ts";

/** A text to look through: `before`, then `again` until it is long enough, then `behind`. */
export interface Attack {
  readonly before: string;
  readonly again: string;
  readonly behind: string;
}

/** Characters of every kind that patterns speak of, beside their own. */
const anyCharacters = " \n\ta0A_一。，,.-:*[(<|\"'“（、?";
/** So many characters of a class are tried. */
const mostOfClass = 5;
const endings = ["", "\n", "\u0001"];

/**
 * Derives from a pattern the texts that it may take longest for: what each of its loops repeats, what stands before a
 * loop, both in turn, and what nearly matches.
 */
export function attackStrings(source: string, flags: string): readonly Attack[] {
  const pattern = parsePattern(source, flags);
  const write = createSampler(pattern, flags);
  const loops = loopsOf(pattern);
  const attacks = interleave(loops.map((loop) => attacksOn(loop, write)));
  return [...new Map(attacks.map((attack) => [Object.values(attack).join("\0\0"), attack])).values()];
}

/** The first of each list, then the second of each. */
function interleave<Value>(lists: readonly (readonly Value[])[]): Value[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

/** Writes the text of an attack at a length. */
export function writeAttack({ before, again, behind }: Attack, length: number): string {
  const times = Math.max(1, Math.floor((length - before.length - behind.length) / again.length));
  return before + again.repeat(times) + behind;
}

/** Fewer rounds cost nothing. */
const shortestLoop = 8;

/** Lists what a pattern repeats, without which it is as quick as its text is short. */
export function loopsOf(node: AST.Node): readonly AST.Quantifier[] {
  const inner = childrenOf(node).flatMap(loopsOf);
  return node.type === "Quantifier" && node.max >= shortestLoop ? [node, ...inner] : inner;
}

type Sampler = (node: AST.Node, pick: number) => string;

function attacksOn(loop: AST.Quantifier, write: Sampler): Attack[] {
  const before = around(loop, write, "before");
  const behind = around(loop, write, "behind");
  const nearly = Array.from(behind).slice(0, -1).join("");
  return Array.from({ length: mostOfClass }, (_, pick) => write(loop.element, pick)).flatMap((inside) => {
    const repeated = [
      inside,
      before,
      behind,
      before + inside,
      inside + behind,
      inside + nearly,
      before + inside + nearly,
      before + inside + behind,
    ].filter((text) => text !== "");
    return distinct(repeated).flatMap((again) =>
      (before === "" ? [""] : ["", before]).flatMap((start) =>
        endings.map((end) => ({ before: start, again, behind: end })),
      ),
    );
  });
}

/** Leaves out what is the same when it is repeated: `aa` beside `a`, `ba` beside `ab`. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.map((text) => [leastRotation(text), text])).values()];
}

function leastRotation(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return Array.from({ length: period }, (_, at) => text.slice(at, period) + text.slice(0, at)).toSorted()[0] ?? "";
}

/** What stands before or behind a node on the way to it from the whole pattern. */
function around(node: AST.Node, write: Sampler, side: "before" | "behind"): string {
  const { parent } = node;
  if (!parent) return "";
  const siblings = parent.type === "Alternative" ? parent.elements : [];
  const at = siblings.findIndex((sibling) => sibling === node);
  const near = side === "before" ? siblings.slice(0, Math.max(0, at)) : siblings.slice(at + 1);
  const text = at === -1 ? "" : near.map((sibling) => write(sibling, 0)).join("");
  const further = around(parent, write, side);
  return side === "before" ? further + text : text + further;
}

function createSampler(pattern: AST.Pattern, flags: string): Sampler {
  const alphabet = [...new Set([...Array.from(anyCharacters), ...literalsOf(pattern)])];
  const chosen = new Map<string, readonly string[]>();
  const membersOf = (raw: string) => {
    const known = chosen.get(raw) ?? membersAmong(alphabet, matcherOf(raw, flags));
    chosen.set(raw, known);
    return known;
  };
  const write: Sampler = (node, pick) => {
    if (node.type === "Character") return String.fromCodePoint(node.value);
    if (node.type === "CharacterSet" || node.type === "CharacterClass" || node.type === "ExpressionCharacterClass") {
      const members = membersOf(node.raw);
      return members[pick % Math.max(1, members.length)] ?? "";
    }
    if (node.type === "Quantifier") return write(node.element, pick).repeat(Math.min(Math.max(node.min, pick % 2), 3));
    if (node.type === "Alternative") return node.elements.map((element) => write(element, pick)).join("");
    // What is looked for around a place is written where it stands otherwise.
    if (node.type !== "Group" && node.type !== "CapturingGroup") return "";
    const { alternatives } = node;
    const alternative = alternatives[pick % alternatives.length];
    return alternative ? write(alternative, Math.floor(pick / alternatives.length) + pick) : "";
  };
  return write;
}

/** Some that a class has: the first, the last, and some between. */
function membersAmong(alphabet: readonly string[], matches: (character: number) => boolean): readonly string[] {
  const members = alphabet.filter((character) => matches(character.codePointAt(0) ?? 0));
  const step = Math.max(1, (members.length - 1) / (mostOfClass - 1));
  return Array.from(
    { length: Math.min(mostOfClass, members.length) },
    (_, index) => members[Math.round(index * step)] ?? "",
  );
}

function literalsOf(pattern: AST.Pattern): readonly string[] {
  return Array.from(pattern.raw).filter((character) => !/[\\^$()[\]{}|?+\n]/u.test(character));
}
