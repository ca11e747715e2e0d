import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { within } from "../../pause.ts";
import type { Ears, Hearing } from "../hearing.ts";

export interface ListenOptions {
  /** Makes a connection of its own, outside of the pool: whoever listens keeps it. */
  readonly connect: () => pg.Client;
  /** A name that no other process has. */
  readonly self: string;
  /** Says something over another connection. */
  readonly say: (channel: string, message: string) => Promise<unknown>;
  readonly ears: Ears;
}

/** In milliseconds: so often it is looked whether the connection is still there, and so long that may take. */
const [BEAT, PATIENCE] = [2000, 2000];
/** In milliseconds: the pause before the next attempt doubles from the first to the last. */
const [SHORTEST, LONGEST] = [200, 15_000];

/** Cannot be heard, though there is a connection: as through PgBouncer, which gives the next statement another one. */
class DeafConnection extends Error {
  constructor() {
    super("LISTEN hears nothing over this connection, as behind PgBouncer in transaction mode");
    this.name = "DeafConnection";
  }
}

/**
 * Listens on a connection of its own, and on the next one where that is lost.
 *
 * It counts as heard only once something said over another connection came back: PgBouncer takes LISTEN and delivers nothing.
 */
export function listen(options: ListenOptions): Hearing {
  const closing = new AbortController();
  const running = keepListening(options, closing.signal);
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}

async function keepListening(options: ListenOptions, signal: AbortSignal): Promise<void> {
  let pause = SHORTEST;
  const ears: Ears = {
    ...options.ears,
    begin() {
      pause = SHORTEST;
      options.ears.begin();
    },
  };
  while (!signal.aborted) {
    await listenOnce({ ...options, ears }, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      ears.lose(error);
      if (error instanceof DeafConnection) pause = LONGEST;
    });
    await setTimeout(pause * (0.5 + Math.random() / 2), undefined, { signal, ref: false }).catch(() => {});
    pause = Math.min(LONGEST, pause * 2);
  }
}

/** Resolves when it is called off and rejects when the connection is lost. */
async function listenOnce(options: ListenOptions, signal: AbortSignal): Promise<void> {
  const { connect, self, ears } = options;
  const client = connect();
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => {});
  const stop = () => lost.reject(signal.reason);
  client.on("error", (error) => lost.reject(error));
  client.on("end", () => lost.reject(new Error("Connection terminated")));
  signal.addEventListener("abort", stop, { once: true });
  try {
    await inTime(Promise.race([client.connect(), lost.promise]));
    const channel = await readChannel(client);
    const echo = awaitEcho(client, self);
    client.on("notification", ({ channel: on, payload = "" }) => {
      if (on === channel && !payload.startsWith(`${self} `)) ears.hear(payload.slice(payload.indexOf(" ") + 1));
    });
    await inTime(Promise.race([client.query(`listen "${channel}"; listen "${self}"`), lost.promise]));
    await inTime(options.say(self, "echo"));
    if (!(await within(Promise.race([echo, lost.promise]), PATIENCE))) throw new DeafConnection();
    ears.begin();
    for (;;) {
      await Promise.race([setTimeout(BEAT, undefined, { signal, ref: false }), lost.promise]);
      await inTime(Promise.race([client.query("select 1"), lost.promise]));
    }
  } finally {
    signal.removeEventListener("abort", stop);
    // A connection that is dead does not say goodbye.
    await within(
      client.end().catch(() => {}),
      PATIENCE / 4,
    );
  }
}

/** The channel that all processes on the same tables speak on: channels belong to a whole database, which may have several bots' schemas. */
export const channelName = "'yuanwen_' || hashtext(current_schema())";

async function readChannel(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ channel: string }>(`select ${channelName} as channel`);
  return rows[0]?.channel ?? "";
}

function awaitEcho(client: pg.Client, self: string): Promise<true> {
  const { promise, resolve } = Promise.withResolvers<true>();
  client.on("notification", ({ channel }) => {
    if (channel === self) resolve(true);
  });
  return promise;
}

async function inTime(work: Promise<unknown>): Promise<void> {
  const done = await within(
    work.then(() => true),
    PATIENCE,
  );
  if (!done) throw new Error(`no answer in ${PATIENCE} ms`);
}
