/** Reigns that articles still date by, each with the year before its first. */
export const reigns: ReadonlyMap<string, number> = new Map([
  ["康熙", 1661],
  ["雍正", 1722],
  ["乾隆", 1735],
  ["嘉庆", 1795],
  ["道光", 1820],
  ["咸丰", 1850],
  ["同治", 1861],
  ["光绪", 1874],
  ["宣统", 1908],
  ["明治", 1867],
  ["大正", 1911],
  ["昭和", 1925],
  ["平成", 1988],
  ["令和", 2018],
]);
