/** Every kind of what comes in, as invocations are told apart. */
export const eventKinds = ["command", "autocomplete", "menu", "component", "modal", "message"] as const;

/** What came of something that came in; behind the space stands why. */
export const replyOutcomes = [
  "answered",
  /** With the place that people of the server chose for the question. */
  "taught",
  "unsure",
  "declined no-words",
  "declined nothing-found",
  "declined not-covered",
  "declined unknown-language",
  "refused cooldown",
  /** Waited too long, and was told to come again. */
  "refused busy",
  /** Waited too long for any answer. */
  "refused dropped",
  "refused barred",
  /** Came before. */
  "refused repeated",
  "failed fault",
  "failed store",
  "failed attachment",
  /** Anything else that is shown: a section, a list, a setting. */
  "other",
  "silent",
] as const;

export const workOutcomes = [
  "done",
  "full",
  "called-off asker",
  "called-off restart",
  "called-off time",
  "failed",
] as const;

export const caches = ["answers", "matches", "servers", "postings"] as const;

export const storeOperations = [
  "revision",
  "revisions",
  "read",
  "change",
  "changes",
  "findChange",
  "readContent",
  "guilds",
  "dueGuilds",
  "noteTended",
  "markLeft",
  "forgetGuild",
  "forgetPerson",
  "sweep",
  /** What came in is taken upon this process, where another one may have it. */
  "claim",
] as const;

export const storeResults = ["ok", "unavailable", "read-only", "full", "busy", "opening", "fault"] as const;

export const jobKinds = ["tend", "work"] as const;

/** What became of something that one process alone does. */
export const jobSteps = [
  "taken",
  /** Another process has it, or it rests. */
  "elsewhere",
  /** Its process is gone. */
  "taken over",
  "finished",
  /** It took longer than it was held, and may be another process's by now. */
  "lost",
] as const;

/** What Discord answered a request with; `none` where it did not answer. */
export const responseClasses = ["1xx", "2xx", "3xx", "4xx", "5xx", "none"] as const;

/** Why an HTTP request was not taken for one of Discord's. */
export const verdicts = ["unsigned", "stale", "forged", "too large", "aborted", "odd"] as const;

export type EventKind = (typeof eventKinds)[number];
export type ReplyOutcome = (typeof replyOutcomes)[number];
export type EndedWork = (typeof workOutcomes)[number];
export type Cache = (typeof caches)[number];
export type StoreOperation = (typeof storeOperations)[number];
export type StoreResult = (typeof storeResults)[number];
export type JobKind = (typeof jobKinds)[number];
export type JobStep = (typeof jobSteps)[number];
export type ResponseClass = (typeof responseClasses)[number];
export type Verdict = (typeof verdicts)[number];

/** Something that happened, in words of the lists above and numbers: never a text, a person or a server. */
export type Fact =
  | { readonly kind: "event"; readonly of: EventKind }
  | { readonly kind: "reply"; readonly outcome: ReplyOutcome }
  /** From the moment that an event is handed in until its reply is there, the wait for its turn included. */
  | { readonly kind: "found"; readonly of: EventKind; readonly seconds: number }
  /** From the moment that an interaction came in until Discord has its first response. */
  | { readonly kind: "acknowledged"; readonly of: EventKind; readonly seconds: number }
  | { readonly kind: "work"; readonly outcome: EndedWork }
  | { readonly kind: "looked"; readonly cache: Cache; readonly isHit: boolean }
  | {
      readonly kind: "stored";
      readonly operation: StoreOperation;
      readonly result: StoreResult;
      readonly seconds: number;
    }
  | { readonly kind: "job"; readonly of: JobKind; readonly step: JobStep }
  /** `isInvalid` where it counts among those of which Discord takes 10,000 in ten minutes. */
  | { readonly kind: "requested"; readonly response: ResponseClass; readonly isInvalid: boolean }
  | { readonly kind: "reconnecting" }
  | { readonly kind: "turned-away"; readonly verdict: Verdict };

/** Hears of what happens, as it happens; absent means that nobody listens, and costs nothing. */
export type Observe = (fact: Fact) => void;
