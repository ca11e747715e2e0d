import { articleEndings, endingOf, refusedEndings } from "../../../article/formats/endings.ts";
import { fetchShelf, postArticle, postInUse, ServerProblem } from "../server.ts";
import type { FilesState } from "../state.ts";
import { openSource } from "../state.ts";
import type { Store } from "../store.ts";
import { filesWords } from "../words/files.ts";
import type { Preview } from "../../wire.ts";

/** What was dropped or chosen, before it is looked at. */
export interface GivenFile {
  readonly name: string;
  readonly isFolder: boolean;
  readonly file: File | undefined;
}

/**
 * Gives files to the bot, one after the other; it answers from all that could be read.
 *
 * Files that could not are listed in the state with what was wrong, and nothing else changes. Those that are given up
 * are not listed.
 */
export async function openFiles(store: Store, given: readonly GivenFile[]): Promise<void> {
  if (given.length === 0 || store.state.source.files.opening) return;
  changeFiles(store, { refused: [], isDragged: false });
  const previews: Preview[] = [];
  const leaving = new AbortController();
  const cancel = (): void => leaving.abort();
  for (const [index, { name, isFolder, file }] of given.entries()) {
    changeFiles(store, { opening: { name, place: index + 1, count: given.length, cancel } });
    const problem = problemOf({ name, isFolder }, store);
    const outcome = problem === undefined && file ? await giveFile(file, leaving.signal) : { problem: problem ?? "" };
    if (!outcome) break;
    if ("preview" in outcome) previews.push(outcome.preview);
    else changeFiles(store, { refused: [...store.state.source.files.refused, { name, problem: outcome.problem }] });
  }
  await showOpened(store, previews);
  changeFiles(store, { opening: undefined });
}

function problemOf({ name, isFolder }: Omit<GivenFile, "file">, store: Store): string | undefined {
  const say = filesWords[store.state.locale];
  if (isFolder) return say.folder;
  return mayBeRead(name) ? undefined : say.notText;
}

/** What the server reads, or knows enough of to say what to do. */
function mayBeRead(name: string): boolean {
  const ending = endingOf(name);
  return articleEndings.includes(ending) || refusedEndings.has(ending);
}

/** Shows how far a file is read, while it is. */
export function showReading(
  store: Store,
  { name, done, of }: { readonly name: string; readonly done: number; readonly of: number },
): void {
  const { opening } = store.state.source.files;
  if (opening?.name === name) changeFiles(store, { opening: { ...opening, share: done / of } });
}

type Outcome = { readonly preview: Preview } | { readonly problem: string };

/** Gives one file; nothing comes of one that is given up. */
async function giveFile(file: File, signal: AbortSignal): Promise<Outcome | undefined> {
  try {
    const preview = await postArticle(file, signal);
    return preview && { preview };
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    // The list of refused files names it already.
    const name = `${file.name}: `;
    return { problem: error.message.startsWith(name) ? error.message.slice(name.length) : error.message };
  }
}

/** Opens the last of the articles; of several, the bot answers from all. */
async function showOpened(store: Store, previews: readonly Preview[]): Promise<void> {
  const last = previews.at(-1);
  if (!last) return;
  const ids = [...new Set(previews.map(({ id }) => id))];
  try {
    if (ids.length > 1) await postInUse({ ids });
    store.update(await fetchShelf());
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    store.update({ problem: error.message });
  }
  const { files } = store.state.source;
  store.update({ source: { ...openSource(last.id), files }, preview: last, isSourceOpen: true });
}

export function changeFiles(store: Store, part: Partial<FilesState>): void {
  const { source } = store.state;
  store.update({ source: { ...source, files: { ...source.files, ...part } } });
}
