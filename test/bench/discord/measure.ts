import type { LocalDiscord } from "../../../src/local-discord/local-discord.ts";
import { slashCommand } from "../../../src/local-discord/interactions.ts";

const callback = "/interactions/:id/:token/callback";

/** Asks a connected bot over the gateway and notes when its answers arrive. */
export class Asker {
  readonly #discord: LocalDiscord;
  readonly #questions: readonly string[];
  readonly #waiting = new Map<string, (content: string) => void>();
  #count = 0;

  constructor(discord: LocalDiscord, questions: readonly string[]) {
    this.#discord = discord;
    this.#questions = questions;
    discord.route("POST", callback, ({ parameters, body }) => {
      this.#waiting.get(parameters["token"] ?? "")?.(String(Object(body).data?.content));
      return { status: 204 };
    });
  }

  /** In milliseconds, from sending an interaction until its answer has arrived. */
  async ask(): Promise<number> {
    const question = this.#questions[this.#count % this.#questions.length] ?? "";
    this.#count += 1;
    const token = `t${this.#count}`;
    const answered = new Promise<string>((resolve) => this.#waiting.set(token, resolve));
    const id = this.#discord.newId();
    const before = performance.now();
    this.#discord.gateway.dispatch("INTERACTION_CREATE", {
      ...slashCommand({ name: "ask", options: { question } }),
      id,
      token,
    });
    await answered;
    this.#waiting.delete(token);
    return performance.now() - before;
  }

  /** Asks one after the other, for so many milliseconds. */
  async latencies(duration: number): Promise<number[]> {
    const times: number[] = [];
    for (const start = performance.now(); performance.now() - start < duration;) times.push(await this.ask());
    return times;
  }

  /** Answers a second while so many are asked at any time, for so many milliseconds. */
  async throughput(duration: number, atOnce: number): Promise<number> {
    const start = performance.now();
    const counts = await Promise.all(
      Array.from({ length: atOnce }, async () => {
        let answered = 0;
        for (; performance.now() - start < duration; answered += 1) await this.ask();
        return answered;
      }),
    );
    return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - start);
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
