import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { Refused, type Source } from './source.ts';

/** What every pane has: where things come from, how often anything has happened, and what is being looked for. */
export type Desk = {
  readonly source: Source;
  /** Goes up whenever something has happened. */
  readonly version: number;
  readonly find: string;
  /** Something was changed by the page itself. */
  readonly changed: () => void;
  readonly parcel: string | undefined;
  readonly choose: (waybillNo: string) => void;
  /** Shows another pane. */
  readonly open: (pane: number) => void;
  readonly tell: (words: { readonly en: string; readonly zh: string }) => void;
};

export const DeskContext = createContext<Desk | undefined>(undefined);

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('a pane stands on no desk');
  return desk;
};

export type Answered<T> = {
  readonly value: T | undefined;
  readonly refused: Refused | undefined;
};

/** Whatever went wrong, in words. */
export const asRefused = (error: unknown): Refused =>
  error instanceof Refused
    ? error
    : new Refused(0, {
        en: 'The mock does not answer. Is it still running?',
        zh: '模拟服务没有应答，是否仍在运行？',
      });

/** What a path answers, asked again whenever something has happened. The old value stays until the new one is here. */
export const useAnswer = <T>(path: string | undefined): Answered<T> => {
  const { source, version } = useDesk();
  const [kept, keep] = useState<{ readonly path: string | undefined } & Answered<T>>({
    path,
    value: undefined,
    refused: undefined,
  });
  useEffect(() => {
    let isStale = false;
    if (path === undefined) return;
    source
      .get<T>(path)
      .then((value) => {
        if (!isStale) keep({ path, value, refused: undefined });
      })
      .catch((error: unknown) => {
        if (!isStale) keep({ path, value: undefined, refused: asRefused(error) });
      });
    return () => {
      isStale = true;
    };
  }, [path, source, version]);
  return kept.path === path ? kept : { value: undefined, refused: undefined };
};

/** Does something to the mock; what it is refused with is told to the user. */
export const useAct = () => {
  const { source, changed, tell } = useDesk();
  return async <T>(method: string, path: string, body?: unknown): Promise<T | undefined> => {
    try {
      const made = await source.send<T>(method, path, body);
      changed();
      return made;
    } catch (error) {
      tell(asRefused(error).words);
      return undefined;
    }
  };
};
