import { expect, test, vi } from "vitest";
import { commands } from "../../commands/all.ts";
import type { Where } from "../../src/local-discord/interactions.ts";
import { ids } from "../../src/local-discord/world.ts";
import type { Knowledge } from "../support/discord/attempts.ts";
import { tryCommands, tryForged, tryMenus, tryPresses, tryTyping } from "../support/discord/attempts.ts";
import { managing } from "../support/discord/people.ts";
import type { ObservedDiscord } from "../support/discord/observed-discord.ts";
import type { TwoServers } from "../support/discord/two-servers.ts";
import { mostQuestion, people, secrets, startTwoServers, teachers } from "../support/discord/two-servers.ts";
import { findLeaks } from "../support/discord/watch-words.ts";

/** Words of what the first server has, and who is there. */
const watched = [
  "zorblatt",
  "quenvil",
  "gromfeld",
  "vantor",
  "drelm",
  "krindle",
  "ombrick",
  "mulvane",
  "snorkwit",
  "plimsey",
];

function knowledgeOf({ started: { discord }, said }: TwoServers): Knowledge {
  const version = /version ([\da-f]{8})/u.exec(said[0]?.content ?? "")?.[1] ?? "";
  return {
    given: {
      id: secrets.id,
      article: secrets.id,
      articles: secrets.id,
      reference: "§1 ¶1:1",
      question: mostQuestion,
      quote: "The gromfeld opens at",
      words: "gromfeld",
      "readers-say": "porridge",
      "article-says": "shoes",
      line: secrets.words[0],
      version,
      title: "Forged",
    },
    begun: ["zor", "grom", "§1"],
    file: discord.attachments.add(ids.otherChannel, {
      name: "forged.md",
      bytes: Buffer.from("# Forged\n\nIt is forged.\n"),
    }),
    said,
  };
}

/** Words of what the first server has, and who is there, that come back from elsewhere. */
function leaks(servers: TwoServers, payloads: readonly object[]): Promise<readonly string[]> {
  const words = [...watched, people.manager, people.reader, teachers];
  return findLeaks(servers.started.discord, payloads, words);
}

/** Words that come back to somebody who writes in a channel. */
async function leaksToWriters(discord: ObservedDiscord, channel: string): Promise<readonly string[]> {
  const before = discord.requests.length;
  discord.say({ channel, text: `As in [[${secrets.id} §1 ¶1:1]], [[§1]] and [[§2 ¶1:1]].` });
  discord.say({ channel, text: `<@${ids.bot}> ${mostQuestion}` });
  const answers = () => discord.requests.slice(before).map(({ body }) => JSON.stringify(body ?? ""));
  const isAnswered = () => answers().some((body) => body.includes(mostQuestion) || body.includes("certain roles"));
  await vi.waitUntil(isAnswered, { interval: 5 });
  const text = answers().join("\n").toLowerCase();
  return watched.filter((word) => word !== secrets.id && !mostQuestion.includes(word) && text.includes(word));
}

function faults({ started }: TwoServers): readonly object[] {
  return started.log().filter(({ level }) => level === "error");
}

test("nothing of a server is told in another, in direct messages, or where the bot is no member", async () => {
  const servers = await startTwoServers();
  const { discord, store } = servers.started;
  const knowledge = knowledgeOf(servers);
  const told = JSON.stringify(servers.said).toLowerCase();
  expect(watched.filter((word) => !told.includes(word))).toEqual([]);
  const before = await store.read(ids.guild);
  const { where } = servers.strangers;
  const everyWay = (given: Where) => [
    ...tryCommands(given, knowledge),
    ...tryMenus(given, knowledge),
    ...tryPresses(given, knowledge),
  ];
  const everything = [...everyWay(where), ...tryTyping(where, knowledge), ...tryForged(where, knowledge)];
  expect(await leaks(servers, everything)).toEqual([]);
  const direct = { direct: true, user: { id: people.strangers } };
  const member = { user: { id: people.strangers }, permissions: managing };
  const outside = [
    ...everyWay(direct),
    ...everyWay(member).map((payload) => ({ ...payload, authorizing_integration_owners: { "1": people.strangers } })),
  ];
  expect(await leaks(servers, outside)).toEqual([]);
  for (const channel of [ids.otherChannel, ids.direct]) expect(await leaksToWriters(discord, channel)).toEqual([]);
  expect(await store.read(ids.guild)).toEqual(before);
  expect(faults(servers)).toEqual([]);
});

test("in a server nobody changes or is told more than they may", async () => {
  const servers = await startTwoServers();
  const { discord } = servers.started;
  const knowledge = knowledgeOf(servers);
  const somebody = { user: { id: people.strangers } };
  const pressing = (where: Where) => [...tryPresses(where, knowledge), ...tryForged(where, knowledge)];
  expect(await findChanging(servers, pressing(somebody))).toEqual(["forget-me", "gap"]);

  const barred = { ...somebody, channel: { id: ids.reading, type: 0 } };
  const asked = [...tryCommands(barred, knowledge), ...tryTyping(barred, knowledge), ...tryMenus(barred, knowledge)];
  const open = asked.filter((payload) => !isForManagers(nameOf(payload)));
  expect(await leaks(servers, [...open, ...pressing(barred)])).toEqual([]);
  expect(await leaksToWriters(discord, ids.reading)).toEqual([]);

  const teacher = { user: { id: people.reader }, roles: [teachers] };
  expect(await findChanging(servers, pressing(teacher))).toEqual([
    "forget-me",
    "gap",
    "take-back",
    "teach-at",
    "teach-other",
    "untaught",
  ]);
  expect(faults(servers)).toEqual([]);
});

/** Names of what changed something. */
async function findChanging({ started }: TwoServers, payloads: readonly object[]): Promise<readonly string[]> {
  const changed = new Set<string>();
  let known = await started.store.revision(ids.guild);
  for (const payload of payloads) {
    await started.discord.exchange(payload);
    const revision = await started.store.revision(ids.guild);
    if (revision !== known) changed.add(nameOf(payload));
    known = revision;
  }
  return [...changed].toSorted();
}

/** The command's or control's. */
function nameOf(payload: object): string {
  const { name, custom_id: customId } = Object(payload).data;
  return name ?? customId.split(":")[1];
}

function isForManagers(name: string): boolean {
  const declared = commands.find(({ declaration }) => declaration.name === name)?.declaration;
  return declared?.default_member_permissions !== undefined;
}
