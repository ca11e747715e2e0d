import type { DateQuantity, NumberQuantity, OrdinalQuantity, Quantity, TimeQuantity } from "./quantity.ts";

/**
 * How what a sentence tells stands to what was asked: `same` in value and unit; `compatible` where one holds the other
 * or leaves open what the other says (2024 and its third quarter, 3点 and 15:00); `different` where both are specific
 * and of one kind, but say something else; `unrelated` where they cannot be set against each other.
 */
export type Comparison = "same" | "compatible" | "different" | "unrelated";

/** Compares a quantity that was asked for with one that a sentence states. */
export function compareQuantities(asked: Quantity, told: Quantity): Comparison {
  switch (asked.kind) {
    case "number":
      if (told.kind === "date") return isYear(told, asked);
      return told.kind === "number" ? compareNumbers(asked, told) : "unrelated";
    case "date":
      if (told.kind === "number") return isYear(asked, told);
      return told.kind === "date" ? compareDates(asked, told) : "unrelated";
    case "time":
      return told.kind === "time" ? compareTimes(asked, told) : "unrelated";
    case "ordinal":
      return told.kind === "ordinal" ? compareOrdinals(asked, told) : "unrelated";
  }
}

/** A bare 1850 may be a year. */
function isYear(date: DateQuantity, number: NumberQuantity): Comparison {
  const bare = number.unit === "" && date.era === undefined && date.month === undefined && date.quarter === undefined;
  return bare && date.year === number.value ? "compatible" : "unrelated";
}

/** Units that measure one thing, each with its size. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { mm: 0.001, cm: 0.01, inch: 0.0254, foot: 0.3048, m: 1, km: 1000, mile: 1609.344 },
  { g: 0.001, ounce: 0.028_349_523_125, pound: 0.453_592_37, jin: 0.5, kg: 1, tonne: 1000 },
  { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 },
  { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 },
  { m2: 1, mu: 2000 / 3, hectare: 10_000, km2: 1_000_000 },
  { ml: 0.001, l: 1 },
  { w: 0.001, kw: 1, mw: 1000, gw: 1_000_000 },
  { "percentage-point": 1, "basis-point": 0.01 },
  { person: 1, 名: 1, 位: 1 },
];
/** Currencies that are called 元, or written ¥, at home. */
const YUAN = new Set(["currency:yuan", "currency:cny", "currency:twd", "currency:hkd"]);

function compareNumbers(asked: NumberQuantity, told: NumberQuantity): Comparison {
  if (asked.unit === told.unit) return equal(asked.value, told.value) ? "same" : oppose(asked.value, told.value);
  const family = FAMILIES.find((units) => Object.hasOwn(units, asked.unit) && Object.hasOwn(units, told.unit));
  const [one, other] = [family?.[asked.unit], family?.[told.unit]];
  if (one !== undefined && other !== undefined) {
    if (equal(asked.value * one, told.value * other)) return "same";
    return one === other ? "different" : "unrelated";
  }
  if (YUAN.has(asked.unit) && YUAN.has(told.unit)) {
    if (asked.unit !== "currency:yuan" && told.unit !== "currency:yuan") return "unrelated";
    return equal(asked.value, told.value) ? "compatible" : "different";
  }
  const [part, share] = [percentOf(asked), percentOf(told)];
  if (part !== undefined && share !== undefined && equal(part, share)) return "same";
  return isLoose(asked, told) && equal(asked.value, told.value) ? "compatible" : "unrelated";
}

/** Half, 0.5 and 50% say the same, two thirds and 66.7% do not. */
function percentOf({ value, unit }: NumberQuantity): number | undefined {
  if (unit === "%") return value;
  return unit === "" && value > 0 && value < 1 ? value * 100 : undefined;
}

/** A fall of 5% may be told as −5%. */
function oppose(asked: number, told: number): Comparison {
  return equal(Math.abs(asked), Math.abs(told)) ? "compatible" : "different";
}

/** Tells whether one may stand for the other in careless writing: no unit for any, 18% for 18个百分点, 三个 for 三家. */
function isLoose(asked: NumberQuantity, told: NumberQuantity): boolean {
  const units = [asked.unit, told.unit];
  if (units.includes("")) return true;
  if (units.every((unit) => unit === "%" || unit === "percentage-point")) return true;
  return units.every((unit) => /^(?:\p{Script=Han}|person)$/u.test(unit) && unit !== "倍" && unit !== "折");
}

function compareOrdinals(asked: OrdinalQuantity, told: OrdinalQuantity): Comparison {
  const isEqual = asked.value === told.value && asked.suffix === told.suffix;
  if (asked.unit === told.unit) return isEqual ? "same" : "different";
  return isEqual && (asked.unit === "" || told.unit === "") ? "compatible" : "unrelated";
}

function compareTimes(asked: TimeQuantity, told: TimeQuantity): Comparison {
  if (asked.minute !== told.minute) return "different";
  if (asked.hour % 24 === told.hour % 24) return "same";
  const open = asked.clock === 12 || told.clock === 12;
  return open && asked.hour % 12 === told.hour % 12 ? "compatible" : "different";
}

/** Closed ranges, so that one can lie in the other. */
type Extent = readonly [number, number];

function compareDates(asked: DateQuantity, told: DateQuantity): Comparison {
  const fields = [
    compareExtents(yearsOf(asked), yearsOf(told)),
    compareExtents(monthsOf(asked), monthsOf(told)),
    compareExtents(pointOf(asked.day), pointOf(told.day)),
    compareExtents(pointOf(asked.weekday), pointOf(told.weekday)),
  ];
  const stated = fields.filter((field) => field !== "unrelated");
  if (stated.length === 0) return "unrelated";
  if (stated.includes("different")) return "different";
  const whole = fields.every((field) => field !== "compatible") && sameFields(asked, told);
  return whole ? "same" : "compatible";
}

function sameFields(asked: DateQuantity, told: DateQuantity): boolean {
  return (["year", "quarter", "half", "month", "day", "weekday", "era"] as const).every(
    (field) => asked[field] === told[field],
  );
}

function compareExtents(asked: Extent | undefined, told: Extent | undefined): Comparison {
  if (!asked || !told) return "unrelated";
  if (asked[0] === told[0] && asked[1] === told[1]) return "same";
  return asked[0] > told[1] || told[0] > asked[1] ? "different" : "compatible";
}

function yearsOf({ year, era }: DateQuantity): Extent | undefined {
  if (year === undefined) return undefined;
  if (era === undefined) return [year, year];
  switch (era) {
    case "bce":
      return [-year, -year];
    case "decade":
      return [year, year + 9];
    case "century":
      return [(year - 1) * 100, year * 100 - 1];
    case "bce-century":
      return [-year * 100, -(year - 1) * 100 - 1];
  }
}

function monthsOf({ month, quarter, half }: DateQuantity): Extent | undefined {
  if (month !== undefined) return [month, month];
  if (quarter !== undefined) return [quarter * 3 - 2, quarter * 3];
  return half === undefined ? undefined : [half * 6 - 5, half * 6];
}

function pointOf(value: number | undefined): Extent | undefined {
  return value === undefined ? undefined : [value, value];
}

function equal(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}
