import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { endianness } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { once } from "../text/once.ts";

/** All code and tables that articles, passages and terms are made with, from the folder of the program. */
const SOURCES = [
  "src/{text,languages,article,search}/**/*.ts",
  "src/community/pack-article.ts",
  "data/languages/zh-words.txt",
  "data/character-maps/*",
];

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/**
 * Tells what articles are read and indexed with: what was made with something else is made anew.
 *
 * The files themselves are looked at, so that nobody has to remember to raise a number; that takes some hundredths of a second, once.
 */
export const fingerprint: () => string = once(() => {
  const folder = fileURLToPath(new URL("../../", import.meta.url));
  const hash = createHash("sha256");
  const { node, icu, unicode } = process.versions;
  hash.update(JSON.stringify([node, icu, unicode, endianness(), readVersions()]));
  for (const name of globSync(SOURCES, { cwd: folder }).toSorted()) {
    const content = readFileSync(new URL(`../../${name}`, import.meta.url));
    hash.update(`\n${name.replaceAll("\\", "/")} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
});

/** Versions are exact in it. */
function readVersions(): Readonly<Record<string, string>> {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return packageSchema.parse(JSON.parse(text)).dependencies;
}
