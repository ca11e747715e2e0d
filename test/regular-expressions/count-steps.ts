import type { Instruction, Program } from "./compile.ts";

/** Marks on the stack what a slot held before, in place of where to go on. */
const RESTORE = -1;
const FAILED = -1;

export interface CountOptions {
  readonly most: number;
  /** Hears where each match ends. */
  readonly onMatch?: (end: number) => void;
}

/**
 * Counts the steps of looking for every match in a text, from left to right as `matchAll` does.
 *
 * Steps are those of an engine that goes back, so that the number says how the time grows, whatever the machine. No more than
 * `most` are made.
 */
export function countSteps(program: Program, text: string, { most, onMatch }: CountOptions): number {
  const characters = Uint32Array.from(
    program.isUnicode ? Array.from(text) : text.split(""),
    (each) => each.codePointAt(0) ?? 0,
  );
  const scan = createScan(program, characters, most);
  let start = 0;
  while (start <= characters.length && scan.steps() < most) {
    const end = scan.matchAt(start);
    if (end !== FAILED) onMatch?.(end);
    start = end === FAILED || end === start ? start + 1 : end;
  }
  return scan.steps();
}

function createScan({ instructions, slots, isMultiline }: Program, characters: Uint32Array, most: number) {
  const saved = new Int32Array(slots);
  /** Triples: an instruction and a position, or `RESTORE`, a slot and its value. */
  const stack: number[] = [];
  let steps = 0;
  /** Which instruction comes next; `step` sets it where it is not the one behind. */
  let at = 0;

  /** Gives where the match ends. */
  function run(from: number, begin: number): number {
    const bottom = stack.length;
    at = from;
    let position = begin;
    for (;;) {
      steps += 1;
      const instruction = instructions[at];
      const isOver = !instruction || instruction.op === "match";
      if (isOver || steps > most) {
        stack.length = bottom;
        return isOver ? position : FAILED;
      }
      at += 1;
      position = step(instruction, position);
      if (position === FAILED) position = goBack(bottom);
      if (position === FAILED) return FAILED;
    }
  }

  /** Gives the position behind an instruction. */
  function step(instruction: Exclude<Instruction, { readonly op: "match" }>, position: number): number {
    switch (instruction.op) {
      case "character": {
        const character = characters[instruction.isBackward ? position - 1 : position];
        if (character === undefined || !instruction.matches(character)) return FAILED;
        return instruction.isBackward ? position - 1 : position + 1;
      }
      case "split":
        stack.push(instruction.second, position, 0);
        at = instruction.first;
        return position;
      case "jump":
        at = instruction.to;
        return position;
      case "save":
        stack.push(RESTORE, instruction.slot, saved[instruction.slot] ?? 0);
        saved[instruction.slot] = position;
        return position;
      case "advanced":
        return saved[instruction.slot] === position ? FAILED : position;
      case "edge":
        return isEdge(instruction.kind, position) === instruction.negate ? FAILED : position;
      case "look": {
        const found = run(instruction.body, position) !== FAILED;
        at = instruction.to;
        return found === instruction.negate ? FAILED : position;
      }
      case "back":
        return goOver(instruction, position);
    }
  }

  function goBack(bottom: number): number {
    while (stack.length > bottom) {
      const [last = 0, middle = 0, first = 0] = [stack.pop(), stack.pop(), stack.pop()];
      if (first !== RESTORE) {
        at = first;
        return middle;
      }
      saved[middle] = last;
    }
    return FAILED;
  }

  function goOver({ group, isBackward }: Extract<Instruction, { readonly op: "back" }>, position: number): number {
    const captured = characters.slice(saved[group * 2], saved[group * 2 + 1]);
    const start = isBackward ? position - captured.length : position;
    if (!captured.every((character, index) => characters[start + index] === character)) return FAILED;
    steps += captured.length;
    return isBackward ? start : start + captured.length;
  }

  function isEdge(kind: "start" | "end" | "word", position: number): boolean {
    switch (kind) {
      case "start":
        return position === 0 || (isMultiline && isBreak(characters[position - 1]));
      case "end":
        return position === characters.length || (isMultiline && isBreak(characters[position]));
      case "word":
        return isWord(characters[position - 1]) !== isWord(characters[position]);
    }
  }

  return { matchAt: (start: number) => run(0, start), steps: () => steps };
}

function isWord(character: number | undefined): boolean {
  return character !== undefined && /^\w$/u.test(String.fromCodePoint(character));
}

function isBreak(character: number | undefined): boolean {
  return character !== undefined && /^[\n\r\u2028\u2029]$/u.test(String.fromCodePoint(character));
}
