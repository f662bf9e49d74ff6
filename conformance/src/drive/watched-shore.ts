import type { EndReason } from '../transcript/format.ts';
import { type Shore, type Text, Unanswered } from '../words.ts';

/** Ends a run before its end; it is no finding. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly reason: EndReason;
  readonly text: Text;
  constructor(reason: EndReason, text: Text) {
    super(text.en);
    this.reason = reason;
    this.text = text;
  }
}

/** Requests in a row without an answer, after which a run asks whether the system is still there. */
const PATIENCE = 3;

const interrupted = new Ended('INTERRUPTED', {
  en: 'the run was interrupted',
  zh: '运行被中断',
});

const lost = (url: string, how: Unanswered['how']): Ended =>
  new Ended('SYSTEM_LOST', {
    en: `${url} stopped answering (${how})`,
    zh: `${url} 停止应答（${how}）`,
  });

/** Rejects as soon as a signal says so. */
const abortion = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(interrupted);
    signal.addEventListener('abort', () => reject(interrupted), { once: true });
  });

/** A shore, and the demand that the system of the last request is still there. */
export type WatchedShore = Shore & { readonly demandSystem: () => Promise<void> };

/**
 * A shore that ends the run when its user does, or when the system is gone: several requests have no answer, and neither
 * has the document that everybody may read. After that nothing is said to the system any more.
 */
export const watchedShore = (
  shore: Shore,
  {
    url,
    milliseconds,
    signal,
  }: {
    readonly url: string;
    readonly milliseconds: number;
    readonly signal?: AbortSignal | undefined;
  },
): WatchedShore => {
  const { origin } = new URL(url);
  const isSystem = (request: Request): boolean => new URL(request.url).origin === origin;
  let unanswered = 0;
  let ended: Ended | undefined;
  let how: Unanswered['how'] = 'TIMEOUT';
  const stopped = signal === undefined ? undefined : abortion(signal);
  // somebody may stop a run that waits for nothing just then
  stopped?.catch((error: Ended) => {
    ended = error;
  });
  const unlessStopped = <T>(work: Promise<T>): Promise<T> =>
    stopped === undefined ? work : Promise.race([work, stopped]);
  const demandSystem = async (): Promise<void> => {
    if (unanswered === 0) return;
    try {
      await unlessStopped(
        shore.fetch(new Request(`${url}/.well-known/openwaybill`), { milliseconds }),
      );
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      ended = lost(url, how);
      throw ended;
    }
  };
  return {
    ...shore,
    demandSystem,
    fetch: async (request, limit) => {
      if (ended !== undefined) throw ended;
      try {
        const response = await unlessStopped(shore.fetch(request, limit));
        if (isSystem(request)) unanswered = 0;
        return response;
      } catch (error) {
        if (ended !== undefined) throw ended;
        if (!(error instanceof Unanswered) || !isSystem(request)) throw error;
        unanswered += 1;
        how = error.how;
        if (unanswered % PATIENCE === 0) await demandSystem();
        throw error;
      }
    },
    // a wait that is cut short is no reason to end in the middle of something that asks for nothing
    wait: (milliseconds, sooner) =>
      unlessStopped(shore.wait(milliseconds, sooner)).catch((error) => {
        if (error !== interrupted) throw error;
      }),
  };
};
