import type { Log } from "../log.ts";
import type { AnswerAddress, MessageReply } from "../render/reply.ts";
import { stopId } from "../render/stop-id.ts";
import { words } from "../render/words/all.ts";
import type { Job } from "../store/jobs.ts";
import type { Store } from "../store/store.ts";
import { type KeptWork, readKeptWork } from "./share-works.ts";

type Answered = AnswerAddress & { readonly id: string };

/** The answers to interactions that came to any process, within 15 minutes. */
export interface Answers {
  /** Says something in place of one; tells whether Discord took it. */
  edit(interaction: Answered, message: MessageReply): Promise<boolean>;
  /** The custom ids of all that it has at present; absent where Discord does not tell. */
  controls(interaction: Answered): Promise<readonly string[] | undefined>;
}

export interface FinishWorksOptions {
  readonly store: Pick<Store, "jobs" | "findChange">;
  readonly answers: Answers;
  readonly log: Pick<Log, "info" | "warn">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** In milliseconds: so long somebody else waits who wants to tell the same. */
const TELLING = 30_000;
/** Whoever began it counts too. */
const MOST_ATTEMPTS = 4;
/** In milliseconds: afterwards Discord takes nothing more for an interaction. */
const TOO_LATE = 14.5 * 60_000;

/** In milliseconds: so often it is looked for works whose processes are gone. */
const INTERVAL = 10_000;
/** In milliseconds: so long the store has to be there first, so that processes that live can hold their works on, or end them. */
const SETTLING = 8000;

/** Whatever is looked for shows whether the store is there. */
const NOBODYS = { guild: "", kind: "work", id: "" } as const;

type Told = Pick<KeptWork, "canBeStopped"> & { readonly address: AnswerAddress };

/** Tells again and again, until it is closed. */
export function keepFinishing(options: FinishWorksOptions): { readonly close: () => Promise<void> } {
  const finish = createFinishWorks(options);
  let finished = Promise.resolve();
  const timer = setInterval(() => {
    finished = finished.then(finish);
  }, INTERVAL).unref();
  return {
    async close() {
      clearInterval(timer);
      await finished;
    },
  };
}

/**
 * Makes what tells those whose works ended with their processes what became of them. Never rejects.
 *
 * While the store is away nobody can hold a work on, so that what was not held on then says nothing; and what its process could still
 * tell, as the store alone was out of its reach, is told no second time.
 */
export function createFinishWorks({ store, answers, log, now }: FinishWorksOptions): () => Promise<void> {
  /** Since when the store has been there at every look. */
  let since = Infinity;

  /** Gives whether it is over. */
  async function tell(job: Job, kept: KeptWork): Promise<boolean> {
    const { address, at, locale } = kept;
    if (!address || now() - at > TOO_LATE) return true;
    const state = await stateOf(job, { ...kept, address });
    if (state !== "under way") return state === "told";
    const says = words[locale].work;
    // A change goes by the interaction that asked for it.
    const made = await store.findChange(job.guild, job.id);
    const content = made ? says.unseen : says.calledOff.restart;
    log.info("work ended with its process", { interaction: job.id, wasDone: made !== undefined });
    return answers.edit({ ...address, id: job.id }, { kind: "message", content, private: true, quotes: [] });
  }

  /** As its asker sees it. */
  async function stateOf({ id }: Job, { address, canBeStopped }: Told): Promise<"under way" | "told" | "unknown"> {
    if (canBeStopped !== true) return "under way";
    const controls = await answers.controls({ ...address, id });
    if (!controls) return "unknown";
    return controls.includes(stopId(id)) ? "under way" : "told";
  }

  async function finishOne(): Promise<boolean> {
    const job = await store.jobs.takeOver("work", { now: now(), until: now() + TELLING });
    if (!job) return false;
    const kept = readKeptWork(job.data);
    if (!kept || job.attempts > MOST_ATTEMPTS || (await tell(job, kept))) await store.jobs.finish(job);
    return true;
  }

  return async () => {
    try {
      await store.jobs.find(NOBODYS, now());
      since = Math.min(since, now());
      if (now() - since < SETTLING) return;
      while (await finishOne());
    } catch (error) {
      since = Infinity;
      log.warn("works not finished", { error });
    }
  };
}
