import { ApplicationCommandType, REST, Routes } from "discord.js";
import type { CommandDeclaration, MenuDeclaration } from "../command.ts";
import type { DiscordFault } from "./discord-fault.ts";
import { isPassing, readFault } from "./discord-fault.ts";
import { tryAgain } from "./try-again.ts";

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

/** Deploys, trying again where Discord is away, which is told as it happens; gives one line on what was done, or throws. */
export async function deployPatiently(options: DeployOptions, tell: (line: string) => void): Promise<string> {
  const onWait = (fault: DiscordFault, milliseconds: number): void =>
    tell(`waiting ${Math.ceil(milliseconds / 1000)} s for Discord: ${tellFault(fault)}`);
  const deploy = () => deployCommands(options);
  const deployment = await tryAgain(deploy, { attempts: 4, longestPause: 60_000, onWait });
  return describeDeployment(deployment, options.guildId);
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

/** Says in one line why nothing was deployed, and what helps. */
export function explainUndeployed(error: unknown): string {
  const fault = readFault(error);
  const remedy = isPassing(error) ? "Discord cannot be reached: try again later" : remedies[fault.status ?? 0];
  return remedy === undefined ? tellFault(fault) : `${tellFault(fault)}; ${remedy}`;
}
