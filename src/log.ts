/** From the most to the least talkative. */
const levels = ["debug", "info", "warn", "error"] as const;

export type LogLevel = (typeof levels)[number];

type LogFields = Readonly<Record<string, unknown>>;

export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>>;

export interface LogOptions {
  readonly level: LogLevel;
  /** Strings that must never appear, such as the token. */
  readonly secrets: readonly string[];
  readonly now: () => Date;
  readonly write: (line: string) => void;
}

/** Makes a log of one JSON object a line; secrets and the tokens in Discord's addresses are blotted out. */
export function createLog(options: LogOptions): Log {
  const least = levels.indexOf(options.level);
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (levels.indexOf(level) < least) return;
      const line = writeLine({ time: options.now(), level, event }, fields);
      options.write(`${redact(line, options.secrets)}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** Keeps of an error what helps; its other properties may hold request bodies and tokens. */
function showError(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (!(value instanceof Error)) return value;
  // What stands below the first line repeats what was sent.
  const [message] = value.message.split("\n");
  const places = (value.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return { name: value.name, message, stack: places.join("\n"), cause: value.cause };
}

function redact(line: string, secrets: readonly string[]): string {
  const addresses = line.replaceAll(/((?:interactions|webhooks)\/\d+\/)[\w.-]+/gu, "$1[redacted]");
  return secrets
    .filter((secret) => secret !== "")
    .reduce((text, secret) => text.replaceAll(secret, "[redacted]"), addresses);
}

/** What cannot be written, such as errors that cause each other, is left out: to log must never be a fault of its own. */
function writeLine(always: LogFields, fields: LogFields): string {
  try {
    return JSON.stringify({ ...always, ...fields }, showError);
  } catch {
    return JSON.stringify({ ...always, leftOut: Object.keys(fields) });
  }
}
