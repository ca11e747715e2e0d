import { changeFiles, type GivenFile, openFiles } from "./open-files.ts";
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
    if (!isBusy(store)) void openFiles(store, readDropped(event));
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && isDragged()) changeFiles(store, { isDragged: false });
  });
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
