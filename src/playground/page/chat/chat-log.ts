import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";

/** How near to the end counts as there, in pixels. */
const nearEnd = 48;

interface Extent {
  readonly top: number;
  readonly height: number;
  readonly room: number;
}

/**
 * `<chat-log>`: keeps the newest of its messages in sight.
 *
 * Who has scrolled up stays where they are and gets a button to the newest; their own messages and the
 * answers to them lead there always.
 */
export class ChatLog extends LitElement {
  static override readonly properties = {
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

  /** The id of the newest message. */
  declare newest: string | undefined;
  /** Whether the reader wrote it, or asked for it. */
  declare isOwn: boolean;
  /** Of the button. */
  declare label: string;
  declare private hasNew: boolean;

  #isAtEnd = true;
  #seen: Extent = { top: 0, height: 0, room: 0 };
  readonly #sizes = new ResizeObserver(() => this.#follow());

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("newest") && this.isOwn) this.#isAtEnd = true;
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
    if (!scroller) return;
    if (this.#isAtEnd) scroller.scrollTop = scroller.scrollHeight;
    this.#measure(scroller);
  }

  #measure({ scrollTop: top, scrollHeight: height, clientHeight: room }: Element): Extent {
    this.#seen = { top, height, room };
    return this.#seen;
  }

  #look(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const before = this.#seen;
    const { top, height, room } = this.#measure(scroller);
    // What is added or taken away leads nobody from the end; going up does.
    const isUp = top < before.top && height === before.height && room === before.room;
    if (height - top - room < nearEnd) this.#isAtEnd = true;
    else if (isUp) this.#isAtEnd = false;
    if (this.#isAtEnd) this.hasNew = false;
  }

  #goToEnd(): void {
    this.#isAtEnd = true;
    this.hasNew = false;
    this.#follow();
  }
}
