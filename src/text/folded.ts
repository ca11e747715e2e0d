/** Text made comparable, with the way back to the characters it came from. */
export interface Folded {
  readonly text: string;
  /**
   * For each code unit of `text`, where its source begins and ends (UTF-16 offsets into the source). What is left out
   * stands between the end of one and the beginning of the next.
   */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Collects folded code units with the spans they came from. */
export class FoldedBuilder {
  private text = "";
  private starts: Uint32Array;
  private ends: Uint32Array;

  /** @param expected how many code units there will be, about: more take longer. */
  constructor(expected = 16) {
    this.starts = new Uint32Array(expected);
    this.ends = new Uint32Array(expected);
  }

  append(piece: string, start: number, end: number): void {
    const from = this.grow(piece);
    this.starts.fill(start, from, this.text.length);
    this.ends.fill(end, from, this.text.length);
  }

  /** Appends code units each of which stands for the one at its place in the source, from `start` on. */
  appendEach(piece: string, start: number): void {
    const from = this.grow(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      this.starts[from + unit] = start + unit;
      this.ends[from + unit] = start + unit + 1;
    }
  }

  /** Appends a stretch of what is folded already. */
  appendFolded({ text, starts, ends }: Folded, from: number, to: number): void {
    const at = this.grow(text.slice(from, to));
    this.starts.set(starts.subarray(from, to), at);
    this.ends.set(ends.subarray(from, to), at);
  }

  build(): Folded {
    const { text, starts, ends } = this;
    if (text.length === starts.length) return { text, starts, ends };
    return { text, starts: starts.slice(0, text.length), ends: ends.slice(0, text.length) };
  }

  /** Takes up a piece, and gives the place of its first code unit. */
  private grow(piece: string): number {
    const from = this.text.length;
    this.text += piece;
    if (this.text.length > this.starts.length) {
      const size = Math.max(this.text.length, this.starts.length * 2);
      this.starts = enlarge(this.starts, size);
      this.ends = enlarge(this.ends, size);
    }
    return from;
  }
}

function enlarge(numbers: Uint32Array, size: number): Uint32Array {
  const larger = new Uint32Array(size);
  larger.set(numbers);
  return larger;
}
