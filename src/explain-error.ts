import type { Invocation } from "./command.ts";
import { AttachmentError } from "./community/attachment-error.ts";
import { StoreError } from "./community/store-error.ts";
import { faultOf } from "./fault-of.ts";
import type { Log } from "./log.ts";
import type { Reply } from "./render/reply.ts";
import { words } from "./render/words/all.ts";

export interface ExplainOptions {
  readonly log: Log;
  /** Names a fault to both the asker and the log. */
  readonly createFaultId: () => string;
}

/** Makes what turns whatever was thrown into a reply and a line of the log. */
export function createExplain({ log, createFaultId }: ExplainOptions): (error: unknown, asked: Invocation) => Reply {
  function contentOf(error: unknown, asked: Invocation): string {
    const { store, attachment, fault } = words[asked.locale];
    if (error instanceof StoreError) {
      // Why it is so is for whoever runs the bot; nothing is wrong with the program.
      log.warn("store not used", { problem: error.problem, reason: faultOf(error, asked).cause?.message });
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
    if (asked.kind === "autocomplete") return { kind: "choices", choices: [] };
    // Nobody who merely writes a reference into a message waits for the store.
    if (asked.kind === "message" && asked.addressed === "none" && error instanceof StoreError)
      return { kind: "silence" };
    return { kind: "message", content, private: asked.kind !== "message", quotes: [] };
  };
}
