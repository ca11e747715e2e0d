import { hasColour } from "./has-colour.ts";
import type { Terminal } from "./terminal.ts";

/** How what is written may look. */
export interface Look {
  readonly colour: boolean;
  /** Whether words can be pressed that lead to an address. */
  readonly hyperlinks: boolean;
  /** How wide a line is; absent where nobody looks at lines. */
  readonly columns?: number | undefined;
}

/** Nothing but text: for files, pipes and tests. */
export const plainLook: Look = { colour: false, hyperlinks: false };

export function lookOf(terminal: Terminal): Look {
  const { output } = terminal;
  return {
    colour: hasColour(terminal),
    hyperlinks: hasHyperlinks(terminal),
    ...(output.isTTY && { columns: output.columns }),
  };
}

/** The first versions of terminals that make OSC 8 a link; what does not know it shows nothing of it, or stray signs. */
const PROGRAMS: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  "iTerm.app": [3, 1],
  WezTerm: [20_200_620, 0],
  vscode: [1, 72],
  ghostty: [1, 0],
  zed: [0, 1],
};

/**
 * Tells whether the output is a terminal that is known to make links of OSC 8.
 *
 * `FORCE_HYPERLINK` says so (`0` denies it) where it cannot be known.
 */
export function hasHyperlinks({ output, environment }: Pick<Terminal, "output" | "environment">): boolean {
  const forced = environment["FORCE_HYPERLINK"];
  if (forced !== undefined && forced !== "") return forced !== "0";
  const { TERM = "", TERM_PROGRAM = "", TERM_PROGRAM_VERSION = "", VTE_VERSION = "" } = environment;
  // Those that stand in between need not hand links on.
  const isBetween = /^(?:screen|tmux)/u.test(TERM) || environment["CI"] !== undefined || TERM === "dumb";
  if (!output.isTTY || isBetween) return false;
  if (environment["WT_SESSION"] !== undefined || /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/u.test(TERM))
    return true;
  // 0.50.0 fell over links.
  if (/^\d+$/u.test(VTE_VERSION)) return Number(VTE_VERSION) > 5000;
  const first = PROGRAMS[TERM_PROGRAM];
  const [major = 0, minor = 0] = TERM_PROGRAM_VERSION.split(/[.-]/u).map(Number);
  return first !== undefined && (major > first[0] || (major === first[0] && minor >= first[1]));
}
