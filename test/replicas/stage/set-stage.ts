import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { StorePlace } from "../../../src/store/open-store.ts";
import { type Cleanup, createCleanup } from "./cleanup.ts";
import { freePort } from "./free-port.ts";
import { type PrivatePostgres, startPostgres } from "./private-postgres.ts";
import { createProxy, type Proxy } from "./proxy.ts";
import { createReplica, type Replica } from "./replica.ts";
import { Witness } from "./witness.ts";

export interface StageOptions {
  readonly replicas: number;
  readonly store: "postgres" | "sqlite";
  /** The checkout whose bot is started; absent means this one. */
  readonly root?: string;
  readonly logLevel?: string;
}

/** A database, replicas, the proxy before them and Discord, all on this machine's loopback. */
export interface Stage {
  readonly witness: Witness;
  readonly replicas: readonly Replica[];
  readonly proxy: Proxy;
  /** Absent where the store is a file. */
  readonly postgres: PrivatePostgres | undefined;
  readonly place: StorePlace;
  /** Where logs lie. */
  readonly folder: string;
  readonly cleanup: Cleanup;
}

export const thisCheckout = path.join(import.meta.dirname, "../../..");

/** Sets everything up and starts it; `cleanup` ends it. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const cleanup = createCleanup();
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-replicas-"));
  try {
    const witness = new Witness();
    await witness.listen();
    cleanup.add(() => witness.stop());
    const postgres = options.store === "postgres" ? await startPostgres() : undefined;
    if (postgres) cleanup.add(() => postgres.stop());
    const place = { file: path.join(folder, "yuanwen.db"), url: postgres?.url };
    const replicas = await makeReplicas(options, { folder, witness, place });
    for (const replica of replicas) cleanup.add(() => replica.kill("SIGKILL"));
    await Promise.all(replicas.map((replica) => replica.start()));
    const proxy = createProxy({ port: await freePort(), replicas: replicas.map(({ url }) => url), folder });
    cleanup.add(() => proxy.cut());
    await proxy.start();
    return { witness, replicas, proxy, postgres, place, folder, cleanup };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function makeReplicas(
  { replicas, root = thisCheckout, logLevel = "warn" }: StageOptions,
  { folder, witness, place }: Pick<Stage, "folder" | "witness" | "place">,
): Promise<readonly Replica[]> {
  const ports: number[] = [];
  while (ports.length < replicas) ports.push(await freePort());
  const database = place.url === undefined ? { YUANWEN_DATA: place.file } : { DATABASE_URL: place.url };
  const environment = { ...witness.environment, ...database, YUANWEN_LOG_LEVEL: logLevel };
  return ports.map((port, at) => createReplica({ name: `replica-${at + 1}`, port, root, folder, environment }));
}
