import { StoreError } from "../community/store-error.ts";

/** Nothing can be read until somebody does something about it; the message is one line that says what. */
export class UnusableStore extends StoreError {
  constructor(message: string, cause?: unknown) {
    super("unavailable", cause);
    this.name = "UnusableStore";
    this.message = message;
  }
}
