import type { ChangeName } from "../../../community/change.ts";
import type { SettingName, SettingOrigin } from "../../../community/settings.ts";
import type { Locale } from "../../locale.ts";

/** What is said about a server's settings, scopes, words and data; what is handed in is escaped already. */
export interface ServerPhrases {
  /** To somebody who presses a button that is for those who run the server. */
  readonly forManagers: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly settings: {
    readonly title: string;
    readonly names: Readonly<Record<SettingName, string>>;
    readonly origins: Readonly<Record<SettingOrigin, string>>;
    readonly legend: string;
    readonly seconds: (count: number) => string;
    readonly ownLanguage: string;
    readonly languages: Readonly<Record<Locale, string>>;
    readonly alsoForums: string;
    readonly nothingGiven: string;
    readonly unchanged: string;
    readonly changed: string;
    readonly listed: string;
    readonly notListed: string;
    /** A forum that whoever runs the bot has chosen for all servers. */
    readonly fromEnvironment: string;
    readonly full: string;
    readonly needsGapChannel: string;
    readonly tryGapChannel: (channel: string) => string;
    readonly cannotWrite: (channel: string, permissions: readonly string[]) => string;
    /** To somebody who presses the button below an older answer. */
    readonly noThreads: string;
    readonly nothingSet: string;
    readonly confirmReset: string;
    readonly reset: string;
  };
  readonly history: {
    readonly title: string;
    readonly none: string;
    readonly nobody: string;
    readonly names: Readonly<Record<ChangeName, string>>;
    readonly choose: string;
    readonly undone: (what: string) => string;
    readonly unknown: string;
    readonly changedSince: string;
    /** Of changes that are kept but not listed. */
    readonly older: (count: number) => string;
    readonly days: (count: number) => string;
  };
  readonly scope: {
    readonly server: string;
    readonly line: (place: string, articles: string, roles: string) => string;
    readonly any: string;
    readonly everybody: string;
    readonly gone: (ids: string) => string;
    readonly nothingLeft: string;
    readonly title: string;
    readonly nothingSet: string;
    readonly legend: string;
    readonly set: string;
    readonly cleared: (place: string) => string;
    readonly unchanged: string;
    readonly full: string;
    readonly notSet: (place: string) => string;
    readonly noArticle: string;
    readonly unknown: (given: string, known: readonly string[]) => string;
    readonly tooMany: (most: number) => string;
    readonly more: (count: number) => string;
  };
  readonly words: {
    readonly refused: Readonly<
      Record<
        "no-readers-words" | "no-article-words" | "same-words" | "too-long" | "full" | "repeated" | "unknown",
        string
      >
    >;
    readonly checking: (count: number) => string;
    readonly progress: (done: number) => string;
    readonly stop: string;
    readonly added: string;
    readonly removed: string;
    readonly nothingChanges: (asked: number) => string;
    readonly wouldChange: (changed: number, asked: number) => string;
    readonly partly: (asked: number, touched: number) => string;
    readonly taught: Readonly<Record<"gained" | "lost" | "neither", string>>;
    readonly nowhere: (words: readonly string[]) => string;
    /** Of readers' words that no question is searched for. */
    readonly neverSought: (words: readonly string[]) => string;
    /** Above open gaps that would come nearer to an answer. */
    readonly gapsNearer: (count: number) => string;
    readonly nothing: string;
    readonly add: string;
    readonly drop: string;
    readonly dropped: string;
    readonly title: (count: number) => string;
    readonly empty: string;
  };
  readonly privacy: {
    readonly outside: string;
    readonly never: string;
    readonly person: string;
    readonly nothingOfYou: string;
    readonly articles: (count: number, names: string) => string;
    readonly taught: (count: number) => string;
    readonly words: (count: number) => string;
    readonly gaps: (count: number) => string;
    readonly changes: (count: number) => string;
    readonly server: string;
    readonly nothingOfServer: string;
    readonly counts: (counts: {
      readonly articles: number;
      readonly versions: number;
      readonly megabytes: string;
      readonly taught: number;
      readonly words: number;
      readonly scopes: number;
      readonly gaps: number;
      readonly drafts: number;
    }) => string;
    readonly whoSees: string;
    readonly howLong: (undoDays: number, leftDays: number) => string;
    readonly how: string;
    readonly confirmPerson: string;
    readonly forgetMe: string;
    readonly forgotten: string;
    readonly formTitle: string;
    /** At most 45 characters. */
    readonly formLabel: (word: string) => string;
    readonly formWord: string;
    readonly wrongWord: (word: string) => string;
    readonly serverForgotten: string;
  };
}
