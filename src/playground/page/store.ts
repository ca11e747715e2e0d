import type { PageState } from "./state.ts";

/** Keeps the state and shows each change. */
export interface Store {
  readonly state: PageState;
  update(change: Partial<PageState>): void;
}

/** Makes a store that renders once for all changes of a turn. */
export function createStore(initial: PageState, render: (state: PageState) => void): Store {
  let state = initial;
  let isScheduled = false;
  return {
    get state() {
      return state;
    },
    update(change) {
      state = { ...state, ...change };
      if (isScheduled) return;
      isScheduled = true;
      queueMicrotask(() => {
        isScheduled = false;
        render(state);
      });
    },
  };
}
