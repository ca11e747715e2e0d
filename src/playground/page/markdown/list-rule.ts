import { isLineStart, rule, type Rule } from "./rule.ts";

const item = /^( *)([-*]|\d{1,9}\.) +(?=\S)/u;

/** Lists, which the package does not know: lines that begin with `-`, `*` or `1.`, deeper ones within the one before. */
export const listRule: Rule = {
  order: rule("heading").order,
  match(source, state) {
    if (!isLineStart(state)) return null;
    const first = item.exec(source);
    if (!first) return null;
    const lines = source.split("\n");
    const end = lines.findIndex((line) => !continues(line, first));
    const taken = end === -1 ? lines : lines.slice(0, end);
    const whole = taken.join("\n");
    return [end === -1 ? whole : `${whole}\n`];
  },
  parse([whole = ""], parse, state) {
    const lines = whole.replace(/\n$/u, "").split("\n");
    const [, indent = "", marker = ""] = item.exec(whole) ?? [];
    const items: string[][] = [];
    for (const line of lines) {
      const [, deeper = ""] = item.exec(line) ?? [];
      if (deeper.length > indent.length) items.at(-1)?.push(line);
      else items.push([line.replace(item, "")]);
    }
    return {
      type: "list",
      start: /\d/u.test(marker) ? Number.parseInt(marker, 10) : undefined,
      items: items.map(([text = "", ...nested]) => [
        ...[parse(text, { ...state, prevCapture: [" "] })].flat(),
        ...(nested.length > 0 ? [parse(nested.join("\n"), { ...state, prevCapture: null })].flat() : []),
      ]),
    };
  },
};

/** Items of the same kind, and deeper ones of any. */
function continues(line: string, first: RegExpExecArray): boolean {
  const [, indent = "", marker = ""] = item.exec(line) ?? [];
  if (marker === "") return false;
  return indent.length > (first[1] ?? "").length || /\d/u.test(marker) === /\d/u.test(first[2] ?? "");
}
