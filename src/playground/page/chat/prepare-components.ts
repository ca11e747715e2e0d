import { DiscordAuthorInfo } from "@skyra/discord-components-core/discord-author-info.js";
import { DiscordMessage } from "@skyra/discord-components-core/discord-message.js";
import { DiscordMessages } from "@skyra/discord-components-core/discord-messages.js";
import { DiscordVerifiedAuthorTag } from "@skyra/discord-components-core/discord-verified-author-tag.js";
import { css } from "lit";
import { ChatLog } from "./chat-log.ts";

/**
 * Makes the page's custom elements known, and gives the message components its colours, which have contrast enough in
 * both themes.
 *
 * To be called once, before the first of them is shown.
 */
export function prepareComponents(): void {
  customElements.define("chat-log", ChatLog);
  DiscordMessages.elementStyles.push(listStyles);
  DiscordMessage.elementStyles.push(messageStyles);
  DiscordAuthorInfo.elementStyles.push(authorStyles);
  DiscordVerifiedAuthorTag.elementStyles.push(tagStyles);
}

const listStyles = css`
  :host {
    border: 0;
    color: var(--text);
    font-family: inherit;
    font-size: inherit;
    line-height: inherit;
  }
`;

const messageStyles = css`
  :host {
    color: var(--text);
    font-family: var(--font);
    font-size: 16px;
    line-height: inherit;
  }
  :host(:hover) {
    background: var(--passed);
  }
  .discord-author-avatar {
    margin-top: 2px;
  }
  .discord-author-avatar img {
    cursor: default;
  }
  .discord-message-content {
    min-width: 0;
    padding-top: 0;
    line-height: inherit;
  }
  .discord-message-body,
  .discord-message-markup {
    font-size: inherit;
    line-height: inherit;
    word-break: normal;
  }
  .discord-message-markup {
    display: block;
  }
  .discord-message-timestamp,
  :host([light-theme]) .discord-message-timestamp {
    color: var(--muted);
    font-size: 12px;
  }
  .discord-message-inner-center {
    align-items: baseline;
  }
  /* As wide as the picture and its margin, so that what is said goes on where it began. */
  .discord-message-body-only-indent {
    box-sizing: border-box;
    flex: none;
    width: 56px;
    margin: 0;
    padding-inline-end: 10px;
    font-size: 11px;
    text-align: end;
  }
  .discord-message-timestamp-hover::before {
    white-space: nowrap;
  }
`;

const authorStyles = css`
  :host .discord-author-username,
  :host([light-theme]) .discord-author-username {
    color: var(--name-person);
    font-size: 16px;
    font-weight: 500;
  }
  :host([bot]) .discord-author-username,
  :host([bot][light-theme]) .discord-author-username {
    color: var(--name-bot);
  }
  :host .discord-author-username:hover {
    text-decoration: none;
    cursor: default;
  }
`;

const tagStyles = css`
  :host {
    height: 16px;
    margin-inline-start: 6px;
    padding: 0 4px;
    border-radius: 4px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 10.5px;
    font-weight: 600;
  }
`;
