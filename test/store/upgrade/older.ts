import { pathToFileURL } from "node:url";
import type { openStore as openNewer } from "../../../src/store/open-store.ts";
import { change, content, write } from "../changes.ts";

interface Program {
  readonly openStore: typeof openNewer;
}

/** Lives as a process of an older program does: writes and reads until it is told to stop, and tells what was confirmed. */
const [folder = "", url = "", servers = "1"] = process.argv.slice(2);
const { openStore }: Program = await import(pathToFileURL(`${folder}/src/store/open-store.ts`).href);
const store = await openStore({ url, file: "" });
const made: (readonly [guild: string, sha256: string])[] = [];
const [faults, times]: [string[], number[]] = [[], []];
const stopped = new AbortController();
process.on("message", (told: string | readonly [string, string]) => {
  if (told === "stop") stopped.abort();
  // Something that the newer program brought.
  else if (typeof told !== "string") check(told[0], told[1]).catch(note);
});
process.send?.("ready");
for (let at = 0; !stopped.signal.aborted; at += 1) {
  const guild = String(1 + Math.floor(Math.random() * Number(servers)));
  const begun = performance.now();
  try {
    const brought = content(`older ${at} ${"of the older program ".repeat(50)}`);
    const { revision } = await store.read(guild);
    const writes = [write(`older ${at}`, { original: brought.sha256 })];
    const done = await store.change(change({ id: `older ${at}`, guild, revision, writes, contents: [brought] }));
    if (done.kind === "made") made.push([guild, brought.sha256]);
    await check(guild, brought.sha256);
    if (at % 20 === 19) await store.sweep(guild, 5);
  } catch (error) {
    note(error);
  }
  times.push(performance.now() - begun);
}
await store.close();
process.send?.({ made, faults, most: Math.max(...times), tries: times.length }, undefined, undefined, () =>
  process.disconnect?.(),
);

function note(error: unknown): void {
  faults.push(error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error));
}

async function check(guild: string, sha256: string): Promise<void> {
  if (!(await store.readContent(guild, sha256))) faults.push(`${guild} lacks ${sha256}`);
}
