/** “I read questions in Chinese and English only”, in languages that are not read, by ISO 639. */
const sentences: Readonly<Record<string, string>> = {
  fr: "Je ne comprends que les questions en chinois et en anglais.",
  es: "Solo entiendo preguntas en chino y en inglés.",
  de: "Ich verstehe nur Fragen auf Chinesisch und Englisch.",
  pt: "Só entendo perguntas em chinês e em inglês.",
  it: "Capisco solo domande in cinese e in inglese.",
  nl: "Ik begrijp alleen vragen in het Chinees en het Engels.",
  tr: "Yalnızca Çince ve İngilizce soruları anlıyorum.",
  id: "Saya hanya memahami pertanyaan dalam bahasa Mandarin dan Inggris.",
  vi: "Tôi chỉ hiểu câu hỏi bằng tiếng Trung và tiếng Anh.",
  pl: "Rozumiem tylko pytania po chińsku i po angielsku.",
  ro: "Înțeleg doar întrebări în chineză și în engleză.",
  sv: "Jag förstår bara frågor på kinesiska och engelska.",
  da: "Jeg forstår kun spørgsmål på kinesisk og engelsk.",
  no: "Jeg forstår bare spørsmål på kinesisk og engelsk.",
  fi: "Ymmärrän vain kiinan- ja englanninkielisiä kysymyksiä.",
  cs: "Rozumím jen otázkám v čínštině a angličtině.",
  hu: "Csak a kínai és az angol nyelvű kérdéseket értem.",
  ca: "Només entenc preguntes en xinès i en anglès.",
  tl: "Mga tanong sa Tsino at Ingles lang ang naiintindihan ko.",
  ja: "中国語と英語の質問だけがわかります。",
  ko: "중국어와 영어로 된 질문만 이해할 수 있습니다.",
  ru: "Я понимаю вопросы только на китайском и английском языках.",
  uk: "Я розумію запитання лише китайською та англійською мовами.",
  ar: "أفهم الأسئلة بالصينية والإنجليزية فقط.",
  fa: "من فقط پرسش‌های چینی و انگلیسی را می‌فهمم.",
  he: "אני מבין רק שאלות בסינית ובאנגלית.",
  th: "ฉันเข้าใจเฉพาะคำถามภาษาจีนและภาษาอังกฤษเท่านั้น",
  hi: "मैं केवल चीनी और अंग्रेज़ी में पूछे गए प्रश्न समझता हूँ।",
  el: "Καταλαβαίνω μόνο ερωτήσεις στα κινέζικα και στα αγγλικά.",
};

/** Says in the language of a question that it is not read; nothing where that language is not known. */
export function sayUnread(code: string | undefined): string | undefined {
  return code === undefined ? undefined : sentences[code];
}
