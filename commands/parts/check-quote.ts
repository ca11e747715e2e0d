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
    cited: readCited(library, check),
    stood: stood && { title: stood.article.title, version: stood.article.version, at: stood.at },
  });
}

/** Where several articles are asked, a reference can mean the first only. */
function readCited(library: Library, { article, reference, locale }: QuoteCheck): Cited | undefined {
  const [only] = article ? [article] : library.articles.values();
  if (reference === undefined || reference.trim() === "" || !only) return undefined;
  const place = findPlace(only, reference, locale);
  if (place.kind === "wrong") return place;
  return { kind: "place", article: only, spans: place.spans, reference: formatReference(place.reference) };
}
