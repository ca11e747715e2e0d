import type { Passage } from "./passage.ts";
import { createSentenceBlock, placeSentences, type SentenceBlock } from "./sentence-block.ts";
import type { PassageFacts } from "./sentence-facts.ts";

/** So many sentences are kept in blocks, at some 4 kB each: 10 MB at most. */
const MOST_SENTENCES = 2500;

interface Kept {
  readonly block: SentenceBlock;
  readonly isIndexed: boolean;
}

/**
 * Makes the function that gathers the sentences of a list of passages and keeps them for the next question, those that were
 * asked last. What is asked a second time is indexed: many more questions will follow.
 */
export function createBlocks(
  describe: (passage: Passage) => PassageFacts,
): (passages: readonly Passage[]) => SentenceBlock {
  const kept = new Map<readonly Passage[], Kept>();
  let held = 0;
  return (passages) => {
    const known = kept.get(passages);
    kept.delete(passages);
    if (known) held -= known.block.sentences.length;
    const made = known?.isIndexed ? known : gather(passages, known);
    kept.set(passages, made);
    held += made.block.sentences.length;
    for (const [oldest, { block }] of kept) {
      if (held <= MOST_SENTENCES || oldest === passages) break;
      kept.delete(oldest);
      held -= block.sentences.length;
    }
    return made.block;
  };

  function gather(passages: readonly Passage[], known: Kept | undefined): Kept {
    const sentences = known?.block.sentences ?? placeSentences(passages, describe);
    return { block: createSentenceBlock(sentences, known !== undefined), isIndexed: known !== undefined };
  }
}
