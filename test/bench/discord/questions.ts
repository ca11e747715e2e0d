import { readFileSync } from "node:fs";

/** How people begin and end a question. */
const frames = {
  zh: {
    openings: [
      "",
      "请问，",
      "想知道",
      "我想问一下，",
      "你好，",
      "麻烦告诉我，",
      "谁知道",
      "文中说，",
      "顺便问一句，",
      "再问：",
    ],
    endings: ["", "谢谢", "谢谢！", "求解", "多谢", "麻烦了", "有人知道吗？", "急", "在线等", "拜托"],
  },
  en: {
    openings: ["", "Please tell me: ", "Hello! ", "I would like to know: ", "Quick question: ", "Sorry, but ", "Hi, "],
    endings: ["", " Thanks", " Thank you!", " please", " Cheers", " Anyone?", " Many thanks.", " I wonder.", " Sorry."],
  },
} as const;

const sets = [
  { name: "meta-gemini.zh", language: "zh" },
  { name: "meta-gemini.en", language: "en" },
  { name: "meta-gemini.zh2", language: "zh" },
  { name: "meta-gemini.en2", language: "en" },
] as const;

/** Gives some 67,000 questions about the default article, Chinese and English by turns, none of them twice. */
export function readDifferentQuestions(folder: string): string[] {
  const asked = sets.flatMap(({ name, language }) =>
    readQuestions(`${folder}/${name}.jsonl`).map((question, place) => ({ language, question, place })),
  );
  const mixed = asked.toSorted((a, b) => a.place - b.place);
  const most = frames.zh.openings.length * frames.zh.endings.length;
  const framed = Array.from({ length: most }, (_, place) =>
    mixed.flatMap(({ language, question }) => frame(question, frames[language], place) ?? []),
  );
  return [...new Set(framed.flat())];
}

interface Frames {
  readonly openings: readonly string[];
  readonly endings: readonly string[];
}

/** Puts a question into one of its frames; `undefined` where there are fewer. */
function frame(question: string, { openings, endings }: Frames, place: number): string | undefined {
  const opening = openings[place % openings.length];
  const ending = endings[Math.floor(place / openings.length)];
  return opening === undefined || ending === undefined ? undefined : opening + question + ending;
}

function readQuestions(file: string): string[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => String(Object(JSON.parse(line)).question));
}
