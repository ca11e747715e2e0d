import type { MessageReply } from "../render/reply.ts";

/** What a work says before its end. */
export interface Progress {
  /** Shows a message soon; of many in a short time the last one. */
  readonly show: (message: MessageReply) => void;
  /** Resolves when what is being shown is out; nothing is shown any more. */
  end(): Promise<void>;
}

/** In milliseconds: Discord lets a message change about once a second, and nobody reads faster. */
const usualInterval = 1000;

/**
 * Makes what shows how far a work is, not too often.
 *
 * @param edit tells whether the message could be changed; where it could not, as it was dismissed, no other attempt is made.
 */
export function createProgress(
  edit: (message: MessageReply) => Promise<boolean>,
  interval: number = usualInterval,
): Progress {
  let waiting: MessageReply | undefined;
  let timer: NodeJS.Timeout | undefined;
  let editing: Promise<void> | undefined;
  let last = performance.now();
  let isOver = false;

  function plan(): void {
    if (isOver || !waiting || editing || timer) return;
    timer = setTimeout(begin, Math.max(0, last + interval - performance.now()));
  }

  function begin(): void {
    const message = waiting;
    [timer, waiting, last] = [undefined, undefined, performance.now()];
    if (message) editing = send(message);
  }

  async function send(message: MessageReply): Promise<void> {
    if (!(await edit(message))) isOver = true;
    editing = undefined;
    plan();
  }

  return {
    show(message) {
      waiting = message;
      plan();
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      await editing;
    },
  };
}
