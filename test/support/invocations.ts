import type {
  AutocompleteInvocation,
  CommandInvocation,
  ComponentInvocation,
  GivenOptions,
  MenuInvocation,
  MessageInvocation,
  ModalInvocation,
} from "../../src/invocation.ts";
import type { Row } from "../../src/render/component.ts";
import type { Reply } from "../../src/render/reply.ts";

/** Somebody without any power, in a text channel where the bot may do everything. */
export const somebody = {
  id: "1300000000000000000",
  asker: { id: "2", permissions: 0n },
  channel: { id: "3", guildId: "4", kind: "text", hasBot: true, botPermissions: 8n },
  locale: "en",
} as const;

export function command(
  name: string,
  options: GivenOptions = {},
  given: Partial<CommandInvocation> = {},
): CommandInvocation {
  return { ...somebody, kind: "command", name, options, ...given };
}

export function typing(
  name: string,
  focused: AutocompleteInvocation["focused"],
  given: Partial<AutocompleteInvocation> = {},
): AutocompleteInvocation {
  return { ...somebody, kind: "autocomplete", name, options: {}, focused, ...given };
}

export function menu(name: string, content: string, given: Partial<MenuInvocation> = {}): MenuInvocation {
  return { ...somebody, kind: "menu", name, target: { id: "8", content }, ...given };
}

export function heard(
  text: string,
  addressed: MessageInvocation["addressed"],
  given: Partial<MessageInvocation> = {},
): MessageInvocation {
  return { ...somebody, kind: "message", text, addressed, earlier: [], ...given };
}

export function submitted(fields: ModalInvocation["fields"], given: Partial<ModalInvocation> = {}): ModalInvocation {
  return { ...somebody, kind: "modal", customId: "1:gap", fields, ...given };
}

/** Presses a component below a message that the bot sent. */
export function pressed(reply: Reply, customId: string, given: Partial<ComponentInvocation> = {}): ComponentInvocation {
  const content = reply.kind === "message" || reply.kind === "update" ? reply.content : "";
  const isPrivate = reply.kind === "message" && reply.private;
  const message = { id: "9", content, isPrivate };
  return { ...somebody, kind: "component", customId, values: [], message, ...given };
}

/** The custom ids below a message, those of disabled buttons left out. */
export function pressableIds(reply: Reply): string[] {
  return rowsOf(reply).flatMap((row) => {
    if (row.kind === "select") return [row.customId];
    return row.buttons.flatMap((button) => (button.kind === "action" && !button.disabled ? [button.customId] : []));
  });
}

/** The custom id whose control has this name. */
export function idOf(reply: Reply, name: string): string {
  const found = pressableIds(reply).find((id) => id.startsWith(`1:${name}:`) || id === `1:${name}`);
  if (found === undefined) throw new Error(`no "${name}" among ${pressableIds(reply).join(" ")}`);
  return found;
}

export function rowsOf(reply: Reply): readonly Row[] {
  return reply.kind === "message" || reply.kind === "update" ? (reply.components ?? []) : [];
}

export function labelsOf(reply: Reply): string[] {
  return rowsOf(reply).flatMap((row) => (row.kind === "buttons" ? row.buttons.map(({ label }) => label) : []));
}
