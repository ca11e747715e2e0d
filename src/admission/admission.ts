import type { Control } from "../command.ts";
import type { Invocation } from "../invocation.ts";
import type { Services } from "../services.ts";
import type { Log } from "../log.ts";
import type { Observe, ReplyOutcome } from "../observer.ts";
import type { Locale } from "../render/locale.ts";
import { localeOf } from "../render/locale-of.ts";
import type { Reply } from "../render/reply.ts";
import { words } from "../render/words/all.ts";
import { createAsksAnew } from "./asks-anew.ts";
import { busyReply } from "./busy-reply.ts";
import type { Cooled } from "./cooldown.ts";
import { createCooldown } from "./cooldown.ts";
import { createRepeats } from "./repeats.ts";
import { createShedding } from "./shedding.ts";
import type { SharedAdmission } from "./shared-admission.ts";
import type { Turns } from "./turns.ts";
import { createLoopTurns } from "./turns.ts";

/** What everything passes before it is answered. */
export interface Admission {
  /** Replies in place of an answer to what came twice or too fast, before anything is read for it. */
  refuse(invocation: Invocation): Promise<Reply | undefined>;
  /** Resolves when it is the asker's turn; with a reply in place of an answer where that took too long. */
  takeTurn(invocation: Invocation): Promise<Reply | undefined>;
}

export interface AdmissionOptions {
  readonly services: Pick<Services, "library">;
  readonly controls: readonly Control[];
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
  const { services, controls, log, cooldown = 0, turns = createLoopTurns(), observe } = options;
  const { shared, now = () => performance.now() } = options;
  const isRepeated = createRepeats();
  const cooldowns = createCooldown({ cooldown, now, isQuestion: createAsksAnew(controls) });
  const chooseFate = createShedding({ log, now, after });
  const localeFor = (invocation: Invocation) => languageOf(invocation, services);

  function told(outcome: ReplyOutcome, reply: Reply): Reply {
    observe?.({ kind: "reply", outcome });
    return reply;
  }

  return {
    async refuse(invocation) {
      if (isRepeated(`${invocation.kind} ${invocation.id}`)) return told("refused repeated", silence);
      const refused = askToWait(cooldowns.ask(invocation), invocation, localeFor);
      if (refused) return told("refused cooldown", refused);
      const admitted = await shared?.admit(invocation, cooldowns.lengthFor(invocation));
      if (admitted?.kind === "repeated") return told("refused repeated", silence);
      if (admitted?.kind !== "wait") return undefined;
      // They asked elsewhere, and may ask here when their time there is over.
      cooldowns.giveBack(invocation);
      const asking = askToWait({ ...admitted, isTold: false }, invocation, localeFor);
      return asking && told("refused cooldown", asking);
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

function askToWait(
  cooled: Cooled,
  invocation: Invocation,
  localeFor: (invocation: Invocation) => Locale,
): Reply | undefined {
  if (cooled.kind === "may-ask") return undefined;
  if (cooled.isTold && invocation.kind === "message") return silence;
  const content = words[localeFor(invocation)].wait(Math.ceil(cooled.milliseconds / 1000));
  return { kind: "message", content, private: true, quotes: [] };
}

/** A message's own language, since Discord tells only the server's, and of direct messages none. */
function languageOf(invocation: Invocation, { library }: Pick<Services, "library">): Locale {
  if (invocation.kind !== "message") return invocation.locale;
  return localeOf(invocation.text, invocation.locale, library.analyse);
}

function after(milliseconds: number, act: () => void): void {
  setTimeout(act, milliseconds).unref();
}
