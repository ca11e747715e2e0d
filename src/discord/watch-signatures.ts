import type { Log } from "../log.ts";
import { isNear } from "./verify-request.ts";

export interface SignatureWatchOptions {
  readonly log: Log;
  /** The machine's clock, which may be wrong. */
  readonly now: () => Date;
  /** In milliseconds from any beginning; goes on evenly whatever the clock is set to. */
  readonly elapsed: () => number;
  /** Asks Discord whether the key is this application's; `undefined` where it does not tell. Never rejects. */
  readonly checkKey: () => Promise<boolean | undefined>;
}

/** Whether Discord's requests are taken, as far as those that came tell. */
export interface SignatureWatch {
  /** A signature that is right, at a time that is fresh; times are Discord's, in seconds. */
  genuine(seconds: number): void;
  /** A signature that is right, at a time that this machine's clock is far from. */
  stale(seconds: number): void;
  /** A signature that is wrong. */
  forged(): void;
  /** What may be Discord's, as far as it was looked at, and has more bytes than are taken. */
  tooLarge(most: number): void;
  /** Why every request is refused, in one line; `undefined` where that is not so. */
  problem(): string | undefined;
}

/** Discord itself sends wrong signatures now and then, and one when an address is entered; a person tries a few times. */
const fewForged = 3;
/** In milliseconds: so long ago it tells nothing of now, and the same is not logged twice. */
const memory = 600_000;

/**
 * Watches over what makes every request be refused: a wrong key and a wrong clock.
 *
 * Anybody can send wrong signatures. So after a few of them Discord is asked for the key; where it does not tell, they
 * count for a while only. The first right one shows for good that the key is right. The clock is found wrong by right
 * signatures alone; what was recorded and is sent again bears an older time than others did before it.
 */
export function watchSignatures({ log, now, elapsed, checkKey }: SignatureWatchOptions): SignatureWatch {
  /** Discord's latest time, in seconds. */
  let newest = 0;
  let late: { readonly seconds: number; readonly at: number } | undefined;
  let forged = { count: 0, at: 0 };
  let key: "unasked" | "right" | "doubted" | "wrong" = "unasked";
  const isSaid = remember(elapsed);

  /** How far the clock is ahead, in seconds, by the last request that seemed stale; Discord's time went on since. */
  const difference = () => (late ? now().getTime() / 1000 - late.seconds - (elapsed() - late.at) / 1000 : 0);
  const isClockWrong = () => !isNear(difference(), 0);
  const isSuspicious = () => key !== "right" && forged.count >= fewForged && elapsed() - forged.at < memory;
  const isKeyWrong = () => key === "wrong" || (key === "doubted" && isSuspicious());

  async function askForKey(): Promise<void> {
    const isRight = await checkKey();
    // Something genuine may have come meanwhile.
    if (key === "right") return;
    key = isRight === undefined ? "doubted" : isRight ? "right" : "wrong";
    if (!isKeyWrong()) return;
    const remedy = "set DISCORD_PUBLIC_KEY to the one on the page General Information in the portal";
    log.error("every interaction is refused", { verdict: "forged", remedy });
  }

  return {
    genuine(seconds) {
      if (late || isKeyWrong()) log.info("interactions are taken again");
      newest = Math.max(seconds, newest);
      late = undefined;
      key = "right";
    },
    stale(seconds) {
      if (seconds <= newest) return;
      newest = seconds;
      key = "right";
      late = { seconds, at: elapsed() };
      if (isSaid("clock")) return;
      const remedy = "set this machine's clock";
      log.error("every interaction is refused", { verdict: "stale", ahead: Math.round(difference()), remedy });
    },
    forged() {
      forged = { count: forged.count + 1, at: elapsed() };
      if (isSuspicious() && !isSaid("key")) void askForKey();
    },
    tooLarge(most) {
      if (!isSaid("size")) log.warn("interaction refused", { verdict: "too large", most });
    },
    problem() {
      if (isClockWrong()) return describeDifference(Math.round(difference()));
      return isKeyWrong() ? "no signature was right: look at DISCORD_PUBLIC_KEY" : undefined;
    },
  };
}

function describeDifference(ahead: number): string {
  return `this machine's clock is ${Math.abs(ahead)} seconds ${ahead > 0 ? "ahead of" : "behind"} Discord's`;
}

/** Tells of each thing whether it was asked about a while before. */
function remember(elapsed: () => number): (thing: string) => boolean {
  const times = new Map<string, number>();
  return (thing) => {
    const last = times.get(thing);
    if (last !== undefined && elapsed() - last < memory) return true;
    times.set(thing, elapsed());
    return false;
  };
}
