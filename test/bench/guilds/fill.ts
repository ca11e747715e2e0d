import { parseArticle } from "../../../src/article/parse-article.ts";
import { openGuild } from "../../../src/guilds/open-guild.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { keep, planKept } from "../../support/guild-of.ts";
import { synthesise } from "../synthetic.ts";

/** Fills a store with servers, each with articles of its own. */
const [file = "", given = "{}"] = process.argv.slice(2);
const { guilds, articles, paragraphs }: { guilds: number; articles: number; paragraphs: number } = JSON.parse(given);
const { passages } = synthesise(Math.min(20_000, articles * paragraphs * 20), 0);
const store = await openStore({ file });
const since = performance.now();
for (let guild = 0; guild < guilds; guild += 1) {
  const kept = Array.from({ length: articles }, (_, at) => {
    const from = (guild * 7919 + at * paragraphs) % passages.length;
    const texts = [
      `Server ${guild}, article ${at}`,
      ...Array.from({ length: paragraphs }, (__, n) => passages[(from + n) % passages.length]),
    ];
    return keep(`article-${at}`, [parseArticle({ name: "a.txt", bytes: Buffer.from(texts.join("\n\n")) })]);
  });
  await openGuild({ id: String(10n ** 17n + BigInt(guild)), store, now: () => guild }).change(
    { change: `fill-${guild}`, person: "2" },
    (state) => planKept(state, kept),
  );
}
await store.close();
const seconds = (performance.now() - since) / 1000;
process.stdout.write(`${guilds} servers of ${articles} articles written in ${seconds.toFixed(1)} s\n`);
