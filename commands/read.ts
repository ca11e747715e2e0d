import type { Reference } from "../src/article/reference.ts";
import type { Command } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import { readPage } from "../src/render/read-page.ts";
import type { Reply } from "../src/render/reply.ts";
import type { SectionPage } from "../src/render/section-pages.ts";
import { pageWith, sectionPages } from "../src/render/section-pages.ts";
import { chooseArticleFor } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import {
  articleOption,
  declareCommand,
  named,
  privateDescription,
  privateName,
  referenceOption,
} from "./parts/declare.ts";
import { findPlace } from "./parts/find-place.ts";
import { sayPrivately } from "./parts/say.ts";

/** Opens a section of the article, page by page. */
export const read: Command = {
  declaration: declareCommand(
    ["read", "阅读", "閱讀"],
    ["Read a section page by page", "一页一页地阅读一节", "一頁一頁地閱讀一節"],
  )
    .addStringOption((option) => referenceOption(option).setRequired(true))
    .addBooleanOption((option) =>
      named(
        option,
        ["numbers", "编号", "編號"],
        [
          "Number the sentences (they are numbered unless you say no)",
          "给句子编号（默认编号）",
          "給句子編號（預設編號）",
        ],
      ),
    )
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: openSection,
  complete,
};

async function openSection(invocation: CommandInvocation, services: Services): Promise<Reply> {
  const { options, locale } = invocation;
  const chosen = chooseArticleFor(invocation, services);
  if (chosen.kind === "reply") return chosen.reply;
  const { article } = chosen;
  const place = findPlace(article, String(options["reference"] ?? ""), locale);
  if (place.kind === "wrong") return sayPrivately(place.explanation);
  await services.prepareReading?.(article, place.section);
  const page = pageOf(sectionPages(article, place.section), place.reference);
  const shown = readPage({ article, section: place.section, page, numbers: options["numbers"] !== false, locale });
  return { kind: "message", private: options["private"] === true, ...shown };
}

function pageOf(pages: readonly SectionPage[], { parts: [part] }: Reference): number {
  if (!part) return 0;
  const from = part.kind === "paragraphs" ? { paragraph: part.from, sentence: 1 } : part.from;
  return pageWith(pages, from.paragraph, from.sentence);
}
