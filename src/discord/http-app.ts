import type { Context } from "hono";
import { Hono } from "hono";
import { checkKey } from "./check-key.ts";
import type { Env, InteractionsOptions } from "./receive-interaction.ts";
import { createReceiver } from "./receive-interaction.ts";
import type { SignatureWatch } from "./watch-signatures.ts";
import { watchSignatures } from "./watch-signatures.ts";

export interface AppOptions {
  readonly isReady: () => boolean;
  /** Absent where interactions come over the gateway: then only health is told. */
  readonly interactions?: InteractionsOptions | undefined;
}

/** Makes the HTTP side: health for whoever keeps the process running, and interactions as Discord posts them. */
export function createHttpApp({ isReady, interactions }: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  const watch = interactions && createWatch(interactions);
  app.get("/healthz", (context) => context.text("ok"));
  app.get("/readyz", (context) => {
    const problem = isReady() ? watch?.problem() : "not connected to Discord";
    return problem === undefined ? context.text("ready") : context.text(`not ready: ${problem}`, 503);
  });
  if (interactions && watch) {
    app.post("/interactions", createReceiver({ ...interactions, watch }));
    app.all("/interactions", (context) => context.text("method not allowed", 405, { allow: "POST" }));
    app.onError((error, context) => {
      interactions.log.error("interaction not answered", { error });
      return context.text("something went wrong", 500);
    });
  }
  return app.all("/healthz", refuseWriting).all("/readyz", refuseWriting);
}

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
