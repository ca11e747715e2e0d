import type { APIModalSubmission } from "discord.js";
import { ComponentType } from "discord.js";
import type { ModalInvocation } from "../invocation.ts";

type Submitted = APIModalSubmission["components"][number];

/** Reads what was written into a form's inputs, which stand in rows or below labels. */
export function readFields(components: readonly Submitted[]): ModalInvocation["fields"] {
  return Object.fromEntries(components.flatMap(readInputs));
}

function readInputs(component: Submitted): [string, string][] {
  if (component.type === ComponentType.TextDisplay) return [];
  const inputs = component.type === ComponentType.ActionRow ? component.components : [component.component];
  return inputs.flatMap((input) => (input.type === ComponentType.TextInput ? [[input.custom_id, input.value]] : []));
}
