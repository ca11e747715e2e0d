import type { Span } from "./span.ts";

/** A counted or measured amount. */
export interface NumberQuantity extends Span {
  readonly kind: "number";
  readonly value: number;
  /** Canonical: "" for none, "%", "currency:usd", "km", "year" (a duration), "person", or the measure word itself. */
  readonly unit: string;
}

/** A date or a period, with only those fields that the text states. */
export interface DateQuantity extends Span {
  readonly kind: "date";
  /** The year, always positive; a decade's first year (1990); a century's number (20). */
  readonly year?: number;
  readonly quarter?: number;
  readonly half?: 1 | 2;
  readonly month?: number;
  readonly day?: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday?: number;
  /** How `year` is to be read; absent for a year of our era. */
  readonly era?: "bce" | "decade" | "century" | "bce-century";
}

export interface TimeQuantity extends Span {
  readonly kind: "time";
  readonly hour: number;
  readonly minute: number;
  /** 12 where the text leaves open which half of the day is meant: `三点半`, `3:30`. */
  readonly clock: 12 | 24;
}

export interface OrdinalQuantity extends Span {
  readonly kind: "ordinal";
  readonly value: number;
  /** What was put in later: "1" in 第十二条之一. */
  readonly suffix?: string;
  /** What is counted, as in a number's unit: "章" for 第三章 and `third chapter`, "" where that is not known. */
  readonly unit: string;
}

/** A value that the text states in figures or words, at its span in that text. */
export type Quantity = NumberQuantity | DateQuantity | TimeQuantity | OrdinalQuantity;
