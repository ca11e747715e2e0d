import type { Command, Control, Hear, Invocation, Menu, Services } from "./command.ts";
import { mayModerate } from "./command.ts";
import type { Log } from "./log.ts";
import { assertQuotes } from "./render/assert-quotes.ts";
import { readControlId } from "./render/control-id.ts";
import type { Locale } from "./render/locale.ts";
import { localeOf } from "./render/locale-of.ts";
import type { MessageReply, Reply, UpdateReply } from "./render/reply.ts";
import { words } from "./render/words/all.ts";

/** Everything that can be asked of the bot. */
export interface Features {
  readonly commands: readonly Command[];
  readonly menus?: readonly Menu[] | undefined;
  readonly controls?: readonly Control[] | undefined;
  readonly hear?: Hear | undefined;
}

export interface BotOptions extends Features {
  readonly services: Services;
  readonly log: Log;
  /** Names a fault to both the asker and the log. */
  readonly createFaultId: () => string;
  /** One question per asker in so many milliseconds; absent or 0 means as many as they like. */
  readonly cooldown?: number | undefined;
  /** In milliseconds; absent means the system's clock. */
  readonly now?: (() => number) | undefined;
}

/** The one door: every transport hands its invocations in here and sends the reply. */
export interface Bot {
  /** Never rejects: a fault becomes a reply that holds its id. An event that comes twice is answered once. */
  respond(invocation: Invocation): Promise<Reply>;
}

/** Events that come twice do so within seconds. */
const eventsRemembered = 10_000;
const silence: Reply = { kind: "silence" };

/** Joins commands and services into a bot. */
export function createBot(options: BotOptions): Bot {
  const { services, log, createFaultId } = options;
  const run = createDispatch(options);
  const isRepeated = createMemory();
  const waitFor = createCooldown(options);

  async function answer(invocation: Invocation): Promise<Reply> {
    if (isRepeated(`${invocation.kind} ${invocation.id}`)) return silence;
    const reply = waitFor(invocation) ?? (await run(invocation));
    for (const shown of messagesIn(reply)) assertQuotes(shown, services.library.articles, services.findVersion);
    return reply;
  }

  return {
    async respond(invocation) {
      try {
        return await answer(invocation);
      } catch (error) {
        const id = createFaultId();
        log.error("fault", { id, error });
        return explainFault(id, invocation);
      }
    },
  };
}

function createDispatch({ commands, menus = [], controls = [], hear, services }: BotOptions) {
  const commandNamed = new Map(commands.map((command) => [command.declaration.name, command]));
  const menuNamed = new Map(menus.map((menu) => [menu.declaration.name, menu]));
  const controlNamed = new Map(controls.map((control) => [control.name, control]));

  return (invocation: Invocation): Reply | Promise<Reply> => {
    const unknown = privately(words[invocation.locale].unknownCommand);
    switch (invocation.kind) {
      case "command":
        return commandNamed.get(invocation.name)?.run(invocation, services) ?? unknown;
      case "autocomplete":
        return commandNamed.get(invocation.name)?.complete?.(invocation, services) ?? noChoices;
      case "menu":
        return menuNamed.get(invocation.name)?.run(invocation, services) ?? unknown;
      case "component": {
        const id = readControlId(invocation.customId);
        const control = controlNamed.get(id?.name ?? "");
        return control?.press(invocation, id?.state ?? [], services) ?? privately(words[invocation.locale].oldControl);
      }
      case "modal": {
        const id = readControlId(invocation.customId);
        const control = controlNamed.get(id?.name ?? "");
        return (
          control?.submit?.(invocation, id?.state ?? [], services) ?? privately(words[invocation.locale].oldControl)
        );
      }
      case "message":
        return hear?.(invocation, services) ?? silence;
    }
  };
}

const noChoices: Reply = { kind: "choices", choices: [] };

function explainFault(id: string, invocation: Invocation): Reply {
  if (invocation.kind === "autocomplete") return noChoices;
  const fault = privately(words[invocation.locale].fault(id));
  return invocation.kind === "message" ? { ...fault, private: false } : fault;
}

/** A message's own language, since Discord tells only the server's, and of direct messages none. */
function languageOf(invocation: Invocation, { library }: Services): Locale {
  if (invocation.kind !== "message") return invocation.locale;
  return localeOf(invocation.text, invocation.locale, library.analyse);
}

function privately(content: string): MessageReply {
  return { kind: "message", content, private: true, quotes: [] };
}

/** Every message that a reply may lead to. */
function messagesIn(reply: Reply): readonly (MessageReply | UpdateReply)[] {
  switch (reply.kind) {
    case "message":
    case "update":
      return [reply];
    case "thread":
      return [reply.opening, ...Object.values(reply.outcomes)];
    case "post":
      return [reply.message, ...Object.values(reply.outcomes)];
    case "choices":
    case "modal":
    case "silence":
      return [];
  }
}

/** Tells of each key whether it was asked about before, not too long ago. */
function createMemory(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return true;
    seen.add(key);
    if (seen.size > eventsRemembered)
      for (const oldest of seen.values().take(seen.size - eventsRemembered)) seen.delete(oldest);
    return false;
  };
}

/** Asks people to wait who ask too fast, once each time; moderators never. Buttons and typing are free. */
function createCooldown({
  cooldown = 0,
  now = Date.now,
  services,
}: BotOptions): (invocation: Invocation) => Reply | undefined {
  const waiting = new Map<string, { readonly until: number; readonly isTold: boolean }>();
  return (invocation) => {
    if (cooldown === 0 || !isQuestion(invocation) || mayModerate(invocation.asker)) return undefined;
    const [{ id }, time] = [invocation.asker, now()];
    const { until, isTold } = waiting.get(id) ?? { until: 0, isTold: false };
    if (time >= until) {
      for (const [other, { until: ended }] of waiting) if (ended <= time) waiting.delete(other);
      waiting.set(id, { until: time + cooldown, isTold: false });
      return undefined;
    }
    waiting.set(id, { until, isTold: true });
    if (isTold && invocation.kind === "message") return silence;
    return privately(words[languageOf(invocation, services)].wait(Math.ceil((until - time) / 1000)));
  };
}

function isQuestion(invocation: Invocation): boolean {
  switch (invocation.kind) {
    case "command":
    case "menu":
      return true;
    case "message":
      return invocation.addressed !== "none";
    case "autocomplete":
    case "component":
    case "modal":
      return false;
  }
}
