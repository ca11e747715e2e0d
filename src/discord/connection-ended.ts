/** An end of the connection that trying again does not mend, with what its owner can do; the log needs no stack of it. */
export class ConnectionEnded extends Error {
  readonly code: number;
  readonly remedy: string;

  constructor(code: number, problem: string, remedy: string) {
    super(problem);
    this.name = "ConnectionEnded";
    this.code = code;
    this.remedy = remedy;
  }
}
