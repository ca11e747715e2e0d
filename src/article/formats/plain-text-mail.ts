import type { Line } from "./plain-text-lines.ts";

const FIELD =
  /^(from|to|cc|bcc|subject|date|sent|reply-to|re|发件人|收件人|抄送|密送|主题|日期|发送时间|时间|寄件者|寄件人|寄件日期|收件者|副本|主旨|主題|發件人|傳送日期|附件|attachments?)\s{0,2}[:：]/iu;
const OTHER_FIELD =
  /^(?:[A-Za-z][A-Za-z\d]{0,30}-[A-Za-z\d-]{1,40}|received|references|path|lines|newsgroups|organization|importance|priority|sender|status):/iu;
const SENDER = /^(?:from|发件人|發件人|寄件者|寄件人)$/iu;
const SUBJECT = /^(?:subject|re|主题|主題|主旨)$/iu;
const MAILBOX_LINE = /^From \S+@\S+ .*\d{4}$/u;
/** At most so many lines stand above a mail's fields: `MEMORANDUM`. */
const LINES_ABOVE = 2;
/** A signature is no longer. */
const LONGEST_SIGNATURE = 15;
const SHORTEST_INNER = 3;

export interface Mail {
  /** For each line why it is no content. */
  readonly marks: readonly ("mail-header" | "signature" | undefined)[];
  readonly subject?: string;
  /** The fields are the first thing in the text. */
  readonly isFirst: boolean;
}

/** Finds the fields above a mail and above the mails in it, and the signatures below. */
export function markMail(source: string, lines: readonly Line[]): Mail {
  const marks: ("mail-header" | "signature" | undefined)[] = lines.map(() => undefined);
  const [top, ...inner] = findHeaders(lines);
  const headers = top ? [top, ...inner] : [];
  for (const { start, end } of headers) marks.fill("mail-header", start, end);
  const isMail = top !== undefined && top.start <= LINES_ABOVE;
  let passed = 0;
  for (const [index, { text, span, quote }] of lines.entries()) {
    const isDelimiter = text === "--" && !quote && (isMail || source.charAt(span.end) === " ");
    if (!isDelimiter || marks[index]) continue;
    while ((headers[passed]?.start ?? lines.length) < index) passed += 1;
    marks.fill("signature", index, signatureEnd(lines, index, headers[passed]?.start ?? lines.length));
  }
  const subject = isMail ? readSubject(lines.slice(top.start, top.end)) : undefined;
  return { marks, isFirst: isMail && top.start === 0, ...(subject !== undefined && { subject }) };
}

interface Header {
  readonly start: number;
  readonly end: number;
}

function findHeaders(lines: readonly Line[]): Header[] {
  const headers: Header[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (
      !line ||
      (line.blanks === 0 &&
        index > 0 &&
        !MAILBOX_LINE.test(lines[index - 1]?.text.slice(0, 200) ?? "") &&
        !isForwarded(lines[index - 1]))
    )
      continue;
    const header = readHeader(lines, index);
    if (!header) continue;
    headers.push(header);
    index = header.end - 1;
  }
  return headers;
}

function isForwarded(line: Line | undefined): boolean {
  if (!line || line.text.length >= 100 || !/^[-_]{2}.*[-_]{2}$/u.test(line.text)) return false;
  return line.text.replace(/^[-_]+/u, "").replace(/(?<![-_])[-_]+$/u, "").length <= 80;
}

/** Fields below each other, among them who wrote it or to whom, and about what or when. */
function readHeader(lines: readonly Line[], start: number): Header | undefined {
  const names: string[] = [];
  let end = start;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line || (line.blanks > 0 && end > start)) break;
    const text = line.text.slice(0, 200);
    const name = FIELD.exec(text)?.[1]?.toLowerCase();
    const isBegun = end > start;
    if (
      name === undefined &&
      !OTHER_FIELD.test(text) &&
      !(isBegun && line.indent > 0) &&
      !(end === start && MAILBOX_LINE.test(text))
    )
      break;
    if (name !== undefined) names.push(name);
  }
  const known = new Set(names);
  const hasSender = names.some((name) => SENDER.test(name));
  const hasSubject = names.some((name) => SUBJECT.test(name));
  if (start <= LINES_ABOVE) return known.size >= 2 && (hasSender || hasSubject) ? { start, end } : undefined;
  return known.size >= SHORTEST_INNER && hasSender ? { start, end } : undefined;
}

function readSubject(lines: readonly Line[]): string | undefined {
  const at = lines.findIndex(({ text }) => SUBJECT.test(FIELD.exec(text.slice(0, 200))?.[1] ?? ""));
  if (at === -1) return undefined;
  const folded = lines.slice(at + 1);
  const end = folded.findIndex(({ indent }) => indent === 0);
  const [first = "", ...others] = [lines[at], ...folded.slice(0, end === -1 ? undefined : end)].map(
    (line) => line?.text ?? "",
  );
  const subject = [first.replace(FIELD, ""), ...others]
    .map((part) => part.trim())
    .join(" ")
    .trim();
  return subject === "" ? undefined : subject;
}

/** It reaches to the end of the text or to the next mail; a longer one to the next blank line. */
function signatureEnd(lines: readonly Line[], start: number, next: number): number {
  if (next - start <= LONGEST_SIGNATURE) return next;
  const blank = lines.slice(start + 1, start + LONGEST_SIGNATURE).findIndex(({ blanks }) => blanks > 0);
  return blank === -1 ? start + 1 : start + 1 + blank;
}
