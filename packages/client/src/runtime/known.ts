import { CODE_LISTS } from '../generated/tables.ts';

type Lists = typeof CODE_LISTS;

/** A code list that grows. */
export type OpenList = keyof Lists;
export type CodeOf<List extends OpenList> = Lists[List]['codes'][number];

/** A code as received, and what it stands for; no code where a receiver ignores what it does not know. */
export type KnownCode<List extends OpenList> = {
  readonly known: boolean;
  readonly code: CodeOf<List> | undefined;
  readonly raw: string;
};

/** What a received code means here: itself, or the fallback of its list. The text is kept, to be passed on as it came. */
export const known = <List extends OpenList>(list: List, raw: string): KnownCode<List> => {
  const { codes, fallback }: { readonly codes: readonly string[]; readonly fallback: string } =
    CODE_LISTS[list];
  const isCode = (text: string): text is CodeOf<List> => codes.includes(text);
  if (isCode(raw)) return { known: true, code: raw, raw };
  return { known: false, code: isCode(fallback) ? fallback : undefined, raw };
};
