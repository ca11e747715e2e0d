import { ComponentType } from "discord.js";
import { z } from "zod";

const text = z.string().catch("");
/** Of a list each thing that is odd becomes nothing; there are never more than Discord allows. */
const listOf = <Thing extends z.ZodType>(thing: Thing) =>
  z
    .array(z.unknown())
    .default([])
    .catch([])
    .transform((all) => all.slice(0, 100).flatMap((each) => thing.safeParse(each).data ?? []));

const embed = z.object({
  type: z.string().catch("rich"),
  author: z.object({ name: text }).catch({ name: "" }),
  title: text,
  description: text,
  fields: listOf(z.object({ name: text, value: text })),
  footer: z.object({ text }).catch({ text: "" }),
});
const described = z.object({ description: text });
const poll = z.object({ question: z.object({ text }) }).catch({ question: { text: "" } });
const ownTexts = {
  content: text,
  embeds: listOf(embed),
  components: z.unknown().optional(),
  poll,
  attachments: listOf(described),
};
const message = z.object({
  ...ownTexts,
  message_snapshots: listOf(z.object({ message: z.object(ownTexts) })),
});

type OwnTexts = Omit<z.infer<typeof message>, "message_snapshots">;

/** All that a message says holds no more; Discord allows 4,000 characters of its own and 6,000 in embeds. */
const [mostTexts, mostCharacters] = [100, 12_000];

/**
 * Gives what a message says, in reading order and as it is written: its own words, those of a message that it forwards, of embeds,
 * of text displays wherever they stand, a poll's question, and what is said of its files. Previews of links are none of it.
 */
export function messageTexts(value: unknown): string[] {
  const read = message.safeParse(value);
  if (!read.success) return [];
  const { message_snapshots: forwarded, ...own } = read.data;
  return within([own, ...forwarded.map((one) => one.message)].flatMap(textsOf));
}

function textsOf({ content, embeds, components, poll: asked, attachments }: OwnTexts): string[] {
  return [
    content,
    ...embeds.flatMap(textsOfEmbed),
    ...textsInComponents(components),
    asked.question.text,
    ...attachments.map(({ description }) => description),
  ];
}

function textsOfEmbed({ type, author, title, description, fields, footer }: z.infer<typeof embed>): string[] {
  if (type !== "rich") return [];
  const pairs = fields.flatMap(({ name, value }) => [name, value]);
  return [author.name, title, description, ...pairs, footer.text];
}

/** Components hold others: containers hold sections, and sections texts with something beside them. */
function textsInComponents(value: unknown, depth = 0): string[] {
  if (depth > 5) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((each) => textsInComponents(each, depth + 1));
  if (typeof value !== "object" || value === null) return [];
  const { type, content, description, components, accessory, items }: Component = value;
  const own = type === ComponentType.TextDisplay ? content : description;
  const inner = [components, accessory, items].flatMap((each) => textsInComponents(each, depth + 1));
  return [...(typeof own === "string" ? [own] : []), ...inner];
}

interface Component {
  readonly type?: unknown;
  readonly content?: unknown;
  /** Of a picture. */
  readonly description?: unknown;
  readonly components?: unknown;
  readonly accessory?: unknown;
  readonly items?: unknown;
}

function within(texts: readonly string[]): string[] {
  let left = mostCharacters;
  const kept: string[] = [];
  for (const each of texts) {
    const own = each.trim().slice(0, left);
    if (own === "") continue;
    kept.push(own);
    left -= own.length;
    if (left === 0 || kept.length === mostTexts) break;
  }
  return kept;
}
