/** An index cannot be read or written until somebody does something about it; the message is one line that says what. */
export class UnusableIndex extends Error {
  /** Whether it would be made anew if it were deleted. */
  readonly isDamaged: boolean;

  constructor(
    message: string,
    { cause, isDamaged = false }: { readonly cause?: unknown; readonly isDamaged?: boolean } = {},
  ) {
    super(message, { cause });
    this.name = "UnusableIndex";
    this.isDamaged = isDamaged;
  }
}
