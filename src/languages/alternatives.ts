/** Where an alternative comes from. */
export type AlternativeSource = "synonym" | "name" | "article" | "dictionary" | "pinyin" | "typo";

/** Another word for a word of a question. */
export interface Alternative {
  /** Folded; English is not stemmed and may hold several words. */
  readonly text: string;
  /** What it counts against the word itself, 0–1. */
  readonly weight: number;
  readonly source: AlternativeSource;
}

/** A word or phrase of a question, with what else it may be called in the text. */
export interface Unit {
  /** Half-open offsets into the folded question. */
  readonly start: number;
  readonly end: number;
  /** The heaviest first; at least one. */
  readonly alternatives: readonly Alternative[];
}

/** Collects alternatives; of one text in one place the heaviest stays. */
export class UnitCollector {
  private readonly units = new Map<
    string,
    { readonly start: number; readonly end: number; readonly rows: Map<string, Alternative> }
  >();

  add({ start, end }: { readonly start: number; readonly end: number }, alternative: Alternative): void {
    const key = `${start}-${end}`;
    const unit = this.units.get(key) ?? { start, end, rows: new Map<string, Alternative>() };
    this.units.set(key, unit);
    const known = unit.rows.get(alternative.text);
    if (!known || known.weight < alternative.weight) unit.rows.set(alternative.text, alternative);
  }

  /** Whether a place lies within a unit that has alternatives from one of these sources. */
  covers(start: number, end: number, sources: ReadonlySet<AlternativeSource>): boolean {
    return this.units.values().some((unit) => {
      return unit.start <= start && end <= unit.end && unit.rows.values().some(({ source }) => sources.has(source));
    });
  }

  /** In reading order, the longer of two that begin together first. */
  list(): Unit[] {
    return [...this.units.values()]
      .map(({ start, end, rows }) => ({
        start,
        end,
        alternatives: [...rows.values()].toSorted((a, b) => b.weight - a.weight),
      }))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  }
}
