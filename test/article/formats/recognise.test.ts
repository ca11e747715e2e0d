import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { loadFormat } from "../../../src/article/formats/all.ts";
import { extractArticle } from "../../../src/article/parse-article.ts";
import { makeDocx, paragraph } from "../../support/make-docx.ts";
import { makeEpub } from "../../support/make-epub.ts";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const compound = (name: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(name, "utf16le")]);
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])), { level: 0 });

async function problemOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await extractArticle({ name, bytes, format: await loadFormat(name, bytes) });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("a file is read as what it is", () => {
  const page = "<!-- saved -->\n<!DOCTYPE html><html><body><p>Tea is hot.</p></body></html>";
  test.for([
    { name: "a.html", bytes: text(page), format: "HTML", notes: [] },
    { name: "a.txt", bytes: text(page), format: "HTML", notes: ["read as what it is: a web page"] },
    {
      name: "a.md",
      bytes: text("\uFEFF\n<html><p>Tea is hot."),
      format: "HTML",
      notes: ["read as what it is: a web page"],
    },
    {
      name: "a.doc",
      bytes: makeDocx({ body: paragraph("Tea is hot.") }),
      format: "Word document",
      notes: ["read as what it is: a Word document"],
    },
    {
      name: "a.txt",
      bytes: makeEpub({ chapters: { "a.xhtml": "<p>Tea is hot.</p>" } }),
      format: "EPUB",
      notes: ["read as what it is: a book (EPUB)"],
    },
    {
      name: "a.html",
      bytes: text("From: <Saved by Blink>\r\nContent-Type: text/html\r\n\r\n<p>Tea is hot.</p>"),
      format: "saved web page",
      notes: ["read as what it is: a saved web page"],
    },
  ])("$name as $format", async ({ name, bytes, format, notes }) => {
    const article = await extractArticle({ name, bytes, format: await loadFormat(name, bytes) });
    expect(article.original).toMatchObject({ format, notes });
    expect(article.text).toContain("Tea is hot.");
  });

  test.for([
    { what: "an essay on the tags of pages", name: "a.md", content: "Write `<html>` first.\n\n<div>Then this.</div>" },
    { what: "an essay on PDFs", name: "a.txt", content: "A file that begins with %PDF-1.7 is a PDF." },
    { what: "an essay on recordings", name: "a.txt", content: "ID3 is a way to name songs." },
  ])("but text stays text: $what", async ({ name, content }) => {
    expect((await loadFormat(name, text(content))).kind).toBe("text");
  });
});

