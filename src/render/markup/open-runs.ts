/** Marks of one kind that may turn out to begin something, at their place among the pieces. */
export interface OpenMarks {
  readonly mark: string;
  readonly piece: number;
  /** How many are not closed yet. */
  readonly length: number;
}

/** The runs of marks that are open, innermost last. */
export interface OpenRuns {
  open(run: OpenMarks): void;
  /**
   * Closes as many of the innermost open marks of a kind as can be, at most two; those within show themselves.
   *
   * @returns what stays open of them and how many were closed; nothing where none is open.
   */
  close(mark: string, most: number): { readonly left: OpenMarks; readonly closed: number } | undefined;
}

/** Makes what is linear however many marks there are: each is opened and given up once. */
export function createOpenRuns(): OpenRuns {
  const stack: OpenMarks[] = [];
  const counts = new Map<string, number>();
  const count = (mark: string, by: number) => void counts.set(mark, (counts.get(mark) ?? 0) + by);

  function open(run: OpenMarks): void {
    stack.push(run);
    count(run.mark, 1);
  }

  return {
    open,
    close(mark, most) {
      if ((counts.get(mark) ?? 0) === 0) return undefined;
      for (let last = stack.pop(); last; last = stack.pop()) {
        count(last.mark, -1);
        if (last.mark !== mark) continue;
        const closed = Math.min(2, most, last.length);
        const left = { ...last, length: last.length - closed };
        if (left.length > 0) open(left);
        return { left, closed };
      }
      return undefined;
    },
  };
}
