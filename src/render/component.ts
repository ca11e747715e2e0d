/** What can be pressed or chosen below a message; Discord takes at most five rows. */
export type Row = ButtonRow | SelectRow;

export interface ButtonRow {
  readonly kind: "buttons";
  /** One to five. */
  readonly buttons: readonly Button[];
}

export type Button = ActionButton | LinkButton;

export interface ActionButton {
  readonly kind: "action";
  /** At most 100 characters, unique in its message; all that the button knows. */
  readonly customId: string;
  /** At most 80 characters. */
  readonly label: string;
  readonly style: "primary" | "secondary" | "success" | "danger";
  readonly disabled?: boolean | undefined;
}

export interface LinkButton {
  readonly kind: "link";
  /** At most 512 characters. */
  readonly url: string;
  readonly label: string;
}

export interface SelectRow {
  readonly kind: "select";
  readonly customId: string;
  readonly placeholder?: string | undefined;
  /** One to 25. */
  readonly options: readonly SelectOption[];
}

export interface SelectOption {
  /** At most 100 characters each. */
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  readonly isDefault?: boolean | undefined;
}
