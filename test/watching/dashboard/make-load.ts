import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { press, slashCommand, typing } from "../../../src/local-discord/interactions.ts";
import { postSigned } from "../../../src/local-discord/sign.ts";
import { everyonePermissions, ids } from "../../../src/local-discord/world.ts";
import type { ObservedDiscord } from "../../support/discord/observed-discord.ts";

const questions = ["zh", "en"].flatMap((language) =>
  readFileSync(new URL(`../../../data/questions/meta-gemini.${language}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): string => String(JSON.parse(line).question)),
);
const unanswerable = ["Who baked the unicorn?", "?!", "Сколько стоит билет?", "企鹅几点开门?"];
const managing = String(BigInt(everyonePermissions) | (1n << 5n));
const stranger = generateKeyPairSync("ed25519").privateKey;
/** In milliseconds, between two things that people do. */
const pace = 60;
const callback = "/interactions/:id/:token/callback";

type Act = (discord: ObservedDiscord, at: number) => Promise<unknown>;

const acts: readonly Act[] = [
  (discord, at) => ask(discord, questions[at % questions.length] ?? "", at),
  (discord, at) => ask(discord, questions[(at % 7) * 3] ?? "", at),
  (discord, at) => ask(discord, unanswerable[at % unanswerable.length] ?? "", at),
  (discord, at) => discord.interact(typing({ name: "ask", options: { question: "Meta".slice(0, 1 + (at % 4)) } })),
  (discord, at) => discord.interact(slashCommand({ name: "read", options: { reference: `§${1 + (at % 3)}` } })),
  (discord, at) =>
    discord.interact(slashCommand({ name: "search", options: { words: ["算力", "广告"][at % 2] ?? "" } })),
  teach,
  shout,
];

/** Does what people do for a while, with what goes wrong now and then. */
export async function makeLoad(discords: readonly ObservedDiscord[], seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  const going = new Set<Promise<unknown>>();
  for (let at = 0; performance.now() < end; at += 1) {
    for (const discord of discords) {
      const doing = Promise.resolve(acts[at % acts.length]?.(discord, at)).catch(() => {});
      going.add(doing);
      void doing.finally(() => going.delete(doing));
    }
    if (at % 150 === 75) for (const discord of discords) disturb(discord);
    // More in the middle than at the ends, so that lines have a shape.
    const share = (end - performance.now()) / (seconds * 1000);
    await wait(pace * (0.6 + 2 * Math.abs(share - 0.5)));
  }
  await Promise.race([Promise.allSettled(going), wait(5000)]);
}

async function ask(discord: ObservedDiscord, question: string, at: number): Promise<void> {
  const user = { id: String(320_000_000_000_000_000n + BigInt(at % 90)) };
  const response = await discord.interact(slashCommand({ name: "ask", options: { question }, user }));
  const [, customId] = /"(?:customId|custom_id)":"(\d+:wider:[^"]+)"/u.exec(JSON.stringify(response) ?? "") ?? [];
  if (customId !== undefined) await discord.interact(press({ customId, message: { id: discord.newId() } }));
}

function teach(discord: ObservedDiscord, at: number): Promise<unknown> {
  const options = { question: `What is told of it, ${at % 16}?`, reference: "§1 ¶1:1" };
  return discord.interact(slashCommand({ name: "teach", options, permissions: managing }));
}

/** Over the gateway somebody writes; over HTTP somebody else signs. */
async function shout(discord: ObservedDiscord, at: number): Promise<void> {
  if (discord.endpoint) {
    if (at % 40 === 7) await postSigned({ url: discord.endpoint.url, privateKey: stranger }, { id: "1", type: 1 });
    return;
  }
  discord.say({ text: `<@${ids.bot}> ${questions[at % questions.length]}` });
}

function disturb(discord: ObservedDiscord): void {
  const refusal = { code: 50_013, message: "Missing Permissions" };
  if (!discord.endpoint) discord.failNext("POST", callback, { status: 403, body: refusal });
  discord.gateway.close(4009);
}
