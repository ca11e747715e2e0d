/** A piece of what a reader sees. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  /** Something that shows no words, such as an emoji. */
  | { readonly kind: "gap" }
  /** Somebody's or something's name, empty where it is not known; a channel is never spoken to. */
  | { readonly kind: "mention"; readonly name: string; readonly isPlace?: boolean | undefined };

const SET_OFF_BEFORE = /[,，、]\s*$/u;
const SET_OFF_BEHIND = /^\s*[,，、]/u;
const NOTHING_BEHIND = /^\s*(?:[.!?。！？]|$)/u;
const WORD = /[\p{L}\p{N}]/u;
const CLOSE_MARK = /^\s*[.,;:!?。，、；：！？]/u;
const LOOSE_END = /(?<![\s,，、])[\s,，、]+$/u;

/**
 * Joins the pieces.
 *
 * Whoever is spoken to is no part of what is said: in front of all words, behind a greeting, or at the end and set off by a comma.
 */
export function joinPieces(given: readonly Piece[]): string {
  const pieces = mergeTexts(given);
  let [joined, isGap] = ["", false];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "text") {
      joined = isGap ? joinOverGap(joined, piece.text) : joined + piece.text;
      isGap = false;
    } else if (piece.kind === "mention" && isSaid(piece, joined, pieces[index + 1])) {
      joined += piece.name;
    } else isGap = true;
  }
  return (isGap ? joined.replace(LOOSE_END, "") : joined).trim();
}

function isSaid(
  { name, isPlace = false }: Extract<Piece, { readonly kind: "mention" }>,
  before: string,
  next: Piece | undefined,
): boolean {
  return name !== "" && (isPlace || !isSpokenTo(before, next));
}

/** What stands before whoever is spoken to first. */
const GREETING =
  /^\s*(?:hi|hey|hello|yo|ok|okay|please|thanks|dear|你好|您好|嗨|嘿|哈喽|哈囉|请问|請問|谢谢|謝謝)\s*$/iu;

/** What is long is looked at near its end alone. */
function isSpokenTo(before: string, next: Piece | undefined): boolean {
  if (!WORD.test(before)) return true;
  const behind = next === undefined ? "" : next.kind === "text" ? next.text.slice(0, 100) : undefined;
  if (before.length < 20 && GREETING.test(before) && behind !== undefined && SET_OFF_BEHIND.test(behind)) return true;
  return SET_OFF_BEFORE.test(before.slice(-100)) && (behind === undefined || NOTHING_BEHIND.test(behind));
}

/** What set something off is left out with it, and a mark stands close. */
function joinOverGap(before: string, behind: string): string {
  if (!WORD.test(before)) return before.trimEnd() + behind.replace(/^[\s,，、:：]+/u, "");
  if (CLOSE_MARK.test(behind)) return before.replace(LOOSE_END, "") + behind.trimStart();
  return before + (/\s$/u.test(before) ? behind.replace(/^[ \t]+/u, "") : behind);
}

function mergeTexts(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = [];
  let run: string[] = [];
  const end = () => {
    const text = run.join("");
    run = [];
    if (text !== "") merged.push({ kind: "text", text });
  };
  for (const piece of pieces) {
    if (piece.kind === "text") run.push(piece.text);
    else {
      end();
      merged.push(piece);
    }
  }
  end();
  return merged;
}
