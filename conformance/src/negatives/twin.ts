import type { Identity } from '../drive/identity.ts';
import type { CallInput, Stage } from '../drive/stage.ts';

/** A request that is accepted in the state that was made for it. */
export type Twin = Pick<CallInput, 'path' | 'body' | 'ifMatch'> & {
  readonly as?: Identity;
  /** The read that shows whether anything changed. */
  readonly read?: { readonly operation: string; readonly path: Readonly<Record<string, string>> };
};

/** A twin as it is sent. */
export const inputOf = ({ path, body, ifMatch }: Twin): CallInput => ({
  ...(path === undefined ? {} : { path }),
  body,
  ifMatch: ifMatch ?? null,
});

/** Brings the state about and makes the request; nothing where that cannot be had. */
export type TwinMaker = (stage: Stage) => Promise<Twin | undefined>;
