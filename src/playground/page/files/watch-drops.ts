import { changeFiles, type GivenFile, openFiles } from "./open-files.ts";
import { giveFile } from "../box/box-actions.ts";
import { shownOptions } from "../box/draft.ts";
import type { Draft } from "../state.ts";
import type { Store } from "../store.ts";

/** Takes files that are dropped anywhere on the page; a file must never replace the page itself. */
export function watchDrops(store: Store): void {
  const isDragged = () => store.state.source.files.isDragged;
  document.addEventListener("dragenter", (event) => {
    if (holdsFiles(event) && !isDragged() && !isBusy(store)) changeFiles(store, { isDragged: true });
  });
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isBusy(store) ? "none" : "copy";
  });
  // There is no element beyond the page that is gone into.
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!relatedTarget && isDragged()) changeFiles(store, { isDragged: false });
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    changeFiles(store, { isDragged: false });
    if (!isBusy(store)) take(store, readDropped(event));
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && isDragged()) changeFiles(store, { isDragged: false });
  });
}

/** A command that wants a file gets it; otherwise the bot answers from it. */
function take(store: Store, given: readonly GivenFile[]): void {
  const wanted = wantedFile(store.state.draft);
  const file = given.find(({ isFolder }) => !isFolder)?.file;
  if (wanted === undefined || !file) void openFiles(store, given);
  else void giveFile(store, wanted, file);
}

/** The option that a dropped file is for: the one that the focus is on, else the first that has none. */
export function wantedFile(draft: Draft): string | undefined {
  if (draft.kind === "text") return undefined;
  const files = shownOptions(draft).filter(({ kind }) => kind === "file");
  const empty = files.find(({ name }) => draft.values[name]?.file === undefined);
  return (files.find(({ name }) => name === draft.focused) ?? empty)?.name;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** While files are read or looked at, and behind dialogs, no others are taken. */
function isBusy({ state }: Store): boolean {
  return state.source.files.opening !== undefined || state.preview !== undefined || state.modal !== undefined;
}

function readDropped({ dataTransfer }: DragEvent): GivenFile[] {
  return [...(dataTransfer?.items ?? [])]
    .filter(({ kind }) => kind === "file")
    .map((item) => {
      const entry = item.webkitGetAsEntry();
      const file = item.getAsFile() ?? undefined;
      return { name: entry?.name ?? file?.name ?? "", isFolder: entry?.isDirectory ?? false, file };
    });
}

/** Files that were chosen in the browser's own dialog. */
export function readChosen(files: FileList | null): GivenFile[] {
  return [...(files ?? [])].map((file) => ({ name: file.name, isFolder: false, file }));
}
