import { StoreError } from "../../community/store-error.ts";

/** In milliseconds: an error that took longer was no refusal but silence. */
const LONG = 500;
/** In milliseconds: so long nobody else waits for a silent server. */
const REST = 1000;

/** Remembers that a server was silent, so that not everybody who asks something waits for it in turn. */
export function noteSilence() {
  let until = 0;
  return {
    async around<Result>(work: () => Promise<Result>): Promise<Result> {
      const begin = performance.now();
      if (begin < until) throw new StoreError("unavailable");
      try {
        return await work();
      } catch (error) {
        const end = performance.now();
        const isSilent = error instanceof StoreError && error.problem === "unavailable" && end - begin > LONG;
        if (isSilent) until = end + REST;
        throw error;
      }
    },
  };
}
