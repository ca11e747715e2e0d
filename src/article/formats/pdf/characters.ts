/**
 * Gives the ideograph for a radical, and takes away what is no character.
 *
 * Fonts with one glyph for both make programs write the radical 一 (U+2F00) for the word 一 (U+4E00): they look the same,
 * but nobody who types the one finds the other.
 */
export function plainCharacters(text: string): string {
  return text
    .replaceAll(/[\u2e80-\u2fd5]/gu, (radical) => RADICALS.get(radical) ?? radical.normalize("NFKC"))
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b\ufeff\ufffe\uffff]/gu, " ")
    .replaceAll("\u00a0", " ")
    .toWellFormed();
}

/** Tells whether a character tells nothing: a font's own numbers in place of characters. */
export function countUnreadable(text: string): number {
  return text.match(/[\p{Co}\ufffd]/gu)?.length ?? 0;
}

/** Those that are words and that Unicode's normalisation does not know, with their ideographs. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  (
    "⺁厂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺙攵⺛旡⺜日⺝月⺞歺⺠民⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹" +
    "⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
  )
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const) ?? [],
);
