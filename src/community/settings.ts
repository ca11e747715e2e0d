import type { MadeChange, Plan } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import { type SettingsRecord, settingsRecord } from "./records.ts";

/** What holds where neither the server nor whoever runs the bot says anything. */
export const builtIn = { quotesPerAnswer: 3, cooldownSeconds: 3, leftDays: 30 } as const;

/** What whoever runs the bot has set for all servers. */
export interface Defaults {
  readonly quotesPerAnswer: number;
  readonly cooldownSeconds: number;
  /** Of any servers. */
  readonly forumChannels: ReadonlySet<string>;
  readonly gapChannel?: string | undefined;
  /** How long what a server has is kept after the bot was removed from it, in days. */
  readonly leftDays: number;
}

export const builtInDefaults: Defaults = { ...builtIn, forumChannels: new Set() };

/** Everything that can be set, in the order in which it is shown. */
export const settingNames = [
  "quotesPerAnswer",
  "cooldownSeconds",
  "private",
  "locale",
  "threads",
  "gapChannel",
  "weeklySummary",
  "forumChannels",
  "teachers",
] as const satisfies readonly (keyof SettingsRecord)[];
export type SettingName = (typeof settingNames)[number];

/** What holds in a server. */
export interface SettingsInForce {
  readonly quotesPerAnswer: number;
  readonly cooldownSeconds: number;
  readonly private: boolean;
  /** Absent means each in their own language. */
  readonly locale: SettingsRecord["locale"];
  readonly threads: boolean;
  readonly gapChannel: string | undefined;
  readonly weeklySummary: boolean;
  /** The server's own, beside those that are set for all servers. */
  readonly forumChannels: readonly string[];
  readonly teachers: readonly string[];
}

/** The key of a server's settings. */
const key = "server";

/** Reads what a server itself has set. */
export function settingsOf({ settings }: Pick<GuildState, "settings">): SettingsRecord {
  return settings.get(key) ?? {};
}

/** Finds what holds in a server. */
export function settingsInForce(set: SettingsRecord, defaults: Defaults): SettingsInForce {
  return {
    quotesPerAnswer: set.quotesPerAnswer ?? defaults.quotesPerAnswer,
    cooldownSeconds: set.cooldownSeconds ?? defaults.cooldownSeconds,
    private: set.private ?? false,
    locale: set.locale,
    threads: set.threads ?? true,
    gapChannel: set.gapChannel ?? defaults.gapChannel,
    weeklySummary: set.weeklySummary ?? false,
    forumChannels: set.forumChannels ?? [],
    teachers: set.teachers ?? [],
  };
}

/** Where a value comes from. */
export type SettingOrigin = "server" | "environment" | "built-in";

/** Tells where what holds in a server was set; what whoever runs the bot leaves as it is built in counts as that. */
export function originOf(name: SettingName, set: SettingsRecord, defaults: Defaults): SettingOrigin {
  if (set[name] !== undefined) return "server";
  const isElsewhere =
    (name === "gapChannel" && defaults.gapChannel !== undefined) ||
    ((name === "quotesPerAnswer" || name === "cooldownSeconds") && defaults[name] !== builtIn[name]);
  return isElsewhere ? "environment" : "built-in";
}

/** Tells whether new posts of a forum get a first answer. */
export function isForum(set: SettingsRecord, defaults: Defaults, channel: string): boolean {
  return defaults.forumChannels.has(channel) || set.forumChannels?.includes(channel) === true;
}

/** Sets what is given; what is given as undefined is as the environment says again. */
export function planSettings(state: GuildState, given: Partial<SettingsRecord>): Plan<"unchanged"> {
  const before = settingsOf(state);
  const changed = settingNames.filter(
    (name) => name in given && JSON.stringify(given[name]) !== JSON.stringify(before[name]),
  );
  if (changed.length === 0) return { kind: "refused", refusal: "unchanged" };
  const set = Object.entries({ ...before, ...given }).filter(([, value]) => value !== undefined);
  const value = set.length === 0 ? undefined : settingsRecord.parse(Object.fromEntries(set));
  return {
    kind: "change",
    name: "settings-set",
    subject: changed.join(", "),
    writes: [writeRecord(state, "settings", { key, value })],
  };
}

/** Reads what a server had set before a change and has set since. */
export function readSettingsChange({ writes }: MadeChange): Readonly<Record<"before" | "after", SettingsRecord>> {
  const written = writes.find((write) => write.kind === "settings" && write.key === key);
  return {
    before: settingsRecord.parse(written?.before ?? {}),
    after: settingsRecord.parse(written?.after ?? {}),
  };
}

/** Lists of ids that grow and shrink one by one. */
export type ListSetting = "forumChannels" | "teachers";
const mostListed = { forumChannels: 50, teachers: 25 } as const;

/** Adds an id to a list. */
export function planAddTo(state: GuildState, name: ListSetting, id: string): Plan<"listed" | "full" | "unchanged"> {
  const listed = settingsOf(state)[name] ?? [];
  if (listed.includes(id)) return { kind: "refused", refusal: "listed" };
  if (listed.length >= mostListed[name]) return { kind: "refused", refusal: "full" };
  return planSettings(state, { [name]: [...listed, id] });
}

/** Takes an id out of a list. */
export function planTakeFrom(state: GuildState, name: ListSetting, id: string): Plan<"not-listed" | "unchanged"> {
  const listed = settingsOf(state)[name] ?? [];
  if (!listed.includes(id)) return { kind: "refused", refusal: "not-listed" };
  const rest = listed.filter((each) => each !== id);
  return planSettings(state, { [name]: rest.length > 0 ? rest : undefined });
}
