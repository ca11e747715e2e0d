import { readQuestionSets } from "../../../src/evaluation/read-question-sets.ts";
import { openGuild } from "../../../src/guilds/open-guild.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { keep, planKept } from "../../support/guild-of.ts";

/** Fills a store with servers, each with some articles of our own sets. */
const [file = "", given = "{}"] = process.argv.slice(2);
const { guilds, articles }: { guilds: number; articles: number } = JSON.parse(given);
const { articles: all } = await readQuestionSets("data/questions/sets.json");
const store = await openStore({ file });
const since = performance.now();
for (let guild = 0; guild < guilds; guild += 1) {
  const kept = Array.from({ length: articles }, (_, at) => {
    const article = all[(guild * 7 + at) % all.length];
    return article ? [keep(article.id, [{ ...article, title: `${article.title} ${guild}` }])] : [];
  }).flat();
  await openGuild({ id: String(10n ** 17n + BigInt(guild)), store, now: () => guild }).change(
    { change: `fill-${guild}`, person: "2" },
    (state) => planKept(state, kept),
  );
}
await store.close();
const seconds = (performance.now() - since) / 1000;
process.stdout.write(`${guilds} servers of ${articles} articles written in ${seconds.toFixed(1)} s\n`);
