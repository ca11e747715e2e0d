import { describe, expect, test } from "vitest";
import { mail, savedPage } from "../../../src/article/formats/mail.ts";
import { findTextFact } from "../../../src/article/text-facts.ts";
import { extractChecked, outlineOf } from "../../support/parse.ts";

const lines = (...all: readonly string[]): string => `${all.join("\r\n")}\r\n`;

describe("a mail", () => {
  test("has its subject as title, its header left out, and its plain part read", async () => {
    const source = lines(
      "Return-Path: <x@y.example>",
      "From: =?UTF-8?B?5p2O5qKF?= <limei@tea.example>",
      'To: "Ops Team" <ops@tea.example>, Bob <bob@tea.example>',
      "Subject: =?UTF-8?Q?Stove_rota_=E2=80=93_week_48?=",
      "Date: Mon, 23 Nov 2026 09:14:02 +0800",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b1"',
      "",
      "--b1",
      'Content-Type: multipart/alternative; boundary="b2"',
      "",
      "--b2",
      "Content-Type: text/plain; charset=utf-8; format=flowed",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "The stove is lit at six by whoever has the early shift, and it is put =",
      "out=20",
      "at nine. It costs =C2=A34.",
      "--b2",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>The page instead.</p>",
      "--b2--",
      "--b1",
      'Content-Type: application/pdf; name="rota.pdf"',
      'Content-Disposition: attachment; filename="rota.pdf"',
      "Content-Transfer-Encoding: base64",
      "",
      "JVBERi0=",
      "--b1--",
    );
    const article = await extractChecked(source, { format: mail });
    expect(outlineOf(article)).toEqual({
      title: "Stove rota – week 48",
      sections: [
        ["", ["The stove is lit at six by whoever has the early shift, and it is put out at nine.", "It costs £4."]],
      ],
      leftOut: [
        "mail-header: From: 李梅 <limei@tea.example>",
        "mail-header: To: Ops Team <ops@tea.example>, Bob <bob@tea.example>",
        "mail-header: Date: Mon, 23 Nov 2026 09:14:02 +0800",
      ],
    });
    const told = findTextFact(article, "author").map(({ start, end }) => article.text.slice(start, end));
    expect(told).toEqual(["From: 李梅 <limei@tea.example>"]);
    expect(article.original?.notes).toEqual(["attachments are not read: rota.pdf"]);
  });

  test.for([
    {
      name: "a page alone, in GBK",
      body: [
        "Content-Type: text/html; charset=gb2312",
        "Content-Transfer-Encoding: base64",
        "",
        "PHA+xOO6w6OszOzG+LrcusOhozwvcD4=",
      ],
      sentences: ["你好，天气很好。"],
    },
    {
      name: "a plain part that only points to the page",
      body: [
        'Content-Type: multipart/alternative; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "View this mail in your browser.",
        "--b",
        "Content-Type: text/html",
        "",
        `<title>Tea</title><p>The stove is lit at six.</p>${"<p>It is put out at nine.</p>".repeat(5)}`,
        "--b--",
      ],
      sentences: ["The stove is lit at six.", ...Array.from({ length: 5 }, () => "It is put out at nine.")],
    },
    { name: "no kind at all", body: ["", "The stove is lit at six."], sentences: ["The stove is lit at six."] },
  ])("is read: $name", async ({ body, sentences }) => {
    const article = await extractChecked(lines("From: a@b.example", "Subject: Tea", ...body), { format: mail });
    expect(article.title).toBe("Tea");
    expect(outlineOf(article).sections.flatMap(([, ...paragraphs]) => paragraphs.flat())).toEqual(sentences);
  });
});

test("a page that was saved in one file is read as the page", async () => {
  const source = lines(
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://harbour.example/tea",
    "Subject: Tea",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    '<html><head><meta charset=3D"utf-8"><title>Tea | Harbour</title></head><body><nav>Menu</nav><h1>Tea</h1><p>It costs =C2=A34.</p></body></html>',
    "--b",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "Content-Location: https://harbour.example/tea.png",
    "",
    "iVBORw0KGgo=",
    "--b--",
  );
  const article = await extractChecked(source, { format: savedPage });
  expect(outlineOf(article)).toEqual({ title: "Tea", sections: [["", ["It costs £4."]]], leftOut: [] });
});
