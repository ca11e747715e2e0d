import { html, nothing, type TemplateResult } from "lit";
import type { User } from "../../wire.ts";
import { avatarOf } from "../chat/avatar.ts";
import type { PageState } from "../state.ts";
import { membersWords } from "../words/members.ts";
import { listMembers, type MemberGroup } from "./members.ts";
import { membersPlace } from "./room.ts";

/** Who is in the channel that is open; nothing where the list is not shown. */
export function membersView(state: PageState): TemplateResult | typeof nothing {
  const place = membersPlace({ ...state, choice: state.membersChoice });
  if (place === "none") return nothing;
  const say = membersWords[state.locale];
  const messages = state.messages.filter(({ channel_id: id }) => id === state.channelId);
  return html`<section class="members" id="members" data-place=${place} aria-label=${say.members}>
    ${listMembers({ ...state, messages }).map((group) => groupView(group, state))}
  </section>`;
}

function groupView({ kind, name = "", members }: MemberGroup, state: PageState): TemplateResult {
  const say = membersWords[state.locale];
  const heading = kind === "role" ? name : say[kind];
  return html`<h3 id="members-${kind}">${heading} <span aria-hidden="true">— ${members.length}</span></h3>
    <ul aria-labelledby="members-${kind}">
      ${members.map((member) => html`<li class="member">${memberView(member, state)}</li>`)}
    </ul>`;
}

function memberView(member: User, { locale, bot }: PageState): TemplateResult {
  const say = membersWords[locale];
  return html`<span class="presence"><img src=${avatarOf(member)} alt="" width="32" height="32" /></span>
    <span class="who">
      <span class="name" data-bot=${member.bot ? "" : nothing}>${member.username}</span>
      ${member.bot ? html`<span class="app-tag">App</span>` : nothing}
      ${member.id === bot.id ? html`<small>${say.doing}</small>` : nothing}
    </span>`;
}
