import {
  bareNames,
  type BareResult,
  below,
  ownNames,
  type OwnResult,
  type ScaleResult,
  type SizeResult,
} from "./results.ts";

const headings = [
  "",
  "index, s",
  "next start: ready, s",
  "one article more, s",
  "search p50, ms",
  "p99",
  "answer p50, ms",
  "p99",
  "opened, MB",
  "asked, MB",
];

/**
 * Writes a table for each size; in brackets stand ratios to the bare engine below.
 *
 * Yuanwen indexes articles and makes their terms meanwhile; bare engines are given terms that were made beforehand, whose time is
 * added to theirs.
 */
export function writeTable({ machine, sizes }: ScaleResult): string {
  return [`${machine}; memory is what comes on top of the bot's own.`, ...sizes.flatMap(writeSize), ""].join("\n");
}

function writeSize({ passages, termsSeconds, own, bare: measured }: SizeResult): string[] {
  const bare = measured.map((one) => ({ ...one, indexSeconds: one.indexSeconds + termsSeconds }));
  const rows = [
    ...own.map((one) =>
      ownRow(
        one,
        bare.find(({ kind }) => kind === below[one.kind]),
      ),
    ),
    ...bare.map(bareRow),
  ];
  const cells = [headings, headings.map((_, at) => (at === 0 ? "---" : "--:")), ...rows];
  return ["", `${passages.toLocaleString("en")} passages`, "", ...cells.map((row) => `| ${row.join(" | ")} |`)];
}

function ownRow({ kind, made, again, more }: OwnResult, bare: BareResult | undefined): string[] {
  const times = again.search ?? { p50: 0, p99: 0 };
  return [
    ownNames[kind],
    withRatio(made.openSeconds, bare?.indexSeconds),
    show(again.readySeconds),
    show(Math.max(0, more.openSeconds - again.openSeconds)),
    withRatio(times.p50, bare?.search.p50),
    withRatio(times.p99, bare?.search.p99),
    show(again.answer.p50),
    show(again.answer.p99),
    again.opened.toFixed(0),
    again.memory.toFixed(0),
  ];
}

function bareRow({ kind, indexSeconds, addSeconds, search }: BareResult): string[] {
  const [p50, p99] = [show(search.p50), show(search.p99)];
  return [bareNames[kind], show(indexSeconds), "", show(addSeconds), p50, p99, "", "", "", ""];
}

function withRatio(value: number, bare: number | undefined): string {
  return bare ? `${show(value)} (${(value / bare).toPrecision(2)}×)` : show(value);
}

function show(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toPrecision(2);
}
