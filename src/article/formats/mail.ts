import type { Address, Email } from "postal-mime";
import { ArticleError } from "../article-error.ts";
import type { Block, ExtractedSource, ExtractionOptions, FileFormat, SourceFile } from "./format.ts";
import { shiftBlock } from "./find-structure.ts";
import { extractPage } from "./html/html.ts";
import { keepLines } from "./keep-lines.ts";
import { plainText } from "./plain-text.ts";
import { createTextBuilder } from "./text-builder.ts";

/** One mail: its subject is the title, its sender, receivers and date are left out but can be asked for. */
export const mail: FileFormat = {
  kind: "file",
  name: "mail",
  async extract(file, options) {
    const email = await readMail(file);
    const head = writeHead(email);
    const body = readBody(email, file, options);
    const notes = [...body.notes, ...attachmentNotes(email)];
    if (body.text.trim() === "") throw new ArticleError(file.name, "holds no text besides its header");
    return keepLines({ ...append(head, body), notes }, options);
  },
};

/** A web page saved with its pictures in one file, which is written as a mail. */
export const savedPage: FileFormat = {
  kind: "file",
  name: "saved web page",
  async extract(file, options) {
    const email = await readMail(file);
    const { html } = email;
    if (html === undefined) throw new ArticleError(file.name, "holds no web page");
    return extractPage(file, { source: html, notes: [] }, options);
  },
};

async function readMail({ name, bytes }: SourceFile): Promise<Email> {
  const { default: PostalMime } = await import("postal-mime");
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 500_000 });
  } catch (error) {
    throw new ArticleError(
      name,
      `is no mail that can be read: ${error instanceof Error ? error.message : "it is broken"}`,
    );
  }
}

function writeHead(email: Email): Omit<ExtractedSource, "notes"> {
  const builder = createTextBuilder();
  builder.title(email.subject ?? "");
  const date = email.headers.find(({ key }) => key === "date")?.value;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["From", email.from && written([email.from])],
    ["To", written(email.to ?? [])],
    ["Cc", written(email.cc ?? [])],
    ["Date", date],
  ];
  for (const [field, value = ""] of fields) {
    const line = value.replaceAll(/\s+/gu, " ").trim();
    if (line !== "") builder.leaveOut("mail-header", `${field}: ${line.slice(0, LONGEST_FIELD)}`);
  }
  return builder.build();
}

const LONGEST_FIELD = 1000;

function written(addresses: readonly Address[]): string {
  return addresses
    .flatMap((each) => each.group ?? [each])
    .map(({ name, address }) => (name === "" ? address : address === "" ? name : `${name} <${address}>`))
    .join(", ");
}

/** A plain part that only says that the mail is a page, in characters. */
const STUB = 160;

function readBody({ text, html }: Email, file: SourceFile, options: ExtractionOptions): ExtractedSource {
  const plain = tidyBody(text ?? "");
  const isStub = plain.trim().length < STUB && html !== undefined && html.length > plain.length * 5;
  if (html !== undefined && (plain.trim() === "" || isStub)) {
    const page = extractPage(file, { source: html, notes: [], isPart: true }, options);
    return { ...page, blocks: page.blocks.map(withoutTitle) };
  }
  if (plain.length > options.longestText) {
    throw new ArticleError(file.name, `holds more than ${options.longestText} characters of text`);
  }
  const parsed = plainText.parse(plain, options);
  return { ...parsed, text: plain, blocks: parsed.blocks.map(withoutTitle), notes: [] };
}

function tidyBody(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n").replaceAll(/[\u00ad\u200b\ufeff]/gu, "");
}

/** The subject is the title: what stands first in the body is said. */
function withoutTitle(block: Block): Block {
  if (block.kind !== "title") return block;
  const { span } = block;
  return { kind: "paragraph", paragraphKind: "prose", span, visible: [span], inline: [] };
}

function append(head: Omit<ExtractedSource, "notes">, body: ExtractedSource): Omit<ExtractedSource, "notes"> {
  const before = head.text === "" ? "" : `${head.text}\n\n`;
  const blocks = body.blocks.map((block) => shiftBlock(block, before.length));
  const landmarks = body.landmarks?.map((mark) => ({ ...mark, start: mark.start + before.length }));
  return { text: before + body.text, blocks: [...head.blocks, ...blocks], ...(landmarks && { landmarks }) };
}

const MOST_NAMES = 10;

function attachmentNotes({ attachments }: Email): string[] {
  const named = attachments
    .filter(({ related }) => related !== true)
    .map(({ filename, mimeType }) => filename ?? mimeType);
  if (named.length === 0) return [];
  const more = named.length > MOST_NAMES ? ` and ${named.length - MOST_NAMES} more` : "";
  return [`attachments are not read: ${named.slice(0, MOST_NAMES).join(", ")}${more}`];
}
