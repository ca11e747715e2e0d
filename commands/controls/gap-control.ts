import type { Control } from "../../src/command.ts";
import type { ModalInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import { gapKey } from "../../src/community/gap-key.ts";
import { mostOfOne, sendGap } from "../../src/community/gaps.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeLine, tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { questionLimit, readQuestionLines } from "../../src/render/question-line.ts";
import type { PostReply, Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { canReport } from "../parts/can-report.ts";
import { sayPrivately } from "../parts/say.ts";
import { takeBackRow } from "../parts/take-back-row.ts";

const longestComment = 300;
/** With them the report fits a message, even where every character is escaped. */
const longestVersions = 130;

/** Sends a question without a sure answer: only what its asker sees in the form and sends is kept and passed on. */
export const gapControl: Control = {
  name: "gap",
  press({ locale, message }, _state, services) {
    const say = phrases[locale].gap;
    if (!canReport(services)) return sayPrivately(words[locale].oldControl);
    const question = readQuestionLines(message.content).at(-1);
    const input = { isLong: true, maxLength: questionLimit };
    return {
      kind: "modal",
      customId: writeControlId("gap", []),
      title: say.title,
      inputs: [
        { ...input, customId: "question", label: say.question, required: true, value: question },
        {
          ...input,
          customId: "comment",
          label: say.comment,
          required: false,
          maxLength: longestComment,
          placeholder: say.placeholder,
        },
      ],
    };
  },
  submit(invocation, _state, services) {
    const { fields, locale } = invocation;
    const sent: Sent = {
      question: tidyLine(fields["question"] ?? "", questionLimit),
      comment: tidyLine(fields["comment"] ?? "", longestComment),
      versions: versionsIn(services),
    };
    if (sent.question === "") return sayPrivately(phrases[locale].inbox.sent.noQuestion);
    const { guild, gapChannelId } = services;
    if (guild) return keep(guild, sent, { invocation, services });
    if (gapChannelId === undefined) return sayPrivately(words[locale].oldControl);
    const { done, failed } = phrases[locale].gap;
    return post(gapChannelId, sent, { invocation, done: sayPrivately(done), failed: sayPrivately(failed) });
  },
};

interface Sent {
  readonly question: string;
  /** Empty where there is none. */
  readonly comment: string;
  readonly versions: readonly string[];
}

/** Of a large library the first ones stand for all. */
function versionsIn({ library }: Services): string[] {
  const first = library.articles.values().take(5).toArray();
  return first.map(({ id, version }) => `${tidyLine(id, 60)} ${version.slice(0, 8)}`);
}

interface Sending {
  readonly invocation: ModalInvocation;
  readonly services: Services;
}

/** Puts it into the server's inbox, and then into its channel where one is set. */
async function keep(guild: Guild, sent: Sent, { invocation, services }: Sending): Promise<Reply> {
  const { asker, id, locale } = invocation;
  const say = phrases[locale].inbox.sent;
  const key = gapKey(services.library.analyse(sent.question).folded.text);
  const at = services.now?.() ?? 0;
  const gap = { ...sent, key, by: asker.id, at };
  const changed = await guild.change({ change: id, person: asker.id }, (state) => sendGap(state, gap));
  const isThere = changed.kind === "refused" && changed.refusal === "already";
  if (changed.kind === "refused" && !isThere) {
    return sayPrivately(changed.refusal === "full" ? say.full : say.tooMany(mostOfOne));
  }
  const isOutside = guild.state.gap.get(key)?.state === "outside";
  const tell = (where: string | undefined) => {
    const lines = [say.kept, where ?? "", isOutside ? say.knownAsOutside : "", say.canTakeBack];
    const row = takeBackRow(key, locale, where !== undefined);
    return sayPrivately(lines.filter((line) => line !== "").join("\n"), [row]);
  };
  const { gapChannelId } = services;
  // What they have sent before stands in the channel already.
  if (gapChannelId === undefined || isThere) return tell(undefined);
  const [done, failed] = [tell(say.posted(gapChannelId)), tell(say.notPosted(gapChannelId))];
  return post(gapChannelId, sent, { invocation, done, failed });
}

type Outcomes = Pick<Sending, "invocation"> & PostReply["outcomes"];

function post(channelId: string, sent: Sent, { invocation, done, failed }: Outcomes): PostReply {
  const say = phrases[invocation.locale].gap;
  const quoted = [sent.question, sent.comment].filter((line) => line !== "").map((line) => `> ${escapeLine(line)}`);
  const versions = escapeLine(tidyLine(sent.versions.join(" · "), longestVersions));
  const content = [`-# ${say.report(invocation.asker.id, versions)}`, ...quoted].join("\n");
  return {
    kind: "post",
    channelId,
    message: { kind: "message", content, private: false, quotes: [] },
    outcomes: { done, failed },
  };
}
