/** Why an attachment was not fetched: told to people in their language, by these names. */
export type AttachmentProblem =
  /** It is no attachment of Discord's. */
  | "foreign"
  | "too-large"
  /** Discord does not have it any more. */
  | "gone"
  /** Discord did not answer, or not in time. */
  | "unreachable";

/** An attachment could not be fetched. */
export class AttachmentError extends Error {
  readonly problem: AttachmentProblem;

  constructor(problem: AttachmentProblem, cause?: unknown) {
    super(`the attachment is ${problem}`, { cause });
    this.name = "AttachmentError";
    this.problem = problem;
  }
}
