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
    font-size: 15px;
    line-height: inherit;
  }
  :host(:hover) {
    background: color-mix(in srgb, var(--ground) 45%, transparent);
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
  }
  .discord-message-markup {
    display: block;
  }
  .discord-message-timestamp,
  :host([light-theme]) .discord-message-timestamp {
    color: var(--muted);
    font-size: 12px;
  }
  .discord-message-body-only-indent {
    flex: none;
    width: 56px;
    font-size: 11px;
    text-align: center;
    padding-inline-end: 8px;
  }
  .discord-message-timestamp-hover::before {
    white-space: nowrap;
  }
`;

const authorStyles = css`
  :host .discord-author-username,
  :host([light-theme]) .discord-author-username {
    color: var(--strong);
    font-size: 15px;
    font-weight: 600;
  }
  :host .discord-author-username:hover {
    text-decoration: none;
    cursor: default;
  }
`;

const tagStyles = css`
  :host {
    background: #4752c4;
    color: #fff;
    font-size: 10px;
    font-weight: 600;
  }
`;
