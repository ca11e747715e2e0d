import type { Invocation } from "../invocation.ts";
import { mayModerate } from "../command.ts";
import { createExpiringMap } from "./expiring-map.ts";

/** Whether somebody may ask: at once, or in so many milliseconds. */
export type Cooled = { readonly kind: "may-ask" } | { readonly kind: "wait"; readonly milliseconds: number };

export interface Cooldown {
  readonly ask: (invocation: Invocation) => Cooled;
  /** Notes that somebody who has to wait is told so; gives whether they were before, of which a stream of messages is told once. */
  readonly tell: (invocation: Invocation) => boolean;
  /** In milliseconds: so long the asker of this may not ask again; 0 where they may. */
  readonly lengthFor: (invocation: Invocation) => number;
  /** Lets somebody who asked, and got no answer for all that, ask again at once. */
  readonly giveBack: (invocation: Invocation) => void;
}

export interface CooldownOptions {
  /** In milliseconds, at most an hour; 0 means that everybody may ask as fast as they like. */
  readonly cooldown: number | ((invocation: Invocation) => number);
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
  /** Whether what was asked for is an answer of its own. */
  readonly isQuestion: (invocation: Invocation) => boolean;
}

/** So many askers are remembered; even an hour's cooldown has fewer who are still waiting. */
const mostAskers = 100_000;

const mayAsk: Cooled = { kind: "may-ask" };

/** In milliseconds: no setting is longer. */
const longest = 3_600_000;

/** Lets everybody ask once in a while, in each server for itself; moderators, who keep order, as they like. */
export function createCooldown({ cooldown, now, isQuestion }: CooldownOptions): Cooldown {
  const lifetime = typeof cooldown === "number" ? cooldown : longest;
  const lengthFor = typeof cooldown === "number" ? () => cooldown : cooldown;
  const waiting = createExpiringMap<Waiting>({ lifetime, limit: mostAskers, now });
  const isFree = (invocation: Invocation, length: number) =>
    length === 0 || mayModerate(invocation.asker) || !isQuestion(invocation);
  return {
    lengthFor(invocation) {
      const length = lengthFor(invocation);
      return isFree(invocation, length) ? 0 : length;
    },
    ask(invocation) {
      const length = lengthFor(invocation);
      if (isFree(invocation, length)) return mayAsk;
      const key = keyOf(invocation);
      const found = waiting.get(key);
      const left = found ? found.since + length - now() : 0;
      if (!found || left <= 0) {
        waiting.set(key, { since: now(), isTold: false });
        return mayAsk;
      }
      return { kind: "wait", milliseconds: left };
    },
    tell(invocation) {
      const key = keyOf(invocation);
      const found = waiting.get(key);
      if (found) waiting.change(key, { ...found, isTold: true });
      return found?.isTold ?? false;
    },
    giveBack(invocation) {
      if (!isFree(invocation, lengthFor(invocation))) waiting.forget(keyOf(invocation));
    },
  };
}

function keyOf({ asker, channel }: Invocation): string {
  return `${channel.guildId ?? ""} ${asker.id}`;
}

interface Waiting {
  readonly since: number;
  readonly isTold: boolean;
}
