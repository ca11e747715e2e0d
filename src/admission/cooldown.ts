import type { Invocation } from "../command.ts";
import { mayModerate } from "../command.ts";
import { createExpiringMap } from "./expiring-map.ts";

/** Whether somebody may ask: at once, or in so many milliseconds, of which a stream of messages is told once. */
export type Cooled =
  | { readonly kind: "may-ask" }
  | { readonly kind: "wait"; readonly milliseconds: number; readonly isTold: boolean };

export interface Cooldown {
  readonly ask: (invocation: Invocation) => Cooled;
  /** Lets somebody who asked, and got no answer for all that, ask again at once. */
  readonly giveBack: (invocation: Invocation) => void;
}

export interface CooldownOptions {
  /** In milliseconds; 0 means that everybody may ask as fast as they like. */
  readonly cooldown: number;
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
  /** Whether what was asked for is an answer of its own. */
  readonly isQuestion: (invocation: Invocation) => boolean;
}

/** So many askers are remembered; even an hour's cooldown has fewer who are still waiting. */
const mostAskers = 100_000;

const mayAsk: Cooled = { kind: "may-ask" };

/** Lets everybody ask once in a while; moderators, who keep order, as they like. */
export function createCooldown({ cooldown, now, isQuestion }: CooldownOptions): Cooldown {
  const waiting = createExpiringMap<Waiting>({ lifetime: cooldown, limit: mostAskers, now });
  const isFree = (invocation: Invocation) => cooldown === 0 || mayModerate(invocation.asker) || !isQuestion(invocation);
  return {
    ask(invocation) {
      if (isFree(invocation)) return mayAsk;
      const { id } = invocation.asker;
      const found = waiting.get(id);
      if (!found) {
        waiting.set(id, { since: now(), isTold: false });
        return mayAsk;
      }
      waiting.change(id, { ...found, isTold: true });
      return { kind: "wait", milliseconds: found.since + cooldown - now(), isTold: found.isTold };
    },
    giveBack(invocation) {
      if (!isFree(invocation)) waiting.forget(invocation.asker.id);
    },
  };
}

interface Waiting {
  readonly since: number;
  readonly isTold: boolean;
}
