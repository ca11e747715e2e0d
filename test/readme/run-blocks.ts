import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { settingNames } from "../../src/config.ts";
import { readCommandLine } from "../../src/read-command-line.ts";
import type { CommandBlock } from "./command-blocks.ts";
import { commandBlocks, hasShown, typedCommands } from "./command-blocks.ts";
import { project, readGuides } from "./guides.ts";
import { isInstalled } from "./is-installed.ts";
import type { Place } from "./run-command.ts";
import { runCommand, serveCommand } from "./run-command.ts";

/**
 * Runs every block that a guide marks as runnable, as somebody would who has just cloned the project: the files as they
 * stand, in a folder of their own for each block. `npm ci` is run once for all of them, and left out where the packages are
 * just what it would install, as in `.ci/run`, which has run it in a fresh clone a moment before.
 */
const program = new Command("npm run guides")
  .usage("[-- --help]")
  .description("Runs every command that the READMEs and the guides mark as runnable, and compares what they print.");
const commandLine = readCommandLine(program, process.argv.slice(2));
if (commandLine.kind === "exit") process.exit(commandLine.code);

const temporary = mkdtempSync(path.join(tmpdir(), "yuanwen-guides-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
process.exitCode = await main();

async function main(): Promise<number> {
  const environment = userEnvironment(process.env);
  const packages = await installPackages(environment);
  if (packages === undefined) return 1;
  const problems: string[] = [];
  const blocks = runnableBlocks();
  for (const [at, block] of blocks.entries()) {
    const directory = path.join(temporary, `block-${at}`);
    copyFiles(directory);
    symlinkSync(packages, path.join(directory, "node_modules"), "junction");
    const found = await timed(`${block.place}  ${block.text.split("\n")[0]}`, () =>
      check(block, { directory, environment }),
    );
    if (found === undefined) continue;
    problems.push(block.place);
    console.error(found);
  }
  console.log(`guides: ${blocks.length - problems.length} passed, ${problems.length} failed`);
  return problems.length === 0 && blocks.length > 0 ? 0 : 1;
}

/** Gives the folder with what `npm ci` installs; undefined means that it failed. */
async function installPackages(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (isInstalled(project)) {
    console.log("        npm ci  has installed all that it would install");
    return path.join(project, "node_modules");
  }
  const directory = path.join(temporary, "checkout");
  copyFiles(directory);
  const installed = await timed("npm ci", () => runCommand("npm ci", { directory, environment }));
  if (installed.exitCode === 0) return path.join(directory, "node_modules");
  console.error(installed.output);
  return undefined;
}

/** Each text once: the READMEs in both languages have the same blocks. */
function runnableBlocks(): CommandBlock[] {
  const blocks = readGuides()
    .flatMap(commandBlocks)
    .filter(({ marker }) => marker.kind === "runs" || marker.kind === "serves");
  return [...new Map(blocks.toReversed().map((block) => [block.text, block])).values()].toReversed();
}

/** Tells what is wrong with a block; undefined means nothing. */
async function check({ text, marker }: CommandBlock, place: Place): Promise<string | undefined> {
  let shown = "";
  for (const { line, exitCode } of typedCommands(text)) {
    const command = line.replace(/^npm ci && /u, "");
    if (marker.kind === "serves") return serveCommand(command, place);
    const ran = await runCommand(command, place);
    shown += ran.output;
    if (ran.exitCode !== exitCode) return `${line}\nleft with ${ran.exitCode}, not ${exitCode}:\n${ran.output}`;
  }
  if (marker.kind !== "runs" || marker.shows === undefined || hasShown(shown, marker.shows)) return undefined;
  return `the output is not what the guide shows:\n${shown}`;
}

/** Copies what git knows or would take, as it stands now. */
function copyFiles(target: string): void {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", list, { cwd: project, encoding: "utf8" }).split("\0");
  for (const file of new Set(files)) {
    const source = path.join(project, file);
    if (!statSync(source, { throwIfNoEntry: false })?.isFile()) continue;
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    cpSync(source, path.join(target, file));
  }
}

/** The environment without this program's settings and without what npm gives to its scripts. */
function userEnvironment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(given).filter(([name]) => !isOfPrograms(name));
  const folders = (given["PATH"] ?? "").split(path.delimiter).filter((folder) => !folder.includes("node_modules"));
  return { ...Object.fromEntries(kept), PATH: folders.join(path.delimiter), NO_COLOR: "1" };
}

function isOfPrograms(name: string): boolean {
  return settingNames.includes(name) || /^npm_(lifecycle|package)_|^(INIT_CWD|NODE_ENV|NODE_OPTIONS)$/u.test(name);
}

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const before = performance.now();
  const result = await work();
  console.log(`${((performance.now() - before) / 1000).toFixed(1).padStart(5)} s  ${name}`);
  return result;
}
