import type { Works } from "./admission/works.ts";
import type { Invocation } from "./invocation.ts";
import type { Explain } from "./explain-error.ts";
import type { MessageReply, Work, WorkReply } from "./render/reply.ts";
import { words } from "./render/words/all.ts";
import { whenLoaded } from "./text/not-loaded.ts";

export interface GuardWorkOptions {
  readonly works: Works;
  readonly asked: Invocation;
  /** Throws where a quote is not true. */
  readonly check: (message: MessageReply) => void;
  readonly explain: Explain;
}

/** Makes a work one that never rejects, shows nothing untrue, and is done only where there is room for it. */
export function guardWork(reply: WorkReply, options: GuardWorkOptions): WorkReply | MessageReply {
  const { works, asked, check, explain } = options;
  const { work: says } = words[asked.locale];
  if (works.isFull(asked)) return privately(says.full);

  function checked(message: MessageReply): MessageReply {
    check(message);
    return message;
  }

  async function run({ signal, show }: Work): Promise<MessageReply> {
    const act = (own: AbortSignal) =>
      whenLoaded(() => reply.run({ signal: own, show: (message) => show(checked(message)) }));
    try {
      const outcome = await works.perform(asked, signal, act);
      if (outcome.kind === "full") return privately(says.full);
      if (outcome.kind === "called-off") return privately(says.calledOff[outcome.by]);
      return await whenLoaded(() => checked(outcome.made));
    } catch (error) {
      return explain(error, asked);
    }
  }

  return { ...reply, run };
}

function privately(content: string): MessageReply {
  return { kind: "message", content, private: true, quotes: [] };
}
