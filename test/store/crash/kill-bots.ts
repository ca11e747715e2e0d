import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { press, slashCommand } from "../../../src/local-discord/interactions.ts";
import { ids } from "../../../src/local-discord/world.ts";
import { openStore, type StorePlace } from "../../../src/store/open-store.ts";
import { ObservedDiscord } from "../../support/discord/observed-discord.ts";
import { findLosses } from "./find-losses.ts";
import type { Crashes } from "./kill-writers.ts";

const script = path.join(import.meta.dirname, "run-bot.ts");
/** In milliseconds after a bot's first confirmed change. */
const LONGEST = 400;
const FIRST_GUILD = 400_000_000_000_000_000n;
const MANAGING = String((1n << 40n) - 1n);
/** A server keeps only so many articles and drafts: after so many kills others are asked. */
const KILLS_A_GUILD = 4;
const GUILDS = 2;
const PEOPLE = 4;

/**
 * Lets people publish, replace and teach at a whole bot, which is killed without warning and started again: what Discord was
 * told to be done must be there.
 */
export async function killBots(place: StorePlace, kills: number): Promise<Crashes> {
  const discord = new ObservedDiscord();
  await discord.listen();
  const confirmed = new Map<string, Set<string>>();
  for (let done = 0; done < kills; done += 1) {
    const guilds = Array.from(
      { length: GUILDS },
      (_, at) => `${FIRST_GUILD + BigInt(GUILDS * Math.floor(done / KILLS_A_GUILD) + at)}`,
    );
    await killBot(discord, { place, guilds }, (guild, change) => {
      confirmed.set(guild, (confirmed.get(guild) ?? new Set()).add(change));
    });
  }
  await discord.stop();
  const store = await openStore(place);
  const findings = await findLosses(store, confirmed);
  await store.close();
  const sum = [...confirmed.values()].reduce((all, { size }) => all + size, 0);
  return { kills, confirmed: sum, ...findings };
}

interface Asked {
  readonly place: StorePlace;
  readonly guilds: readonly string[];
}

async function killBot(
  discord: ObservedDiscord,
  { place, guilds }: Asked,
  confirm: (guild: string, change: string) => void,
): Promise<void> {
  const given = [script, discord.apiUrl, discord.fileOrigin, JSON.stringify(place)];
  const child = spawn(process.execPath, given, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const first = Promise.withResolvers<void>();
  const stopped = new AbortController();
  const people = Array.from({ length: PEOPLE }, async (_, at) => {
    const guild = guilds[at % guilds.length] ?? "";
    try {
      await tend({ discord, guild, signal: stopped.signal, name: `${child.pid}-${at}` }, (change) => {
        confirm(guild, change);
        first.resolve();
      });
    } catch (error) {
      if (!stopped.signal.aborted) first.reject(error);
    }
  });
  await first.promise;
  await setTimeout(Math.random() * LONGEST);
  child.kill("SIGKILL");
  await once(child, "close");
  // What arrived before the end was told.
  await setTimeout(20);
  stopped.abort(new Error("the bot was killed"));
  await Promise.all(people);
}

interface Person {
  readonly discord: ObservedDiscord;
  readonly guild: string;
  readonly signal: AbortSignal;
  /** Of the article. */
  readonly name: string;
}

/** Brings an article, teaches of it and replaces it, again and again. */
async function tend(person: Person, confirm: (change: string) => void): Promise<void> {
  const { guild, name } = person;
  const common = { guild, channel: { id: ids.channel, type: 0 }, permissions: MANAGING };
  const ask = async (payload: object) => {
    const message = await showLast(person, payload);
    const change = /"\d+:undo:(\w+)/u.exec(JSON.stringify(message))?.[1];
    if (change !== undefined) confirm(change);
    return message;
  };
  const bring = async (subcommand: string, version: number) => {
    const text = `# Rules ${name}\n\nRule ${version} of ${name} is kind. ${"Nobody runs in the halls. ".repeat(40)}`;
    const file = { name: `${name}.md`, bytes: new TextEncoder().encode(text) };
    const attachments = { file: person.discord.attachments.add(ids.channel, file) };
    const draft = await ask(
      slashCommand({ name: "library", subcommand, options: { id: name }, attachments, ...common }),
    );
    const customId = /\d+:publish:[^"]*/u.exec(JSON.stringify(draft))?.[0];
    // It may have too much to do at once.
    if (customId === undefined) return;
    const shown = person.discord.channels.everything().find((message) => JSON.stringify(message).includes(customId));
    await ask(press({ customId, message: { id: shown?.id ?? "" }, ...common }));
  };
  await bring("add", 0);
  for (let version = 1; ; version += 1) {
    const options = { question: `Which rule ${version} holds?`, reference: "§1 ¶1:1", article: name };
    await ask(slashCommand({ name: "teach", options, ...common }));
    await bring("replace", version);
  }
}

/** Gives what an interaction shows in the end, whether that was its first response or came in its place. */
async function showLast({ discord, signal }: Person, payload: object): Promise<unknown> {
  const calledOff = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => calledOff.reject(signal.reason), { once: true });
  const { response, sent } = await Promise.race([discord.exchange(payload), calledOff.promise]);
  for (;;) {
    const edits = discord.requests.filter(({ method, path: to }) => method === "PATCH" && to.includes(sent.token));
    const shown = edits.at(-1)?.body ?? response;
    const isUnderWay = /"content":"[^"]* …"|:stop:/u.test(JSON.stringify(shown));
    const isDeferred = edits.length === 0 && /"type":[56]\b/u.test(JSON.stringify(shown));
    if (!isUnderWay && !isDeferred) return shown;
    await Promise.race([setTimeout(5), calledOff.promise]);
  }
}
