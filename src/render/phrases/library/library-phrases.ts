import type { DraftRefusal } from "../../../community/draft.ts";
import type { PublishRefusal } from "../../../community/publish.ts";
import type { RenameRefusal } from "../../../community/rename.ts";
import type { RollbackRefusal } from "../../../community/rollback.ts";

/** What is said about a server's own articles; what is handed in is escaped already. */
export interface LibraryPhrases {
  /** Where the program has no store, or the command came from outside of a server. */
  readonly nothingKept: string;
  /** Where there is a store, and still no file can be brought. */
  readonly noFiles: string;
  readonly notYours: string;
  readonly noSuchArticle: (ids: readonly string[]) => string;
  readonly undo: string;
  readonly undone: (subject: string) => string;
  /** What an article is once a change was taken back. */
  readonly notAsked: (id: string) => string;
  readonly askedAgain: (id: string) => string;
  readonly inUseNow: (id: string, version: string) => string;
  readonly undoRefused: Readonly<Record<"unknown" | "changed-since", string>>;
  readonly list: {
    readonly none: string;
    readonly listed: (count: number) => string;
    readonly line: (versions: number, sentences: number) => string;
    readonly drafts: (count: number) => string;
    /** What the store lost. */
    readonly unreadable: (names: string) => string;
  };
  readonly bring: {
    readonly noAttachment: string;
    readonly choose: string;
    readonly chooseAgain: string;
    readonly fetching: (name: string) => string;
    /** In per cent; absent before anything is known. */
    readonly reading: (name: string, share?: number) => string;
    readonly comparing: string;
    readonly stop: string;
    /** Above what the reader says, which is English. */
    readonly unreadable: string;
    readonly refused: (refusal: DraftRefusal, article: string) => string;
    readonly badId: string;
  };
  readonly draft: {
    readonly ready: string;
    readonly replaces: string;
    readonly facts: (sections: number, sentences: number, leftOut: number) => string;
    readonly languages: Readonly<Record<"zh" | "en", string>>;
    readonly begins: string;
    readonly headings: string;
    readonly questions: string;
    readonly fewSentences: (count: number) => string;
    readonly sameText: (articles: readonly string[]) => string;
    readonly replacesByName: (id: string) => string;
    readonly waits: string;
    readonly publish: string;
    readonly drop: string;
    readonly publishing: (id: string) => string;
    readonly published: (title: string, id: string) => string;
    readonly replaced: (title: string, id: string) => string;
    readonly dropped: string;
    readonly refused: (refusal: PublishRefusal) => string;
  };
  readonly changes: {
    readonly same: string;
    readonly counts: (counts: ChangeCounts) => string;
    readonly altered: string;
    readonly added: string;
    readonly removed: string;
    readonly moved: string;
    readonly sectionsAdded: (headings: readonly string[]) => string;
    readonly sectionsRemoved: (headings: readonly string[]) => string;
    readonly taughtLost: (questions: readonly string[], count: number) => string;
    readonly taughtFound: (count: number) => string;
    readonly words: (lines: readonly string[], count: number) => string;
    readonly whole: string;
  };
  readonly show: {
    readonly inUse: string;
    readonly version: (sections: number, sentences: number) => string;
    readonly source: string;
    readonly formerIds: (ids: readonly string[]) => string;
    readonly taught: (count: number, lost: number) => string;
    readonly scopes: (channels: readonly string[], isDefault: boolean) => string;
    readonly more: (count: number) => string;
    readonly weighs: (megabytes: string, of: string) => string;
  };
  readonly rollback: {
    readonly done: (id: string, version: string) => string;
    readonly refused: Readonly<Record<RollbackRefusal, string>>;
  };
  readonly remove: {
    readonly confirm: (title: string, id: string, versions: number) => string;
    readonly button: string;
    readonly keep: string;
    readonly kept: string;
    readonly done: (id: string) => string;
  };
  readonly rename: {
    readonly done: (id: string, title: string) => string;
    readonly refused: Readonly<Record<RenameRefusal, string>>;
  };
  readonly export: {
    readonly fetching: string;
    readonly done: (name: string) => string;
    /** Of the whole server as one archive. */
    readonly all: string;
    readonly lost: string;
    readonly tooLarge: (megabytes: string) => string;
  };
  readonly verify: {
    /** Behind a verdict on the articles as they are: `date` is Discord's. */
    readonly stood: (version: { readonly title: string; readonly date: string; readonly hash: string }) => string;
    readonly present: string;
  };
}

export interface ChangeCounts {
  readonly altered: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly same: number;
}
