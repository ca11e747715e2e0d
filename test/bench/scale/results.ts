import type { BareFigures, BareTask, OwnFigures, OwnTask } from "./tasks.ts";

export interface ScaleResult {
  readonly machine: string;
  readonly sizes: readonly SizeResult[];
}

export interface SizeResult {
  readonly passages: number;
  /** What it takes to make the terms that bare engines are given, by one thread; Yuanwen makes them while it indexes. */
  readonly termsSeconds: number;
  readonly own: readonly OwnResult[];
  readonly bare: readonly BareResult[];
}

export interface OwnResult {
  readonly kind: OwnTask["kind"];
  /** The first start. */
  readonly made: OwnFigures;
  /** The next one. */
  readonly again: OwnFigures;
  /** One with one article more. */
  readonly more: OwnFigures;
}

export interface BareResult extends BareFigures {
  readonly kind: BareTask["kind"];
}

export const ownNames: Readonly<Record<OwnTask["kind"], string>> = {
  memory: "Yuanwen in memory",
  file: "Yuanwen in a file (FTS5)",
  database: "Yuanwen in PostgreSQL (GIN)",
};

export const bareNames: Readonly<Record<BareTask["kind"], string>> = {
  FTS5: "bare FTS5, bm25",
  GIN: "bare PostgreSQL, GIN, ts_rank",
  RUM: "bare PostgreSQL, RUM",
};

/** The engine below each kind. */
export const below: Readonly<Record<OwnTask["kind"], BareTask["kind"]>> = {
  memory: "FTS5",
  file: "FTS5",
  database: "GIN",
};
