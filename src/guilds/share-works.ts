import { z } from "zod";
import { placeOf, type SharedWorks, usualLimits } from "../admission/works.ts";
import { mayManage } from "../command.ts";
import type { Invocation } from "../invocation.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import { type Locale, locales } from "../render/locale.ts";
import type { AnswerAddress } from "../render/reply.ts";
import type { JobName } from "../store/jobs.ts";
import type { Store } from "../store/store.ts";

export interface ShareWorksOptions {
  readonly store: Pick<Store, "jobs" | "watch">;
  /** A name for a person that tells nobody who it is. */
  readonly hide: (person: string) => string;
  readonly log: Pick<Log, "warn">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What another process has to know of a work whose own is gone. */
export interface KeptWork {
  /** Who began it, hidden. */
  readonly asker: string;
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  readonly locale: Locale;
  readonly address?: AnswerAddress | undefined;
}

const keptWork = z.object({
  asker: z.string(),
  at: z.number(),
  locale: z.enum(locales),
  address: z.object({ application: z.string(), token: z.string() }).optional(),
});

/** In milliseconds: so long a work is held without being held on, and so often it is. */
const workLease = { held: 20_000, renewed: 5000 };
/** In milliseconds: nobody waits longer for the store before a work begins. */
const PATIENCE = 500;

/**
 * Lets all processes know of what is under way in each: their limit is one, and *Cancel* reaches every one of them.
 *
 * Where the store is away each process goes by what it knows itself.
 */
export function shareWorks({ store, hide, log, now }: ShareWorksOptions): SharedWorks {
  const { jobs } = store;
  const own = new Map<string, () => void>();
  const renewals = new Set<() => Promise<void>>();

  /** What fails is as if nobody else were there. */
  async function quietly<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
    const done = act().catch((error: unknown) => {
      log.warn("work not shared", { error });
      return undefined;
    });
    return within(done, PATIENCE);
  }

  async function holdOn(job: JobName): Promise<void> {
    const renewed = await quietly(() => jobs.renew(job, now() + workLease.held));
    if (renewed === "stopped") own.get(job.id)?.();
  }

  const nameOf = (invocation: Pick<Invocation, "asker" | "channel">, id: string): JobName => {
    return { guild: placeOf(invocation), kind: "work", id };
  };

  store.watch({
    changed() {},
    stopped: (_guild, work) => own.get(work)?.(),
    // Where nobody tells of it, what others wrote has to be looked at.
    begin: () => renewals.forEach((renewal) => void renewal()),
    lose() {},
  });
  return {
    async begin(invocation, address, callOff) {
      const job = nameOf(invocation, invocation.id);
      const kept: KeptWork = { asker: hide(invocation.asker.id), at: now(), locale: invocation.locale, address };
      own.set(job.id, callOff);
      const began = await quietly(async () => {
        if ((await jobs.count(job, now())) >= usualLimits.inOnePlace) return "full";
        await jobs.take({ ...job, data: JSON.stringify(kept) }, { now: now(), until: now() + workLease.held });
        return "begun";
      });
      if (began === "full") {
        own.delete(job.id);
        return "full";
      }
      const renewal = () => holdOn(job);
      renewals.add(renewal);
      const timer = setInterval(() => void renewal(), workLease.renewed).unref();
      return async () => {
        clearInterval(timer);
        renewals.delete(renewal);
        own.delete(job.id);
        await quietly(() => jobs.finish(job));
      };
    },
    async stop(work, by) {
      const job = nameOf(by, work);
      const became = await quietly(async () => {
        const found = await jobs.find(job, now());
        if (!found) return "over";
        if (readKeptWork(found.data)?.asker !== hide(by.asker.id) && !mayManage(by.asker)) return "forbidden";
        await jobs.stop(job);
        return "stopped";
      });
      return became ?? "over";
    },
  };
}

/** Gives nothing where a newer program wrote it in another way. */
export function readKeptWork(data: string): KeptWork | undefined {
  try {
    return keptWork.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
