import type { Works } from "./admission/works.ts";
import type { Invocation } from "./invocation.ts";
import type { Explain } from "./explain-error.ts";
import type { EndedWork, Observe } from "./observer.ts";
import type { MessageReply, Work, WorkReply } from "./render/reply.ts";
import { canStop } from "./render/stop-id.ts";
import { words } from "./render/words/all.ts";
import { whenLoaded } from "./text/not-loaded.ts";

export interface GuardWorkOptions {
  readonly works: Works;
  readonly asked: Invocation;
  /** Throws where a quote is not true. */
  readonly check: (message: MessageReply) => void;
  readonly explain: Explain;
  readonly observe?: Observe | undefined;
}

/** Makes a work one that never rejects, shows nothing untrue, and is done only where there is room for it. */
export function guardWork(reply: WorkReply, options: GuardWorkOptions): WorkReply | MessageReply {
  const { works, asked, check, explain, observe } = options;
  const { work: says } = words[asked.locale];
  const ended = (outcome: EndedWork) => observe?.({ kind: "work", outcome });
  if (works.isFull(asked)) {
    ended("full");
    return privately(says.full);
  }

  function checked(message: MessageReply): MessageReply {
    check(message);
    return message;
  }

  const canBeStopped = canStop(reply.first, asked.id);

  async function run({ signal, show, address }: Work): Promise<MessageReply> {
    const act = (own: AbortSignal) =>
      whenLoaded(() => reply.run({ signal: own, show: (message) => show(checked(message)) }));
    try {
      const outcome = await works.perform(asked, { outer: signal, address, canBeStopped }, act);
      ended(outcome.kind === "called-off" ? `called-off ${outcome.by}` : outcome.kind);
      if (outcome.kind === "full") return privately(says.full);
      if (outcome.kind === "called-off") return privately(says.calledOff[outcome.by]);
      return await whenLoaded(() => checked(outcome.made));
    } catch (error) {
      ended("failed");
      return explain(error, asked);
    }
  }

  return { ...reply, run };
}

function privately(content: string): MessageReply {
  return { kind: "message", content, private: true, quotes: [] };
}
