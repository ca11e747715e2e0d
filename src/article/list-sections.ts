import { remember } from "../languages/remember.ts";
import { allSections, type Article } from "./article.ts";

/** Lists an article's sections with their subsections, in reading order; made once for each article. */
export const listSections = remember((article: Article) => [...allSections(article.sections)]);
