import { createReceiver, keysAt } from '@openwaybill/client/receiver';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import {
  type Controlled,
  type ControlledOptions,
  controlledMock,
  NotControlled,
} from '../sandbox/controlled.ts';
import { type ToldEvent, toldEvents } from '../sandbox/told-events.ts';

export type ListenOptions = Common &
  ControlledOptions & {
    /** Where events go; absent: they are acknowledged here. */
    readonly forwardTo?: string;
    readonly events?: readonly string[];
    readonly print: boolean;
  };

type Handed = {
  readonly id: string;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly subject: string;
    readonly data: { readonly waybillNo?: string };
  };
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** The name of the sink that a listener opens. */
const SINK = 'listen';
/** Milliseconds that a receiver has, and after which a lost line is sought again. */
const ANSWER_WITHIN = 5_000;
const AGAIN_AFTER = 1_000;
/** As much of an answer as is told back. */
const MAX_ANSWER = 16_384;

const PREFIX = 'org.openwaybill.';

/** Judges the signature of what passes by, and nothing else of it. */
const signatureCheck = (io: Io, { url }: Controlled) => {
  const receive = createReceiver({
    keys: keysAt(`${url}/v1/keys`, { fetch: (request) => io.fetch(request), now: io.now }),
    now: io.now,
    handlers: {},
    // each attempt is judged, also of what came before
    seen: { has: () => false, add: () => undefined },
  });
  return async ({ headers, body }: Handed): Promise<boolean> => {
    const answer = await receive(
      new Request('http://localhost/', { method: 'POST', headers, body }),
    );
    return answer.status !== 401;
  };
};

/** What the receiver made of it; nobody there is status 0. */
const forwarded = async (
  io: Io,
  to: string | undefined,
  { headers, body }: Handed,
): Promise<{ readonly status: number; readonly body: string }> => {
  if (to === undefined) return { status: 204, body: '' };
  try {
    const request = new Request(to, { method: 'POST', headers, body, redirect: 'manual' });
    const answer = await io.fetch(request, io.deadline(ANSWER_WITHIN));
    return { status: answer.status, body: (await answer.text()).slice(0, MAX_ANSWER) };
  } catch {
    return { status: 0, body: '' };
  }
};

/** Forwards the events of a mock server to a receiver on this machine, byte for byte, until Ctrl-C. */
export const listen = async (options: ListenOptions, io: Io): Promise<ExitCode> => {
  const { forwardTo, events, language, json } = options;
  const zh = language === 'zh';
  try {
    const controlled = await controlledMock(io, options);
    const { call, url, token } = controlled;
    const attach = () =>
      call('PUT', `/_mock/sinks/${SINK}`, events === undefined ? {} : { eventTypes: events });
    await attach();
    const isSigned = signatureCheck(io, controlled);
    const ending = new AbortController();
    let last = '0';
    let isLost = false;

    const pass = async (handed: Handed): Promise<void> => {
      const began = io.elapsed();
      const verdict = await isSigned(handed);
      const { status, body } = await forwarded(io, forwardTo, handed);
      const milliseconds = Math.round(io.elapsed() - began);
      await call('POST', `/_mock/handed/${handed.id}`, { status, body });
      const { event } = handed;
      const type = event.type.replace(PREFIX, '');
      const waybillNo = event.data.waybillNo ?? event.subject;
      const signature = verdict ? (zh ? '签名有效' : 'signed') : zh ? '签名无效' : 'NOT SIGNED';
      io.out(
        json
          ? JSON.stringify({
              eventId: event.id,
              type: event.type,
              waybillNo,
              signature: verdict ? 'VALID' : 'INVALID',
              status,
              milliseconds,
              ...(options.print ? { body: handed.body } : {}),
            })
          : [
              `${type}  ${waybillNo}  ${signature}  ${status}  ${milliseconds} ms`,
              ...(options.print ? [handed.body] : []),
            ].join('\n'),
      );
    };

    /** Opens a line; nothing where nobody is there. */
    const opened = async (): Promise<ReadableStream<Uint8Array> | undefined> => {
      const request = new Request(`${url}/_mock/stream?sink=${SINK}&after=${last}`, {
        headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
      });
      try {
        const answer = await io.fetch(request, ending.signal);
        return answer.status === 200 && answer.body !== null ? answer.body : undefined;
      } catch {
        // it is asked again
        return undefined;
      }
    };

    /** What is told next; nothing once the line is lost. */
    const nextOf = async (told: AsyncGenerator<ToldEvent>): Promise<ToldEvent | undefined> => {
      try {
        const next = await told.next();
        return next.done === true ? undefined : next.value;
      } catch (error) {
        // what was told and cannot be read is no lost line
        if (error instanceof SyntaxError) throw error;
        return undefined;
      }
    };

    /** One line, from its opening to its loss. */
    const follow = async (): Promise<void> => {
      const body = await opened();
      if (body === undefined) return;
      if (isLost) io.err(zh ? '已重新连接' : 'it is found again');
      isLost = false;
      const told = toldEvents(body);
      for (let next = await nextOf(told); next !== undefined; next = await nextOf(told)) {
        last = next.id ?? last;
        if (next.kind === 'handed') await pass(next.data);
      }
    };

    /** What is tried while nobody may be there; whether somebody was. */
    const isThere = async (tried: () => Promise<unknown>): Promise<boolean> => {
      try {
        await tried();
        return true;
      } catch (error) {
        if (error instanceof NotControlled) return false;
        throw error;
      }
    };

    const following = (async () => {
      for (;;) {
        // a mock server that was started anew knows nobody
        if (!isLost || (await isThere(attach))) await isThere(follow);
        if (ending.signal.aborted) return;
        if (!isLost) io.err(zh ? '连接中断，正在重连' : 'the line was lost; it is sought again');
        isLost = true;
        await io.sleep(AGAIN_AFTER);
      }
    })();
    const where = forwardTo ?? (zh ? '此处确认' : 'acknowledged here');
    io.err(zh ? `转发 ${url} 的事件：${where}` : `events of ${url}: ${where}`);
    await io.interrupted(following);
    ending.abort();
    await following;
    // of one that is gone nothing is left to end
    await isThere(() => call('DELETE', `/_mock/sinks/${SINK}`));
    return EXIT.ok;
  } catch (error) {
    if (error instanceof NotControlled) return complain(io, options, error.complaint);
    throw error;
  }
};
