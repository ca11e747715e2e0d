import type { Invocation } from "./invocation.ts";
import { AttachmentError } from "./community/attachment-error.ts";
import { StoreError } from "./community/store-error.ts";
import { faultOf } from "./fault-of.ts";
import type { Log } from "./log.ts";
import type { MessageReply } from "./render/reply.ts";
import { words } from "./render/words/all.ts";

export interface ExplainOptions {
  readonly log: Log;
  /** Names a fault to both the asker and the log. */
  readonly createFaultId: () => string;
}

/** Says what went wrong, to whoever asked. */
export type Explain = (error: unknown, asked: Invocation) => MessageReply;

/** What went wrong, in a word. */
export function failureOf(error: unknown): "fault" | "store" | "attachment" {
  if (error instanceof StoreError) return "store";
  return error instanceof AttachmentError ? "attachment" : "fault";
}

/** Makes what turns whatever was thrown into a message and a line of the log. */
export function createExplain({ log, createFaultId }: ExplainOptions): Explain {
  function contentOf(error: unknown, asked: Invocation): string {
    const { store, attachment, fault } = words[asked.locale];
    if (error instanceof StoreError) {
      // Why it is so is for whoever runs the bot; nothing is wrong with the program.
      // Where it is merely being opened there is nothing to do.
      const tell = error.problem === "opening" ? log.debug : log.warn;
      tell("store not used", { problem: error.problem, reason: faultOf(error, asked).cause?.message });
      return store[error.problem];
    }
    if (error instanceof AttachmentError) {
      log.info("attachment not fetched", { problem: error.problem, reason: faultOf(error, asked).cause?.message });
      return attachment[error.problem];
    }
    const id = createFaultId();
    log.error("fault", { id, error: faultOf(error, asked) });
    return fault(id);
  }

  return (error, asked) => {
    const content = contentOf(error, asked);
    return { kind: "message", content, private: asked.kind !== "message", quotes: [] };
  };
}
