import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../commands/all.ts";

interface Named {
  readonly name: string;
  readonly name_localizations?: Partial<Record<string, string | null>> | null;
  readonly options?: readonly Named[] | undefined;
}

const folder = "src/render";

/** All that the bot says in a language, as it is written. */
function sayings(file: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => path.basename(name) === file)
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("\n");
}

function find(among: readonly Named[], [first, ...rest]: readonly string[], locale: string): boolean {
  if (first === undefined) return true;
  const found = among.find((one) => (one.name_localizations?.[locale] ?? one.name) === first);
  return found !== undefined && find(found.options ?? [], rest, locale);
}

test.for([
  { file: "english.ts", locale: "en-US" },
  { file: "simplified-chinese.ts", locale: "zh-CN" },
  { file: "traditional-chinese.ts", locale: "zh-TW" },
])("names commands as Discord shows them in $locale", ({ file, locale }) => {
  const named = sayings(file)
    .matchAll(/`\/([^`\\/]{1,60})\\?`/gu)
    .map(([, name = ""]) => name)
    .toArray();
  expect(named.length).toBeGreaterThan(20);
  const declared = commands.map((command): Named => command.declaration as Named);
  expect(named.filter((name) => !find(declared, name.split(" "), locale))).toEqual([]);
});
