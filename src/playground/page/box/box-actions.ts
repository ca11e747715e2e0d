import { attempt, interact, mayHere, say, whereIs } from "../act.ts";
import { askBot } from "./autocomplete.ts";
import { focusDraft, showOffer } from "./box-focus.ts";
import type { BoxKey } from "./box-keys.ts";
import { completionOf, moveIn, type Offer } from "./completion.ts";
import { composeCommand } from "./compose-command.ts";
import * as drafts from "./draft.ts";
import { isMessageTooLong, withMentions } from "./mentions.ts";
import { wrongOptions } from "./option-values.ts";
import { usableCommands } from "./page-commands.ts";
import { postAttachment } from "../server.ts";
import type { CommandDraft, Draft, TextDraft } from "../state.ts";
import type { Store } from "../store.ts";
import type { RegisteredCommand } from "../../wire.ts";

/** So many sent drafts can be brought back. */
const draftsKept = 50;

/** Takes over a draft, with the focus where it goes on, and asks the bot for its next option. */
export function goOn(store: Store, draft: Draft): void {
  store.update({ draft });
  focusDraft(draft);
  askBot(store);
}

/** Takes over what is typed; the focus moves only where another field begins. */
export function type(store: Store, draft: Draft, isComposing = false): void {
  const { draft: former } = store.state;
  if (draft.kind !== former.kind || fieldOf(draft) !== fieldOf(former)) return goOn(store, draft);
  store.update({ draft });
  if (!isComposing) askBot(store);
}

function fieldOf(draft: Draft): string | undefined {
  return draft.kind === "command" ? draft.focused : undefined;
}

/** Takes over that the focus went into a command's field by itself. */
export function enter(store: Store, focused: string | undefined): void {
  const { draft } = store.state;
  if (draft.kind !== "command" || draft.focused === focused) return;
  store.update({ draft: drafts.focusOption(draft, focused) });
  askBot(store);
}

/** Shows the list again after it was closed. */
export function reopen(store: Store): void {
  const { draft } = store.state;
  if (!draft.isDismissed) return;
  store.update({ draft: { ...draft, isDismissed: undefined } });
  askBot(store);
}

/** Takes an optional option away. */
export function removeOption(store: Store, name: string): void {
  const { draft, locale } = store.state;
  if (draft.kind === "command") goOn(store, drafts.stepBack({ ...draft, focused: name }, locale));
}

/** Takes an entry of the list. */
export function choose(store: Store, offer: Offer): void {
  const { draft } = store.state;
  switch (offer.kind) {
    case "command":
      return goOn(store, drafts.beginCommand(offer.command));
    case "mention":
      return draft.kind === "text" ? goOn(store, drafts.insertMention(draft, offer.user.username)) : undefined;
    case "option":
      return draft.kind === "command" ? goOn(store, drafts.addOption(draft, offer.option)) : undefined;
    case "choice": {
      const choice = { shown: offer.label, value: offer.value };
      return draft.kind === "command" ? goOn(store, drafts.takeChoice(draft, choice)) : undefined;
    }
  }
}

/** The commands that the reader may use where they are. */
export function commandsHere({ state }: Store): readonly RegisteredCommand[] {
  return usableCommands(state.commands, mayHere(state));
}

/** Gives an option a file, which is uploaded at once. */
export async function giveFile(store: Store, name: string, file: File): Promise<void> {
  const uploaded = await attempt(store, () => postAttachment(file));
  const { draft } = store.state;
  if (!uploaded || draft.kind !== "command") return;
  const taken = { shown: uploaded.filename, value: uploaded.id, file: uploaded };
  const given = drafts.takeChoice({ ...draft, focused: name }, taken);
  // What is left is to be sent, or to be added to.
  goOn(store, given.focused === name ? drafts.focusOption(given, undefined) : given);
}

/** Uploads a file for the next message. */
export async function attach(store: Store, file: File): Promise<void> {
  const uploaded = await attempt(store, () => postAttachment(file));
  if (uploaded) store.update({ attached: [...store.state.attached, uploaded] });
  focusDraft(store.state.draft);
}

export function detach(store: Store, id: string): void {
  store.update({ attached: store.state.attached.filter((each) => each.id !== id) });
  focusDraft(store.state.draft);
}

