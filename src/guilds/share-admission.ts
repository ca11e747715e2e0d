import type { SharedAdmission } from "../admission/shared-admission.ts";
import type { Invocation } from "../invocation.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import type { Claims } from "../store/claims.ts";

export interface ShareAdmissionOptions {
  readonly claims: Claims;
  /** A name for a person that tells nobody who it is. */
  readonly hide: (person: string) => string;
  readonly log: Pick<Log, "warn">;
}

/** In milliseconds: nobody waits longer for what other processes know; then it is not asked for a while. */
const [PATIENCE, REST] = [150, 2000];
/** In milliseconds. */
const SWEEPING = 60_000;

/** Lets in over a database what several processes may be handed. */
export function shareAdmission({ claims, hide, log }: ShareAdmissionOptions): SharedAdmission {
  const sweeping = setInterval(() => void claims.sweep().catch(() => {}), SWEEPING);
  sweeping.unref();
  let resting = -Infinity;

  function rest(error?: unknown): undefined {
    if (performance.now() >= resting) log.warn("cooldown not shared", { error, milliseconds: PATIENCE });
    resting = performance.now() + REST;
    return undefined;
  }

  return {
    async admit(invocation, cooldown) {
      if (!claims.isNeeded || !mayComeTwice(invocation) || performance.now() < resting) return undefined;
      const key = hide(invocation.asker.id);
      const claim = { guild: placeOf(invocation, key), event: invocation.id, asker: { key, cooldown } };
      try {
        const claimed = await within(claims.claim(claim), PATIENCE);
        if (!claimed) return rest();
        return claimed.kind === "claimed" ? { kind: "admitted" } : claimed;
      } catch (error) {
        return rest(error);
      }
    },
    giveBack(invocation) {
      const key = hide(invocation.asker.id);
      void claims.release(placeOf(invocation, key), key).catch(() => {});
    },
  };
}

/** Whoever types is answered from lists, as often as that comes; messages come to one process alone. */
function mayComeTwice({ kind }: Invocation): boolean {
  return kind !== "autocomplete" && kind !== "message";
}

function placeOf({ channel }: Invocation, asker: string): string {
  return channel.guildId ?? `person ${asker}`;
}
