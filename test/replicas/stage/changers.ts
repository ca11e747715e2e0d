import { setTimeout as wait } from "node:timers/promises";
import { press, slashCommand, type Where } from "../../../src/local-discord/interactions.ts";
import { ids } from "../../../src/local-discord/world.ts";
import type { Seen, Witness } from "./witness.ts";

/** A version of an article that was confirmed to be in use from now on. */
export interface InUse {
  readonly where: Where;
  readonly name: string;
  readonly version: number;
}

export interface Changing {
  readonly witness: Witness;
  readonly url: string;
  readonly signal: AbortSignal;
  /** In milliseconds between two things that somebody does. */
  readonly pause: number;
  readonly confirm: (guild: string, change: string) => void;
  readonly hear: (seen: Seen, sent: object) => void;
  readonly inUse?: (version: InUse) => void;
}

const managing = String((1n << 40n) - 1n);
const firstGuild = 400_000_000_000_000_000n;
/** A server keeps only so many versions and drafts: after so many rounds another one is tended. */
const rounds = 12;

/** The server that somebody tends in a round. */
export function tended(person: number, round: number): string {
  return String(firstGuild + BigInt(person) * 100_000n + BigInt(Math.floor(round / rounds)));
}

/** The words of an article's version, which tell it from all others. */
export function ruleOf(name: string, version: number): string {
  return `Rule ${version} of ${name} is kind.`;
}

/** Somebody publishes an article, teaches of it, replaces it and changes settings, again and again, until called off. */
export async function change(person: number, changing: Changing): Promise<void> {
  for (let round = 0; !changing.signal.aborted; round += rounds) {
    const guild = tended(person, round);
    await tend(
      { guild, channel: { id: ids.channel, type: 0 }, permissions: managing },
      `a${person}x${round}`,
      changing,
    );
  }
}

async function tend(where: Where, name: string, changing: Changing): Promise<void> {
  const { signal } = changing;
  await bring(where, { name, subcommand: "add", version: 0 }, changing);
  for (let version = 1; version < rounds && !signal.aborted; version += 1) {
    const options = { question: `Which rule ${version} holds?`, reference: "§1 ¶1:1", article: name };
    await act(slashCommand({ ...where, name: "teach", options }), where, changing);
    const set = { options: { quotes: 1 + (version % 10) }, types: { quotes: 4 } };
    await act(slashCommand({ ...where, name: "settings", subcommand: "set", ...set }), where, changing);
    await bring(where, { name, subcommand: "replace", version }, changing);
  }
}

interface Version {
  readonly name: string;
  readonly subcommand: string;
  readonly version: number;
}

async function bring(where: Where, { name, subcommand, version }: Version, changing: Changing): Promise<void> {
  const text = `# Rules ${name}\n\n${ruleOf(name, version)} ${"Nobody runs in the halls. ".repeat(40)}`;
  const attachments = { file: changing.witness.attach(`${name}.md`, text) };
  const add = slashCommand({ ...where, name: "library", subcommand, options: { id: name }, attachments });
  const draft = await act(add, where, changing);
  const customId = /\d+:publish:[^"]*/u.exec(draft.last ?? "")?.[0];
  // There may be too much to do at once, or nowhere to keep it.
  if (customId === undefined) return;
  const published = await act(press({ ...where, customId, message: { id: draft.id } }), where, changing);
  if (changeOf(published) !== undefined) changing.inUse?.({ where, name, version });
}

async function act(payload: object, where: Where, changing: Changing): Promise<Seen> {
  const { witness, url, signal, pause, confirm, hear } = changing;
  const seen = await witness.send(url, payload);
  hear(seen, payload);
  const made = changeOf(seen);
  if (made !== undefined) confirm(where.guild ?? "", made);
  await wait(pause * (0.5 + Math.random()), undefined, { signal }).catch(() => {});
  return seen;
}

/** The change that a reply confirms. */
function changeOf({ last = "" }: Seen): string | undefined {
  return /"\d+:undo:(\w+)/u.exec(last)?.[1];
}
