import type { Services } from "../../src/services.ts";
import { finishSteps, type Steps, takeSteps } from "../../src/text/steps.ts";

/** Takes one step after another while everything else goes on, until it is called off. */
export async function takeAllSteps<Made>(
  steps: Steps<Made>,
  { pause }: Pick<Services, "pause">,
  signal?: AbortSignal,
): Promise<Made> {
  signal?.throwIfAborted();
  if (!pause) return finishSteps(steps);
  return takeSteps(steps, async () => {
    await pause();
    signal?.throwIfAborted();
  });
}
