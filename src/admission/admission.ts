import type { Invocation } from "../invocation.ts";
import type { Services } from "../services.ts";
import type { Log } from "../log.ts";
import type { Observe } from "../observer.ts";
import type { Locale } from "../render/locale.ts";
import { localeOf } from "../render/locale-of.ts";
import type { Reply } from "../render/reply.ts";
import { words } from "../render/words/all.ts";
import { type Askable, createAsksAnew } from "./asks-anew.ts";
import { busyReply } from "./busy-reply.ts";
import { type Cooldown, createCooldown } from "./cooldown.ts";
import { createLateMessages, type LateMessages } from "./late-messages.ts";
import { createRepeats } from "./repeats.ts";
import { createShedding } from "./shedding.ts";
import type { SharedAdmission } from "./shared-admission.ts";
import type { Turns } from "./turns.ts";
import { createLoopTurns } from "./turns.ts";

/** What everything passes before it is answered. */
export interface Admission {
  /**
   * Replies in place of an answer to what came twice or too fast, before anything is read for it. A message that came too fast waits
   * for its time instead, unless that is long.
   */
  refuse(invocation: Invocation, waiting?: Waiting): Promise<Reply | undefined>;
  /** Resolves when it is the asker's turn; with a reply in place of an answer where that took too long. */
  takeTurn(invocation: Invocation): Promise<Reply | undefined>;
}

/** About a message that may have to wait. */
export interface Waiting {
  /** Aborted when the process leaves; whoever waits is answered then. */
  readonly leaving?: AbortSignal | undefined;
  /** Called when a message has waited for its time. */
  readonly onWaited?: (() => void) | undefined;
}

export interface AdmissionOptions extends Askable {
  readonly services: Pick<Services, "library">;
  readonly log: Log;
  /** One question per asker in so many milliseconds, at most an hour; absent or 0 means as many as they like. */
  readonly cooldown?: number | ((invocation: Invocation) => number) | undefined;
  /** In milliseconds, and never set back; absent means the process's own clock. */
  readonly now?: (() => number) | undefined;
  /** Absent means that nothing comes to other processes. */
  readonly shared?: SharedAdmission | undefined;
  /** Absent means turns of the event loop. */
  readonly turns?: Turns | undefined;
  /** Hears of everything that is not answered. */
  readonly observe?: Observe | undefined;
}

const silence: Reply = { kind: "silence" };

/** Joins what keeps one asker, one event or one moment from being too much. */
export function createAdmission(options: AdmissionOptions): Admission {
  const { services, log, cooldown = 0, turns = createLoopTurns(), shared, observe } = options;
  const { now = () => performance.now() } = options;
  const isRepeated = createRepeats();
  const cooldowns = createCooldown({ cooldown, now, isQuestion: createAsksAnew(options) });
  const late = createLateMessages({ after });
  const chooseFate = createShedding({ log, now, after });
  const localeFor = (invocation: Invocation) => languageOf(invocation, services);
  const refused = (outcome: "refused repeated" | "refused cooldown", reply: Reply): Reply => {
    observe?.({ kind: "reply", outcome });
    return reply;
  };

  return {
    async refuse(invocation, waiting = {}) {
      if (isRepeated(`${invocation.kind} ${invocation.id}`)) return refused("refused repeated", silence);
      const tooFast = await waitForTime(invocation, { cooldowns, late, ...waiting });
      if (tooFast?.kind === "replaced") return refused("refused cooldown", silence);
      if (tooFast) return refused("refused cooldown", askToWait(tooFast, invocation, localeFor));
      const admitted = await shared?.admit(invocation, cooldowns.lengthFor(invocation));
      if (admitted?.kind === "repeated") return refused("refused repeated", silence);
      if (admitted?.kind !== "wait") return undefined;
      // They asked elsewhere, and may ask here when their time there is over.
      cooldowns.giveBack(invocation);
      return refused("refused cooldown", waitReply(admitted.milliseconds, localeFor(invocation)));
    },
    async takeTurn(invocation) {
      const fate = chooseFate(invocation, await turns.take(invocation.asker.id));
      if (fate === "answer") return undefined;
      // Whoever is told to come again may do so.
      cooldowns.giveBack(invocation);
      if (cooldowns.lengthFor(invocation) > 0) shared?.giveBack(invocation);
      observe?.({ kind: "reply", outcome: fate === "busy" ? "refused busy" : "refused dropped" });
      return fate === "busy" ? busyReply(invocation, localeFor(invocation)) : silence;
    },
  };
}

/** Somebody asked too fast and gets no answer. */
type TooFast =
  | { readonly kind: "replaced" }
  | { readonly kind: "wait"; readonly milliseconds: number; readonly isTold: boolean };

interface Delaying extends Waiting {
  readonly cooldowns: Cooldown;
  readonly late: LateMessages;
}

/** Lets messages wait until their writers may ask; they may have asked elsewhere in the meantime. */
async function waitForTime(
  invocation: Invocation,
  { cooldowns, late, leaving, onWaited }: Delaying,
): Promise<TooFast | undefined> {
  for (let cooled = cooldowns.ask(invocation); cooled.kind === "wait"; cooled = cooldowns.ask(invocation)) {
    const { milliseconds } = cooled;
    const waited = invocation.kind === "message" ? await late.wait(invocation, milliseconds, leaving) : "refused";
    if (waited !== "refused") onWaited?.();
    if (waited === "leaving") return undefined;
    if (waited === "replaced") return { kind: "replaced" };
    if (waited === "refused") return { kind: "wait", milliseconds, isTold: cooldowns.tell(invocation) };
  }
  return undefined;
}

function askToWait(
  { milliseconds, isTold }: Extract<TooFast, { readonly kind: "wait" }>,
  invocation: Invocation,
  localeFor: (invocation: Invocation) => Locale,
): Reply {
  return isTold && invocation.kind === "message" ? silence : waitReply(milliseconds, localeFor(invocation));
}

function waitReply(milliseconds: number, locale: Locale): Reply {
  return { kind: "message", content: words[locale].wait(Math.ceil(milliseconds / 1000)), private: true, quotes: [] };
}

/** A message's own language, since Discord tells only the server's, and of direct messages none. */
function languageOf(invocation: Invocation, { library }: Pick<Services, "library">): Locale {
  if (invocation.kind !== "message") return invocation.locale;
  return localeOf(invocation.text, invocation.locale, library.analyse);
}

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds).unref();
  return () => clearTimeout(timer);
}
