/** An index cannot be read or written until somebody does something about it; the message is one line that says what. */
export class UnusableIndex extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "UnusableIndex";
  }
}
