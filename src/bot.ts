import type { AdmissionOptions, Waiting } from "./admission/admission.ts";
import { createAdmission } from "./admission/admission.ts";
import { applySettings } from "./admission/apply-settings.ts";
import type { SharedAdmission } from "./admission/shared-admission.ts";
import { createBar } from "./admission/bar.ts";
import { createWorks, type Works } from "./admission/works.ts";
import type { Article } from "./article/article.ts";
import type { Command, Control, Hear, Menu } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import { readKept, type Services } from "./services.ts";
import { StoreError } from "./community/store-error.ts";
import { createExplain, failureOf } from "./explain-error.ts";
import { guardWork } from "./guard-work.ts";
import type { Log } from "./log.ts";
import type { Observe, ReplyOutcome } from "./observer.ts";
import { assertQuotes } from "./render/assert-quotes.ts";
import { readControlId } from "./render/control-id.ts";
import type { Locale } from "./render/locale.ts";
import type { MessageReply, Reply, UpdateReply } from "./render/reply.ts";
import { words } from "./render/words/all.ts";
import { whenLoaded } from "./text/not-loaded.ts";

/** Everything that can be asked of the bot. */
export interface Features {
  readonly commands: readonly Command[];
  readonly menus?: readonly Menu[] | undefined;
  readonly controls?: readonly Control[] | undefined;
  readonly hear?: Hear | undefined;
}

export interface BotOptions extends Features, Pick<AdmissionOptions, "cooldown" | "now" | "turns" | "observe"> {
  /** What everybody has. */
  readonly services: Services;
  /**
   * Gives what a server has in place of that, for each invocation that is answered; what it throws becomes a reply as
   * what a command throws. Absent means that all have the same.
   */
  readonly resolve?: ResolveInvocation | undefined;
  /** Absent means that nothing comes to other processes. */
  readonly sharedAdmission?: SharedAdmission | undefined;
  /** Absent means works of its own. */
  readonly works?: Works | undefined;
  readonly log: Log;
  /** Names a fault to both the asker and the log. */
  readonly createFaultId: () => string;
}

export type ResolveInvocation = (invocation: Invocation) => Resolved | Promise<Resolved>;

/** What one invocation is answered with. */
export interface Resolved {
  readonly services: Services;
  /** In which language, in place of the invocation's own. */
  readonly locale?: Locale | undefined;
  /** Only others may ask there, and the services have no article; absent means that everybody may. */
  readonly isBarred?: boolean | undefined;
}

/** Reads the bot's own earlier messages that belong to a message, oldest first. */
export type ReadEarlier = () => Promise<readonly string[]>;

/** The one door: every transport hands its invocations in here and sends the reply. */
export interface Bot {
  /**
   * Never rejects, and neither does the run of a work that it gives: a fault becomes a message that holds its id. An event
   * that comes twice is answered once.
   *
   * A message of somebody who asks too fast is answered when their time has come.
   *
   * @param leaving aborted when the process leaves, which answers whoever waits.
   * @param readEarlier gives a message's context where that takes requests, which are made for nobody who asks too fast.
   */
  respond(invocation: Invocation, readEarlier?: ReadEarlier, leaving?: AbortSignal): Promise<Reply>;
}

type Shown = MessageReply | UpdateReply;

const silence: Reply = { kind: "silence" };

/** Joins commands and services into a bot. */
export function createBot(options: BotOptions): Bot {
  return observed(createDoor(options), options.observe);
}

