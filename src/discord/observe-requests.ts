import type { RESTOptions } from "discord.js";
import { DefaultRestOptions } from "discord.js";
import type { Observe, ResponseClass } from "../observer.ts";

type MakeRequest = RESTOptions["makeRequest"];

/** Those that Discord counts: past 10,000 in ten minutes it takes none from the address for a while. */
const invalid: ReadonlySet<number> = new Set([401, 403, 429]);

/** Makes requests as discord.js does, every single attempt, and tells how Discord answered. */
export function observeRequests(observe: Observe): { readonly makeRequest: MakeRequest } {
  return {
    async makeRequest(url, init) {
      try {
        const response = await DefaultRestOptions.makeRequest(url, init);
        const { status, headers } = response;
        // What others share a limit with is not counted against the bot.
        const isInvalid = invalid.has(status) && headers.get("x-ratelimit-scope") !== "shared";
        observe({ kind: "requested", response: classOf(status), isInvalid });
        return response;
      } catch (error) {
        observe({ kind: "requested", response: "none", isInvalid: false });
        throw error;
      }
    },
  };
}

function classOf(status: number): ResponseClass {
  if (status < 200) return "1xx";
  if (status < 300) return "2xx";
  if (status < 400) return "3xx";
  return status < 500 ? "4xx" : "5xx";
}