describe("a file that is not read says why, and what to do", () => {
  test.for([
    {
      what: "an old document",
      name: "a.doc",
      bytes: compound("WordDocument"),
      problem: "is an old Word document (.doc, .wps); save it as .docx",
    },
    {
      what: "an encrypted document",
      name: "a.docx",
      bytes: compound("EncryptedPackage"),
      problem: "is encrypted with a password; save it without one",
    },
    {
      what: "a mail of Outlook",
      name: "a.msg",
      bytes: compound("__substg1.0_001A001E"),
      problem: "is a mail of Outlook (.msg); save it as .eml",
    },
    {
      what: "a document in RTF",
      name: "a.txt",
      bytes: text("{\\rtf1\\ansi Tea}"),
      problem: "is a Rich Text document (RTF); open it in a word processor and save it as .docx",
    },
    {
      what: "an OpenDocument text",
      name: "a.odt",
      bytes: zip({ mimetype: "application/vnd.oasis.opendocument.text" }),
      problem: "is an OpenDocument text (ODT); open it in a word processor and save it as .docx",
    },
    {
      what: "a spreadsheet",
      name: "a.docx",
      bytes: zip({ "xl/workbook.xml": "<a/>" }),
      problem: "is a spreadsheet; save what is to be read as text or as .docx",
    },
    {
      what: "an archive",
      name: "a.txt",
      bytes: zip({ "tea.txt": "Tea" }),
      problem: "is an archive; unpack it and give the files in it",
    },
    {
      what: "a picture",
      name: "a.md",
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      problem: "is a picture; only text can be read, so save what it shows as text",
    },
    {
      what: "a document without text",
      name: "a.docx",
      bytes: makeDocx({ body: paragraph(" ") }),
      problem: "holds no text; its pages may be pictures",
    },
    {
      what: "a document that is cut off",
      name: "a.docx",
      bytes: makeDocx({ body: paragraph("Tea.") }).slice(0, 900),
      problem: /^is damaged|^is an archive/u,
    },
    {
      what: "a document that declares entities",
      name: "a.docx",
      bytes: makeDocx({
        body: paragraph("Tea."),
        others: {
          "word/document.xml":
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>',
        },
      }),
      problem: "declares entities of its own, which are never expanded",
    },
    {
      what: "a document that nests absurdly",
      name: "a.docx",
      bytes: makeDocx({ body: "<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000) }),
      problem: "nests its elements more than 400 deep",
    },
    {
      what: "a document that expands too much",
      name: "a.docx",
      bytes: makeDocx({ body: paragraph("Tea. ".repeat(6_000_000)) }),
      problem: /^expands too much: word\/document\.xml brings it to \d+ bytes, at most \d+ are read$/u,
    },
    {
      what: "a document with too many files",
      name: "a.docx",
      bytes: makeDocx({
        body: paragraph("Tea."),
        others: Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`word/media/${index}`, ""])),
      }),
      problem: /^holds \d+ files within, at most 5000 are expected$/u,
    },
    {
      what: "a book with entities",
      name: "a.epub",
      bytes: makeEpub({
        chapters: { "a.xhtml": "<p>Tea.</p>" },
        others: { "META-INF/container.xml": '<!DOCTYPE a [<!ENTITY a "b">]><container/>' },
      }),
      problem: "declares entities of its own, which are never expanded",
    },
    {
      what: "a protected book",
      name: "a.epub",
      bytes: makeEpub({
        chapters: { "a.xhtml": "<p>Tea.</p>" },
        others: {
          "META-INF/encryption.xml":
            '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="OEBPS/a.xhtml"/></CipherData></EncryptedData></encryption>',
        },
      }),
      problem: "is protected against copying (DRM); only books without protection can be read",
    },
    {
      what: "a book without text",
      name: "a.epub",
      bytes: makeEpub({ chapters: { "a.xhtml": '<img src="a.jpg"/>' } }),
      problem: "holds no text; its pages may be pictures",
    },
    {
      what: "a page without text",
      name: "a.html",
      bytes: text("<html><script>1</script></html>"),
      problem: "holds no text that a reader would see",
    },
    {
      what: "a page that nests absurdly",
      name: "a.html",
      bytes: text("<div>".repeat(100_000)),
      problem: "nests its elements more than 800 deep",
    },
    {
      what: "a mail without text",
      name: "a.eml",
      bytes: text("From: a@b.example\r\nSubject: Tea\r\n\r\n"),
      problem: "holds no text besides its header",
    },
    {
      what: "a mail that nests absurdly",
      name: "a.eml",
      bytes: text(
        Array.from(
          { length: 60 },
          (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
        ).join(""),
      ),
      problem: /^is no mail that can be read: Maximum MIME nesting depth/u,
    },
  ] as const)("$what", async ({ name, bytes, problem }) => {
    const message = (await problemOf(name, bytes)).replace(`${name}: `, "");
    expect(message).toMatch(problem);
  });

  test("but scrambled fonts protect nothing, and macros are only left out", async () => {
    const scrambled =
      '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><CipherData><CipherReference URI="OEBPS/a.otf"/></CipherData></EncryptedData></encryption>';
    const book = makeEpub({ chapters: { "a.xhtml": "<p>Tea.</p>" }, others: { "META-INF/encryption.xml": scrambled } });
    expect(await problemOf("a.epub", book)).toBe("");
    const bytes = makeDocx({ body: paragraph("Tea is hot."), others: { "word/vbaProject.bin": "Sub AutoOpen" } });
    const article = await extractArticle({ name: "a.docm", bytes, format: await loadFormat("a.docm", bytes) });
    expect(article.original?.notes).toEqual(["macros in it were left out and never run"]);
  });
});
