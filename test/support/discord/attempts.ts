import { commands, controls, menus } from "../../../commands/all.ts";
import { messageMenu, press, slashCommand, submit, typing } from "../../../src/local-discord/interactions.ts";
import type { Where } from "../../../src/local-discord/interactions.ts";
import { ids } from "../../../src/local-discord/world.ts";
import type { LocalAttachment } from "../../../src/local-discord/world.ts";
import type { Said } from "./people.ts";

/** What somebody gives who knows what another server has. */
export interface Knowledge {
  /** By the names of options. */
  readonly given: Readonly<Record<string, string>>;
  /** What has been typed of an option when choices are asked for. */
  readonly begun: readonly string[];
  readonly file: LocalAttachment;
  /** Messages whose components are pressed. */
  readonly said: readonly Said[];
}

interface Declared {
  readonly name: string;
  readonly type?: number | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly { readonly value: string | number }[] | undefined;
  readonly options?: readonly Declared[] | undefined;
}

interface Leaf {
  readonly name: string;
  readonly subcommand?: string;
  readonly options: readonly Declared[];
}

/** Every command there is, or each of its subcommands. */
function leavesOf({ name, options = [] }: Declared, path: readonly string[] = []): Leaf[] {
  const inner = options.filter(({ type = 0 }) => type === 1 || type === 2);
  if (inner.length > 0) return inner.flatMap((each) => leavesOf({ ...each, name }, [...path, each.name]));
  return [{ name, options, ...(path.length > 0 ? { subcommand: path.join(" ") } : {}) }];
}

const byType: Readonly<Record<number, string | number | boolean>> = { 4: 1, 5: true, 7: ids.reading, 8: ids.role };

function valueOf({ name, type = 3, choices }: Declared, given: Knowledge["given"]): string | number | boolean {
  return choices?.[0]?.value ?? byType[type] ?? given[name] ?? given["id"] ?? "";
}

/** An article of their own, which they may well see. */
const adding = { id: "forged", title: "Forged" };

const all = () => commands.flatMap(({ declaration }) => leavesOf(declaration));

/** Every command with what it needs, and with all that it takes. */
export function tryCommands(where: Where, { given, file }: Knowledge): object[] {
  return all().flatMap(({ options, ...leaf }) => {
    const needed = options.filter(({ required }) => required === true);
    const choices = needed.length === options.length ? [options] : [needed, options];
    return choices.map((chosen) => {
      const words = chosen.filter(({ type }) => type !== 11);
      return slashCommand({
        ...where,
        ...leaf,
        options: Object.fromEntries(
          words.map((one) => [one.name, valueOf(one, leaf.subcommand === "add" ? adding : given)]),
        ),
        types: Object.fromEntries(words.map((one) => [one.name, one.type ?? 3])),
        attachments: Object.fromEntries(chosen.filter(({ type }) => type === 11).map(({ name }) => [name, file])),
      });
    });
  });
}

/** Typing every option that gives choices, with and without the others. */
export function tryTyping(where: Where, { given, begun }: Knowledge): object[] {
  return all().flatMap(({ options, ...leaf }) =>
    options
      .filter(({ autocomplete }) => autocomplete === true)
      .flatMap((typed) => {
        const others = options.filter(({ type = 3, name }) => type === 3 && name !== typed.name);
        const whole = Object.fromEntries(others.map((one) => [one.name, valueOf(one, given)]));
        return ["", ...begun].flatMap((value) =>
          [{}, whole].map((rest) => typing({ ...where, ...leaf, options: { ...rest, [typed.name]: value } })),
        );
      }),
  );
}

/** Every menu on every kind of message. */
export function tryMenus(where: Where, { said, given, file }: Knowledge): object[] {
  const own = { author: { id: ids.bot, username: "yuanwen", bot: true } };
  return menus.flatMap(({ declaration: { name } }) => [
    messageMenu({
      ...where,
      name,
      target: { id: "150000000000000001", content: given["quote"] ?? "", attachments: [file] },
    }),
    ...said.slice(0, 4).map(({ id, controls: below, content }) => {
      const components = below.map(({ customId }) => ({ type: 1, components: [{ type: 2, custom_id: customId }] }));
      return messageMenu({ ...where, name, target: { id, content: questionOf(content), components, ...own } });
    }),
  ]);
}

/** One of each, where they differ by more than numbers, or by more than a word alone. */
function byShape(states: readonly string[]): readonly string[] {
  return [...new Map(states.map((state) => [shapeOf(state), state])).values()];
}

function shapeOf(state: string): string {
  return state.replace(/^[\p{L} ]+$/u, "word").replaceAll(/[\da-f]{2,}/gu, "0");
}

/** A message with no more than what its question line says. */
function questionOf(content: string): string {
  return content.split("\n", 1)[0] ?? "";
}

const message = { id: "150000000000000001", content: "" };

function seenIn(said: readonly Said[]) {
  return said.flatMap((below) => below.controls.map((control) => ({ message: below, ...control })));
}

/** Pressing everything as it stood below a message. */
export function tryPresses(where: Where, { said }: Knowledge): object[] {
  return seenIn(said).flatMap((control) => {
    const chosen = control.values.length > 0 ? control.values.map((value) => ({ values: [value] })) : [{}];
    const { id, content } = control.message;
    const below = { id, content: questionOf(content) };
    return chosen.map((each) => press({ ...where, customId: control.customId, message: below, ...each }));
  });
}

/** Pressing and submitting every control there is with what stood in custom ids of others, since anything may stand in one. */
export function tryForged(where: Where, { said, given }: Knowledge): object[] {
  const seen = seenIn(said);
  const states = byShape(seen.map(({ customId }) => customId.split(":").slice(2).join(":")));
  const values = [...new Set(seen.flatMap((control) => control.values))];
  return controls.flatMap(({ name, submit: takesForms }) =>
    [...states, where.user?.id ?? ""].flatMap((state) => {
      const customId = ["1", name, ...(state === "" ? [] : [state])].join(":");
      if (customId.length > 100) return [];
      const formed = takesForms
        ? [submit({ ...where, customId, fields: { ...given, question: "Who forged this?", word: "delete it" } })]
        : [];
      return [
        press({ ...where, customId, message, values: [values[customId.length % values.length] ?? ""] }),
        ...formed,
      ];
    }),
  );
}
