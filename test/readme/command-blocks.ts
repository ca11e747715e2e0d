import type { Guide } from "./guides.ts";

/** Why a block of commands is not run by `npm run guides`. */
export const reasons = [
  // `.ci/run` is just these commands.
  "in-ci",
  "needs-token",
  "needs-root",
  "needs-container-engine",
  // Of Kubernetes.
  "needs-cluster",
  // What a bot has kept for its servers.
  "needs-a-store",
  // Sets of questions that are no part of the project.
  "needs-public-sets",
] as const;

export type Reason = (typeof reasons)[number];

/** A ```` ```sh ```` block; what stands behind `sh` says how it is checked. */
export interface CommandBlock {
  /** File and line, as `README.md:12`. */
  readonly place: string;
  readonly text: string;
  readonly marker: Marker;
}

export type Marker =
  /** `sh runnable`: every command leaves with 0, or with what `# exits with N` behind it says. */
  | { readonly kind: "runs"; readonly shows: string | undefined }
  /** `sh runnable serves`: prints the address of a page, serves it, and ends on Ctrl+C. */
  | { readonly kind: "serves" }
  | { readonly kind: "not-run"; readonly reason: Reason }
  | { readonly kind: "unmarked"; readonly given: string };

const shells = new Set(["sh", "bash", "shell", "console", "zsh", "powershell"]);

/** Lists a guide's blocks of commands; a block ```` ```text output ```` right behind one is what it shows. */
export function commandBlocks({ file, tree }: Guide): CommandBlock[] {
  return tree.children.flatMap((node, at) => {
    if (node.type !== "code" || !shells.has(node.lang ?? "")) return [];
    const next = tree.children[at + 1];
    const shows = next?.type === "code" && next.lang === "text" && next.meta === "output" ? next.value : undefined;
    const marker = readMarker(`${node.lang} ${node.meta ?? ""}`.trim(), shows);
    return [{ place: `${file}:${node.position?.start.line}`, text: node.value, marker }];
  });
}

function readMarker(given: string, shows: string | undefined): Marker {
  if (given === "sh runnable") return { kind: "runs", shows };
  if (given === "sh runnable serves") return { kind: "serves" };
  const reason = reasons.find((known) => given === `sh ${known}`);
  return reason ? { kind: "not-run", reason } : { kind: "unmarked", given };
}

/** One command, as it is typed. */
export interface TypedCommand {
  readonly line: string;
  readonly exitCode: number;
}

/** Splits a block into its commands; `\` at a line's end goes on with the next. */
export function typedCommands(text: string): TypedCommand[] {
  return text
    .replaceAll(/\\\n\s*/gu, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ line, exitCode: Number(/# exits with (\d+)/u.exec(line)?.[1] ?? 0) }));
}

/** Whether an output has what a guide shows of it; `…` stands for anything. */
export function hasShown(output: string, shown: string): boolean {
  let from = 0;
  return shown.split("…").every((part) => {
    const found = output.indexOf(part, from);
    from = found + part.length;
    return found >= 0;
  });
}
