import { rulesExtended } from "discord-markdown-parser";

export type Rule = NonNullable<(typeof rulesExtended)[string]>;
type Match = Rule["match"];
export type State = Parameters<Match>[1];

/** One of the package's rules, `link` among them. */
export function rule(name: string): Rule {
  const found = rulesExtended[name];
  if (!found) throw new Error(`discord-markdown-parser has no rule ${name}`);
  return found;
}

/** Whether nothing stands before on the line; the package asks a group of the capture, which misses line ends. */
export function isLineStart(state: State): boolean {
  const before: unknown = state["prevCapture"];
  return before === null || before === undefined || (Array.isArray(before) && String(before[0]).endsWith("\n"));
}

/** A rule that matches at the beginning of a line only. */
export function atLineStart(pattern: RegExp): Match {
  return (source, state) => (isLineStart(state) ? pattern.exec(source) : null);
}

/** Keeps what is read inside of a rule's markers from being taken for the beginning of a line. */
export function withinLine(inline: Rule): Rule {
  return {
    ...inline,
    parse(capture, parse, state) {
      state["prevCapture"] = [" "];
      return inline.parse(capture, parse, state);
    },
  };
}

/** Lets a rule take the line end behind it. */
export function withLineEnd(block: Rule): Rule {
  return {
    ...block,
    match(source, state, before) {
      const found = block.match(source, state, before);
      const whole = found?.[0];
      if (!found || whole === undefined || source[whole.length] !== "\n") return found;
      found[0] = `${whole}\n`;
      return found;
    },
  };
}
