import type { GapState } from "../../../community/gaps.ts";

/** What is said about questions that the articles lack; what is handed in is escaped already. */
export interface InboxPhrases {
  readonly sent: {
    /** Whom it reached: the inbox, and a channel where one is set. */
    readonly kept: string;
    readonly posted: (channelId: string) => string;
    readonly notPosted: (channelId: string) => string;
    /** Of a question that was looked at before. */
    readonly knownAsOutside: string;
    readonly canTakeBack: string;
    readonly noQuestion: string;
    readonly full: string;
    readonly tooMany: (most: number) => string;
  };
  readonly takeBack: {
    readonly button: string;
    readonly done: string;
    /** Where it was posted, too. */
    readonly stillPosted: string;
    readonly nothing: string;
  };
  readonly states: Readonly<Record<GapState, string>>;
  readonly list: {
    readonly all: (count: number) => string;
    readonly some: (count: number, state: string) => string;
    readonly none: string;
    readonly noneIn: (state: string) => string;
    readonly choose: string;
  };
  readonly people: (count: number) => string;
  readonly gap: {
    readonly times: (first: string, last: string) => string;
    readonly once: (at: string) => string;
    readonly versions: (versions: string) => string;
    readonly comments: string;
    readonly more: (count: number) => string;
    readonly gone: string;
  };
  readonly buttons: {
    readonly back: string;
    readonly ask: string;
    readonly answer: string;
    readonly outside: string;
    readonly dismiss: string;
    readonly reopen: string;
  };
  readonly settled: Readonly<Record<GapState, string>>;
  readonly already: string;
  readonly notAllowed: string;
  readonly summary: {
    readonly title: string;
    readonly sent: (count: number) => string;
    readonly answered: (count: number) => string;
    readonly outside: (count: number) => string;
    readonly dismissed: (count: number) => string;
    readonly open: (count: number) => string;
    readonly most: string;
    readonly where: string;
  };
}
