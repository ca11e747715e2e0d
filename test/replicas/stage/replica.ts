import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { startFlags } from "../../bench/start-flags.ts";
import { localToken } from "../../support/discord/observed-discord.ts";

const watchedSchema = z.object({ rss: z.number(), heap: z.number(), external: z.number(), held: z.number() });

/** Of a bot's process: bytes, and for how many milliseconds its event loop was held at the most since it was last asked. */
export type Watched = z.infer<typeof watchedSchema>;

export interface ReplicaPlace {
  readonly name: string;
  readonly port: number;
  /** The checkout whose bot it is. */
  readonly root: string;
  /** Where it runs and its log lies. */
  readonly folder: string;
  /** Settings, and where the local Discord keeps files (`LOCAL_FILES`). */
  readonly environment: Readonly<Record<string, string>>;
}

/** A whole bot over HTTP, in a process of its own, as `npm start` runs it. */
export interface Replica {
  readonly name: string;
  readonly url: string;
  readonly isUp: boolean;
  /** Starts it from a checkout (the first one where none is given) and resolves when it is ready. */
  start(root?: string): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  watch(): Promise<Watched | undefined>;
}

const [longestStart, longestEnd] = [180_000, 15_000];
const preload = path.join(import.meta.dirname, "as-on-discord.ts");

/** Makes a replica that is not started yet. */
export function createReplica(place: ReplicaPlace): Replica {
  const { name, port, folder } = place;
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const isUp = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    name,
    url: `${url}/interactions`,
    get isUp() {
      return isUp();
    },
    async start(root = place.root) {
      child = spawnBot({ ...place, root }, path.join(folder, `${name}.log`));
      for (let waited = 0; waited < longestStart && isUp(); waited += 50) {
        if (await isReady(url)) return;
        await wait(50);
      }
      throw new Error(`${name} did not become ready; ${folder}/${name}.log tells more`);
    },
    async kill(signal) {
      if (!child || !isUp()) return;
      const ended = once(child, "exit");
      child.kill(signal);
      const late = setTimeout(() => child?.kill("SIGKILL"), longestEnd);
      await ended;
      clearTimeout(late);
    },
    async watch() {
      return child && isUp() ? watch(child) : undefined;
    },
  };
}

function spawnBot({ root, folder, port, environment }: ReplicaPlace, log: string): ChildProcess {
  const child = spawn(process.execPath, [...startFlags, "--import", preload, path.join(root, "src/main.ts")], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      DISCORD_TOKEN: localToken,
      DISCORD_MODE: "http",
      HOST: "127.0.0.1",
      PORT: String(port),
      YUANWEN_ARTICLES: path.join(root, "data/articles"),
      YUANWEN_COOLDOWN_SECONDS: "0",
      ...environment,
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.stderr?.pipe(createWriteStream(log, { flags: "a" }));
  return child;
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok === true;
}

async function watch(child: ChildProcess): Promise<Watched | undefined> {
  const told = Promise.race([once(child, "message"), wait(2000, [])]);
  child.send("tell", () => {});
  return watchedSchema.safeParse((await told)[0]).data;
}