/** Takes an option's file away again, or steps back where it has none. */
export function removeFile(store: Store, name: string): void {
  const { draft, locale } = store.state;
  if (draft.kind !== "command") return;
  const { [name]: given, ...values } = draft.values;
  const empty = { ...draft, values: { ...values, [name]: { shown: "" } }, focused: name };
  goOn(store, given?.file ? empty : drafts.stepBack({ ...draft, focused: name }, locale));
}

/** Does what a key is for. */
export function pressKey(store: Store, key: BoxKey): void {
  const { draft, sentDrafts, locale } = store.state;
  switch (key) {
    case "choose":
      return chooseActive(store);
    case "next":
      return move(store, 1);
    case "previous":
      return move(store, -1);
    case "close":
      return store.update({ draft: { ...draft, isDismissed: true } });
    case "open":
      return reopen(store);
    case "send":
      return void send(store);
    case "step-back":
      return draft.kind === "command" ? goOn(store, drafts.stepBack(draft, locale)) : undefined;
    case "older":
      return goOn(store, drafts.recall(draft, sentDrafts, -1));
    case "newer":
      return goOn(store, drafts.recall(draft, sentDrafts, 1));
    case "stop-replying":
      return store.update({ replyTo: undefined });
    case "nothing":
  }
}

/** Lets what was sent be brought back; the same twice in a row counts once. */
export function remember(store: Store, draft: Draft): void {
  const { sentDrafts } = store.state;
  const sent = drafts.sentDraft(draft);
  const others = drafts.isSameDraft(sent, sentDrafts.at(-1)) ? sentDrafts.slice(0, -1) : sentDrafts;
  store.update({ sentDrafts: [...others, sent].slice(-draftsKept) });
}

/** Closes the list once the focus is somewhere else; what the bot would still answer is dropped. */
export function leave(store: Store): void {
  const { draft } = store.state;
  if (!draft.isDismissed) store.update({ draft: { ...draft, isDismissed: true } });
}

/** Sends what stands in the box, or says what is missing. */
export async function send(store: Store): Promise<void> {
  const { draft } = store.state;
  return draft.kind === "text" ? sendText(store, draft) : sendCommand(store, draft);
}

async function sendText(store: Store, draft: TextDraft): Promise<void> {
  const command = drafts.readCommand(draft.text, commandsHere(store));
  if (command) return sendCommand(store, command);
  const content = withMentions(draft.text.trim(), store.state.bot);
  if (content === "" && store.state.attached.length === 0) return;
  if (isMessageTooLong(content)) return store.update({ draft: { ...draft, isChecked: true } });
  const { channelId } = store.state;
  keep(store, draft);
  if (!(await say(store, content))) giveBack(store, draft, channelId);
}

async function sendCommand(store: Store, written: CommandDraft): Promise<void> {
  const draft = drafts.takeRest(written);
  const [wrong] = wrongOptions(draft);
  if (wrong) return goOn(store, { ...drafts.focusOption(draft, wrong.option.name), isChecked: true });
  if (draft.rest.trim() !== "") return goOn(store, { ...drafts.focusOption(draft, undefined), isChecked: true });
  const { channelId } = store.state;
  keep(store, draft);
  // Commands reply to nothing.
  store.update({ replyTo: undefined });
  if (!(await interact(store, composeCommand(draft, whereIs(store.state))))) giveBack(store, draft, channelId);
}

/** Empties the box and remembers what stood in it. */
function keep(store: Store, draft: Draft): void {
  remember(store, draft);
  goOn(store, drafts.emptyDraft);
}

/** Puts back what could not be sent, unless something else stands there by now. */
function giveBack(store: Store, draft: Draft, channelId: string): void {
  const isEmpty = drafts.isSameDraft(store.state.draft, drafts.emptyDraft);
  if (isEmpty && store.state.channelId === channelId) goOn(store, { ...draft, isDismissed: true });
}

function chooseActive(store: Store): void {
  const list = completionOf(store.state);
  const offer = list?.offers[list.active];
  if (offer) choose(store, offer);
}

function move(store: Store, by: 1 | -1): void {
  const list = completionOf(store.state);
  if (!list) return;
  const active = moveIn(list, by);
  store.update({ draft: { ...store.state.draft, active } });
  showOffer(active);
}
