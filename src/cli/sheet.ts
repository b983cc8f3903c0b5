/** A policy laid out for reading: sections of tables and lists, not yet in any format. */

/** Rows under a head. */
interface TableBlock {
  readonly kind: "table";
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Items, each with more to say of it. */
interface ListBlock {
  readonly kind: "list" | "numbers";
  readonly items: readonly SheetItem[];
}

/** A paragraph. */
interface TextBlock {
  readonly kind: "text";
  readonly text: string;
}

export type SheetBlock = TableBlock | ListBlock | TextBlock;

export interface SheetItem {
  readonly text: string;
  readonly details: readonly string[];
}

export interface SheetSection {
  readonly heading: string;
  readonly blocks: readonly SheetBlock[];
}

export interface Sheet {
  readonly title: string;
  readonly sections: readonly SheetSection[];
}
