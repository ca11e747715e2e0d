import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIStringSelectComponent,
} from "discord.js";
import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import type { ActionButton, Button, Row, SelectRow } from "../render/component.ts";
import type { MessageReply, UpdateReply } from "../render/reply.ts";

/** The part of a message that is the same wherever it is sent. */
export interface MessageBody {
  readonly content: string;
  readonly flags: MessageFlags;
  readonly allowed_mentions: { readonly parse: [] };
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
}

/** Writes a message; nobody is ever pinged and no link unfolds. */
export function writeMessage({ content, components = [] }: MessageReply | UpdateReply): MessageBody {
  return {
    content,
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
    components: components.map(writeRow),
  };
}

function writeRow(row: Row): APIActionRowComponent<APIComponentInMessageActionRow> {
  const type = ComponentType.ActionRow;
  if (row.kind === "select") return { type, components: [writeSelect(row)] };
  return { type, components: row.buttons.map(writeButton) };
}

const styles: Readonly<Record<ActionButton["style"], Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>>> = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
};

function writeButton(button: Button): APIButtonComponent {
  const type = ComponentType.Button;
  const { label } = button;
  if (button.kind === "link") return { type, style: ButtonStyle.Link, url: button.url, label };
  const { customId, style, disabled = false } = button;
  return { type, style: styles[style], custom_id: customId, label, disabled };
}

function writeSelect({ customId, placeholder, options }: SelectRow): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    ...(placeholder === undefined ? {} : { placeholder }),
    options: options.map(({ label, value, description, isDefault = false }) => ({
      label,
      value,
      ...(description === undefined ? {} : { description }),
      default: isDefault,
    })),
  };
}
