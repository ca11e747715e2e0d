import { DiscordAPIError, Events } from "discord.js";
import { expect, onTestFinished, test } from "vitest";
import { createClient } from "../../src/discord/create-client.ts";
import { watchClient } from "../../src/discord/watch-client.ts";
import { createLog } from "../../src/log.ts";

function start() {
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [], now: () => new Date(0), write: (line) => lines.push(line) });
  const client = createClient({ apiUrl: "http://127.0.0.1:9/api", shards: "auto", messageContent: false });
  onTestFinished(() => client.destroy());
  watchClient(client, log);
  return { client, logged: () => lines.map((line) => JSON.parse(line)) };
}

test("tells once that a shard reconnects, however often it tries, until it is back", () => {
  const { client, logged } = start();
  const attempts = (shard: number) => {
    for (let attempt = 0; attempt < 100; attempt += 1) client.emit(Events.ShardReconnecting, shard);
  };
  attempts(0);
  attempts(1);
  client.emit(Events.ShardResume, 0, 0);
  client.emit(Events.ShardReady, 1, undefined);
  attempts(0);
  attempts(1);
  expect(logged().map(({ event, shard }) => [event, shard])).toEqual([
    ["gateway reconnecting", 0],
    ["gateway reconnecting", 1],
    ["gateway resumed", 0],
    ["gateway reconnecting", 0],
    ["gateway reconnecting", 1],
  ]);
});

test("tells of a request that went wrong neither its body nor what Discord repeats of it", () => {
  const { client, logged } = start();
  const mistake = { code: "NUMBER_TYPE_COERCE", message: 'Value "private question" is not int.' };
  const refused = { code: 50035, message: "Invalid Form Body", errors: { content: { _errors: [mistake] } } };
  const body = { files: undefined, body: { content: "private question" } };
  client.emit(Events.Error, new DiscordAPIError(refused, 50035, 400, "POST", "/channels/1/messages", body));
  client.emit(Events.Error, new Error("the shelf fell down"));
  expect(logged()).toMatchObject([
    { event: "client error", code: 50035, reason: "the request's body is wrong · content NUMBER_TYPE_COERCE" },
    { event: "client error", error: { message: "the shelf fell down" } },
  ]);
  expect(JSON.stringify(logged())).not.toContain("private question");
});
