import { createBotFor } from "../../../src/bot-for.ts";
import { readConfig } from "../../../src/config.ts";
import { startTransport } from "../../../src/discord/start.ts";
import { createLog } from "../../../src/log.ts";
import { defaultsOf, ownThingsOf } from "../../../src/own-things.ts";
import { openStore, type StorePlace } from "../../../src/store/open-store.ts";
import { localToken } from "../../support/discord/observed-discord.ts";
import { smallLibrary } from "../../support/library.ts";

/** The whole bot at a local Discord, until it is killed; it fetches files from there and prints what is logged as trouble. */
const [apiUrl = "", fileOrigin = "", place = "{}"] = process.argv.slice(2);
const read = readConfig({ DISCORD_API_URL: apiUrl, YUANWEN_COOLDOWN_SECONDS: "0" });
if (read.kind === "mistakes") throw new Error(read.mistakes.join("; "));
const { config } = read;
const log = createLog({
  level: "warn",
  secrets: [],
  now: () => new Date(),
  write: (line) => process.stderr.write(line),
});
const library = smallLibrary();
const prepared = { articles: [...library.articles.values()], indexed: { articles: new Map() } };
const { bot } = createBotFor(library, {
  config,
  log,
  readable: () => "addressed",
  gapChannelId: undefined,
  defaults: defaultsOf(config),
  ownThings: ownThingsOf({
    store: await openStore(JSON.parse(place) as StorePlace),
    prepared,
    dictionaries: library,
    config,
    attachmentOrigins: [fileOrigin],
  }),
});
await startTransport({ config, token: localToken, bot, log });
process.stdout.write("connected\n");
