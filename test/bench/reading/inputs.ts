/** The kinds of files that are made up, by the names of their endings. */
export const endings = ["txt", "md", "html", "docx", "epub", "pdf", "eml", "srt", "vtt", "gbk.txt"] as const;
export type Ending = (typeof endings)[number];

/** A made-up text: what it is called, and the endings of the files that people write it in. */
export interface Shape {
  readonly name: string;
  readonly endings: readonly Ending[];
  /** Writes about so many UTF-16 code units; the same numbers always give the same text. */
  readonly write: (length: number) => string;
}

const plain = ["txt", "md"] as const;
const all = ["txt", "md", "html", "docx", "epub", "pdf", "eml", "srt", "vtt", "gbk.txt"] as const;

const englishWords =
  "the tea house opens at eight in morning and guest who wants table by window asks keeper of lamp for more water than usual".split(
    " ",
  );
const ideographs =
  "茶馆早上八点开门晚关周末会迟一个小时因为客人多请注意间不要错过后班公交车书画水火山江河湖海春夏秋冬东西南北";

/** Everything that was ever slow, and what people really write. */
export const shapes: readonly Shape[] = [
  { name: "English prose", endings: all.filter((ending) => ending !== "gbk.txt"), write: prose(englishSentence, " ") },
  { name: "Chinese prose", endings: all, write: prose(chineseSentence, "") },
  { name: "one-word lines", endings: plain, write: repeat((at) => `${pick(englishWords, at)}\n`) },
  { name: "one line", endings: [...plain, "html", "gbk.txt"], write: repeat((at) => chineseSentence(at)) },
  {
    name: "nested lists",
    endings: plain,
    write: repeat((at) => `- item ${at} has some text\n  - nested item ${at}\n    - and deeper ${at}\n`),
  },
  {
    name: "a table",
    endings: plain,
    write: after("| name | price |\n| - | - |\n", (at) => `| item ${at} | ${at * 3} gold |\n`),
  },
  { name: "a code block", endings: plain, write: after("```\n", (at) => `let x${at} = ${at};\n`) },
  { name: "footnotes", endings: plain, write: repeat((at) => `Text ${at} here[^${at}].\n\n[^${at}]: note ${at}\n\n`) },
  { name: "comments <!--", endings: [...plain, "html"], write: repeat(() => "<!-- ") },
  { name: "entities", endings: [...plain, "html"], write: repeat(() => "&amp;&lt;&#x41; ") },
  { name: "deep quotes", endings: plain, write: (length) => "> ".repeat(length / 2) },
  { name: "lines > a", endings: [...plain, "eml"], write: repeat(() => "> a\n") },
  { name: "*a **b", endings: plain, write: repeat(() => "*a **b ") },
  { name: "[", endings: plain, write: (length) => "[".repeat(length) },
  { name: "spaces", endings: [...plain, "html"], write: (length) => `a${" ".repeat(length)}b.` },
  { name: "一", endings: plain, write: (length) => "一".repeat(length / 3) },
  { name: "headings alone", endings: plain, write: repeat((at) => `# ${pick(englishWords, at)} ${at}\n\n`) },
  { name: "numbered lines", endings: plain, write: repeat((at) => `${at}. The ${pick(englishWords, at)} is here.\n`) },
  {
    name: "dialogue",
    endings: plain,
    write: repeat((at) => `“${englishSentence(at)}”\n“${chineseSentence(at)}”他说。\n\n`),
  },
  { name: "“", endings: plain, write: (length) => "“".repeat(length / 3) },
  { name: "（", endings: plain, write: (length) => "（".repeat(length / 3) },
  { name: "<div>", endings: ["html"], write: repeat(() => "<div>") },
  { name: "<b>a", endings: [...plain, "html"], write: repeat(() => "<b>a ") },
  {
    name: "rows of cells",
    endings: ["html", "docx", "pdf"],
    write: repeat((at) => `name ${at}\tprice ${at * 3}\torigin ${at}\n`),
  },
];

type Sentence = (at: number) => string;

function repeat(write: (at: number) => string): Shape["write"] {
  return after("", write);
}

/** Bytes rather than characters are counted: ideographs take three. */
function after(head: string, write: (at: number) => string): Shape["write"] {
  return (length) => {
    const parts = [head];
    for (let [at, bytes] = [1, head.length]; bytes < length; at += 1) {
      const part = write(at);
      parts.push(part);
      bytes += Buffer.byteLength(part);
    }
    return parts.join("");
  };
}

/** Paragraphs of some sentences, parted by empty lines, and a heading now and then. */
function prose(sentence: Sentence, space: string): Shape["write"] {
  return repeat((at) => {
    const count = 2 + Math.floor(random(at) * 5);
    const text = Array.from({ length: count }, (_, index) => sentence(at * 7 + index)).join(space);
    return at % 20 === 1 ? `# ${pick(englishWords, at)} ${at}\n\n${text}\n\n` : `${text}\n\n`;
  });
}

function englishSentence(at: number): string {
  const words = Array.from({ length: 6 + Math.floor(random(at) * 16) }, (_, index) =>
    pick(englishWords, at * 31 + index),
  );
  return `The ${words.join(" ")} ${at}.`;
}

function chineseSentence(at: number): string {
  const length = 8 + Math.floor(random(at) * 24);
  return `第${at}位${Array.from({ length }, (_, index) => pick(ideographs.split(""), at * 31 + index)).join("")}。`;
}

function pick(from: readonly string[], at: number): string {
  return from[Math.floor(random(at) * from.length)] ?? "";
}

/** The same number for the same place, between 0 and 1 (the mixing step of Mulberry32). */
function random(at: number): number {
  let mixed = Math.imul(at ^ 0x9e_37_79_b9, 0x85_eb_ca_6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2_b2_ae_35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
