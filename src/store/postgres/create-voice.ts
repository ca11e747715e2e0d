import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { createAudience, type Ears } from "../hearing.ts";
import type { Connected } from "../tables.ts";
import { createListener } from "./create-pool.ts";
import { channelName, listen } from "./listen.ts";

/** What a process says to the others on the same tables, and hears from them. */
export interface Voice {
  readonly tell: (db: Connected, message: string) => Promise<void>;
  readonly hear: (ears: Ears) => void;
  /** Whether nobody else is there, as far as can be told: they all say so again and again. */
  readonly isAlone: () => boolean;
  readonly close: () => Promise<void>;
}

/** In milliseconds: so often it is said that one is there, and so long that holds. */
const [SAYING, HOLDING] = [30_000, 100_000];
/** In milliseconds: whoever is asked whether they are there has said so by then. */
const ANSWERING = 1500;
/** What is asked and answered by processes of each other; nobody else is told of it. */
const [asking, answering] = ["anybody", "somebody"];

export function createVoice(url: string, db: Connected): Voice {
  const self = `yuanwen_${randomUUID().replaceAll("-", "")}`;
  const say = (channel: string, message: string) => sql`select pg_notify(${channel}, ${message})`.execute(db);
  const tell = async (writing: Connected, message: string) =>
    void (await sql`select pg_notify(${sql.raw(channelName)}, ${`${self} ${message}`})`.execute(writing));
  const sayThere = (message: string) => void tell(db, message).catch(() => {});
  let [since, heard] = [Infinity, -Infinity];
  let timer: NodeJS.Timeout | undefined;

  const audience = createAudience((ears) => {
    timer = setInterval(() => sayThere(answering), SAYING).unref();
    return listen({
      connect: () => createListener(url),
      self,
      say,
      ears: {
        hear(message) {
          heard = performance.now();
          if (message === asking) sayThere(answering);
          else if (message !== answering) ears.hear(message);
        },
        begin() {
          since = performance.now();
          sayThere(asking);
          ears.begin();
        },
        lose: (error) => ears.lose(error),
      },
    });
  });

  return {
    tell,
    hear: (ears) => audience.join(ears),
    isAlone: () => audience.isHearing() && performance.now() - since > ANSWERING && performance.now() - heard > HOLDING,
    async close() {
      clearInterval(timer);
      await audience.close();
    },
  };
}
