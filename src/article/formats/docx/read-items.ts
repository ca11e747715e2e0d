import { Parser } from "htmlparser2";
import { raised } from "../html/tidy-text.ts";
import { XmlError } from "../xml-tree.ts";

export interface DocxParagraph {
  readonly kind: "paragraph";
  /** As it stands, with line breaks. */
  readonly text: string;
  readonly style: string | undefined;
  readonly numberId: string | undefined;
  readonly level: number | undefined;
  readonly outlineLevel: string | undefined;
  readonly isBold: boolean;
  readonly isCentred: boolean;
  /** Within a table of contents that a word processor keeps. */
  readonly isContents: boolean;
  /** The notes that it refers to: `footnote 3`. */
  readonly notes: readonly string[];
  /** What stands in text boxes that hang on it. */
  readonly boxes: readonly DocxItem[];
}

export interface DocxCell {
  readonly items: readonly DocxItem[];
  readonly span: number;
  /** Goes on with the cell above. */
  readonly isMerged: boolean;
}

export interface DocxRow {
  readonly cells: readonly DocxCell[];
  readonly isHeader: boolean;
}

export interface DocxTable {
  readonly kind: "table";
  readonly rows: readonly DocxRow[];
}

export type DocxItem = DocxParagraph | DocxTable;

type Open<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

type OpenParagraph = Open<DocxParagraph> & { letters: number; boldLetters: number; isJoined: boolean };
type OpenRow = { cells: DocxCell[]; isHeader: boolean };
type Holder =
  | OpenParagraph
  | { readonly kind: "table"; readonly rows: OpenRow[] }
  | { readonly kind: "cell"; readonly items: DocxItem[]; span: number; isMerged: boolean };

const DEEPEST = 400;

/** What is deleted, moved away or was so before, what an older program would show instead, and how ideographs are spoken. */
const SKIPPED: ReadonlySet<string> = new Set(
  "moveFrom Fallback rt instrText delText pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange".split(
    " ",
  ),
);

/**
 * Reads paragraphs and tables of a word processor's document, one after the other and without keeping the markup.
 *
 * @param receive gets each item that stands in no other one, with the id of the note where notes are read.
 * @throws XmlError where the markup declares entities or nests absurdly deep.
 */
export function readItems(source: string, receive: (item: DocxItem, note: string) => void): void {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(source))
    throw new XmlError("declares entities of its own, which are never expanded");
  const state = newState(receive);
  const { path } = state;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        path.push(name.slice(name.indexOf(":") + 1));
        if (path.length > DEEPEST) throw new XmlError(`nests its elements more than ${DEEPEST} deep`);
        if (state.skippedFrom === 0) open(state, attributes);
      },
      onclosetag() {
        if (state.skippedFrom === 0) close(state);
        else if (state.skippedFrom === path.length) state.skippedFrom = 0;
        path.pop();
      },
      ontext(text) {
        if (state.skippedFrom === 0 && path.at(-1) === "t") write(state, text);
      },
    },
    { xmlMode: true },
  );
  parser.write(source);
  parser.end();
}

interface State {
  readonly receive: (item: DocxItem, note: string) => void;
  /** The names of the open elements, without prefixes. */
  readonly path: string[];
  readonly holders: Holder[];
  /** How deep the outermost skipped element is; 0 where none is open. */
  skippedFrom: number;
  /** The same of a table of contents, and whether one is to be opened. */
  contentsFrom: number;
  isContentsNext: boolean;
  note: string;
  /** The text of a paragraph whose end is deleted. */
  joined: string;
  run: { isBold: boolean; isHidden: boolean; isRaised: boolean };
}

function newState(receive: State["receive"]): State {
  const run = { isBold: false, isHidden: false, isRaised: false };
  const flags = { skippedFrom: 0, contentsFrom: 0, isContentsNext: false, note: "", joined: "" };
  return { receive, path: [], holders: [], run, ...flags };
}

type Attributes = Readonly<Record<string, string>>;

function open(state: State, attributes: Attributes): void {
  const { path } = state;
  const name = path.at(-1) ?? "";
  const parent = path.at(-2) ?? "";
  const isDeleted = name === "del" && parent !== "rPr";
  const isSeparator = /^(?:foot|end)note$/u.test(name) && (attributes["w:type"] ?? "normal") !== "normal";
  if (isDeleted || isSeparator || SKIPPED.has(name)) {
    state.skippedFrom = path.length;
    return;
  }
  const top = state.holders.at(-1);
  if (parent === "rPr" || parent === "pPr" || parent === "numPr") {
    if (top?.kind === "paragraph") readProperty({ state, top, name, parent }, attributes["w:val"]);
    return;
  }
  OPENING.get(name)?.(state, attributes);
}

