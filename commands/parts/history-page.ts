import type { ChangeName, MadeChange } from "../../src/community/change.ts";
import { undoDays } from "../../src/community/due.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import { serverScope } from "../../src/community/scope.ts";
import { settingNames } from "../../src/community/settings.ts";
import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { pageRows } from "../../src/render/page-buttons.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { ManagersPage } from "./for-managers.ts";

/** Of so many changes the newest are shown, so many at once. */
const mostChanges = 200;
const changesAtOnce = 10;
const longestSubject = 80;

export interface HistoryPage {
  readonly content: string;
  readonly components: readonly Row[];
}

/** Shows a page of a server's changes, with a menu to undo those that can be. */
export async function historyPage(guild: Guild, { page, locale, madeFor }: ManagersPage): Promise<HistoryPage> {
  const say = phrases[locale].server.history;
  const all = await guild.changes(mostChanges);
  if (all.length === 0) return { content: say.none, components: [] };
  const pages = Math.ceil(all.length / changesAtOnce);
  const at = Math.min(page, pages - 1);
  const shown = all.slice(at * changesAtOnce, (at + 1) * changesAtOnce);
  const { state } = guild;
  const lines = shown.map((change) => {
    const by = change.by === "" ? say.nobody : `<@${change.by}>`;
    return `- <t:${Math.floor(change.at / 1000)}:R> ${by} · ${showChange(change, state, locale)}`;
  });
  const leafing = pageRows({ name: "history", stateOf: (to) => [String(to), madeFor], page: at, pages, locale });
  const footer = [
    ...(pages > 1 ? [phrases[locale].page(at + 1, pages)] : []),
    say.days(undoDays),
    ...(all.length >= mostChanges && at === pages - 1 ? [say.older(mostChanges)] : []),
  ];
  return {
    content: [say.title, ...lines, `-# ${footer.join(" · ")}`].join("\n"),
    components: [...undoMenu(shown, { state, locale, madeFor }), ...leafing],
  };
}

/** What somebody wanted gone, and what comes again by itself. */
const forGood: ReadonlySet<ChangeName> = new Set(["person-forgotten", "routine-done", "gap-taken-back"]);

function undoMenu(
  changes: readonly MadeChange[],
  { state, locale, madeFor }: Omit<ManagersPage, "page"> & { readonly state: GuildState },
): Row[] {
  const undoable = changes.filter(({ name, writes }) => writes.length > 0 && !forGood.has(name));
  if (undoable.length === 0) return [];
  const options = undoable.map((change) => ({
    label: tidyLine(nameChange(change, state, locale), 100),
    value: change.id,
    description: `${new Date(change.at).toISOString().slice(0, 16).replace("T", " ")} UTC`,
  }));
  const placeholder = phrases[locale].server.history.choose;
  return [{ kind: "select", customId: writeControlId("undo-chosen", [madeFor]), placeholder, options }];
}

/** Tells what a change was, as it stands within a line. */
function showChange(change: MadeChange, state: GuildState, locale: Locale): string {
  return labelChange(change, showSubject(change, state, locale), locale);
}

function labelChange({ name }: MadeChange, about: string, locale: Locale): string {
  const { labelled, server } = phrases[locale];
  const label = server.history.names[name];
  return about === "" ? label : labelled(label, about);
}

/** Tells what a change was about, as it stands within a line. */
export function showSubject(change: MadeChange, state: GuildState, locale: Locale): string {
  const isChannel = kindOf(change) === "scope" && change.subject !== serverScope;
  return isChannel
    ? `<#${change.subject}>`
    : escapeInline(tidyLine(nameSubject(change, state, locale), longestSubject));
}

/** The same as plain text. */
function nameChange(change: MadeChange, state: GuildState, locale: Locale): string {
  return labelChange(change, tidyLine(nameSubject(change, state, locale), longestSubject), locale);
}

function nameSubject(change: MadeChange, state: GuildState, locale: Locale): string {
  const say = phrases[locale].server;
  const { subject, writes } = change;
  switch (kindOf(change)) {
    case "scope":
      return subject === serverScope ? say.scope.server : subject;
    case "settings":
      return settingNames
        .filter((name) => subject.split(", ").includes(name))
        .map((name) => say.settings.names[name])
        .join(" · ");
    // The trail holds no question that may be taken back: it is read where it stands.
    case "gap":
      return state.gap.get(writes.find(({ kind }) => kind === "gap")?.key ?? "")?.question ?? "";
    case "other":
      return subject;
  }
}

/** What a change undid is told by what it wrote. */
function kindOf({ name, subject, writes }: MadeChange): "scope" | "settings" | "gap" | "other" {
  const [kind] = new Set(writes.map((write) => write.kind));
  if (/^gap [\da-f]{8}$/u.test(subject)) return "gap";
  if (name === "scope-set" || (name === "undone" && kind === "scope")) return "scope";
  return name === "settings-set" || (name === "undone" && kind === "settings") ? "settings" : "other";
}
