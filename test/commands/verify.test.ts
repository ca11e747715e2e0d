import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Locale } from "../../src/render/locale.ts";
import { shownText } from "../../src/render/shown-text.ts";
import { command } from "../support/invocations.ts";
import { libraryOf } from "../support/library-of.ts";
import { askWith, messageOf } from "../support/ask.ts";

const handbook = [
  "# Harbour handbook",
  "",
  "## Moorings",
  "",
  "A boat may lie at the pier for three nights. It may not lie there longer unless the warden agrees. The warden keeps a list.",
  "",
  "## Fees",
  "",
  "Fees are paid in advance. They are not given back… ever. He who pays late pays twice.",
].join("\n");
