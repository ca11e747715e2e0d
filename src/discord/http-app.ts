import type { HttpBindings } from "@hono/node-server";
import type { APIInteraction } from "discord.js";
import { InteractionResponseType, InteractionType } from "discord.js";
import type { Context } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AnsweringOptions, InteractionAnswer } from "./answer-interaction.ts";
import { answerInteraction } from "./answer-interaction.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { UnderWay } from "./under-way.ts";
import { createVerify } from "./verify-request.ts";

export interface InteractionsOptions extends AnsweringOptions {
  /** The application's, in hexadecimal. */
  readonly publicKey: string;
  readonly underWay: UnderWay;
  readonly now: () => Date;
}

export interface AppOptions {
  readonly isReady: () => boolean;
  /** Absent where interactions come over the gateway: then only health is told. */
  readonly interactions?: InteractionsOptions | undefined;
}

/** Discord's interactions are far smaller; what is larger is not from Discord. */
const largestBody = 1_048_576;

type Env = { Bindings: HttpBindings };

/**
 * Makes the HTTP side: health for whoever keeps the process running, and interactions as Discord posts them.
 *
 * Discord sends badly signed requests on purpose to see them refused.
 */
export function createHttpApp({ isReady, interactions }: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/healthz", (context) => context.text("ok"));
  app.get("/readyz", (context) => (isReady() ? context.text("ready") : context.text("not ready", 503)));
  if (interactions) {
    app.post("/interactions", bodyLimit({ maxSize: largestBody, onError: refuseSize }), createHandler(interactions));
    app.all("/interactions", (context) => context.text("method not allowed", 405, { allow: "POST" }));
    app.onError((error, context) => {
      interactions.log.error("interaction not answered", { error });
      return context.text("something went wrong", 500);
    });
  }
  return app.all("/healthz", refuseWriting).all("/readyz", refuseWriting);
}

function refuseSize(context: Context): Response {
  return context.text("too large", 413);
}

function refuseWriting(context: Context): Response {
  return context.text("method not allowed", 405, { allow: "GET, HEAD" });
}

function createHandler(options: InteractionsOptions): (context: Context<Env>) => Promise<Response> {
  const { log, underWay } = options;
  const verify = createVerify(options.publicKey, options.now);
  /** An interaction that comes twice gets the same answer twice, of which Discord takes one. */
  const answers = new BoundedMap<Promise<InteractionAnswer | undefined>>(1000);

  return async (context) => {
    const body = await context.req.arrayBuffer();
    const [signature, timestamp] = ["x-signature-ed25519", "x-signature-timestamp"].map((name) =>
      context.req.header(name),
    );
    const verdict = await verify({ body, signature, timestamp });
    if (verdict === "stale")
      log.warn("interaction refused", { verdict, timestamp, remedy: "set this machine's clock" });
    if (verdict !== "genuine") return context.text("invalid request signature", 401);
    const interaction = parse(body);
    if (!interaction) return context.text("not an interaction", 400);
    if (interaction.type === InteractionType.Ping) return context.json({ type: InteractionResponseType.Pong });
    const known = answers.get(interaction.id);
    const answering = known ?? answerInteraction(interaction, options);
    answers.set(interaction.id, answering);
    const answer = await answering;
    if (!answer) return context.body(null, 204);
    const { later } = answer;
    // Discord takes the rest only when it has the first response.
    if (later && !known) {
      context.env.outgoing.once("close", () => underWay.start({ name: "later", id: interaction.id }, later));
    }
    return context.json(answer.first);
  };
}

function parse(body: ArrayBuffer): APIInteraction | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    return isInteraction(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const types: readonly unknown[] = Object.values(InteractionType);

/** Looks at what tells interactions apart; the signature vouches for the rest. */
function isInteraction(value: unknown): value is APIInteraction {
  if (typeof value !== "object" || value === null) return false;
  if (!("type" in value && "id" in value && "token" in value)) return false;
  if (!types.includes(value.type) || typeof value.id !== "string" || typeof value.token !== "string") return false;
  return value.type === InteractionType.Ping || ("data" in value && typeof value.data === "object");
}
