import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** The proxy, as compose.yaml has it but for addresses and the certificate. */
export interface Proxy {
  readonly url: string;
  start(): Promise<void>;
  /** Takes it away without warning, and every connection with it. */
  cut(): Promise<void>;
}

export interface ProxyOptions {
  readonly port: number;
  /** Their addresses, in the order in which the file names them. */
  readonly replicas: readonly string[];
  readonly folder: string;
}

const original = path.join(import.meta.dirname, "../../../deploy/nginx.conf");
/** Debian has it where only root looks. */
const searched = `${process.env["PATH"]}:/usr/sbin`;

/**
 * Makes a proxy in front of replicas.
 *
 * @throws Error where nginx is not there.
 */
export function createProxy({ port, replicas, folder }: ProxyOptions): Proxy {
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, configure(readFileSync(original, "utf8"), { port, replicas, folder }));
  const given = ["-c", file, "-p", folder, "-e", "stderr", "-g", "daemon off;"];
  const environment = { env: { PATH: searched } };
  try {
    execFileSync("nginx", ["-t", ...given], { ...environment, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    throw new Error("nginx does not take the configuration, or is not there: apt-get install nginx", { cause: error });
  }
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    url: `${origin}/interactions`,
    async start() {
      child = spawn("nginx", given, { ...environment, stdio: ["ignore", "ignore", "pipe"], detached: true });
      child.stderr?.pipe(createWriteStream(path.join(folder, "proxy.log"), { flags: "a" }));
      for (let waited = 0; waited < 10_000; waited += 20) {
        const response = await fetch(origin).catch(() => undefined);
        await response?.body?.cancel();
        if (response?.status === 404) return;
        await wait(20);
      }
      throw new Error(`the proxy did not start; ${folder}/proxy.log tells more`);
    },
    async cut() {
      if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      // With the workers, which would go on by themselves: they are a group of their own.
      process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}

/** Puts this machine's addresses in the place of those in the file, and leaves the certificate out. */
function configure(text: string, { port, replicas, folder }: ProxyOptions): string {
  const servers = [...text.matchAll(/server (\S+:8080)/gu)].map(([, address = ""]) => address);
  if (servers.length < replicas.length) throw new Error(`${original} has ${servers.length} replicas`);
  const changes: readonly (readonly [RegExp | string, string])[] = [
    ...servers.map((address, at) => {
      const url = replicas[at];
      if (url === undefined)
        return [new RegExp(`^.*${address.replaceAll(".", String.raw`\.`)}.*\n`, "gmu"), ""] as const;
      return [new RegExp(address.replaceAll(".", String.raw`\.`), "gu"), new URL(url).host] as const;
    }),
    ["listen 443 ssl;", `listen 127.0.0.1:${port};`],
    [/ *ssl_certificate .*\n *ssl_certificate_key .*\n *ssl_protocols .*\n/u, ""],
    ["pid /tmp/nginx.pid;", `pid ${folder}/nginx.pid;`],
    // The system's own folders may not be there, and are not ours to write into.
    ["access_log off;", `access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxied;`],
  ];
  return changes.reduce((configured, [from, to]) => {
    const changed = configured.replace(from, to);
    if (changed === configured) throw new Error(`${original} has no ${from}`);
    return changed;
  }, text);
}