function createDoor(options: BotOptions): Door {
  const { controls = [], services: common, works = createWorks(), observe } = options;
  const resolve: ResolveInvocation = options.resolve ?? (() => ({ services: common }));
  const run = createDispatch(options);
  const admission = createAdmission({ ...options, shared: options.sharedAdmission });
  const explain = createExplain(options);
  const bar = createBar({ ...options, controls });
  const came = (outcome: ReplyOutcome) => observe?.({ kind: "reply", outcome });

  async function guarded(invocation: Invocation, act: () => Promise<Reply>): Promise<Reply> {
    try {
      return await act();
    } catch (error) {
      const explained = explain(error, invocation);
      came(`failed ${failureOf(error)}`);
      return isHeardBy(invocation, error) ? explained : nothingFor(invocation);
    }
  }

  async function answer(invocation: Invocation, services: Services, readEarlier?: ReadEarlier): Promise<Reply> {
    const whole = readEarlier ? await addEarlier(invocation, readEarlier) : invocation;
    const check = (shown: Shown) => assertQuotes(shown, services.library.articles, services.findVersion);
    const refusal = await admission.takeTurn(whole);
    const reply = refusal ?? (await whenLoaded(() => answerTruly(whole, services)));
    if (!refusal) came(outcomeIn(reply));
    return reply.kind === "work" ? guardWork(reply, { works, asked: whole, check, explain, observe }) : reply;
  }

  async function answerTruly(invocation: Invocation, services: Services): Promise<Reply> {
    const reply = await run(invocation, services);
    for (const shown of messagesIn(reply)) {
      assertQuotes(shown, services.library.articles, await findQuotedVersions(shown, services));
    }
    return reply;
  }

  return (invocation, { readEarlier, ...waiting }) =>
    guarded(invocation, async () => {
      const refusal = await admission.refuse(invocation, waiting);
      if (refusal) return refusal;
      const { services, locale, isBarred = false } = await resolve(invocation);
      const spoken = locale === undefined ? invocation : { ...invocation, locale, isLocaleSet: true };
      const asked = applySettings(spoken, services);
      const barred = isBarred ? bar(asked) : undefined;
      if (barred) came("refused barred");
      if (barred) return barred;
      return guarded(asked, () => answer(asked, { ...services, isBarred, stopWork: works.stop }, readEarlier));
    });
}

/** Tells of everything that comes in, and how long its reply took from when its asker might ask. */
function observed(door: Door, observe: Observe | undefined): Bot {
  if (!observe) return { respond: (invocation, readEarlier, leaving) => door(invocation, { readEarlier, leaving }) };
  return {
    async respond(invocation, readEarlier, leaving) {
      const { kind: of } = invocation;
      observe({ kind: "event", of });
      let since = performance.now();
      const onWaited = (): void => void (since = performance.now());
      const reply = await door(invocation, { readEarlier, leaving, onWaited });
      observe({ kind: "found", of, seconds: (performance.now() - since) / 1000 });
      return reply;
    },
  };
}

/** The bot itself, which nobody watches. */
type Door = (invocation: Invocation, arriving: Arriving) => Promise<Reply>;

interface Arriving extends Waiting {
  readonly readEarlier?: ReadEarlier | undefined;
}

function outcomeIn(reply: Reply): ReplyOutcome {
  if (reply.kind === "silence") return "silent";
  return (reply.kind === "message" ? reply.outcome : undefined) ?? "other";
}

/** Versions that are no longer in use may have to be read first. */
async function findQuotedVersions(
  { quotes }: Pick<MessageReply, "quotes">,
  services: Services,
): Promise<(version: string) => Article | undefined> {
  const found = new Map<string, Article | undefined>();
  for (const { version } of quotes) {
    if (version === undefined || found.has(version)) continue;
    found.set(version, await readKept(services, version));
  }
  return (version) => found.get(version);
}

/** Whoever types gets no message; whoever merely writes a reference does not wait for the store. */
function isHeardBy(invocation: Invocation, error: unknown): boolean {
  if (invocation.kind === "autocomplete") return false;
  return !(invocation.kind === "message" && invocation.addressed === "none" && error instanceof StoreError);
}

function nothingFor({ kind }: Invocation): Reply {
  return kind === "autocomplete" ? noChoices : silence;
}

async function addEarlier(invocation: Invocation, readEarlier: ReadEarlier): Promise<Invocation> {
  return invocation.kind === "message" ? { ...invocation, earlier: await readEarlier() } : invocation;
}

function createDispatch({ commands, menus = [], controls = [], hear }: Features) {
  const commandNamed = new Map(commands.map((command) => [command.declaration.name, command]));
  const menuNamed = new Map(menus.map((menu) => [menu.declaration.name, menu]));
  const controlNamed = new Map(controls.map((control) => [control.name, control]));

  return (invocation: Invocation, services: Services): Reply | Promise<Reply> => {
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

function privately(content: string): MessageReply {
  return { kind: "message", content, private: true, quotes: [] };
}

/** Every message that a reply leads to, but for those that a work is still to show. */
function messagesIn(reply: Reply): readonly Shown[] {
  switch (reply.kind) {
    case "message":
    case "update":
      return [reply];
    case "thread":
      return [reply.opening, ...Object.values(reply.outcomes)];
    case "post":
      return [reply.message, ...Object.values(reply.outcomes)];
    case "work":
      return [reply.first];
    case "choices":
    case "modal":
    case "noted":
    case "silence":
      return [];
  }
}
