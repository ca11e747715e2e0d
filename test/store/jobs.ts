import { expect, test, vi } from "vitest";
import type { OpenedTwice } from "./contract.ts";
import { change } from "./changes.ts";
import { listenTo } from "./contract.ts";

const work = { guild: "1", kind: "work", id: "9" } as const;

/** What holds for the jobs of every store that several processes have. */
export function describeJobs(open: () => Promise<OpenedTwice>): void {
  /** Something is kept there: where nothing is, nobody else is. */
  const begin = async () => {
    const opened = await open();
    await opened.store.change(change({}));
    return opened;
  };

  test("gives a job to one process, and to another when its time is over", async () => {
    const { store, other } = await begin();
    const taken = await Promise.all(
      [store, other].map((each) => each.jobs.take({ ...work, data: "d" }, { now: 10, until: 20 })),
    );
    expect(taken.filter(Boolean)).toEqual([{ ...work, data: "d", attempts: 1 }]);
    const [has, lacks] = taken[0] ? [store, other] : [other, store];
    expect(await lacks.jobs.take(work, { now: 19, until: 30 })).toBeUndefined();
    expect(await lacks.jobs.takeOver("work", { now: 19, until: 30 })).toBeUndefined();
    expect(await lacks.jobs.takeOver("tend", { now: 20, until: 30 })).toBeUndefined();
    expect(await lacks.jobs.takeOver("work", { now: 20, until: 30 })).toEqual({ ...work, data: "d", attempts: 2 });
    expect(await has.jobs.renew(work, 40)).toBe("lost");
    await has.jobs.finish(work);
    expect(await lacks.jobs.renew(work, 40)).toBe("held");
    await lacks.jobs.finish(work);
    expect(await has.jobs.takeOver("work", { now: 99, until: 100 })).toBeUndefined();
  });

  test("lets a job that is done rest", async () => {
    const { store, other } = await begin();
    const tend = { ...work, kind: "tend" } as const;
    await store.jobs.take(tend, { now: 10, until: 20 });
    await store.jobs.finish(tend, 50);
    expect(await other.jobs.take(tend, { now: 49, until: 60 })).toBeUndefined();
    expect(await other.jobs.take(tend, { now: 50, until: 60 })).toMatchObject({ attempts: 2 });
  });

  test("gives no more jobs at once than may be in a server, to all processes together", async () => {
    const { store, other } = await begin();
    const take = (id: string, now: number, guild = "1") =>
      (Number(id) % 2 === 0 ? store : other).jobs.take({ ...work, guild, id, most: 2 }, { now, until: now + 10 });
    await take("9", 10, "2");
    const taken = await Promise.all(["1", "2", "3", "4", "5", "6"].map((id) => take(id, 10)));
    expect(taken.filter(Boolean)).toHaveLength(2);
    expect(await take("7", 19)).toBeUndefined();
    expect(await take("7", 20)).toMatchObject({ id: "7", attempts: 1 });
  });

  test("tells whoever has a job that it is to be called off", async () => {
    const { store, other } = await begin();
    const { said, isHearing } = listenTo(store);
    await vi.waitUntil(isHearing);
    await store.jobs.take({ ...work, data: "d" }, { now: 10, until: 20 });
    expect(await other.jobs.find(work, 19)).toEqual({ data: "d" });
    expect(await other.jobs.find({ ...work, guild: "2" }, 19)).toBeUndefined();
    expect(await store.jobs.renew(work, 20)).toBe("held");
    said.length = 0;
    await other.jobs.stop(work);
    await vi.waitUntil(() => said.some((each) => each === "begin" || each === "stopped 1 9"));
    expect(await store.jobs.renew(work, 20)).toBe("stopped");
  });

  test("forgets a server's jobs with it", async () => {
    const { store, other } = await begin();
    await store.jobs.take(work, { now: 10, until: 20 });
    await other.forgetGuild("1");
    expect(await other.jobs.takeOver("work", { now: 99, until: 100 })).toBeUndefined();
  });
}
