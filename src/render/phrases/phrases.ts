import type { TypographicKind } from "../../answer/compare-wording.ts";
import type { Utterance } from "../../answer/utterance.ts";
import type { Permission } from "../permission.ts";
import type { PlacePhrases } from "./places/place-phrases.ts";
import type { InboxPhrases } from "./inbox/inbox-phrases.ts";
import type { TeachPhrases } from "./teach/teach-phrases.ts";
import type { LibraryPhrases } from "./library/library-phrases.ts";
import type { ServerPhrases } from "./server/server-phrases.ts";

/** What the bot says around its commands in one language; what is handed in is escaped already. */
export interface Phrases {
  readonly buttons: {
    readonly earlier: string;
    readonly later: string;
    readonly wider: string;
    readonly narrower: string;
    readonly copy: string;
    readonly share: string;
    readonly thread: string;
    readonly source: string;
    readonly gap: string;
    readonly previousPage: string;
    readonly nextPage: string;
    readonly previousSection: string;
    readonly nextSection: string;
    readonly hideNumbers: string;
    readonly showNumbers: string;
    readonly read: string;
    /** Shows the buttons that there is no room for. */
    readonly more: string;
    /** Shows the usual ones again. */
    readonly back: string;
  };
  /** What something is called, and what it is. */
  readonly labelled: (label: string, value: string) => string;
  /** Of an answer whose article is another by now, and of whose version nothing is kept. */
  readonly changed: string;
  /** Of a summary or the like, which is made of the version in use alone. */
  readonly replaced: string;
  /** Above a quote of a version that is no longer in use. */
  readonly oldVersion: (hash: string) => string;
  readonly sharedBy: (userId: string) => string;
  readonly noArticle: string;
  readonly noSuchArticle: (titles: readonly string[]) => string;
  readonly whichArticle: (ids: readonly string[]) => string;
  readonly thread: {
    /** Said in a new thread, by what the bot may read there. */
    readonly all: string;
    readonly addressed: string;
    readonly none: string;
    /** Above what was quoted of a version that is no longer in use, and where it is not kept. */
    readonly quotedThen: string;
    readonly changedSince: string;
    readonly done: (threadId: string) => string;
    readonly exists: (threadId: string) => string;
    readonly forbidden: string;
    readonly failed: string;
    readonly untitled: string;
  };
  readonly gap: {
    readonly title: string;
    readonly question: string;
    readonly comment: string;
    readonly placeholder: string;
    readonly done: string;
    readonly failed: string;
    readonly report: (userId: string, version: string) => string;
  };
  readonly inbox: InboxPhrases;
  readonly search: {
    readonly found: (count: number) => string;
    readonly partly: (count: number) => string;
    /** Of a long article, of which not all was looked through. These stand in one line with others. */
    readonly foundFirst: (count: number) => string;
    readonly partlyFirst: (count: number) => string;
    readonly noneSoFar: string;
    readonly none: string;
    readonly noWords: string;
    readonly headings: (references: string) => string;
  };
  readonly page: (page: number, pages: number) => string;
  /** Of more pages, where the buttons that lead to them have no room for what was looked for. */
  readonly onlyFirstPage: string;
  /** Of what a list or message leaves out. */
  readonly more: (count: number) => string;
  /** Of lines for which a message has no room. */
  readonly moreLines: (count: number) => string;
  readonly outline: {
    readonly choose: string;
    readonly sentences: (count: number) => string;
  };
  readonly read: {
    readonly subsections: string;
    readonly moreSubsections: (count: number) => string;
    readonly empty: string;
    readonly tooLong: (reference: string) => string;
  };
  readonly reference: {
    readonly invalid: (input: string, example: string) => string;
    readonly noSection: (asked: number, first: number, last: number) => string;
    readonly noSubsection: (within: string, asked: number, last: number) => string;
    readonly noParagraph: (within: string, asked: number, last: number) => string;
    readonly noSentence: (within: string, asked: number, last: number) => string;
    readonly unborne: (written: string) => string;
    readonly tooMany: (most: number) => string;
  };
  readonly cite: {
    readonly choose: string;
    readonly forms: Readonly<Record<"plain" | "markdown" | "gbt7714" | "apa" | "bibtex", string>>;
    readonly quoteTooLong: string;
  };
  readonly verify: {
    readonly empty: string;
    readonly absent: string;
    readonly verbatim: string;
    readonly verbatimPart: string;
    readonly outside: string;
    readonly places: (count: number) => string;
    readonly typographic: (kinds: readonly string[]) => string;
    readonly changed: string;
    readonly kinds: Readonly<Record<TypographicKind, string>>;
    readonly differences: string;
    readonly added: (word: string) => string;
    readonly missing: (word: string) => string;
    readonly more: (count: number) => string;
    readonly article: string;
    readonly cited: {
      readonly here: (reference: string) => string;
      readonly partly: (reference: string, actual: string) => string;
      readonly elsewhere: (reference: string, actual: string) => string;
      readonly nowhere: (reference: string) => string;
    };
  };
  readonly summary: string;
  /** Of a long article that nobody has asked for a summary before. */
  readonly summaryUnderWay: string;
  readonly random: string;
  readonly article: {
    readonly source: string;
    readonly version: string;
    readonly date: string;
    readonly attribution: string;
    readonly language: string;
    readonly counts: (sections: number, paragraphs: number, sentences: number) => string;
    readonly leftOut: (count: number) => string;
    readonly languages: Readonly<Record<"zh" | "en", string>>;
    /** Of more articles than a message names. */
    readonly more: (count: number) => string;
    readonly unknown: string;
    /** What the text was read out of. */
    readonly format: string;
    readonly original: string;
  };
  readonly help: {
    readonly what: (titles: readonly string[]) => string;
    readonly moreArticles: (count: number) => string;
    readonly commands: readonly string[];
    readonly readable: Readonly<Record<"all" | "addressed" | "none", string>>;
    readonly examples: string;
    readonly short: string;
    readonly permissions: {
      readonly all: string;
      readonly channel: (names: readonly string[]) => string;
      readonly threads: (names: readonly string[]) => string;
      readonly names: Readonly<Record<Permission, string>>;
    };
  };
  /** Said before the short help to whoever gave no question where one was expected. */
  readonly noQuestion: Readonly<Record<Exclude<Utterance, "question">, string>>;
  readonly menu: { readonly noText: string };
  readonly places: PlacePhrases;
  readonly library: LibraryPhrases;
  readonly server: ServerPhrases;
  readonly teach: TeachPhrases;
}
