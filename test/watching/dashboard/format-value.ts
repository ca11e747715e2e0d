const prefixes = [
  { least: 1e9, sign: "G" },
  { least: 1e6, sign: "M" },
  { least: 1e3, sign: "k" },
] as const;

/** Writes a value as Grafana does for a unit. */
export function formatValue(value: number, unit: string, decimals?: number): string {
  if (Number.isNaN(value)) return "–";
  switch (unit) {
    case "s":
      return formatSeconds(value);
    case "percentunit":
      return `${round(value * 100, decimals ?? 1)} %`;
    case "bytes":
      return `${scaled(value)}B`;
    case "reqps":
      return `${scaled(value, decimals)} req/s`;
    case "ops":
      return `${scaled(value, decimals)} ops/s`;
    default:
      return scaled(value, decimals);
  }
}

function formatSeconds(value: number): string {
  if (value === 0) return "0 s";
  if (value < 0.001) return `${round(value * 1e6, 0)} µs`;
  return value < 1 ? `${round(value * 1000, value < 0.1 ? 1 : 0)} ms` : `${round(value, 2)} s`;
}

function scaled(value: number, decimals?: number): string {
  const prefix = prefixes.find(({ least }) => Math.abs(value) >= least);
  if (!prefix) return round(value, decimals ?? 2);
  return `${round(value / prefix.least, 1)} ${prefix.sign}`;
}

function round(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
