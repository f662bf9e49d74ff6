import type { Here, Kept, TenantCard } from '../src/inspector/wire.ts';

/** What went wrong with a request of the page itself, in the words of the server's problem. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly words: { readonly en: string; readonly zh: string };

  constructor(status: number, words: { readonly en: string; readonly zh: string }) {
    super(words.en);
    this.status = status;
    this.words = words;
  }
}

/** Where the panes get what they show. */
export interface Source {
  /** Whether there is a server: without one nothing can be changed. */
  readonly isLive: boolean;
  readonly here: Here;
  readonly tenant: TenantCard;
  get<T>(path: string): Promise<T>;
  /** The same of what is no JSON: the log, the page itself. */
  text(path: string): Promise<string>;
  send<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Calls back for everything that happens, until it is stopped; `onState` tells whether the stream is open. */
  watch(onHappening: () => void, onState: (isOpen: boolean) => void): () => void;
}

type Problem = {
  readonly code?: string;
  readonly title?: string;
  readonly extensions?: {
    readonly 'org.openwaybill.mock'?: { readonly en?: string; readonly zh?: string };
  };
};

const refusedBy = async (answer: Response): Promise<Refused> => {
  const text = await answer.text();
  const problem: Problem = text.startsWith('{') ? JSON.parse(text) : {};
  const told = problem.extensions?.['org.openwaybill.mock'];
  const plain = `${answer.status} ${problem.code ?? ''} ${problem.title ?? ''}`.trim();
  return new Refused(answer.status, { en: told?.en ?? plain, zh: told?.zh ?? plain });
};

const RETRY_MILLISECONDS = 2_000;

/** The `id:` of the last whole message in what was read. */
const lastIdIn = (text: string): string | undefined =>
  [...text.matchAll(/^id: ?(\S+)$/gm)].at(-1)?.[1];

/** The server that sent the page. */
export const liveSource = (here: Here, tenant: TenantCard): Source => {
  const headers = { Authorization: `Bearer ${tenant.token ?? ''}` };
  const call = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(path, { ...init, cache: 'no-store' });
    if (!answer.ok) throw await refusedBy(answer);
    return answer;
  };
  return {
    isLive: true,
    here,
    tenant,
    get: async <T>(path: string) => (await call(path, { headers })).json() as Promise<T>,
    text: async (path) => (await call(path, { headers })).text(),
    send: async <T>(method: string, path: string, body?: unknown) => {
      const answer = await call(path, {
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
    watch: (onHappening, onState) => {
      const stop = new AbortController();
      let last: string | undefined;
      const listen = async (): Promise<void> => {
        const query = last === undefined ? '' : `?after=${last}`;
        const { body } = await call(`/_mock/stream${query}`, { headers, signal: stop.signal });
        if (body === null) return;
        onState(true);
        onHappening();
        const reader = body.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          last = lastIdIn(value) ?? last;
          if (value.includes('data:')) onHappening();
        }
      };
      const stay = async (): Promise<void> => {
        while (!stop.signal.aborted) {
          try {
            await listen();
          } catch (error) {
            if (stop.signal.aborted) return;
            // a stream that is refused is refused again: what is shown is shown without it
            if (error instanceof Refused && error.status < 500) return onState(false);
          }
          onState(false);
          await new Promise((resolve) => {
            setTimeout(resolve, RETRY_MILLISECONDS);
          });
        }
      };
      void stay();
      return () => stop.abort();
    },
  };
};

/** A page that was kept: it answers from its own text. */
export const keptSource = (kept: Kept): Source => {
  const find = (path: string): unknown => {
    if (Object.hasOwn(kept.answers, path)) return kept.answers[path];
    throw new Refused(404, {
      en: 'This was not kept in the file. Open the inspector of a running mock to see it.',
      zh: '该内容未保存在本文件中，请在运行中的模拟服务的检视页查看。',
    });
  };
  return {
    isLive: false,
    here: kept,
    tenant: kept.tenants.find(({ partyId }) => partyId === kept.tenant) ?? {
      partyId: kept.tenant,
      role: '',
      name: kept.tenant,
    },
    get: async <T>(path: string) => find(path) as T,
    text: async (path) => String(find(path)),
    send: async () => {
      throw new Refused(405, {
        en: 'A kept page changes nothing. Start a mock and open its inspector.',
        zh: '离线页面不能更改任何内容，请启动模拟服务并打开其检视页。',
      });
    },
    watch: () => () => undefined,
  };
};
