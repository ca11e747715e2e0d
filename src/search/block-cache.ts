import type { Holding, MemoryBudget } from "./memory-budget.ts";
import type { Passage } from "./passage.ts";
import { createSentenceBlock, placeSentences, type SentenceBlock } from "./sentence-block.ts";
import type { PassageFacts } from "./sentence-facts.ts";
import { weighBlock } from "./weights.ts";

interface Kept {
  readonly block: SentenceBlock;
  readonly isIndexed: boolean;
  readonly holding: Holding;
}

/**
 * Makes the function that gathers the sentences of a list of passages and keeps them for the next question, those that were
 * asked last. What is asked a second time is indexed: many more questions will follow.
 */
export function createBlocks(
  describe: (passage: Passage) => PassageFacts,
  memory: MemoryBudget,
): (passages: readonly Passage[]) => SentenceBlock {
  const kept = new Map<readonly Passage[], Kept>();
  return (passages) => {
    const known = kept.get(passages);
    if (known?.isIndexed) {
      known.holding.use();
      return known.block;
    }
    known?.holding.release();
    const block = gather(passages, known);
    const holding = memory.hold(weighBlock(block), () => kept.delete(passages));
    kept.set(passages, { block, isIndexed: known !== undefined, holding });
    return block;
  };

  function gather(passages: readonly Passage[], known: Kept | undefined): SentenceBlock {
    const sentences = known?.block.sentences ?? placeSentences(passages, describe);
    return createSentenceBlock(sentences, known !== undefined);
  }
}
