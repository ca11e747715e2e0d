/** Begins the line that tells of an old version; it is written anew each time. */
export const noticeMark = "-# ⚠ ";
/** Begins the line that tells who shared an answer. */
export const sharedMark = "-# ↪ ";
/** Begins the line that tells of a place that people of the server chose. */
export const chosenMark = "-# 📌 ";

/** Takes from one of the bot's own messages what stands above its quotes. */
export function readIntro(content: string): string[] {
  const lines = content.split("\n");
  const first = lines.findIndex((line) => line.startsWith("> ") || line.startsWith("**"));
  const above = first === -1 ? [] : lines.slice(0, first);
  return above.filter((line) => !line.startsWith(noticeMark) && !line.startsWith(sharedMark));
}
