import { vi } from "vitest";

/**
 * How long something is waited for that has to come, in milliseconds. Vitest itself gives up after a second, which would
 * make tests depend on how busy the machine is.
 */
const PATIENCE = 120_000;

// Files of one process may share `vi`.
if (vi.waitUntil.name !== "waitUntilItComes") {
  const [waitUntil, waitFor] = [vi.waitUntil.bind(vi), vi.waitFor.bind(vi)];
  vi.waitUntil = async function waitUntilItComes(callback, options) {
    return waitUntil(callback, patient(options));
  };
  vi.waitFor = async function waitForIt(callback, options) {
    return waitFor(callback, patient(options));
  };
}

function patient(options: Parameters<typeof vi.waitUntil>[1]) {
  return { ...(typeof options === "number" ? {} : options), timeout: PATIENCE };
}
