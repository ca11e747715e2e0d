import { placesOf, type Verification } from "../../src/answer/verification.ts";
import { verifyQuote } from "../../src/answer/verify-quote.ts";
import type { Article } from "../../src/article/article.ts";
import { formatReference } from "../../src/article/format-reference.ts";
import type { Services } from "../../src/services.ts";
import type { Locale } from "../../src/render/locale.ts";
import type { Cited } from "../../src/render/render-verification.ts";
import { renderVerification } from "../../src/render/render-verification.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";
import { findOlderVersion } from "./find-older-version.ts";
import { findPlace } from "./find-place.ts";

export interface QuoteCheck {
  readonly given: string;
  /** Only this one. */
  readonly article?: Article | undefined;
  readonly reference?: string | undefined;
  readonly locale: Locale;
  readonly private: boolean;
}

/** Checks a quote, however it was handed in. */
export async function checkQuote(services: Services, check: QuoteCheck): Promise<MessageReply> {
  const { library } = services;
  const { given, article, locale } = check;
  await services.prepareVerifying?.(library, { given, article: article?.id });
  const verification = verifyQuote(library, given, article?.id);
  const isKnown = verification.kind === "verbatim" || verification.kind === "empty";
  const stood = isKnown ? undefined : await findOlderVersion(services, given, article?.id);
  return renderVerification(verification, {
    articles: library.articles,
    locale,
    private: check.private,
    given,
    cited: readCited(library, check, verification),
    stood: stood && { title: stood.article.title, version: stood.article.version, at: stood.at },
  });
}

/** What was given as the reference, or stands behind the quote itself; it is meant of the article that it names or stands in. */
function readCited(library: Library, check: QuoteCheck, verification: Verification): Cited | undefined {
  const { citation } = verification.quoted;
  const given = check.reference?.trim() ?? "";
  const reference = given === "" ? citation?.reference : given;
  if (reference === undefined) return undefined;
  const only = library.articles.size === 1 ? [...library.articles.values()] : [];
  const titled = given === "" && citation ? findCited(library, citation.source) : undefined;
  const [meant] = [check.article, titled, placesOf(verification)[0]?.article, ...only].filter((each) => each);
  return meant && placeCited(meant, reference, check.locale);
}

function placeCited(article: Article, reference: string, locale: Locale): Cited {
  const place = findPlace(article, reference, locale);
  if (place.kind === "wrong") return place;
  return { kind: "place", article, spans: place.spans, reference: formatReference(place.reference) };
}

/** The article whose title stands in a citation. */
function findCited({ articles }: Library, source: string): Article | undefined {
  const name = source.toLowerCase();
  return name === ""
    ? undefined
    : articles.values().find(({ id, title }) => id === source || title.toLowerCase() === name);
}
