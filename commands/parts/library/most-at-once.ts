/** In bytes: a larger file takes longer to open than people like to wait without a word. */
export const mostAtOnce = 300_000;
