import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const project = path.join(import.meta.dirname, "..");

/** One file in every layer, in the order of the dependency rule. */
const probes = {
  text: "src/text/probe.ts",
  languages: "src/languages/probe.ts",
  article: "src/article/probe.ts",
  search: "src/search/probe.ts",
  answer: "src/answer/probe.ts",
  community: "src/community/probe.ts",
  render: "src/render/probe.ts",
  invocation: "src/invocation.ts",
  services: "src/services.ts",
  command: "src/command.ts",
  commands: "commands/probe.ts",
  admission: "src/admission/probe.ts",
  bot: "src/bot.ts",
  store: "src/store/probe.ts",
  indexes: "src/indexes/probe.ts",
  guilds: "src/guilds/probe.ts",
  "bot-for": "src/bot-for.ts",
  evaluation: "src/evaluation/probe.ts",
  preparing: "src/preparing/probe.ts",
  discord: "src/discord/probe.ts",
  terminal: "src/terminal/probe.ts",
  "local-discord": "src/local-discord/probe.ts",
  "own-things": "src/own-things.ts",
  playground: "src/playground/probe.ts",
  page: "src/playground/page/probe.ts",
  main: "src/main.ts",
} as const;

type Layer = keyof typeof probes;

const drivers = ["kysely", "pg", "node:sqlite"];
const packages = ["discord.js", "minisearch", "node:fs", ...drivers];
const report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});

/** In milliseconds: linting takes a few seconds, and more where much else goes on. */
const PATIENCE = 60_000;

describe("the dependency rule", () => {
  let directory = "";
  let refused: ReadonlyMap<string, readonly string[]> = new Map();

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), "yuanwen-lint-"));
    for (const name of ["oxlint.config.ts", "tsconfig.json"])
      copyFileSync(path.join(project, name), path.join(directory, name));
    symlinkSync(path.join(project, "node_modules"), path.join(directory, "node_modules"), "junction");
    for (const file of Object.values(probes)) {
      mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
      writeFileSync(path.join(directory, file), importsOf(file));
    }
    refused = await lint(directory);
  }, PATIENCE);

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const toTheRight: readonly { readonly layer: Layer; readonly expected: readonly string[] }[] = [
    { layer: "text", expected: [...after("text"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "languages", expected: [...after("languages"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "article", expected: [...after("article"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "search", expected: [...after("search"), "discord.js", "node:fs", ...drivers] },
    { layer: "answer", expected: [...after("answer"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "community", expected: [...after("community"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "render", expected: [...after("render"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "invocation", expected: [...after("invocation"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "services", expected: [...after("services"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "command", expected: [...after("command"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "commands", expected: [...after("commands"), "discord.js", "minisearch", "node:fs", ...drivers] },
    { layer: "admission", expected: [...after("admission"), "discord.js", "minisearch", ...drivers] },
    { layer: "bot", expected: [...after("bot"), "discord.js", "minisearch", ...drivers] },
    { layer: "store", expected: [...after("store"), "discord.js", "minisearch"] },
    { layer: "indexes", expected: [...after("indexes"), "discord.js", "minisearch"] },
    { layer: "guilds", expected: [...after("guilds"), "discord.js", "minisearch", ...drivers] },
    { layer: "bot-for", expected: [...after("bot-for"), "discord.js", "minisearch", ...drivers] },
    { layer: "evaluation", expected: [...after("evaluation"), "discord.js", "minisearch", ...drivers] },
    { layer: "preparing", expected: [...after("preparing"), "discord.js", "minisearch", ...drivers] },
    { layer: "discord", expected: [...after("discord"), "minisearch", ...drivers] },
    { layer: "terminal", expected: ["discord", ...after("terminal"), "discord.js", "minisearch", ...drivers] },
    {
      layer: "local-discord",
      expected: [...before("local-discord"), ...after("local-discord"), "discord.js", "minisearch", ...drivers],
    },
    { layer: "own-things", expected: [...after("own-things"), "discord.js", "minisearch", ...drivers] },
    { layer: "playground", expected: ["main", "discord.js", "minisearch", ...drivers] },
    {
      layer: "page",
      expected: [
        "commands",
        ...after("commands").filter((layer) => !["playground", "page"].includes(layer)),
        "discord.js",
        "minisearch",
        "node:fs",
        ...drivers,
      ],
    },
    { layer: "main", expected: ["discord.js", "minisearch", ...drivers] },
  ];

  test.for(toTheRight)("lets $layer import from its left only", ({ layer, expected }) => {
    expect(refused.get(probes[layer])).toEqual(expected);
  });
});

function after(layer: Layer): string[] {
  const names = Object.keys(probes);
  return names.slice(names.indexOf(layer) + 1);
}

function before(layer: Layer): string[] {
  const names = Object.keys(probes);
  return names.slice(0, names.indexOf(layer));
}

/** One import a line: every layer, then the packages that have one home. */
function importsOf(file: string): string {
  const lines = Object.values(probes).map((other) => {
    const from = path.posix.relative(path.posix.dirname(file), other);
    return `import type {} from "${from.startsWith(".") ? from : `./${from}`}";`;
  });
  const named = packages.map((name, at) => `import { Client as Client${at} } from "${name}";`);
  return [...lines, ...named, ""].join("\n");
}

/** Runs the linter and tells, for each file, which of its imports were refused. */
async function lint(directory: string): Promise<Map<string, string[]>> {
  const oxlint = path.join(project, "node_modules", "oxlint", "bin", "oxlint");
  const linted = await promisify(execFile)(process.execPath, [oxlint, "--format", "json", "src", "commands"], {
    cwd: directory,
    maxBuffer: 16_000_000,
  }).catch((error: unknown) => z.object({ stdout: z.string() }).parse(error));
  const targets = [...Object.keys(probes), ...packages];
  const refused = new Map<string, string[]>();
  for (const { code, filename, labels } of report.parse(JSON.parse(linted.stdout)).diagnostics) {
    if (code !== "eslint(no-restricted-imports)") continue;
    const names = labels.map(({ span }) => targets[span.line - 1] ?? "?");
    refused.set(filename, [...(refused.get(filename) ?? []), ...names]);
  }
  for (const names of refused.values()) names.sort((one, other) => targets.indexOf(one) - targets.indexOf(other));
  return refused;
}
