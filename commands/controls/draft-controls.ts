import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { mayManage } from "../../src/command.ts";
import { planDrop } from "../../src/community/draft.ts";
import type { Guild } from "../../src/community/guild.ts";
import { applyRecord, unpackArticle } from "../../src/community/pack-article.ts";
import { planPublish } from "../../src/community/publish.ts";
import type { DraftRecord } from "../../src/community/records.ts";
import { escapeInline } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply, Reply, Work } from "../../src/render/reply.ts";
import { checkBehind } from "../parts/library-check.ts";
import { mostAtOnce } from "../parts/library/most-at-once.ts";
import { titleOf } from "../parts/library/own-articles.ts";
import { sayPrivately } from "../parts/say.ts";
import { undoRow } from "../parts/undo-row.ts";

/** Publishes a draft: the buttons below it know its key alone, so they work after a restart. */
const publishControl: Control = {
  name: "publish",
  press: (invocation, [key = ""], services) => withDraft({ invocation, key, services }, publish),
};

/** Gives a draft up. */
const dropControl: Control = {
  name: "drop",
  press: (invocation, [key = ""], services) => withDraft({ invocation, key, services }, drop),
};

export const draftControls: readonly Control[] = [publishControl, dropControl];

interface Press {
  readonly invocation: ComponentInvocation;
  readonly key: string;
  readonly services: Services;
}

interface DraftPress extends Press {
  readonly guild: Guild;
  readonly draft: DraftRecord;
}

/** Only whoever brought a file and those who run the server decide about it. */
async function withDraft(press: Press, act: (press: DraftPress) => Promise<Reply>): Promise<Reply> {
  const { asker, locale } = press.invocation;
  const say = phrases[locale].library;
  const { guild } = press.services;
  if (!guild) return sayPrivately(say.nothingKept);
  const draft = (await guild.fresh()).draft.get(press.key);
  if (!draft) return sayPrivately(say.draft.refused({ kind: "unknown" }));
  if (!mayManage(asker) && draft.by !== asker.id) return sayPrivately(say.notYours);
  return act({ ...press, guild, draft });
}

async function publish(press: DraftPress): Promise<Reply> {
  const { draft, invocation, guild, services } = press;
  // What was taught is asked again behind a replacement.
  const asksAgain = draft.replaces && guild.state.taught.size > 0;
  if (draft.version.bytes <= mostAtOnce && !asksAgain) {
    const done = await publishNow(press);
    const { content, quotes, components } = done;
    // What was refused may be published later.
    return components ? { kind: "update", content, quotes, components } : done;
  }
  const { publishing } = phrases[invocation.locale].library.draft;
  const first = { kind: "update", content: publishing(draft.article), quotes: [], components: [] } as const;
  const run = async (work: Work): Promise<MessageReply> => {
    const done = await publishNow(press);
    // A large article is opened before it is said that questions are answered from it; there may be nothing to check.
    return done.components ? checkBehind(done, invocation, { services, work }) : done;
  };
  return { kind: "work", first, run };
}

async function publishNow({ invocation, key, services, guild, draft }: DraftPress): Promise<MessageReply> {
  const { id, asker, locale } = invocation;
  const say = phrases[locale].library;
  const packed = await guild.readOriginal(draft.version.packed);
  if (!packed) return sayPrivately(say.export.lost);
  const article = applyRecord(unpackArticle(packed), draft.article, draft);
  const now = services.now?.() ?? draft.at;
  const changed = await guild.change({ change: id, person: asker.id }, (state) =>
    planPublish(state, { key, article, now }),
  );
  if (changed.kind === "refused") return sayPrivately(say.draft.refused(changed.refusal));
  const record = changed.state.article.get(draft.article);
  const title = escapeInline(record ? titleOf(draft.article, record) : draft.article);
  const told = changed.change.name === "article-replaced" ? say.draft.replaced : say.draft.published;
  return sayPrivately(told(title, draft.article), [undoRow(changed.change.id, locale)]);
}

async function drop({ invocation, key, guild }: DraftPress): Promise<Reply> {
  const say = phrases[invocation.locale].library.draft;
  const author = { change: invocation.id, person: invocation.asker.id };
  const changed = await guild.change(author, (state) => planDrop(state, key));
  if (changed.kind === "refused") return sayPrivately(say.refused({ kind: changed.refusal }));
  return { kind: "update", content: say.dropped, quotes: [], components: [] };
}
