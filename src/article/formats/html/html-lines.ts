import { columns } from "../../../text/width.ts";
import type { ParagraphKind } from "../../article.ts";
import type { TextBuilder } from "../text-builder.ts";
import { isBold, isMetadata, namesMetadata } from "./html-kinds.ts";
import { type Collected, createCollected } from "./html-text-of.ts";
import type { HtmlElement } from "./html-tree.ts";
import { tidyLines } from "./tidy-text.ts";

/** Gathers text until a block ends, and knows what kind of paragraph it makes. */
export interface Lines {
  readonly collected: Collected;
  text(text: string): void;
  enterBlock(element: HtmlElement): void;
  leaveBlock(element: HtmlElement): void;
  enterInline(element: HtmlElement): void;
  leaveInline(element: HtmlElement): void;
  /** What stands before the next paragraph: a list's number. */
  mark(mark: string): void;
  /** Writes what was gathered. */
  flush(): void;
  /** Something follows that is no heading: a bold line above it is one. */
  settle(): void;
  /** A heading or the end follows. */
  end(): void;
}

export function createLines(builder: TextBuilder, hasHeadings: boolean): Lines {
  const collected = createCollected();
  const within = createWithin();
  const writer = createParagraphWriter(builder, hasHeadings);

  function flush(): void {
    const text = collected.take();
    if (text === "") return;
    const facts = within.facts();
    for (const paragraph of paragraphsOf(text)) writer.write(paragraph, facts);
  }
  return {
    collected,
    text(text) {
      collected.add(text);
      within.count(text.trim().length);
    },
    enterBlock: (element) => within.change(element, 1),
    leaveBlock(element) {
      within.change(element, -1);
      if (element.name === "li") writer.mark("");
      if (element.name === "dl") writer.settle();
    },
    enterInline: (element) => within.change(element, 1),
    leaveInline: (element) => within.change(element, -1),
    mark: (mark) => writer.mark(mark),
    flush,
    settle: () => writer.settle(),
    end: () => writer.end(),
  };
}

interface Facts {
  readonly kind: ParagraphKind;
  readonly isTerm: boolean;
  /** All of the text is. */
  readonly isBold: boolean;
  readonly isFact: boolean;
}

/** Counts what the text that is gathered stands in. */
function createWithin() {
  const kinds: ParagraphKind[] = [];
  let [terms, bold, fact] = [0, 0, 0];
  let [all, allBold, allFact] = [0, 0, 0];
  return {
    change(element: HtmlElement, by: 1 | -1): void {
      const kind = KINDS.get(element.name);
      if (kind && by === 1) kinds.push(kind);
      if (kind && by === -1) kinds.pop();
      if (element.name === "dt") terms += by;
      if (isBold(element)) bold += by;
      if (namesMetadata(element)) fact += by;
    },
    count(length: number): void {
      all += length;
      if (bold > 0) allBold += length;
      if (fact > 0) allFact += length;
    },
    facts(): Facts {
      const facts = {
        kind: kinds.at(-1) ?? "prose",
        isTerm: terms > 0,
        isBold: allBold === all,
        isFact: allFact === all,
      };
      [all, allBold, allFact] = [0, 0, 0];
      return facts;
    },
  };
}

const KINDS: ReadonlyMap<string, ParagraphKind> = new Map([
  ["blockquote", "block-quote"],
  ["dd", "list-item"],
  ["li", "list-item"],
]);

/** In columns: what may be a heading by being bold alone, a term that is written above what it means, a line of verse. */
const [WIDEST_BOLD, WIDEST_TERM, WIDEST_VERSE] = [60, 60, 70];
const ENDS_SENTENCE = /[。！？；，、.!?;,:：][”"』」’']?$/u;

function createParagraphWriter(builder: TextBuilder, hasHeadings: boolean) {
  let [mark, term, heldBold] = ["", "", ""];

  function settle(): void {
    builder.heading(2, heldBold);
    builder.paragraph("prose", term);
    [term, heldBold] = ["", ""];
  }
  function end(): void {
    builder.paragraph("prose", heldBold);
    heldBold = "";
    settle();
  }
  return {
    settle,
    end,
    mark(text: string): void {
      mark = text;
    },
    write(text: string, { kind, isTerm, isBold: isAllBold, isFact }: Facts): void {
      if (isFact && isMetadata(text)) {
        builder.leaveOut("metadata", text);
        return;
      }
      const mayHead = !hasHeadings && isAllBold && kind === "prose" && isShortLine(text, WIDEST_BOLD);
      if (mayHead) {
        end();
        heldBold = text;
        return;
      }
      if (isTerm || heldBold !== "") settle();
      if (isTerm && isShortLine(text, WIDEST_TERM)) {
        term = text;
        return;
      }
      builder.paragraph(
        kind === "prose" && isVerse(text) ? "verse" : kind,
        term === "" ? text : `${term}\n${text}`,
        mark,
      );
      [mark, term] = ["", ""];
    },
  };
}

function isShortLine(text: string, widest: number): boolean {
  return text.length <= widest && !text.includes("\n") && columns(text) <= widest && !ENDS_SENTENCE.test(text);
}

/** Lines that are broken by hand before their sentences end: poems, addresses, programmes. */
function isVerse(text: string): boolean {
  const lines = text.split("\n");
  if (lines.length < 3 || lines.some((line) => line.length > WIDEST_VERSE || columns(line) > WIDEST_VERSE))
    return false;
  return lines.filter((line) => /[。！？.!?]["”』」]?$/u.test(line)).length * 2 <= lines.length;
}

/** Parts the lines at empty ones, as `<br><br>` is meant. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  for (const line of [...tidyLines(text), ""]) {
    if (line !== "") open.push(line);
    else if (open.length > 0) {
      paragraphs.push(open.join("\n"));
      open = [];
    }
  }
  return paragraphs;
}
