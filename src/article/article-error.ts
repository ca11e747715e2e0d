/** Says what is wrong with an article's file, where, and what to do; its message may be shown to whoever runs the bot. */
export class ArticleError extends Error {
  readonly file: string;

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file}: ${problem}`, options);
    this.name = "ArticleError";
    this.file = file;
  }
}
