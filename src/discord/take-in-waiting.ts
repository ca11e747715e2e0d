import type { Server } from "node:net";
import { setImmediate as turn } from "node:timers/promises";

/** In milliseconds: where more come all the time, there is no end to it. */
const longest = 500;

/**
 * Resolves when nobody waits any more whom the system has let in already: they count as connected and may have sent what they want, and
 * closing the server would cut them off. Node takes in one connection a turn.
 */
export async function takeInWaiting(server: Server): Promise<void> {
  const end = performance.now() + longest;
  let [takenIn, before] = [0, -1];
  const count = (): void => void (takenIn += 1);
  server.on("connection", count);
  // The first turn may have been past taking in already.
  for (await turn(); takenIn !== before && performance.now() < end; await turn()) before = takenIn;
  server.off("connection", count);
}
