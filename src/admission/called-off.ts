/** Who or what calls a work off: whoever asked, the process that ends, or the time that Discord takes an answer in. */
export type CalledOffBy = "asker" | "restart" | "time";

/** The reason of a signal that calls a work off. */
export class CalledOff extends Error {
  readonly by: CalledOffBy;

  constructor(by: CalledOffBy) {
    super(`called off: ${by}`);
    this.name = "CalledOff";
    this.by = by;
  }
}
