import { vi } from "vitest";
import type { Where } from "../../../src/local-discord/interactions.ts";
import { messageMenu, press, slashCommand, submit, typing } from "../../../src/local-discord/interactions.ts";
import { everyonePermissions, ids } from "../../../src/local-discord/world.ts";
import type { LocalAttachment } from "../../../src/local-discord/world.ts";
import type { ObservedDiscord } from "./observed-discord.ts";

/** What the bot said to somebody, with what can be pressed below it. */
export interface Said {
  readonly id: string;
  readonly content: string;
  readonly flags: number;
  /** One that can be pressed or chosen, with the values of a menu. */
  readonly controls: readonly SaidControl[];
}

export interface SaidControl {
  readonly customId: string;
  readonly label: string;
  readonly values: readonly string[];
}

/** The permissions of everyone with *Manage Server*. */
export const managing = String(BigInt(everyonePermissions) | (1n << 5n));

export interface Person {
  readonly where: Where;
  /** Runs a command, such as `library add`; a work to its end. */
  readonly run: (command: string, options?: Options, file?: GivenFile) => Promise<Said>;
  /** Gives the choices' values. */
  readonly type: (command: string, options: Options) => Promise<readonly string[]>;
  /** Presses the first control of this name, with the first value where it is a menu. */
  readonly press: (said: Said, name: string, values?: readonly string[]) => Promise<Said>;
  readonly submit: (form: Said, fields: Readonly<Record<string, string>>) => Promise<Said>;
  readonly menu: (name: string, said: Said | string, files?: readonly GivenFile[]) => Promise<Said>;
}

type Options = Readonly<Record<string, string | number | boolean>>;

export interface GivenFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Somebody in the local Discord who asks and presses. */
export function person(discord: ObservedDiscord, where: Where): Person {
  const channel = where.channel?.id ?? (where.direct ? ids.direct : ids.channel);
  const attach = ({ name, text }: GivenFile): LocalAttachment =>
    discord.attachments.add(channel, { name, bytes: typeof text === "string" ? new TextEncoder().encode(text) : text });
  const send = (payload: object) => exchange(discord, payload);
  return {
    where,
    run(command, options = {}, file) {
      const [name = "", ...path] = command.split(" ");
      const subcommand = path.length > 0 ? { subcommand: path.join(" ") } : {};
      const attachments = file ? { file: attach(file) } : {};
      return send(slashCommand({ ...where, name, ...subcommand, options, types: typesOf(options), attachments }));
    },
    async type(command, options) {
      const [name = "", ...path] = command.split(" ");
      const subcommand = path.length > 0 ? { subcommand: path.join(" ") } : {};
      const response = await discord.interact(typing({ ...where, name, ...subcommand, options }));
      return Object(response).data.choices.map(({ value }: { value: string }) => value);
    },
    press(said, name, values) {
      const control = findControl(said, name);
      const chosen = control.values.length > 0 ? { values: values ?? control.values.slice(0, 1) } : {};
      return send(press({ ...where, customId: control.customId, message: said, ...chosen }));
    },
    submit(form, fields) {
      const [control] = form.controls;
      return send(submit({ ...where, customId: control?.customId ?? "", fields }));
    },
    menu(name, said, files = []) {
      const own = typeof said === "string" ? { id: discord.newId(), content: said } : said;
      const author = typeof said === "string" ? {} : { author: { id: ids.bot, username: "yuanwen", bot: true } };
      const components = typeof said === "string" ? {} : { components: rowsOf(said) };
      const target = { id: own.id, content: own.content, attachments: files.map(attach), ...author, ...components };
      return send(messageMenu({ ...where, name, target }));
    },
  };
}

/** Discord's types of what is given as an id of something. */
function typesOf(options: Options): Record<string, number> {
  const types: Readonly<Record<string, number>> = { channel: 7, role: 8, "gap-channel": 7, quotes: 4, cooldown: 4 };
  return Object.fromEntries(Object.keys(options).flatMap((name) => (types[name] ? [[name, types[name]]] : [])));
}

export function findControl({ content, controls }: Said, name: string): SaidControl {
  const found = controls.find(({ customId }) => customId.split(":")[1] === name);
  if (found) return found;
  throw new Error(`no "${name}" among ${controls.map(({ customId }) => customId).join(" ")} below: ${content}`);
}

/** Sends an interaction and waits for the end of what it began. */
async function exchange(discord: ObservedDiscord, payload: object): Promise<Said> {
  const { sent, response } = await discord.exchange(payload);
  const { type, data } = Object(response);
  const made = discord.channels.everything().findLast((message) => message.interaction_metadata?.id === sent.id);
  const id = made?.id ?? sent.message?.id ?? sent.id;
  if (type === 9) return saidOf({ ...data, content: data.title, flags: 64 }, id);
  if (type !== 4 && type !== 7) throw new Error(`no message but ${JSON.stringify(response)}`);
  const first = saidOf(data, id);
  const edits = () =>
    discord
      .requestsTo("PATCH", "/webhooks/:application/:token/messages/@original")
      .filter(({ path }) => path.includes(sent.token))
      .map((request) => saidOf(Object(request.body), id));
  if (!isAtWork(first)) return first;
  await vi.waitUntil(() => edits().some((edit) => !isAtWork(edit)), { interval: 5 });
  return { ...(edits().at(-1) ?? first), flags: first.flags };
}

/** Works have a button that calls them off, or say that they are at it. */
function isAtWork({ controls, content }: Said): boolean {
  return controls.some(({ customId }) => customId.startsWith("1:stop:")) || /(?:…|……)$/u.test(content);
}

interface Sent {
  readonly content?: string;
  readonly flags?: number;
  readonly custom_id?: string;
  readonly components?: readonly object[];
}

function saidOf({ content = "", flags = 0, custom_id: form, components = [] }: Sent, id: string): Said {
  const inRows = components.flatMap((row) => Object(row).components ?? []);
  const controls = inRows.flatMap((each: Record<string, unknown>): SaidControl[] => {
    const { custom_id: customId, label = "", options = [], disabled } = Object(each);
    if (typeof customId !== "string" || disabled === true) return [];
    return [{ customId, label, values: options.map(({ value }: { value: string }) => value) }];
  });
  const whole = form === undefined ? controls : [{ customId: form, label: content, values: [] }, ...controls];
  return { id, content, flags, controls: whole };
}

function rowsOf({ controls }: Said): object[] {
  return controls.map(({ customId }) => ({ type: 1, components: [{ type: 2, custom_id: customId }] }));
}
