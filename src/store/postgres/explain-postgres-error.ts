import { StoreError, type StoreProblem } from "../../community/store-error.ts";
import { UnusableStore } from "../unusable-store.ts";

/** PostgreSQL's error codes, postgresql.org/docs/current/errcodes-appendix.html. */
const problems: ReadonlyMap<string, StoreProblem> = new Map([
  // Read-only: a standby, or an account that may not write.
  ["25006", "read-only"],
  ["42501", "read-only"],
  ["53100", "full"],
  // Others are in the way: serialization, deadlock, lock not had in time, statement not done in time.
  ["40001", "busy"],
  ["40P01", "busy"],
  ["55P03", "busy"],
  ["57014", "busy"],
  // A row that just went, or a table that another process just made.
  ["23503", "busy"],
  ["42P07", "busy"],
]);
/** Classes of codes: the connection, resources, somebody's intervention, the system. */
const awayClasses = new Set(["08", "53", "57", "58"]);
/** What nobody but who set the address up can mend: password, account, no such database. */
const settingClasses = new Set(["28", "3D"]);
/** Of the network and of the driver's own. */
const awayCodes = /^(?:E[A-Z]+|ERR_(?:SSL|TLS|SOCKET)\w*|DEPTH_ZERO\w*|SELF_SIGNED\w*|UNABLE_TO\w*|CERT_\w+)$/u;
const awayMessages =
  /^(?:Connection terminated|Connection ended|timeout e|Query read timeout|Client has encountered|Cannot use a pool|The server does not support SSL)|not queryable/iu;

/** Tells what a server's or the network's error means; gives nothing where it is a fault of ours. */
export function explainPostgresError(error: unknown, place: string): StoreError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? String(error.code) : "";
  if (!isAnswer(error)) {
    const isAway = awayCodes.test(code) || awayMessages.test(error.message) || error instanceof AggregateError;
    return isAway ? new StoreError("unavailable", error) : undefined;
  }
  const problem = problems.get(code);
  if (problem) return new StoreError(problem, error);
  if (settingClasses.has(code.slice(0, 2))) {
    return new UnusableStore(`${place} lets nobody in as DATABASE_URL says: ${error.message}`, error);
  }
  return awayClasses.has(code.slice(0, 2)) ? new StoreError("unavailable", error) : undefined;
}

/**
 * Whether a connection broke that had been there: the next one may be well, and behind a commit nobody knows what was done.
 */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(?:57P0[12]|ECONNRESET|EPIPE)$/u.test(code) || /^Connection terminated(?: unexpectedly)?$/u.test(error.message)
  );
}

/** Tells what the server answered from a connection that broke: behind that nobody knows what was done. */
export function isAnswer(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^[\dA-Z]{5}$/u.test(String(error.code)) && "severity" in error;
}
