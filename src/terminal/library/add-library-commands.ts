import { type Command, InvalidArgumentError, Option } from "commander";
import { commonEndings } from "../../article/formats/endings.ts";
import type { Config } from "../../config.ts";
import { writeExamples } from "../command-help.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import type { LibraryTools } from "./open-terminal-guild.ts";

export interface LibraryCommands {
  readonly terminal: Terminal;
  readonly settings: (terminal: Terminal) => Config;
  readonly finish: (code: ExitCode) => void;
}

type Act = (tools: LibraryTools) => Promise<ExitCode>;

/** Adds `library`, which does without Discord what `/library` does there. */
export function addLibrary(program: Command, { terminal, settings, finish }: LibraryCommands): void {
  const library = program
    .command("library")
    .usage("-- ACTION [options]")
    .description("bring, replace and tend the articles of a server, without Discord")
    .helpCommand(false)
    .addHelpText("after", HELP);
  const run = async ({ guild }: { readonly guild?: string }, act: Act): Promise<void> => {
    const { withGuild } = await import("./open-terminal-guild.ts");
    finish(await withGuild(guild, { config: settings(terminal), terminal }, act));
  };
  addBringing(library, run);
  addShowing(library, run);
  addTending(library, run);
  addExchange(library, run);
  for (const action of library.commands) {
    action.option("--guild <id>", "Discord's id of the server; not needed where the store knows only one", readGuildId);
    action.showHelpAfterError("(--help tells more)");
  }
}

type Run = (options: { readonly guild?: string }, act: Act) => Promise<void>;

interface Given {
  readonly guild?: string;
  readonly id?: string;
  readonly title?: string;
  readonly language?: "zh" | "en";
  readonly source?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly overwrite?: boolean;
  readonly out?: string;
}

const yes = () => new Option("-y, --yes", "do it without asking; needed where nobody can be asked, as in a script");
const json = () => new Option("--json", "print the data as JSON");
const language = () =>
  new Option("--language <language>", "in place of the one that is detected").choices(["zh", "en"]);

function addBringing(library: Command, run: Run): void {
  library
    .command("add")
    .argument("<file>", `an article: ${commonEndings}`)
    .description("show what is found in a file, and publish it as a new article")
    .option("--id <id>", "how the article is called in commands (default: made of the file's name)")
    .option("--title <title>", "in place of the one that is found", readText(200))
    .addOption(language())
    .option("--source <source>", "where it comes from: an address, or a name", readText(300))
    .addOption(yes())
    .action(async (file: string, options: Given) => {
      const { add } = await import("./bring.ts");
      await run(options, (tools) => add(file, options, tools));
    });
  library
    .command("replace")
    .argument("<id>", "the article's")
    .argument("<file>", "its new version")
    .description("show what a new version changes, and publish it; old answers keep their quotes")
    .option("--title <title>", "in place of the one it has", readText(200))
    .addOption(language())
    .option("--source <source>", "in place of the one it has", readText(300))
    .addOption(yes())
    .action(async (id: string, file: string, options: Given) => {
      const { replace } = await import("./bring.ts");
      await run(options, (tools) => replace({ id, file }, options, tools));
    });
}

function addShowing(library: Command, run: Run): void {
  library
    .command("list")
    .description("list the server's own articles")
    .addOption(json())
    .action(async (options: Given) => {
      const { list } = await import("./show.ts");
      await run(options, (tools) => list(options, tools));
    });
  library
    .command("show")
    .argument("<id>", "the article's")
    .description("show an article with all its versions")
    .addOption(json())
    .action(async (id: string, options: Given) => {
      const { show } = await import("./show.ts");
      await run(options, (tools) => show(id, options, tools));
    });
  library
    .command("check")
    .description("ask all taught questions again, and tell which are still right")
    .addOption(json())
    .action(async (options: Given) => {
      const { check } = await import("./check.ts");
      await run(options, (tools) => check(options, tools));
    });
  library
    .command("history")
    .description("list the last changes, newest first")
    .action(async (options: Given) => {
      const { history } = await import("./tend.ts");
      await run(options, history);
    });
}

function addTending(library: Command, run: Run): void {
  library
    .command("rollback")
    .argument("<id>", "the article's")
    .argument("[version]", "how its version begins (default: the one before the one in use)")
    .description("show what an earlier version changes, and put it into use again")
    .addOption(yes())
    .action(async (id: string, version: string | undefined, options: Given) => {
      const { rollback } = await import("./tend.ts");
      await run(options, (tools) => rollback({ id, version }, options, tools));
    });
  library
    .command("remove")
    .argument("<id>", "the article's")
    .description("take an article out with all its versions")
    .addOption(yes())
    .action(async (id: string, options: Given) => {
      const { remove } = await import("./tend.ts");
      await run(options, (tools) => remove(id, options, tools));
    });
  library
    .command("rename")
    .argument("<id>", "the article's")
    .description("give an article another id or title")
    .option("--id <id>", "its new id")
    .option("--title <title>", "its new title", readText(200))
    .action(async (article: string, options: Given) => {
      const { rename } = await import("./tend.ts");
      await run(options, (tools) => rename(article, options, tools));
    });
  library
    .command("undo")
    .argument("[change]", "as `history` names it (default: the last one)")
    .description("take a change back, made here or in Discord")
    .action(async (change: string | undefined, options: Given) => {
      const { undo } = await import("./tend.ts");
      await run(options, (tools) => undo(change, tools));
    });
}

function addExchange(library: Command, run: Run): void {
  library
    .command("export")
    .argument("[id]", "one article alone, with what is taught of it")
    .description("write articles with all versions, taught questions, words, scopes and settings as one zip")
    .requiredOption("--out <file>", "where it is written")
    .option("--all", "also reports of gaps, and the Discord ids of those who did things")
    .action(async (id: string | undefined, options: Given & { readonly out: string }) => {
      const { exportLibrary } = await import("./exchange.ts");
      await run(options, (tools) => exportLibrary(id, options, tools));
    });
  library
    .command("import")
    .argument("<place>", "a file that `export` wrote, or a folder of articles")
    .description("bring in all of it, or nothing")
    .option("--overwrite", "also where the server has something else under the same names")
    .addOption(yes())
    .action(async (place: string, options: Given) => {
      const { importLibrary } = await import("./exchange.ts");
      await run(options, (tools) => importLibrary(place, options, tools));
    });
}

function readGuildId(text: string): string {
  if (/^\d{17,20}$/u.test(text)) return text;
  throw new InvalidArgumentError("expected an id of 17 to 20 digits");
}

function readText(most: number): (text: string) => string {
  return (text) => {
    const line = text.replaceAll(/\s+/gu, " ").trim();
    if (line.length > 0 && line.length <= most) return line;
    throw new InvalidArgumentError(`expected 1 to ${most} characters`);
  };
}

const HELP = `${writeExamples([
  "npm run library -- add rules.md --guild 123456789012345678",
  "npm run library -- list",
  "npm run library -- replace rules rules-2027.md",
  "npm run library -- export --out library.zip",
])}
What it changes can be taken back with "undo", here or in Discord; a bot that is running notices it with the next question and answers from it a moment later.
The store is the one that YUANWEN_DATA or DATABASE_URL names.

Exit codes: 0 done; 1 not agreed to, the store cannot be used, or check found a question lost or changed;\n2 used wrongly, or a file could not be read.`;
