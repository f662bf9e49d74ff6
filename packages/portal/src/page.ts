import type { Text } from '@openwaybill/schemas';
import type { Block, Language } from './block.ts';
import type { Kind } from './words.ts';

/** One page of the portal in both languages. */
export type Page = {
  /** Without language and ending: `messages/Order`. */
  readonly path: string;
  readonly kind?: Kind;
  /** Its own name in the standard: `Order`, `WBL-010`. */
  readonly name?: string;
  readonly title: Text;
  readonly lede?: Text;
  /** The module, the concern or the vocabulary that it belongs to. */
  readonly module?: string;
  /** What else it is found by. */
  readonly found?: Text;
  /** Places on it that are found by themselves: an anchor that is a name, and its title. */
  readonly places?: readonly (readonly [anchor: string, title: Text])[];
  readonly blocks: (language: Language) => readonly Block[];
};
