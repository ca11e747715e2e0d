import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { checkWords, type Led, type LedElsewhere, type WordsCheck } from "../../src/community/check-words.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import type { SynonymRule } from "../../src/languages/synonyms.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeInline, escapeLine, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply, Work, WorkReply } from "../../src/render/reply.ts";
import { showWordsLine } from "../../src/render/words-line.ts";
import { addWords, warnOfWords } from "./add-words.ts";
import { sayPrivately } from "./say.ts";
import { stopRow } from "./stop-row.ts";

export interface CheckedLine {
  readonly state: GuildState;
  readonly line: string;
  readonly rule: SynonymRule;
}

/** Of so many questions it is shown where they would lead. */
const mostShown = 6;
/** Progress is told so often, in taught questions. */
const progressStep = 100;

/** Adds a line of words if no taught question would find another place by it; otherwise shows which, and asks. */
export function checkingWords(invocation: CommandInvocation, services: Services, checked: CheckedLine): WorkReply {
  const { id, locale } = invocation;
  const say = phrases[locale].server.words;
  const stop = stopRow(id, say.stop);
  const begun = say.checking(checked.state.taught.size);
  return {
    kind: "work",
    first: sayPrivately(begun, [stop]),
    async run({ signal, show }) {
      const tell = (done: number): void => show(sayPrivately([begun, say.progress(done)].join("\n"), [stop]));
      const check = await takeAll(checked, services, { signal, tell });
      const notes = [say.nothingChanges(check.asked), ...tellBound(check, locale), ...tellGaps(check, locale)];
      if (check.changed.length === 0) return addWords(invocation, services, { line: checked.line, notes });
      return askFirst(invocation, services, { ...checked, check });
    },
  };
}

interface Taking extends Pick<Work, "signal"> {
  readonly tell: (done: number) => void;
}

async function takeAll(
  { state, rule }: CheckedLine,
  { library, pause }: Services,
  { signal, tell }: Taking,
): Promise<WordsCheck> {
  const steps = checkWords(state, rule, library);
  for (let done = 0; ; done += 1) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (done > state.taught.size && done % progressStep === 0) tell(done - state.taught.size);
    await step.value?.load();
    await pause?.();
  }
}

function tellBound({ asked, touched }: WordsCheck, locale: Locale): string[] {
  return touched > asked ? [phrases[locale].server.words.partly(asked, touched)] : [];
}

/** Of so many gaps it is shown where they would lead. */
const mostGaps = 3;

function tellGaps({ nearer }: WordsCheck, locale: Locale): string[] {
  const { words: say, scope } = phrases[locale].server;
  if (nearer.length === 0) return [];
  const shown = nearer.slice(0, mostGaps).map(({ question, after }) => {
    const place = escapeInline(`${tidyLine(after.article, 20)} ${after.reference}`);
    return `- ${escapeLine(tidyLine(question, 60))} → ${place}`;
  });
  const more = nearer.length - shown.length;
  return [say.gapsNearer(nearer.length), ...shown, ...(more > 0 ? [scope.more(more)] : [])];
}

function askFirst(
  { locale, asker }: CommandInvocation,
  services: Services,
  { line, check }: CheckedLine & { readonly check: WordsCheck },
): MessageReply {
  const say = phrases[locale].server.words;
  const { changed, asked } = check;
  const more = changed.length - mostShown;
  const content = [
    say.wouldChange(changed.length, asked),
    ...changed.slice(0, mostShown).map((each) => `- ${showLed(each, locale)}`),
    ...(more > 0 ? [phrases[locale].server.scope.more(more)] : []),
    ...tellBound(check, locale),
    ...tellGaps(check, locale),
    ...warnOfWords(line, services, locale),
    showWordsLine(line),
  ].join("\n");
  const button = (name: string, label: string, style: "danger" | "secondary") =>
    ({ kind: "action", customId: writeControlId(name, [asker.id]), label, style }) as const;
  return sayPrivately(content, [
    { kind: "buttons", buttons: [button("add-words", say.add, "danger"), button("drop-words", say.drop, "secondary")] },
  ]);
}

function showLed({ question, before, after, taught }: LedElsewhere, locale: Locale): string {
  const say = phrases[locale].server.words;
  const isSame = before?.article === after?.article;
  const place = (led: Led | undefined): string =>
    led ? escapeInline(isSame ? led.reference : `${tidyLine(led.article, 20)} ${led.reference}`) : say.nothing;
  const told = `${place(before)} → ${place(after)} · ${say.taught[taught]}`;
  return phrases[locale].labelled(escapeLine(tidyLine(question, 60)), told);
}
