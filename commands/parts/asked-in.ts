import { leaveSmallTalk } from "../../src/answer/leave-small-talk.ts";
import { findTaught } from "../../src/answer/put-taught-first.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import type { Services } from "../../src/services.ts";

/** The question that a text asks, without thanks and greetings around it; what people of the server taught stays as it is. */
export function askedIn(text: string, { library, taught }: Services, article?: string): string {
  if (findTaught(library, text, { taught, article })) return text;
  return leaveSmallTalk(text, (left) => analyseQuestion(left, library.analyse).asking !== undefined);
}
