import type { Command, Invocation, Services } from "./command.ts";
import type { Log } from "./log.ts";
import { assertQuotes } from "./render/assert-quotes.ts";
import type { Locale } from "./render/locale.ts";
import type { Reply } from "./render/reply.ts";
import { words } from "./render/words/all.ts";

export interface BotOptions {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly log: Log;
  /** Names a fault to both the asker and the log. */
  readonly createFaultId: () => string;
}

/** The one door: every transport hands its invocations in here and sends the reply. */
export interface Bot {
  /** Never rejects: a fault becomes a private reply that holds its id. */
  respond(invocation: Invocation): Promise<Reply>;
}

/** Joins commands and services into a bot. */
export function createBot(options: BotOptions): Bot {
  const { commands, services, log, createFaultId } = options;
  const byName = new Map(commands.map((command) => [command.declaration.name, command]));

  async function dispatch(invocation: Invocation): Promise<Reply> {
    const command = byName.get(invocation.name);
    if (!command) return privately(words[invocation.locale].unknownCommand);
    const reply = await command.run(invocation, services);
    assertQuotes(reply, services.library.articles);
    return reply;
  }

  return {
    async respond(invocation) {
      try {
        return await dispatch(invocation);
      } catch (error) {
        return reportFault(error, invocation.locale);
      }
    },
  };

  function reportFault(error: unknown, locale: Locale): Reply {
    const id = createFaultId();
    log.error("fault", { id, error });
    return privately(words[locale].fault(id));
  }
}

function privately(content: string): Reply {
  return { kind: "message", content, private: true, quotes: [] };
}
