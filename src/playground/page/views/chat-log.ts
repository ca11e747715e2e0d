import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";

/** How near to the end counts as there, in pixels. */
const nearEnd = 48;

/**
 * `<chat-log>`: keeps the newest of its messages in sight.
 *
 * Who has scrolled up stays where they are and gets a button to the newest; their own messages lead there always.
 */
export class ChatLog extends LitElement {
  static override readonly properties = {
    channel: {},
    newest: {},
    isOwn: { type: Boolean },
    label: {},
    hasNew: { state: true },
  };

  static override readonly styles = css`
    :host {
      position: relative;
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
    .scroller {
      flex: 1;
      min-height: 0;
      overflow: hidden auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    .content {
      display: flex;
      flex-direction: column;
      justify-content: flex-end;
      min-height: 100%;
    }
  `;

  /** The id of what is shown; another one is shown from its end. */
  declare channel: string;
  /** The id of the newest message. */
  declare newest: string | undefined;
  /** Whether the reader wrote it. */
  declare isOwn: boolean;
  /** Of the button. */
  declare label: string;
  declare private hasNew: boolean;

  #isAtEnd = true;
  readonly #sizes = new ResizeObserver(() => this.#follow());

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("channel") || (changed.has("newest") && this.isOwn)) this.#isAtEnd = true;
    if (changed.has("newest")) this.hasNew = this.newest !== undefined && !this.#isAtEnd;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="scroller" @scroll=${() => this.#look()}>
        <div class="content"><slot></slot></div>
      </div>
      <button type="button" part="to-newest" ?hidden=${!this.hasNew} @click=${() => this.#goToEnd()}>
        ${this.label}
      </button>
    `;
  }

  protected override firstUpdated(): void {
    for (const part of this.renderRoot.querySelectorAll(".scroller, .content")) this.#sizes.observe(part);
  }

  protected override updated(): void {
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  get #scroller(): Element | null {
    return this.renderRoot.querySelector(".scroller");
  }

  #follow(): void {
    const scroller = this.#scroller;
    if (scroller && this.#isAtEnd) scroller.scrollTop = scroller.scrollHeight;
  }

  #look(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.#isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;
    if (this.#isAtEnd) this.hasNew = false;
  }

  #goToEnd(): void {
    this.#isAtEnd = true;
    this.hasNew = false;
    this.#follow();
  }
}
