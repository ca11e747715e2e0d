import { parseArticle } from "../../../src/article/parse-article.ts";
import type { Guilds } from "../../../src/guilds/create-guilds.ts";
import { guild, ids } from "../../../src/local-discord/world.ts";
import { keep, planKept } from "../guild-of.ts";
import type { StartBotOptions } from "./start-bot.ts";
import type { StartedWhole } from "./start-whole-bot.ts";
import { startWholeBot } from "./start-whole-bot.ts";
import type { Person, Said } from "./people.ts";
import { managing, person } from "./people.ts";

/** One server with one of everything that a server can have, and all that was said there; another that has an article of its own. */
export interface TwoServers {
  readonly started: StartedWhole;
  readonly manager: Person;
  readonly reader: Person;
  readonly strangers: Person;
  /** What was said in the first server. */
  readonly said: readonly Said[];
  /** The public answers of old and new versions among it. */
  readonly answers: readonly Said[];
}

/** A role of the first server. */
export const teachers = "310000000000000009";

export const people = { manager: "310000000000000001", reader: "310000000000000002", strangers: "310000000000000003" };

/** Words that stand in the first server alone. */
export const secrets = {
  title: "Zorblatt charter",
  id: "zorblatt",
  file: "zorblatt-2026.md",
  heading: "Quenvil",
  sentences: [
    "The gromfeld opens at vantor eight",
    "The gromfeld opens at vantor nine",
    "Fizzwump lamps hang above the drelm",
  ],
  question: "Which hour lets in the krindle?",
  gap: "Who paints the ombrick?",
  comment: "The mulvane said so",
  words: ["snorkwit", "fizzwump"],
} as const;

const [old, now, lamps] = secrets.sentences;
const oldCharter = `# ${secrets.title}\n\n## ${secrets.heading}\n\n${old}. Bread is free.\n`;
const newCharter = `# ${secrets.title}\n\n## ${secrets.heading}\n\n${now}. Bread is free.\n\n## Light\n\n${lamps}.\n`;
export const mostQuestion = "When does the gromfeld open?";

export async function startTwoServers({ observe }: Pick<StartBotOptions, "observe"> = {}): Promise<TwoServers> {
  const started = await startWholeBot({ environment: { YUANWEN_COOLDOWN_SECONDS: "0" }, observe });
  const { discord, guilds } = started;
  discord.addGuild(guild({ id: ids.otherGuild, channels: [{ id: ids.otherChannel, type: 0, name: "lobby" }] }));
  const manager = person(discord, { permissions: managing, user: { id: people.manager } });
  const reader = person(discord, { user: { id: people.reader } });
  const strangers = person(discord, { ...elsewhere, permissions: managing, user: { id: people.strangers } });
  await put(guilds, ids.otherGuild, "rules", ["# Rules\n\n## Shoes\n\nShoes stay at the door.\n"]);
  return { started, manager, reader, strangers, ...(await fill(started, manager, reader)) };
}

const elsewhere = { guild: ids.otherGuild, channel: { id: ids.otherChannel, type: 0 } };

/** Puts an article into a server as if it had been published, with its versions from the oldest. */
export async function put(guilds: Guilds, server: string, id: string, texts: readonly string[]): Promise<void> {
  const versions = texts.map((text) =>
    parseArticle({ name: `${id}.md`, bytes: Buffer.from(text), metadata: JSON.stringify({ id }) }),
  );
  const author = { change: `put ${id} ${texts.length}`, person: people.manager };
  await guilds.find(server).change(author, (state) => planKept(state, [keep(id, versions)]));
}

/** Does one of everything. */
async function fill(
  { guilds }: StartedWhole,
  manager: Person,
  reader: Person,
): Promise<Pick<TwoServers, "said" | "answers">> {
  const said: Said[] = [];
  const note = async (each: Promise<Said>): Promise<Said> => {
    said.push(await each);
    return each;
  };
  await put(guilds, ids.guild, "rules", ["# Rules\n\n## Hats\n\nHats hang on the plimsey.\n"]);
  await put(guilds, ids.guild, secrets.id, [oldCharter]);
  const before = await note(reader.run("ask", { question: mostQuestion }));
  await note(manager.run("library replace", { id: secrets.id }, { name: secrets.file, text: newCharter }));
  await put(guilds, ids.guild, secrets.id, [oldCharter, newCharter]);
  const after = await note(reader.run("ask", { question: mostQuestion }));
  await note(manager.run("teach", { question: secrets.question, reference: "§1 ¶1:1", article: secrets.id }));
  const chosen = await note(reader.run("ask", { question: secrets.question }));
  const [reads, finds] = secrets.words;
  await note(manager.run("library words add", { "readers-say": reads, "article-says": finds }));
  const form = await note(reader.press(before, "gap"));
  await note(reader.submit(form, { question: secrets.gap, comment: secrets.comment }));
  const inbox = await note(manager.run("library gaps"));
  await note(manager.press(inbox, "gap-open"));
  await note(manager.run("library scope set", { articles: secrets.id, channel: ids.reading, role: ids.role }));
  await note(manager.run("settings set", { quotes: 2 }));
  await note(manager.run("settings teachers add", { role: teachers }));
  for (const [command, options] of looks) await note(manager.run(command, options));
  const files = [1, 2].map((each) => ({ name: `menu-${each}.md`, text: "# Menu\n\nOne drelm.\n" }));
  await note(manager.menu("Add to the library", "two files", files));
  await note(manager.menu("This is the right place", after));
  await note(manager.run("library words add", { "readers-say": "krindle", "article-says": "drelm" }));
  return { said, answers: [before, after, chosen] };
}

const looks = [
  ["outline", { article: secrets.id }],
  ["search", { words: "gromfeld", article: secrets.id }],
  ["search", { words: "hats", article: "rules" }],
  ["read", { reference: "§1", article: secrets.id }],
  ["summary", { article: secrets.id }],
  ["article", { article: secrets.id }],
  ["cite", { reference: "§1 ¶1:1", article: secrets.id }],
  ["help", {}],
  ["library taught", {}],
  ["library list", {}],
  ["library show", { id: secrets.id }],
  ["library check", {}],
  ["library remove", { id: secrets.id }],
  ["library words list", {}],
  ["library scope show", {}],
  ["settings reset", {}],
  ["settings history", {}],
  ["privacy delete", {}],
] as const;
