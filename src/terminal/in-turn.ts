import { NotLoaded, whenLoaded } from "../text/not-loaded.ts";

/** Makes something and shows it, once all that came before is shown. */
export type InTurn = <Made>(make: () => Made, show: (made: Made) => void) => void;

/**
 * Makes what keeps an order: at once while nothing has to be loaded, so that each of several pasted lines is followed by its own
 * answer.
 *
 * @param fail is told what `make`, `show` and loading throw.
 */
export function createInTurn(fail: (error: unknown) => void): InTurn {
  let last: Promise<void> | undefined;
  return (make, show) => {
    const later = async (before: Promise<void>): Promise<void> => {
      await before;
      show(await whenLoaded(make));
    };
    if (last) {
      last = later(last).catch(fail);
      return;
    }
    try {
      show(make());
    } catch (error) {
      if (!(error instanceof NotLoaded)) return fail(error);
      last = later(error.load()).catch(fail);
    }
  };
}
