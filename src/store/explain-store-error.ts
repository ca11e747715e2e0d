import type { StoreError, StoreProblem } from "../community/store-error.ts";
import { UnusableStore } from "./unusable-store.ts";

const remedies: Readonly<Record<StoreProblem, string>> = {
  opening: "the store is being opened; try again",
  unavailable: "the store cannot be reached",
  "read-only": "the store cannot be written to",
  full: "there is no room left for the store",
  busy: "others are writing to the store; try again",
};

/** Says in one line what is wrong with a store, to whoever runs it. */
export function explainStoreError(error: StoreError): string {
  if (error instanceof UnusableStore) return error.message;
  const { cause } = error;
  return cause instanceof Error && cause.message
    ? `${remedies[error.problem]}: ${cause.message}`
    : remedies[error.problem];
}
