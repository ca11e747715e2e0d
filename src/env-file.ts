import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "dotenv";
import type { Environment } from "./config.ts";
import { settingNames } from "./config.ts";
import { nearestName } from "./nearest-name.ts";

export interface EnvironmentWithFile {
  readonly environment: Environment;
  /** What is wrong with the file itself; its settings are not known then. */
  readonly mistakes: readonly string[];
  /** What is likely not meant so, one line each, without values. */
  readonly notes: readonly string[];
}

/** Adds the settings of a directory's `.env` to an environment, which wins where both speak. */
export function withEnvFile(environment: Environment, directory: string): EnvironmentWithFile {
  const file = readEnvFile(join(directory, ".env"));
  if (typeof file === "string") return { environment, mistakes: [`.env: ${file}`], notes: noteNames(environment) };
  const given = parse(file);
  const notes = [
    ...noteLines(file.toString("utf8"), given),
    ...noteHidden(given, environment),
    ...noteNames(environment),
  ];
  return { environment: { ...given, ...environment }, mistakes: [], notes };
}

/** The bytes of a file, none where there is no such file, or what is wrong with it. */
function readEnvFile(path: string): Buffer | string {
  try {
    if (statSync(path).isDirectory()) return "is a folder; expected a file with lines like DISCORD_TOKEN=…";
    const bytes = readFileSync(path);
    // What PowerShell 5 writes with `>`.
    if (/^(?:fffe|feff)/u.test(bytes.toString("hex", 0, 2)) || bytes.includes(0)) return "is UTF-16; save it as UTF-8";
    return isUtf8(bytes) ? bytes : "is not UTF-8; save it as UTF-8";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    return code === "ENOENT" ? Buffer.alloc(0) : `cannot be read (${code})`;
  }
}

const NAME = /^\s*(?:export\s+)?([\w.-]+)\s*[=:]/u;

/** Lines that say nothing, names that are no setting, or stand there twice. */
function noteLines(text: string, given: Environment): string[] {
  // A value over several lines may hold anything.
  if (Object.values(given).some((value) => value?.includes("\n"))) return [];
  const notes: string[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    const at = `.env line ${index + 1}`;
    const [, name] = NAME.exec(line.replace(/^\ufeff/u, "")) ?? [];
    if (/^[\s\ufeff]*(?:#|$)/u.test(line)) continue;
    if (name === undefined) notes.push(`${at}: says nothing; expected NAME=value`);
    else if (seen.has(name)) notes.push(`${at}: ${name} stands there before; only the last one counts`);
    else if (/^(?:YUANWEN|DISCORD)_/iu.test(name) || nearestName(name, settingNames) !== undefined)
      notes.push(...noteName(name).map((note) => `${at}: ${note}`));
    if (name !== undefined) seen.add(name);
    if (/[=:]\s*(["'`])(?:(?!\1).)*$/u.test(line)) notes.push(`${at}: the quotation mark is not closed`);
  }
  return notes;
}

function noteName(name: string): string[] {
  if (settingNames.includes(name)) return [];
  const near = nearestName(name, settingNames);
  return [`${name} is no setting${near === undefined ? "" : `; did you mean ${near}?`}`];
}

/** Only of names that can be meant for nobody else. */
function noteNames(environment: Environment): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith("YUANWEN_"))
    .flatMap(noteName);
}

/** What is set to nothing, as by `DISCORD_TOKEN= npm start` or an empty secret, wins as well. */
function noteHidden(given: Environment, environment: Environment): string[] {
  return settingNames
    .filter((name) => given[name]?.trim() && environment[name]?.trim() === "")
    .map((name) => `${name} is empty in the environment, which hides its value in .env; unset it there`);
}
