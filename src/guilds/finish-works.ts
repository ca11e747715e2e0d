import type { Log } from "../log.ts";
import type { AnswerAddress, MessageReply } from "../render/reply.ts";
import { words } from "../render/words/all.ts";
import type { Job } from "../store/jobs.ts";
import type { Store } from "../store/store.ts";
import { type KeptWork, readKeptWork } from "./share-works.ts";

/** Says something in place of the answer to an interaction; tells whether Discord took it. */
export type EditAnswer = (
  interaction: AnswerAddress & { readonly id: string },
  message: MessageReply,
) => Promise<boolean>;

export interface FinishWorksOptions {
  readonly store: Pick<Store, "jobs" | "findChange">;
  readonly editAnswer: EditAnswer;
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

/** Makes what tells those whose works ended with their processes what became of them. Never rejects. */
export function createFinishWorks({ store, editAnswer, log, now }: FinishWorksOptions): () => Promise<void> {
  async function tell(job: Job, { address, at, locale }: KeptWork): Promise<boolean> {
    if (!address || now() - at > TOO_LATE) return true;
    const says = words[locale].work;
    // A change goes by the interaction that asked for it.
    const made = await store.findChange(job.guild, job.id);
    const content = made ? says.unseen : says.calledOff.restart;
    log.info("work ended with its process", { interaction: job.id, wasDone: made !== undefined });
    return editAnswer({ ...address, id: job.id }, { kind: "message", content, private: true, quotes: [] });
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
      while (await finishOne());
    } catch (error) {
      log.warn("works not finished", { error });
    }
  };
}
