import type { Context } from "hono";
import { Hono } from "hono";
import { checkKey } from "./check-key.ts";
import type { Log } from "../log.ts";
import type { Env, InteractionsOptions } from "./receive-interaction.ts";
import { createReceiver } from "./receive-interaction.ts";
import { type Refusal, refuse } from "./refuse.ts";
import type { SignatureWatch } from "./watch-signatures.ts";
import { watchSignatures } from "./watch-signatures.ts";

export interface AppOptions {
  /** Why nothing can be answered, in one line; absent where something can. */
  readonly problem: () => string | undefined;
  /** Whether interactions come over HTTP too, rather than over the gateway. */
  readonly takesInteractions: boolean;
  readonly log: Log;
}

export interface HttpApp {
  readonly fetch: Hono<Env>["fetch"];
  /** Takes interactions from now on; until then whoever posts one is told to come again. */
  open(interactions: InteractionsOptions): void;
  /** Why nothing can be answered, in one line. */
  problem(): string | undefined;
}

/** Makes the HTTP side: health for whoever keeps the process running, and interactions as Discord posts them. */
export function createHttpApp({ problem, takesInteractions, log }: AppOptions): HttpApp {
  const app = new Hono<Env>();
  let opened: Opened | undefined;
  const findProblem = () => problem() ?? opened?.watch.problem();
  app.get("/healthz", (context) => context.text("ok"));
  app.get("/readyz", (context) => {
    const found = findProblem();
    return found === undefined ? context.text("ready") : context.text(`not ready: ${found}`, 503);
  });
  if (takesInteractions) {
    for (const path of paths) {
      app.post(path, (context) => opened?.receive(context) ?? refuse(context, starting));
      app.all(path, (context) => context.text(explanation, 405, { allow: "POST" }));
    }
    app.notFound(createHint(log));
    app.onError((error, context) => {
      log.error("interaction not answered", { error });
      return context.text("something went wrong", 500);
    });
  }
  app.all("/healthz", refuseWriting).all("/readyz", refuseWriting);
  return {
    fetch: app.fetch,
    problem: findProblem,
    open(interactions) {
      const watch = createWatch(interactions);
      opened = { watch, receive: createReceiver({ ...interactions, watch }) };
    },
  };
}

/** Whoever copies an address may copy a slash more. */
const paths = ["/interactions", "/interactions/"];

const explanation =
  "Discord posts interactions here, and nobody else does. Put this address into the developer portal, as Interactions Endpoint URL.\n";

/**
 * Makes what answers on every other path. Discord signs what it posts: where that comes to a wrong path, the portal has a wrong
 * address, which the log tells once. Whatever else comes is nobody's business.
 */
function createHint(log: Log): (context: Context) => Response {
  let isTold = false;
  return (context) => {
    const { method, path } = context.req;
    if (!isTold && method === "POST" && context.req.header("x-signature-ed25519") !== undefined) {
      isTold = true;
      log.warn("interaction at a wrong path", {
        path: path.slice(0, 100),
        remedy: `let the address end in ${paths[0]}`,
      });
    }
    return context.text("404 Not Found", 404);
  };
}

interface Opened {
  readonly watch: SignatureWatch;
  readonly receive: ReturnType<typeof createReceiver>;
}

/** A proxy may ask another process. */
const starting: Refusal = { status: 503, text: "starting" };

function createWatch({ log, now, rest, publicKey }: InteractionsOptions): SignatureWatch {
  return watchSignatures({
    log,
    now,
    elapsed: () => performance.now(),
    checkKey: () => checkKey(rest, publicKey),
  });
}

function refuseWriting(context: Context): Response {
  return context.text("method not allowed", 405, { allow: "GET, HEAD" });
}
