import { nothing, type TemplateResult } from "lit";
import { Directive, directive } from "lit/directive.js";
import type { PageState } from "../state.ts";

type Draw = (state: PageState) => TemplateResult | typeof nothing;

class Keep extends Directive {
  #keys: readonly unknown[] = [];
  #draw: Draw = () => nothing;

  render(keys: readonly unknown[], make: () => Draw, state: PageState) {
    const isSame = keys.length === this.#keys.length && keys.every((key, index) => key === this.#keys[index]);
    if (!isSame) [this.#keys, this.#draw] = [keys, make()];
    return this.#draw(state);
  }
}

/**
 * Keeps what a view has worked out for as long as its keys stay the same values.
 *
 * `make` works it out and gives the view that uses it; that view is drawn at every change of the state.
 */
export const keep = directive(Keep);
