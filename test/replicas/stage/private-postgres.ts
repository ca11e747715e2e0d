import { execFile } from "node:child_process";
import { existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);

/** A PostgreSQL server of the program's own, which keeps what it confirms. */
export interface PrivatePostgres {
  readonly url: string;
  /** Ends every connection, stops, and starts again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server with the programs of Debian's package `postgresql`.
 *
 * @throws Error where they are not there.
 */
export async function startPostgres(): Promise<PrivatePostgres> {
  const bin = globSync("/usr/lib/postgresql/*/bin").toSorted().at(-1) ?? "";
  if (!existsSync(path.join(bin, "initdb"))) throw new Error("no PostgreSQL: apt-get install postgresql");
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-postgres-"));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await run("chown", ["postgres", folder]);
  // The server refuses to be run by root.
  const asOther = isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
  const call = async (program: string, ...given: readonly string[]): Promise<void> => {
    const [first = "", ...words] = [...asOther, path.join(bin, program), "-D", path.join(folder, "data"), ...given];
    await run(first, words, { cwd: folder });
  };
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder}`;
  const start = () => call("pg_ctl", "-l", path.join(folder, "log"), "-w", "-s", "-o", options, "start");
  await call("initdb", "-U", "yuanwen", "--auth=trust", "--encoding=UTF8", "--locale=C");
  await start();
  return {
    url: `postgres://yuanwen@127.0.0.1:${port}/postgres`,
    async restart() {
      await call("pg_ctl", "-m", "fast", "-w", "-s", "stop");
      await start();
    },
    async stop() {
      await call("pg_ctl", "-m", "immediate", "-w", "-s", "stop").catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
