import { pathOf, type SentOption } from "../box/compose-command.ts";
import type { Exchange, Message, Modal } from "../../wire.ts";
import type { NamedExchange } from "../state.ts";

export type ExchangeKind = "command" | "menu" | "autocomplete" | "button" | "select" | "form" | "other";

/** What came of an interaction; `later` is an answer that comes later, `too-late` one that nobody waited for. */
export type ExchangeOutcome =
  | "answer"
  | "private-answer"
  | "later"
  | "unchanged"
  | "change"
  | "suggestions"
  | "form"
  | "refused"
  | "too-late"
  | "nothing";

/** An exchange as a list shows it. */
export interface ExchangeSummary {
  readonly id: string;
  readonly kind: ExchangeKind;
  /** `/ask`, `Check this quote`, or what is written on a control; empty where there is none. */
  readonly name: string;
  readonly outcome: ExchangeOutcome;
  /** When it was sent. */
  readonly at: Date;
}

const discordEpoch = 1_420_070_400_000;

/** Reads from an interaction's JSON what was done. */
export function summariseExchange(exchange: NamedExchange): ExchangeSummary {
  const { sent, control } = exchange;
  const data = fieldsOf(sent["data"]);
  const kind = kindOf(sent.type, data);
  return { id: sent.id, kind, name: control ?? nameOf(kind, data), outcome: outcomeOf(exchange), at: timeOf(sent.id) };
}

/** Finds what a reader sees on the control that an interaction uses, or above the form that it brings. */
export function controlOf(
  interaction: object,
  { message, modal }: { readonly message: Message | undefined; readonly modal: Modal | undefined },
): string | undefined {
  const { type, data } = fieldsOf(interaction);
  const { custom_id: customId, values } = fieldsOf(data);
  if (type === 5) return modal?.custom_id === customId ? modal?.title : undefined;
  const controls = message?.components.flatMap(({ components }) => components) ?? [];
  const used = controls.find((each) => each.custom_id === customId);
  if (type !== 3 || !used) return undefined;
  if (used.type === 2) return used.label;
  const [chosen] = Array.isArray(values) ? values : [];
  return used.options.find(({ value }) => value === chosen)?.label ?? used.placeholder;
}

/** Finds the exchange with this id; the newest where there is none. */
export function chooseExchange(exchanges: readonly Exchange[], id: string): Exchange | undefined {
  return exchanges.find(({ sent }) => sent.id === id) ?? exchanges.at(-1);
}

/** The moment that a snowflake holds. */
export function timeOf(snowflake: string): Date {
  return new Date(Number(BigInt(snowflake) >> 22n) + discordEpoch);
}

function outcomeOf({ response, refused, isLate }: Exchange): ExchangeOutcome {
  if (isLate) return "too-late";
  if (!response) return "nothing";
  if (refused.length > 0) return "refused";
  const isPrivate = (Number(fieldsOf(response.data)["flags"] ?? 0) & privateFlag) !== 0;
  if (response.type === 4) return isPrivate ? "private-answer" : "answer";
  return outcomes[response.type] ?? "nothing";
}

const privateFlag = 64;

/** By Discord's types of responses. */
const outcomes: Readonly<Record<number, ExchangeOutcome>> = {
  5: "later",
  6: "unchanged",
  7: "change",
  8: "suggestions",
  9: "form",
};

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
