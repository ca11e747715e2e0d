import { Command } from "commander";
import { ApplicationCommandType, REST, Routes } from "discord.js";
import { commands as allCommands, menus } from "../commands/all.ts";
import type { CommandDeclaration, MenuDeclaration } from "./command.ts";
import { readConfig } from "./config.ts";
import type { DiscordFault } from "./discord/discord-fault.ts";
import { isPassing, readFault } from "./discord/discord-fault.ts";
import { tryAgain } from "./discord/try-again.ts";
import { withEnvFile } from "./env-file.ts";
import { explainMistakes, explainMissingToken, explainNotes } from "./explain-config.ts";
import { readCommandLine } from "./read-command-line.ts";
import { outliveOutput } from "./watch-process.ts";

type Declaration = CommandDeclaration | MenuDeclaration;

export interface DeployOptions {
  readonly token: string;
  /** Without the version. */
  readonly apiUrl: string;
  /** Asked of Discord where absent. */
  readonly applicationId: string | undefined;
  /** Registers in this guild only, where it takes effect at once; absent means everywhere. */
  readonly guildId: string | undefined;
  readonly commands: readonly Declaration[];
}

/** What a deployment did, by how people see the commands: `/ask`, `“Find in the article”`. */
export interface Deployment {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** Discord's own pauses are told to whoever waits at the terminal; discord.js would keep them in silence. */
const rejectOnRateLimit = ["/"];

/** Registers exactly the given commands in one bulk overwrite and tells what that changed. */
export async function deployCommands(options: DeployOptions): Promise<Deployment> {
  const rest = new REST({ api: options.apiUrl, rejectOnRateLimit }).setToken(options.token);
  const application = options.applicationId ?? (await fetchApplicationId(rest));
  const route = options.guildId
    ? Routes.applicationGuildCommands(application, options.guildId)
    : Routes.applicationCommands(application);
  const query = new URLSearchParams({ with_localizations: "true" });
  const before = namedObjects(await rest.get(route, { query }));
  await rest.put(route, { body: options.commands });
  return compare(before, options.commands, options.guildId !== undefined);
}

/** Says a deployment in one line. */
export function describeDeployment(deployment: Deployment, guildId: string | undefined): string {
  const parts = Object.entries(deployment)
    .filter(([, names]) => names.length > 0)
    .map(([change, names]) => `${change}: ${names.join(", ")}`);
  return `commands ${guildId ? `in guild ${guildId}` : "everywhere"} · ${parts.join(" · ") || "none"}`;
}

async function fetchApplicationId(rest: REST): Promise<string> {
  const application = await rest.get(Routes.currentApplication());
  if (isObject(application) && typeof application["id"] === "string") return application["id"];
  throw new Error("Discord did not tell the application's id; set DISCORD_APPLICATION_ID");
}

type NamedObjects = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

function namedObjects(list: unknown): NamedObjects {
  const objects = Array.isArray(list) ? list.filter(isObject) : [];
  return new Map(objects.map((object) => [shownName(object), object]));
}

function shownName({ type, name }: { readonly type?: unknown; readonly name?: unknown }): string {
  const isSlashCommand = type === undefined || type === ApplicationCommandType.ChatInput;
  return isSlashCommand ? `/${String(name)}` : `“${String(name)}”`;
}

function compare(before: NamedObjects, after: readonly Declaration[], inGuild: boolean): Deployment {
  const names = after.map(shownName);
  const isSame = (command: Declaration) => {
    const old = before.get(shownName(command));
    return old !== undefined && canonical(old, inGuild) === canonical(command, inGuild);
  };
  const known = after.filter((command) => before.has(shownName(command)));
  return {
    added: names.filter((name) => !before.has(name)),
    changed: known.filter((command) => !isSame(command)).map(shownName),
    removed: [...before.keys()].filter((name) => !names.includes(name)),
    unchanged: known.filter(isSame).map(shownName),
  };
}

/** What Discord adds of its own, and what it keeps for global commands only. */
const ownFields = ["id", "application_id", "guild_id", "version", "dm_permission", "default_permission"];
const globalFields = ["contexts", "integration_types"];

/** Writes a command so that it compares equal however Discord orders its fields and whatever it leaves empty. */
function canonical(command: object, inGuild: boolean): string {
  const skipped = new Set(inGuild ? [...ownFields, ...globalFields] : ownFields);
  const kept = Object.entries(command).filter(([name]) => !skipped.has(name));
  return JSON.stringify(sortAndPrune(Object.fromEntries(kept)));
}

function sortAndPrune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortAndPrune);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, field]) => !isEmpty(field));
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sortAndPrune(field)]),
  );
}

function isEmpty(field: unknown): boolean {
  return field === undefined || field === null || field === false || (Array.isArray(field) && field.length === 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function tellPause(fault: DiscordFault, milliseconds: number): void {
  process.stderr.write(`waiting ${Math.ceil(milliseconds / 1000)} s for Discord: ${tellFault(fault)}\n`);
}

function tellFault({ status, reason }: DiscordFault): string {
  return status === undefined || reason.startsWith(String(status)) ? reason : `${status} ${reason}`;
}

/** What helps, by the status that Discord answers with. */
const remedies: Readonly<Record<number, string>> = {
  401: "set DISCORD_TOKEN anew",
  403: "the bot must be in the server of DISCORD_GUILD_ID, invited with the scope applications.commands",
  404: "look at DISCORD_APPLICATION_ID, DISCORD_GUILD_ID and DISCORD_API_URL",
};

function explainFailure(error: unknown): string {
  const fault = readFault(error);
  const remedy = isPassing(error) ? "Discord cannot be reached: try again later" : remedies[fault.status ?? 0];
  return remedy === undefined ? tellFault(fault) : `${tellFault(fault)}; ${remedy}`;
}

async function main(): Promise<number> {
  const program = new Command("npm run deploy --").description(
    "Tells Discord of the bot's commands: everywhere, or in the guild DISCORD_GUILD_ID alone. Settings stand in .env.",
  );
  const line = readCommandLine(program, process.argv.slice(2));
  if (line.kind === "exit") return line.code;
  const { environment, mistakes, notes } = withEnvFile(process.env, process.cwd());
  process.stderr.write(explainNotes(notes));
  const result = readConfig(environment, mistakes);
  if (result.kind === "mistakes") {
    process.stderr.write(explainMistakes(result.mistakes));
    return 1;
  }
  const { token, apiUrl, applicationId, guildId } = result.config.discord;
  if (token === undefined) {
    process.stderr.write(explainMissingToken());
    return 1;
  }
  const commands = [...allCommands, ...menus].map(({ declaration }) => declaration);
  try {
    const deploy = () => deployCommands({ token, apiUrl, applicationId, guildId, commands });
    const deployment = await tryAgain(deploy, { attempts: 4, longestPause: 60_000, onWait: tellPause });
    process.stdout.write(`${describeDeployment(deployment, guildId)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`not deployed: ${explainFailure(error)}\n`);
    return 1;
  }
}

if (import.meta.main) {
  outliveOutput(process);
  process.exitCode = await main();
}
