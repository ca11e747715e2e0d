import { readFileSync } from "node:fs";
import { globSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

/** A regular expression and where it stands. */
export interface FoundPattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** A place where one is made while the program runs. */
export interface BuiltSite {
  readonly file: string;
  readonly line: number;
}

export interface Found {
  readonly literals: readonly FoundPattern[];
  readonly built: readonly BuiltSite[];
}

/** Finds every regular expression in TypeScript files. */
export function collectLiterals(globs: readonly string[], root: string): Found {
  const all = globSync([...globs], { cwd: root })
    .toSorted()
    .map((file) => collectFromFile(file, readFileSync(`${root}/${file}`, "utf8")));
  return { literals: all.flatMap(({ literals }) => literals), built: all.flatMap(({ built }) => built) };
}

function collectFromFile(file: string, text: string): Found {
  const literals: FoundPattern[] = [];
  const built: BuiltSite[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const note = (callee: { readonly type: string; readonly name?: unknown }, start: number) => {
    if (callee.type === "Identifier" && callee.name === "RegExp") built.push({ file, line: lineAt(start) });
  };
  const visitor = new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      const { pattern, flags } = node.regex;
      literals.push({ file, line: lineAt(node.start), source: pattern, flags });
    },
    NewExpression: ({ callee, start }) => note(callee, start),
    CallExpression: ({ callee, start }) => note(callee, start),
  });
  visitor.visit(parseSync(file, text).program);
  return { literals, built };
}
