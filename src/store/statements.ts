import { channel } from "node:diagnostics_channel";

/** A statement that is sent to a database, with its values. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const sent = channel("yuanwen.store.statement");

/** Tells whoever listens in this process, and costs nothing where nobody does. */
export function tellStatement(statement: Statement): void {
  if (sent.hasSubscribers) sent.publish(statement);
}
