/** Where an alternative comes from. */
export type AlternativeSource =
  | "synonym"
  | "name"
  | "region"
  | "spelling"
  | "article"
  | "dictionary"
  | "pinyin"
  | "sound"
  | "typo";

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

interface OpenUnit {
  readonly start: number;
  readonly end: number;
  readonly alternatives: Map<string, Alternative>;
}

/** Collects alternatives; of one text in one place the heaviest stays. */
export class UnitCollector {
  /** By each offset that they cover. */
  private readonly units = new Map<number, OpenUnit[]>();
  private readonly all: OpenUnit[] = [];

  add({ start, end }: { readonly start: number; readonly end: number }, alternative: Alternative): void {
    const { alternatives } = this.unit(start, end);
    const known = alternatives.get(alternative.text);
    if (!known || known.weight < alternative.weight) alternatives.set(alternative.text, alternative);
  }

  /** Whether a place lies within a unit that has alternatives, from one of these sources where any are named. */
  covers(start: number, end: number, sources?: ReadonlySet<AlternativeSource>): boolean {
    const around = this.units.get(start);
    if (!around) return false;
    return around.some((unit) => {
      if (end > unit.end) return false;
      return !sources || unit.alternatives.values().some(({ source }) => sources.has(source));
    });
  }

  /** In reading order, the longer of two that begin together first. */
  list(): Unit[] {
    return this.all
      .map(({ start, end, alternatives }) => {
        return { start, end, alternatives: [...alternatives.values()].toSorted((a, b) => b.weight - a.weight) };
      })
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  private unit(start: number, end: number): OpenUnit {
    const known = this.units.get(start)?.find((unit) => unit.start === start && unit.end === end);
    if (known) return known;
    const unit: OpenUnit = { start, end, alternatives: new Map() };
    this.all.push(unit);
    for (let at = start; at < end; at += 1) {
      const others = this.units.get(at);
      if (others) others.push(unit);
      else this.units.set(at, [unit]);
    }
    return unit;
  }
}
