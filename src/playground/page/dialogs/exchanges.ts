import { pathOf, type SentOption } from "../box/compose-command.ts";
import type { Exchange } from "../../wire.ts";

export type ExchangeKind = "command" | "menu" | "autocomplete" | "button" | "select" | "form" | "other";

/** An exchange as a list shows it. */
export interface ExchangeSummary {
  readonly id: string;
  readonly kind: ExchangeKind;
  /** `/ask`, `Check this quote`, or the name of a control; empty where there is none. */
  readonly name: string;
  /** When it was sent. */
  readonly at: Date;
}

const discordEpoch = 1_420_070_400_000;

/** Reads from an interaction's JSON what was done. */
export function summariseExchange({ sent }: Exchange): ExchangeSummary {
  const data = fieldsOf(sent["data"]);
  const kind = kindOf(sent.type, data);
  return { id: sent.id, kind, name: nameOf(kind, data), at: timeOf(sent.id) };
}

/** Finds the exchange with this id; the newest where there is none. */
export function chooseExchange(exchanges: readonly Exchange[], id: string): Exchange | undefined {
  return exchanges.find(({ sent }) => sent.id === id) ?? exchanges.at(-1);
}

/** The moment that a snowflake holds. */
export function timeOf(snowflake: string): Date {
  return new Date(Number(BigInt(snowflake) >> 22n) + discordEpoch);
}

type Fields = Readonly<Record<string, unknown>>;

function kindOf(type: number, data: Fields): ExchangeKind {
  if (type === 2) return data["type"] === 3 ? "menu" : "command";
  if (type === 3) return data["component_type"] === 2 ? "button" : "select";
  if (type === 4) return "autocomplete";
  return type === 5 ? "form" : "other";
}

function nameOf(kind: ExchangeKind, data: Fields): string {
  switch (kind) {
    case "command":
    case "autocomplete":
      return `/${pathOf(textOf(data["name"]), optionsIn(data))}`;
    case "menu":
      return textOf(data["name"]);
    case "button":
    case "select":
    case "form": {
      // A custom id holds the version of its form, the control's name and its state.
      const customId = textOf(data["custom_id"]);
      return customId.split(":")[1] ?? customId;
    }
    case "other":
      return "";
  }
}

/** As `composeCommand` wrote them. */
function optionsIn({ options }: Fields): readonly SentOption[] {
  return Array.isArray(options) ? options : [];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