const OPENING: ReadonlyMap<string, (state: State, attributes: Attributes) => void> = new Map([
  ["p", (state) => void state.holders.push(newParagraph(state))],
  [
    "r",
    (state) => {
      state.run = { isBold: false, isHidden: false, isRaised: false };
    },
  ],
  ["tab", (state) => state.path.at(-2) === "r" && write(state, "\t")],
  ["cr", (state) => write(state, "\n")],
  ["noBreakHyphen", (state) => write(state, "-")],
  [
    "br",
    (state, { "w:type": type }) => {
      if (type === undefined || type === "textWrapping") write(state, "\n");
    },
  ],
  ["tbl", (state) => void state.holders.push({ kind: "table", rows: [] })],
  [
    "tr",
    ({ holders }) => {
      const top = holders.at(-1);
      if (top?.kind === "table") top.rows.push({ cells: [], isHeader: false });
    },
  ],
  [
    "tblHeader",
    ({ holders }, { "w:val": value }) => {
      const top = holders.at(-1);
      const row = top?.kind === "table" ? top.rows.at(-1) : undefined;
      if (row) row.isHeader = isOn(value);
    },
  ],
  ["tc", (state) => void state.holders.push({ kind: "cell", items: [], span: 1, isMerged: false })],
  [
    "gridSpan",
    ({ holders }, { "w:val": value }) => {
      const top = holders.at(-1);
      if (top?.kind === "cell" && /^\d{1,2}$/u.test(value ?? "")) top.span = Math.max(1, Number(value));
    },
  ],
  [
    "vMerge",
    ({ holders }, { "w:val": value }) => {
      const top = holders.at(-1);
      if (top?.kind === "cell") top.isMerged = value !== "restart";
    },
  ],
  ["footnoteReference", (state, attributes) => note(state, `footnote ${attributes["w:id"] ?? ""}`)],
  ["endnoteReference", (state, attributes) => note(state, `endnote ${attributes["w:id"] ?? ""}`)],
  [
    "footnote",
    (state, attributes) => {
      state.note = `footnote ${attributes["w:id"] ?? ""}`;
    },
  ],
  [
    "endnote",
    (state, attributes) => {
      state.note = `endnote ${attributes["w:id"] ?? ""}`;
    },
  ],
  [
    "docPartGallery",
    (state, { "w:val": value = "" }) => {
      state.isContentsNext = /table of contents/iu.test(value);
    },
  ],
  [
    "sdtContent",
    (state) => {
      if (state.isContentsNext && state.contentsFrom === 0) state.contentsFrom = state.path.length;
      state.isContentsNext = false;
    },
  ],
]);

function newParagraph(state: State): OpenParagraph {
  const text = state.joined;
  state.joined = "";
  return {
    kind: "paragraph",
    text,
    style: undefined,
    numberId: undefined,
    level: undefined,
    outlineLevel: undefined,
    isBold: false,
    isCentred: false,
    isContents: state.contentsFrom > 0,
    notes: [],
    boxes: [],
    letters: text.length,
    boldLetters: 0,
    isJoined: false,
  };
}

interface Property {
  readonly state: State;
  readonly top: OpenParagraph;
  readonly name: string;
  readonly parent: string;
}

function readProperty({ state, top, name, parent }: Property, value: string | undefined): void {
  const { path, run } = state;
  if (parent === "rPr") {
    const isOfRun = path.at(-3) === "r";
    if (name === "del" && !isOfRun) top.isJoined = true;
    if (!isOfRun) return;
    if (name === "b") run.isBold = isOn(value);
    if (name === "vanish" || name === "strike" || name === "dstrike") run.isHidden ||= isOn(value);
    if (name === "vertAlign") run.isRaised = value === "superscript";
    return;
  }
  if (name === "pStyle") top.style = value;
  if (name === "numId") top.numberId = value;
  if (name === "ilvl" && /^\d$/u.test(value ?? "")) top.level = Number(value);
  if (name === "jc") top.isCentred = value === "center";
  if (name === "outlineLvl") top.outlineLevel = value;
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/u.test(value);
}

function note({ holders }: State, name: string): void {
  const top = holders.at(-1);
  if (top?.kind === "paragraph") top.notes.push(name);
}

function write({ holders, run }: State, text: string): void {
  const top = holders.at(-1);
  if (top?.kind !== "paragraph" || run.isHidden) return;
  const letters = text.trim().length;
  top.letters += letters;
  if (run.isBold) top.boldLetters += letters;
  const isPower = run.isRaised && /^\d{1,4}$/u.test(text) && /[\d\p{L}]$/u.test(top.text.slice(-1));
  top.text += isPower ? raised(text) : text;
}

function close(state: State): void {
  const { path, holders } = state;
  const name = path.at(-1);
  if (state.contentsFrom === path.length) state.contentsFrom = 0;
  const top = holders.at(-1);
  if (!top || !(name === "p" || name === "tbl" || name === "tc")) return;
  if (name === "p" && top.kind === "paragraph") {
    holders.pop();
    if (top.isJoined) state.joined = top.text;
    else deliver(state, { ...top, isBold: top.letters > 0 && top.boldLetters === top.letters });
  }
  if (name === "tbl" && top.kind === "table") {
    holders.pop();
    deliver(state, top);
  }
  if (name === "tc" && top.kind === "cell") {
    holders.pop();
    const table = holders.at(-1);
    if (table?.kind === "table") table.rows.at(-1)?.cells.push(top);
  }
}

/** Hands an item to what it stands in: a cell, or the paragraph that its text box hangs on. */
function deliver({ holders, receive, note: of }: State, item: DocxItem): void {
  const top = holders.at(-1);
  if (top?.kind === "cell") top.items.push(item);
  else if (top?.kind === "paragraph") top.boxes.push(item);
  else if (!top) receive(item, of);
}
