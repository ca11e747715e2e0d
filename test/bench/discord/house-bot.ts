import { createBot } from "../../../src/bot.ts";
import { startTransport } from "../../../src/discord/start.ts";
import { readConfig } from "../../../src/config.ts";
import { createLog } from "../../../src/log.ts";
import { createLibraryFor } from "../../../src/answer/create-library.ts";

/** The house without its answers: the same way in and out, and "ok". What it costs beside bare is the transport's. */
const result = readConfig(process.env);
if (result.kind === "mistakes") throw new Error(result.mistakes.join("; "));
const log = createLog({
  level: "error",
  secrets: [],
  now: () => new Date(),
  write: (line) => process.stderr.write(line),
});
const bot = createBot({
  commands: [
    {
      declaration: { name: "ask", description: "Ask" },
      run: () => ({ kind: "message", content: "ok", private: false, quotes: [] }),
    },
  ],
  services: { library: createLibraryFor([]), quotesPerAnswer: 1 },
  log,
  createFaultId: () => "fault",
});
const token = process.env["DISCORD_TOKEN"] ?? "";
const running = await startTransport({ config: result.config, token, bot, log });
process.once("SIGTERM", () => {
  void running.close().then(() => process.exit(0));
});
