import type { AST } from "@eslint-community/regexpp";
import { RegExpParser } from "@eslint-community/regexpp";

/** What the matcher does, one step each; jumps hold the places of other instructions. */
export type Instruction =
  | { readonly op: "character"; readonly matches: (character: number) => boolean; readonly isBackward: boolean }
  | { readonly op: "split"; readonly first: number; readonly second: number }
  | { readonly op: "jump"; readonly to: number }
  | { readonly op: "save"; readonly slot: number }
  | { readonly op: "advanced"; readonly slot: number }
  | { readonly op: "edge"; readonly kind: "start" | "end" | "word"; readonly negate: boolean }
  | { readonly op: "look"; readonly negate: boolean; readonly body: number; readonly to: number }
  | { readonly op: "back"; readonly group: number; readonly isBackward: boolean }
  | { readonly op: "match" };

export interface Program {
  readonly instructions: readonly Instruction[];
  readonly slots: number;
  readonly isMultiline: boolean;
  readonly isUnicode: boolean;
}

/** A longer bound is none. */
const longestBound = 400;

const parser = new RegExpParser({ ecmaVersion: 2025 });

export function parsePattern(source: string, flags: string): AST.Pattern {
  return parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
}

/** Compiles a pattern for a matcher that goes back as an engine does, and can count. */
export function compile(source: string, flags: string): Program {
  const pattern = parsePattern(source, flags);
  const groups = new Map<AST.CapturingGroup, number>();
  const write = createWriter(flags, groups);
  numberGroups(pattern, groups);
  write.alternatives(pattern.alternatives, false);
  write.push({ op: "match" });
  const { instructions, slots } = write.finish();
  return { instructions, slots, isMultiline: flags.includes("m"), isUnicode: /[uv]/u.test(flags) };
}

function numberGroups(node: AST.Node, groups: Map<AST.CapturingGroup, number>): void {
  if (node.type === "CapturingGroup") groups.set(node, groups.size);
  for (const child of childrenOf(node)) numberGroups(child, groups);
}

/** The nodes within, in reading order; a class counts as one character and has none. */
export function childrenOf(node: AST.Node): readonly AST.Node[] {
  if ("alternatives" in node && node.type !== "ClassStringDisjunction") return node.alternatives;
  if (node.type === "Alternative") return node.elements;
  return node.type === "Quantifier" ? [node.element] : [];
}

/** Tells whether a code point or unit is one of a class; asked of the engine itself, once for each. */
export function matcherOf(raw: string, flags: string): (character: number) => boolean {
  const pattern = new RegExp(`^(?:${raw})$`, flags.replaceAll(/[gymd]/gu, ""));
  const test = (character: number) => pattern.test(String.fromCodePoint(character));
  const ascii = Uint8Array.from({ length: 128 }, (_, character) => Number(test(character)));
  const others = new Map<number, boolean>();
  return (character) => {
    if (character < 128) return ascii[character] === 1;
    const answer = others.get(character) ?? test(character);
    others.set(character, answer);
    return answer;
  };
}

function createWriter(flags: string, groups: ReadonlyMap<AST.CapturingGroup, number>) {
  const instructions: Instruction[] = [];
  let loops = 0;
  const push = (instruction: Instruction) => instructions.push(instruction) - 1;
  const put = (at: number, instruction: Instruction) => void (instructions[at] = instruction);
  const here = () => instructions.length;
  const hold = () => push({ op: "match" });

  function alternatives(all: readonly AST.Alternative[], isBackward: boolean): void {
    const ends: number[] = [];
    for (const [index, alternative] of all.entries()) {
      const isLast = index === all.length - 1;
      const split = isLast ? undefined : hold();
      const elements = isBackward ? alternative.elements.toReversed() : alternative.elements;
      for (const element of elements) elementOf(element, isBackward);
      if (split === undefined) continue;
      ends.push(hold());
      put(split, { op: "split", first: split + 1, second: here() });
    }
    for (const end of ends) put(end, { op: "jump", to: here() });
  }

  function elementOf(element: AST.Element, isBackward: boolean): void {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        push({ op: "character", matches: matcherOf(element.raw, flags), isBackward });
        return;
      case "Group":
        alternatives(element.alternatives, isBackward);
        return;
      case "CapturingGroup": {
        const slot = (groups.get(element) ?? 0) * 2;
        push({ op: "save", slot: isBackward ? slot + 1 : slot });
        alternatives(element.alternatives, isBackward);
        push({ op: "save", slot: isBackward ? slot : slot + 1 });
        return;
      }
      case "Backreference": {
        const [group] = [element.resolved].flat();
        if (group) push({ op: "back", group: groups.get(group) ?? 0, isBackward });
        return;
      }
      case "Assertion":
        assertion(element);
        return;
      case "Quantifier":
        quantifier(element, isBackward);
    }
  }

  function assertion(element: AST.Assertion): void {
    if (element.kind !== "lookahead" && element.kind !== "lookbehind") {
      push({ op: "edge", kind: element.kind, negate: element.kind === "word" && element.negate });
      return;
    }
    const look = hold();
    alternatives(element.alternatives, element.kind === "lookbehind");
    push({ op: "match" });
    put(look, { op: "look", negate: element.negate, body: look + 1, to: here() });
  }

  function quantifier({ element, min, max, greedy }: AST.Quantifier, isBackward: boolean): void {
    const least = Math.min(min, longestBound);
    for (let count = 0; count < least; count += 1) elementOf(element, isBackward);
    const choose = (at: number, into: number, past: number) =>
      put(at, { op: "split", first: greedy ? into : past, second: greedy ? past : into });
    if (max > longestBound) {
      const slot = groups.size * 2 + loops;
      loops += 1;
      const split = hold();
      push({ op: "save", slot });
      elementOf(element, isBackward);
      push({ op: "advanced", slot });
      push({ op: "jump", to: split });
      choose(split, split + 1, here());
      return;
    }
    const splits = Array.from({ length: max - least }, () => {
      const split = hold();
      elementOf(element, isBackward);
      return split;
    });
    for (const split of splits) choose(split, split + 1, here());
  }

  const finish = () => ({ instructions, slots: groups.size * 2 + loops });
  return { push, alternatives, finish };
}
