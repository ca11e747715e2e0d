import type { APIInteraction } from "discord.js";
import { ApplicationCommandType, InteractionType } from "discord.js";
import type { EventKind } from "../observer.ts";

/** Tells interactions apart as invocations are. */
export function kindOf(interaction: APIInteraction): EventKind {
  switch (interaction.type) {
    case InteractionType.MessageComponent:
      return "component";
    case InteractionType.ApplicationCommandAutocomplete:
      return "autocomplete";
    case InteractionType.ModalSubmit:
      return "modal";
    case InteractionType.ApplicationCommand:
      return interaction.data.type === ApplicationCommandType.ChatInput ? "command" : "menu";
    case InteractionType.Ping:
      return "command";
  }
}
