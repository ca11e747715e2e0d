import type { ImportRefusal } from "../../community/archive/plan-import.ts";
import type { RenameRefusal } from "../../community/rename.ts";
import type { RollbackRefusal } from "../../community/rollback.ts";
import type { BringRefusal } from "./plan-bring.ts";

/** Says why a file was not put into use, and what to do. */
export function explainBringing(refusal: BringRefusal): string {
  const { article } = refusal;
  switch (refusal.kind) {
    case "taken":
      return explainTaken(article, new Set());
    case "no-such-article":
    case "gone":
      return noSuchArticle(article);
    case "same-text":
      return `"${article}" has just this text already; nothing was changed.`;
    case "too-many-articles":
      return `The server has ${refusal.most} articles, which is the most it may have: remove one first.`;
    case "too-many-drafts":
      return `${refusal.most} files wait to be published in the server, which is the most: publish or cancel one first.`;
    case "too-many-bytes":
      return `The server keeps ${megabytes(refusal.kept)} of files; with this one it would be more than ${megabytes(refusal.most)}: remove an article first.`;
    case "unknown":
    case "expired":
    case "changed":
      return `"${article}" was changed by somebody else meanwhile; please try again.`;
  }
}

/** Why an article can have no such id. */
export function explainTaken(id: string, sharedIds: ReadonlySet<string>): string {
  return sharedIds.has(id)
    ? `"${id}" is an article of everybody's: name another id with --id.`
    : `The server has an article "${id}": name another id with --id, or "replace" it.`;
}

export function noSuchArticle(article: string): string {
  return `The server has no article "${article}"; "list" shows those that it has.`;
}

export function explainRollback(refusal: RollbackRefusal, article: string): string {
  switch (refusal) {
    case "no-such-article":
      return noSuchArticle(article);
    case "no-such-version":
      return `"${article}" has no such version; "show ${article}" lists those that it has.`;
    case "no-earlier-version":
      return `"${article}" has no version before the one in use.`;
    case "in-use":
      return `That version of "${article}" is the one in use.`;
  }
}

export function explainRename(refusal: RenameRefusal, article: string): string {
  switch (refusal) {
    case "no-such-article":
      return noSuchArticle(article);
    case "taken":
      return "Another article has that id already.";
    case "nothing-to-change":
      return `"${article}" has that id and title already.`;
  }
}

/** So many names say what kind of thing is in the way. */
const MOST_NAMES = 8;

export function explainImport(refusal: ImportRefusal): string {
  switch (refusal.kind) {
    case "conflicts": {
      const names = refusal.names.slice(0, MOST_NAMES);
      const more = refusal.names.length > names.length ? ` and ${refusal.names.length - names.length} more` : "";
      return `The server has these already, and other than in the file: ${names.join(", ")}${more}. --overwrite takes what the file has; nothing was changed.`;
    }
    case "taken":
      return `Everybody's articles have these ids: ${refusal.ids.join(", ")}. Nothing was changed.`;
    case "too-much":
      return `With it the server would have ${refusal.count} ${refusal.what}, and ${refusal.most} is as many as it may. Nothing was changed.`;
    case "nothing-new":
      return "The server has all of it already; nothing was changed.";
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
