import type { Invocation } from "../invocation.ts";
import type { AnswerAddress } from "../render/reply.ts";
import type { StoppedWork } from "../services.ts";
import { mayManage } from "../command.ts";
import type { CalledOffBy } from "./called-off.ts";
import { CalledOff } from "./called-off.ts";

export type WorkOutcome<Made> =
  | { readonly kind: "done"; readonly made: Made }
  /** As many as can be are under way. */
  | { readonly kind: "full" }
  | { readonly kind: "called-off"; readonly by: CalledOffBy };

/** Of a work that begins. */
export interface Beginning extends Shown {
  /** Calls it off from outside. */
  readonly outer: AbortSignal;
}

/** Where its asker sees a work. */
export interface Shown {
  readonly address?: AnswerAddress | undefined;
  /** Whether it has a button that calls it off, as long as it is under way. */
  readonly canBeStopped?: boolean | undefined;
}

/** The works of all processes; none of its functions rejects. */
export interface SharedWorks {
  /**
   * Notes one, so that others know of it and somebody tells its asker should this process die.
   *
   * @param callOff is called where somebody wishes it called off on another process.
   * @returns what ends it; `full` where other processes have as many as there may be in one place.
   */
  begin(invocation: Invocation, shown: Shown, callOff: () => void): Promise<"full" | (() => Promise<void>)>;
  /** Calls one off that is under way on another process. */
  stop(work: string, by: Pick<Invocation, "asker" | "channel">): Promise<StoppedWork>;
}

/** What takes longer than Discord waits, and is under way in this process. */
export interface Works {
  /** How many are under way. */
  readonly size: number;
  /** Whether there is no room for one more, in the same server or in all. */
  isFull(invocation: Invocation): boolean;
  /**
   * Does one, named by its invocation, unless there is no room.
   *
   * @throws what it throws without having been called off.
   */
  perform<Made>(
    invocation: Invocation,
    beginning: Beginning,
    act: (signal: AbortSignal) => Promise<Made>,
  ): Promise<WorkOutcome<Made>>;
  /** Calls one off, for whoever began it or runs the server. */
  readonly stop: (work: string, by: Pick<Invocation, "asker" | "channel">) => Promise<StoppedWork>;
}

export interface WorksLimits {
  readonly inAll: number;
  /** In one server; outside of servers, of one person. */
  readonly inOnePlace: number;
  /** In milliseconds: what has to end for another reason than its asker's wish is waited for no longer. */
  readonly grace: number;
}

/** Each may hold a file of several megabytes, and a thread that reads it. */
export const usualLimits: WorksLimits = { inAll: 4, inOnePlace: 2, grace: 1500 };

/** Makes what keeps works few, and lets them be called off. */
export function createWorks({ inAll, inOnePlace, grace }: WorksLimits = usualLimits, shared?: SharedWorks): Works {
  const underWay = new Map<string, UnderWay>();

  function isFull(invocation: Invocation): boolean {
    const place = placeOf(invocation);
    const there = [...underWay.values()].filter((one) => one.place === place);
    return underWay.size >= inAll || there.length >= inOnePlace;
  }

  return {
    get size() {
      return underWay.size;
    },
    isFull,
    async perform(invocation, { outer, ...shown }, act) {
      if (isFull(invocation)) return { kind: "full" };
      if (outer.aborted) return { kind: "called-off", by: whoCalledOff(outer) };
      const calledOff = new AbortController();
      const { signal } = calledOff;
      const callOff = () => calledOff.abort(outer.reason);
      outer.addEventListener("abort", callOff, { once: true });
      underWay.set(invocation.id, { place: placeOf(invocation), asker: invocation.asker.id, calledOff });
      let end: Awaited<ReturnType<SharedWorks["begin"]>> | undefined;
      try {
        if (shared) end = await shared.begin(invocation, shown, () => calledOff.abort(new CalledOff("asker")));
        if (end === "full") return { kind: "full" };
        signal.throwIfAborted();
        return { kind: "done", made: await unlessOver(act(signal), signal, grace) };
      } catch (error) {
        if (!signal.aborted) throw error;
        return { kind: "called-off", by: whoCalledOff(signal) };
      } finally {
        underWay.delete(invocation.id);
        outer.removeEventListener("abort", callOff);
        if (end !== "full") await end?.();
      }
    },
    async stop(work, { asker, channel }) {
      const found = underWay.get(work);
      if (!found) return (await shared?.stop(work, { asker, channel })) ?? "over";
      if (found.place !== placeOf({ asker, channel })) return "over";
      if (asker.id !== found.asker && !mayManage(asker)) return "forbidden";
      found.calledOff.abort(new CalledOff("asker"));
      return "stopped";
    },
  };
}

interface UnderWay {
  readonly place: string;
  readonly asker: string;
  readonly calledOff: AbortController;
}

/** A work of another server is none that anybody here knows of. */
function placeOf({ asker, channel }: Pick<Invocation, "asker" | "channel">): string {
  return channel.guildId ?? `person ${asker.id}`;
}

function whoCalledOff({ reason }: AbortSignal): CalledOffBy {
  return reason instanceof CalledOff ? reason.by : "restart";
}

/** Gives what work brings; once it has to end and its asker does not wait for it, for a moment only. */
async function unlessOver<Made>(work: Promise<Made>, signal: AbortSignal, grace: number): Promise<Made> {
  const { promise, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const hurry = () => {
    if (whoCalledOff(signal) !== "asker") timer = setTimeout(() => reject(signal.reason), grace);
  };
  signal.addEventListener("abort", hurry, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
