import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { type SharedWorks, usualLimits } from "../admission/works.ts";
import { mayManage } from "../command.ts";
import type { Invocation } from "../invocation.ts";
import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import { type Locale, locales } from "../render/locale.ts";
import type { AnswerAddress } from "../render/reply.ts";
import type { JobName } from "../store/jobs.ts";
import type { Store } from "../store/store.ts";

type Hide = (person: string) => string;

export interface ShareWorksOptions {
  readonly store: Pick<Store, "jobs" | "watch">;
  /** A name for a person that tells nobody who it is. */
  readonly hide: Hide;
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
  /** Whether what its asker sees has a button that calls it off, as long as it is under way. */
  readonly canBeStopped?: boolean | undefined;
}

const keptWork = z.object({
  asker: z.string(),
  at: z.number(),
  locale: z.enum(locales),
  address: z.object({ application: z.string(), token: z.string() }).optional(),
  canBeStopped: z.boolean().optional(),
});

/** In milliseconds: so long a work is held, and so often it is held on. */
const [LEASE, HOLDING_ON] = [20_000, 4000];
/** In milliseconds: what could not be ended in the store is tried again, as long as anybody could be told of it. */
const [AGAIN, LONGEST] = [1000, 15 * 60_000];
/** In milliseconds: nobody waits longer for the store before a work begins. */
const PATIENCE = 500;

/** What of its own a process has under way: how each is called off, and how it is held on. */
type Own = Map<string, { readonly callOff: () => void; readonly holdOn: () => void }>;

/**
 * Lets all processes know of what is under way in each: their limit is one, and *Cancel* reaches every one of them.
 *
 * Where the store is away each process goes by what it knows itself.
 */
export function shareWorks(options: ShareWorksOptions): SharedWorks {
  const own: Own = new Map();
  const quietly = createQuietly(options.log);
  options.store.watch({
    changed() {},
    stopped: (_guild, work) => own.get(work)?.callOff(),
    // Where nobody tells of it, what others wrote has to be looked at.
    begin: () => own.forEach(({ holdOn }) => holdOn()),
    lose() {},
  });
  return { begin: createBegin(options, own, quietly), stop: createStop(options, quietly) };
}

function isDone(act: () => Promise<unknown>): Promise<boolean> {
  return act().then(
    () => true,
    () => false,
  );
}

type Quietly = <Result>(act: () => Promise<Result>) => Promise<Result | undefined>;

/** What fails, or takes too long, is as if nobody else were there. */
function createQuietly(log: ShareWorksOptions["log"]): Quietly {
  return (act) => {
    const done = act().catch((error: unknown) => {
      log.warn("work not shared", { error });
      return undefined;
    });
    return within(done, PATIENCE);
  };
}

function createBegin(
  { store: { jobs }, hide, now }: ShareWorksOptions,
  own: Own,
  quietly: Quietly,
): SharedWorks["begin"] {
  /** Gives whether there is room for it. */
  async function take(job: JobName, kept: KeptWork): Promise<boolean> {
    const most = usualLimits.inOnePlace;
    const term = { now: now(), until: now() + LEASE };
    return (await jobs.take({ ...job, data: JSON.stringify(kept), most }, term)) !== undefined;
  }

  async function holdOn(job: JobName): Promise<void> {
    const renewed = await quietly(() => jobs.renew(job, now() + LEASE));
    if (renewed === "stopped") own.get(job.id)?.callOff();
  }

  /** Again and again: what stands there for too long, its asker is told of by somebody else. */
  async function finish(job: JobName, taking: Promise<unknown>): Promise<void> {
    await taking.catch(() => {});
    const giveUp = now() + LONGEST;
    while (!(await isDone(() => jobs.finish(job))) && now() < giveUp)
      await setTimeout(AGAIN, undefined, { ref: false });
  }

  return async (invocation, shown, callOff) => {
    const job = jobOf(invocation, invocation.id, hide);
    const kept: KeptWork = { asker: hide(invocation.asker.id), at: now(), locale: invocation.locale, ...shown };
    own.set(job.id, { callOff, holdOn: () => void holdOn(job) });
    const taking = take(job, kept);
    if ((await quietly(() => taking)) === false) {
      own.delete(job.id);
      return "full";
    }
    const timer = setInterval(() => void holdOn(job), HOLDING_ON).unref();
    return async () => {
      clearInterval(timer);
      own.delete(job.id);
      await within(finish(job, taking), PATIENCE);
    };
  };
}

function createStop({ store: { jobs }, hide, now }: ShareWorksOptions, quietly: Quietly): SharedWorks["stop"] {
  return async (work, by) => {
    const job = jobOf(by, work, hide);
    const became = await quietly(async () => {
      const found = await jobs.find(job, now());
      if (!found) return "over";
      if (readKeptWork(found.data)?.asker !== hide(by.asker.id) && !mayManage(by.asker)) return "forbidden";
      await jobs.stop(job);
      return "stopped";
    });
    return became ?? "over";
  };
}

function jobOf({ asker, channel }: Pick<Invocation, "asker" | "channel">, id: string, hide: Hide): JobName {
  return { guild: channel.guildId ?? `person ${hide(asker.id)}`, kind: "work", id };
}

/** Gives nothing where a newer program wrote it in another way. */
export function readKeptWork(data: string): KeptWork | undefined {
  try {
    return keptWork.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
