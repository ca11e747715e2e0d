import type { Plan, Write } from "./change.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import type { GapRecord } from "./records.ts";

/** So many gaps a server keeps. */
export const mostGaps = 1000;
/** So many open ones may be of one person alone, or one could fill the inbox. */
export const mostOfOne = 50;
const mostComments = 20;
/** So many comments on one question are kept of one person, or theirs would take the place of others'. */
const mostCommentsOfOne = 3;
const mostAskers = 1000;

export type GapState = GapRecord["state"];

/** A question as its asker sent it. */
export interface SentGap {
  readonly key: string;
  readonly question: string;
  /** Empty where there is none. */
  readonly comment: string;
  readonly versions: readonly string[];
  readonly by: string;
  readonly at: number;
}

/**
 * Puts a question into the inbox, or counts it where equal words are there already.
 *
 * What was answered is open again, for its asker did not find the answer; what was dismissed or stands outside the article stays
 * so. A full inbox makes room by what is settled: first the dismissed, the oldest of them first, and never what is open.
 */
export function sendGap(state: GuildState, sent: SentGap): Plan<"full" | "too-many" | "already"> {
  const known = state.gap.get(sent.key);
  if (known && addsNothing(known, sent)) return { kind: "refused", refusal: "already" };
  if (!known && countOwn(state, sent.by) >= mostOfOne) return { kind: "refused", refusal: "too-many" };
  const room = known ? [] : makeRoom(state);
  if (!room) return { kind: "refused", refusal: "full" };
  const write = writeRecord(state, "gap", { key: sent.key, value: known ? countAgain(known, sent) : openGap(sent) });
  return { kind: "change", name: "gap-sent", subject: nameOf(sent.key), writes: [...room, write] };
}

/** Takes out what one person sent: the whole gap where nobody else sent it. */
export function takeBackGap(state: GuildState, key: string, person: string): Plan<"unknown"> {
  const write = forgetIn(state, key, person);
  if (!write) return { kind: "refused", refusal: "unknown" };
  return { kind: "change", name: "gap-taken-back", subject: nameOf(key), writes: [write] };
}

/** Takes out all that one person sent. */
export function forgetInGaps(state: GuildState, person: string): readonly Write[] {
  return [...state.gap.keys()].flatMap((key) => forgetIn(state, key, person) ?? []);
}

export interface Settling {
  readonly to: GapState;
  readonly at: number;
}

/** Gives a gap another state. */
export function settleGap(state: GuildState, key: string, { to, at }: Settling): Plan<"unknown" | "already"> {
  const gap = state.gap.get(key);
  if (!gap) return { kind: "refused", refusal: "unknown" };
  if (gap.state === to) return { kind: "refused", refusal: "already" };
  const write = writeRecord(state, "gap", { key, value: { ...gap, state: to, settled: at } });
  return { kind: "change", name: "gap-settled", subject: nameOf(key), writes: [write] };
}

/** What teaching a question changes in the inbox: the gap of equal words is answered. */
export function answerGap(state: GuildState, key: string, at: number): readonly Write[] {
  const settling = settleGap(state, key, { to: "answered", at });
  return settling.kind === "change" ? settling.writes : [];
}

export interface ListedGap extends GapRecord {
  readonly key: string;
}

/** Lists gaps, those of most people first, of as many the newest. */
export function listGaps({ gap }: GuildState, filter: GapState | "all"): ListedGap[] {
  return [...gap]
    .map(([key, record]) => ({ ...record, key }))
    .filter(({ state }) => filter === "all" || state === filter)
    .toSorted((a, b) => b.count - a.count || b.last - a.last);
}

function openGap({ question, comment, versions, by, at }: SentGap): GapRecord {
  return {
    question,
    comments: comment === "" ? [] : [{ by, text: comment }],
    askers: [by],
    count: 1,
    state: "open",
    first: at,
    last: at,
    versions: [...versions],
  };
}

/** The trail is no place for what one person sends again and again. */
function addsNothing(gap: GapRecord, sent: SentGap): boolean {
  return gap.state !== "answered" && gap.askers.includes(sent.by) && !isCommentKept(gap, sent);
}

function isCommentKept({ comments }: GapRecord, { comment, by }: SentGap): boolean {
  const own = comments.filter((each) => each.by === by);
  return comment !== "" && own.length < mostCommentsOfOne && own.every(({ text }) => text !== comment);
}

function countAgain(gap: GapRecord, sent: SentGap): GapRecord {
  const { comment, versions, by, at } = sent;
  const isNew = !gap.askers.includes(by);
  return {
    ...gap,
    state: gap.state === "answered" ? "open" : gap.state,
    comments: isCommentKept(gap, sent) ? [...gap.comments, { by, text: comment }].slice(-mostComments) : gap.comments,
    askers: isNew && gap.askers.length < mostAskers ? [...gap.askers, by] : gap.askers,
    count: gap.count + (isNew ? 1 : 0),
    last: at,
    versions: [...versions],
  };
}

/** Counts the open gaps that nobody but one person sent. */
function countOwn({ gap }: GuildState, person: string): number {
  const open = [...gap.values()].filter(({ state }) => state === "open");
  return open.filter(({ askers }) => askers.length === 1 && askers[0] === person).length;
}

const firstToGo: readonly GapState[] = ["dismissed", "answered", "outside"];

/** What has to go for one more gap; gives nothing where all are open. */
function makeRoom(state: GuildState): readonly Write[] | undefined {
  if (state.gap.size < mostGaps) return [];
  const settled = [...state.gap].filter(([, gap]) => gap.state !== "open");
  const [oldest] = settled.toSorted(
    ([, a], [, b]) => firstToGo.indexOf(a.state) - firstToGo.indexOf(b.state) || a.last - b.last,
  );
  return oldest && [writeRecord(state, "gap", { key: oldest[0], value: undefined })];
}

function forgetIn(state: GuildState, key: string, person: string): Write | undefined {
  const gap = state.gap.get(key);
  const isOne = gap?.askers.includes(person) === true || gap?.comments.some(({ by }) => by === person) === true;
  if (!gap || !isOne || person === "") return undefined;
  const askers = gap.askers.filter((asker) => asker !== person);
  const comments = gap.comments.filter(({ by }) => by !== person);
  const value = gap.count > 1 ? { ...gap, askers, comments, count: gap.count - 1 } : undefined;
  return writeRecord(state, "gap", { key, value });
}

/** In the trail a question is named by its key alone: whoever takes it back shall find it nowhere. */
function nameOf(key: string): string {
  return `gap ${key.slice(0, 8)}`;
}
