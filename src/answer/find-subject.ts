import { overlaps, type Span } from "../text/span.ts";
import { untilVerb, withoutMentions, withoutVerb } from "./noun-spans.ts";
import { isNamed, type NamedParts } from "./mentions.ts";
import { contentRuns } from "./resumed-text.ts";

/** Questions that are about one thing, which their form tells; the group is the thing. */
const ABOUT: readonly RegExp[] = [
  /^(?:请问)?(.{1,30}?)(?:是|系)(?:谁|什么人|哪位|边个|什么(?:东西|意思)?|啥)(?:的)?[?\s]*$/du,
  /^(?:请问)?(?:谁是|什么是|什么叫|何谓|啥是)(.{1,30}?)[?\s]*$/du,
  /^(?!.*什么)[^是]{0,16}?(?<![没只])有没?有?(?![谁什哪几多])(.{1,20}?)(?:吗|么|没有)?[?\s]*$/du,
  /^(?:请问)?(.{1,16}[签订买卖写做建造办发推出给用画唱拍开设收购举行]了?的(?!时候)\p{Script=Han}{1,6}?)(?:是|有|为|要|值|在)?(?:什么|多少|谁|哪|几)/du,
  /^\W*who(?:['’]s| is| are| was| were) (?:the |an? )?(.{1,60}?)\W*$/du,
  /^\W*(?:is|are|was|were) there (?:an? |any |the )?(.{1,60}?)\W*$/du,
  /\bhappen(?:s|ed)? (?:to|with) (?:the |an? )?(.{1,60}?)(?: (?:when|if|after|before|during|in|on|at)\b.{0,60})?\W*$/du,
];

/** What an earlier question is about: what its form tells, else its first name, else its first noun. */
export function findSubject(before: NamedParts): Span | undefined {
  const { question, mentions } = before;
  const named = mentions.filter(isNamed);
  const about = findAbout(before);
  const [name] = named;
  if (about && (!name || overlaps(about, name))) return about;
  return name ? wholeName(before, name) : (about ?? firstNoun(before, question.folded.text));
}

/** Whom `he` and `她` mean: a person who is named, else what the earlier question is about. */
export function findPerson(before: NamedParts): Span | undefined {
  const { mentions } = before;
  const person = mentions.find(({ sort }) => sort === "person") ?? mentions.find(({ sort }) => sort === "name");
  const about = findAbout(before);
  return person && !(about && overlaps(about, person)) ? person : (about ?? findSubject(before));
}

function findAbout({ question }: NamedParts): Span | undefined {
  for (const pattern of ABOUT) {
    const place = pattern.exec(question.folded.text)?.indices?.[1];
    if (!place) continue;
    const [start, end] = place;
    if (contentRuns(question).some((run) => overlaps(run, { start, end }))) return { start, end };
  }
  return undefined;
}

/** `the Team plan`: what stands behind an English name belongs to it. */
function wholeName({ question }: NamedParts, { start, end }: Span): Span {
  const run = contentRuns(question).find((one) => one.start <= start && end < one.end);
  if (!run || !/^ [a-z]/u.test(question.folded.text.slice(end, run.end))) return { start, end };
  const noun = withoutVerb(question, run);
  // More than one word is what is said of it: the AX-40 remove per day.
  const isOneWord = /^ [a-z\d-]+$/u.test(question.folded.text.slice(end, noun.end));
  return { start, end: isOneWord ? noun.end : end };
}

/** In English the first behind an article or a possessive, since a verb may stand before: `Can I bring my dog?` */
function firstNoun({ question, mentions }: NamedParts, text: string): Span | undefined {
  const runs = contentRuns(question).flatMap((run) => withoutMentions(run, mentions));
  if (!/\p{Script=Han}/u.test(text)) {
    const known = runs.find(({ start }) =>
      /\b(?:the|an?|my|your|our|its|this|his|her|their)\s$/u.test(text.slice(0, start)),
    );
    const noun = known ?? (/^\W*who (?!is|are|was|were)/u.test(text) ? runs.at(-1) : runs[0]);
    return noun && withoutVerb(question, noun);
  }
  const [noun] = runs;
  return noun && untilVerb(text, noun);
}
