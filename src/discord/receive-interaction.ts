import type { HttpBindings } from "@hono/node-server";
import type { APIInteraction } from "discord.js";
import { InteractionResponseType, InteractionType } from "discord.js";
import type { Context } from "hono";
import type { AnsweringOptions, InteractionAnswer } from "./answer-interaction.ts";
import { answerInteraction } from "./answer-interaction.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { Observe, Verdict } from "../observer.ts";
import { isInteraction } from "./is-interaction.ts";
import { kindOf } from "./kind-of.ts";
import { type Received, readBody } from "./read-body.ts";
import { type Refusal, refuse } from "./refuse.ts";
import type { UnderWay } from "./under-way.ts";
import type { Stamp } from "./verify-request.ts";
import { createVerify, isNear, readStamp } from "./verify-request.ts";
import type { SignatureWatch } from "./watch-signatures.ts";

export interface InteractionsOptions extends AnsweringOptions {
  /** The application's, in hexadecimal. */
  readonly publicKey: string;
  readonly underWay: UnderWay;
  readonly now: () => Date;
  readonly observe?: Observe | undefined;
}

export interface ReceivingOptions extends InteractionsOptions {
  readonly watch: SignatureWatch;
}

export type Env = { Bindings: HttpBindings };

/**
 * In bytes. Whoever sends one may be anybody until all of it is there and the signature is checked. The largest that
 * Discord sends us is a message of 4,000 characters with its embeds (6,000 more), each 3 bytes as UTF-8 and 6 escaped; our forms
 * take less.
 */
const largestBody = 65_536;

const unsigned: Refusal = { status: 401, text: "invalid request signature" };
const tooLarge: Refusal = { status: 413, text: "too large" };
const odd: Refusal = { status: 400, text: "not an interaction" };

/**
 * Makes what takes interactions as Discord posts them.
 *
 * What cannot be genuine is refused by its headers, before its body is read. Discord sends badly signed requests on
 * purpose to see them refused.
 */
export function createReceiver(options: ReceivingOptions): (context: Context<Env>) => Promise<Response> {
  const { log, now, watch, observe } = options;
  const verify = createVerify(options.publicKey);
  const answer = createAnswerer(options);
  const reject = (context: Context<Env>, refusal: Refusal, verdict: Verdict): Response => {
    observe?.({ kind: "turned-away", verdict });
    // Anybody can have as many refused as they like: the log must not grow by it.
    log.debug("interaction refused", { verdict });
    return refuse(context, refusal);
  };

  return async (context) => {
    const { incoming, outgoing } = context.env;
    const stamp = readStamp(incoming.headers);
    if (!stamp) return reject(context, unsigned, "unsigned");
    const isFresh = isNear(Number(stamp.timestamp), now().getTime() / 1000);
    if (!isFresh) {
      const response = reject(context, unsigned, "stale");
      void learn(stamp, readBody(incoming, largestBody));
      return response;
    }
    if (incoming.headers.expect !== undefined) outgoing.writeContinue();
    const body = await readBody(incoming, largestBody);
    if (body.kind === "too large") {
      watch.tooLarge(largestBody);
      return reject(context, tooLarge, body.kind);
    }
    // Nobody is there to read it.
    if (body.kind === "aborted") {
      observe?.({ kind: "turned-away", verdict: "aborted" });
      return context.body(null, 400);
    }
    if (!(await verify(body.bytes, stamp))) {
      watch.forged();
      return reject(context, unsigned, "forged");
    }
    watch.genuine(Number(stamp.timestamp));
    const interaction = parse(body.bytes);
    return interaction ? answer(context, interaction) : reject(context, odd, "odd");
  };

  /** Finds out whether Discord itself signed what is refused already, which means that this machine's clock is wrong. */
  async function learn(stamp: Stamp, receiving: Promise<Received>): Promise<void> {
    const body = await receiving;
    if (body.kind === "whole" && (await verify(body.bytes, stamp))) watch.stale(Number(stamp.timestamp));
  }
}

function createAnswerer(options: ReceivingOptions) {
  const { underWay, observe } = options;
  /** An interaction that comes twice gets the same answer twice, of which Discord takes one. */
  const answers = new BoundedMap<Promise<InteractionAnswer | undefined>>(1000);

  return async (context: Context<Env>, interaction: APIInteraction): Promise<Response> => {
    if (interaction.type === InteractionType.Ping) return context.json({ type: InteractionResponseType.Pong });
    const { id } = interaction;
    const since = performance.now();
    const answering = answers.get(id) ?? answerInteraction(interaction, options).then(completedOnce);
    answers.set(id, answering);
    const answer = await answering;
    if (!answer) return context.body(null, 204);
    const { later } = answer;
    if (observe) {
      const of = kindOf(interaction);
      const tell = () => observe({ kind: "acknowledged", of, seconds: (performance.now() - since) / 1000 });
      context.env.outgoing.once("finish", tell);
    }
    // Discord takes the rest only when it has the first response, which a connection that was cut off did not bring.
    if (later) context.env.outgoing.once("finish", () => underWay.start({ name: "later", id }, later));
    return context.json(answer.first);
  };
}

function completedOnce(answer: InteractionAnswer | undefined): InteractionAnswer | undefined {
  return answer?.later ? { ...answer, later: onlyOnce(answer.later) } : answer;
}

/** Makes an act that is done the first time alone, and held no longer then. */
function onlyOnce(act: () => Promise<void>): () => Promise<void> {
  let left: typeof act | undefined = act;
  return async () => {
    const found = left;
    left = undefined;
    await found?.();
  };
}

function parse(body: Uint8Array): APIInteraction | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString("utf8"));
    return isInteraction(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
