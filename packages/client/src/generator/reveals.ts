import type { Selection } from './selection.ts';

const CALLS = ['requestReveal', 'readReveal'];

/** Whether a role asks for fields of a person. */
export const asksForReveals = ({ operations }: Pick<Selection, 'operations'>): boolean =>
  CALLS.every((name) => operations.some(({ operationId }) => operationId === name));

type Sources = Readonly<Record<string, string>>;

/** The sources that a client carries: what reveals need goes only to who asks for them, and would not compile elsewhere. */
export const sourcesFor = (
  selection: Pick<Selection, 'operations'>,
  sources: Sources = {},
): Sources =>
  asksForReveals(selection)
    ? sources
    : Object.fromEntries(
        Object.entries(sources).filter(([path]) => !/(^|\/)(reveal|personal|seal)/i.test(path)),
      );
