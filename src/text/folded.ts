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
  private readonly pieces: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  append(piece: string, start: number, end: number): void {
    this.pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  build(): Folded {
    return {
      text: this.pieces.join(""),
      starts: Uint32Array.from(this.starts),
      ends: Uint32Array.from(this.ends),
    };
  }
}
