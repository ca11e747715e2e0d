import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

const versions = "/usr/lib/postgresql";
const newest = existsSync(versions) ? readdirSync(versions).toSorted((a, b) => Number(b) - Number(a))[0] : undefined;

/** Whether a test can have a server that it may stop; where it cannot, `.ci/with-postgres` could not either. */
export const canOwnPostgres = newest !== undefined;

export interface OwnPostgres {
  readonly url: string;
  readonly start: () => void;
  /** As in a crash: nobody is told, and what was not written is read from the log at the next start. */
  readonly stop: () => void;
}

/** Starts a server of the test's own. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-postgres-"));
  // The server refuses to be run by root.
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = isRoot ? ["-u", "-g"].map((of) => Number(execFileSync("id", [of, "postgres"]))) : [];
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const run = (program: string, ...given: readonly string[]) =>
    void execFileSync(path.join(versions, newest ?? "", "bin", program), [...given], {
      cwd: folder,
      stdio: "ignore",
      uid,
      gid,
    });
  const port = await findPort();
  run("initdb", "--pgdata=data", "--username=yuanwen", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off`;
  const start = () => run("pg_ctl", "--pgdata=data", "--log=log", "--wait", "start", `--options=${options}`);
  const stop = () => run("pg_ctl", "--pgdata=data", "--mode=immediate", "--wait", "stop");
  start();
  onTestFinished(() => {
    stop();
    rmSync(folder, { recursive: true });
  });
  return { url: `postgres://yuanwen@127.0.0.1:${port}/postgres`, start, stop };
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
