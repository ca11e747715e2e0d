import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../../wire.ts";
import { openChannel } from "../act.ts";
import { followReference } from "../source/follow-reference.ts";
import { markReferences } from "../markdown/mark-references.ts";
import type { MarkdownNode } from "../markdown/node.ts";
import { foldAddress } from "../markdown/fold-address.ts";
import { visibleText } from "../markdown/visible-text.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { startCommand } from "../box/start-command.ts";
import type { Store } from "../store.ts";
import { chatWords } from "../words/chat.ts";

/** Shows a message's Markdown; references in the bot's words can be followed. */
export function markdownView(message: Message, store: Store): TemplateResult {
  const nodes = parseMarkdown(message.content);
  return html`${showAll(message.author.bot ? markReferences(nodes) : nodes, { message, store })}`;
}

interface Shown {
  readonly message: Message;
  readonly store: Store;
}

function showAll(nodes: readonly MarkdownNode[], shown: Shown): readonly unknown[] {
  return nodes.map((node) => show(node, shown));
}

function show(node: MarkdownNode, shown: Shown): unknown {
  switch (node.kind) {
    case "text":
      return node.text;
    case "strong":
      return html`<strong>${showAll(node.content, shown)}</strong>`;
    case "emphasis":
      return html`<em>${showAll(node.content, shown)}</em>`;
    case "underline":
      return html`<u>${showAll(node.content, shown)}</u>`;
    case "strikethrough":
      return html`<s>${showAll(node.content, shown)}</s>`;
    case "quote":
      return html`<blockquote>${showAll(node.content, shown)}</blockquote>`;
    case "subtext":
      return html`<small>${showAll(node.content, shown)}</small>`;
    case "code":
      return html`<code>${node.text}</code>`;
    case "code-block":
      return html`<pre tabindex="0"><code>${node.text}</code></pre>`;
    case "link":
      return linkView(node, shown);
    case "time":
      return html`<time datetime=${node.at.toISOString()}>${node.at.toLocaleString(shown.store.state.locale)}</time>`;
    case "spoiler":
      return spoilerView(showAll(node.content, shown), shown.store);
    case "heading":
    case "list":
    case "user":
    case "channel":
    case "command":
    case "reference":
      return showSpecial(node, shown);
  }
}

type Special = Extract<
  MarkdownNode,
  { readonly kind: "heading" | "list" | "user" | "channel" | "command" | "reference" }
>;

function showSpecial(node: Special, shown: Shown): unknown {
  switch (node.kind) {
    case "heading":
      // Not a heading of the page: the levels would not fit in with its own.
      return html`<span class="heading" data-level=${node.level}>${showAll(node.content, shown)}</span>`;
    case "list":
      return listView(node, shown);
    case "user":
      return html`<span class="mention">${userName(node.id, shown.store)}</span>`;
    case "channel":
      return channelView(node.id, shown.store);
    case "command":
      return html`<button type="button" class="mention" @click=${() => startCommand(shown.store, node.name)}>
        /${node.name}
      </button>`;
    case "reference":
      return referenceView(node.reference, shown);
  }
}

/** What is nothing but its address is folded where that is long. */
function linkView({ address, content }: Extract<MarkdownNode, { kind: "link" }>, shown: Shown): TemplateResult {
  const isBare = visibleText(content) === address;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer" title=${isBare ? address : nothing}
    >${isBare ? foldAddress(address) : showAll(content, shown)}</a
  >`;
}

function referenceView(reference: string, { message, store }: Shown): TemplateResult {
  const follow = () => followReference(store, message, reference);
  const title = chatWords[store.state.locale].goTo(reference);
  return html`<button type="button" class="reference" title=${title} @click=${follow}>${reference}</button>`;
}

function listView({ start, items }: Extract<MarkdownNode, { kind: "list" }>, shown: Shown): TemplateResult {
  const rows = items.map((item) => html`<li>${showAll(item, shown)}</li>`);
  return start === undefined
    ? html`<ul>
        ${rows}
      </ul>`
    : html`<ol start=${start}>
        ${rows}
      </ol>`;
}

function userName(id: string, { state: { reader, bot, locale } }: Store): string {
  const known = [reader, bot].find((user) => user.id === id);
  return known ? `@${known.username}` : chatWords[locale].unknownUser;
}

function channelView(id: string, store: Store): TemplateResult {
  const { channels, locale } = store.state;
  const channel = channels.find((each) => each.id === id);
  if (!channel) return html`<span class="mention">${chatWords[locale].unknownChannel}</span>`;
  const open = () => openChannel(store, id);
  return html`<button type="button" class="mention" @click=${open}>#${channel.name ?? id}</button>`;
}

function spoilerView(content: readonly unknown[], { state }: Store): TemplateResult {
  const label = chatWords[state.locale].spoiler;
  return html`<span class="spoiler"
    ><button type="button" aria-label=${label} title=${label} @click=${reveal}></button><span>${content}</span></span
  >`;
}

function reveal({ currentTarget }: Event): void {
  if (currentTarget instanceof Element) currentTarget.parentElement?.classList.add("is-shown");
}
