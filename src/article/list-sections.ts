import { allSections, type Article } from "./article.ts";
import { rememberOpened } from "./remember-opened.ts";

/** Lists an article's sections with their subsections, in reading order; made once while the article is open. */
export const listSections = rememberOpened((article: Article) => [...allSections(article.sections)]);
