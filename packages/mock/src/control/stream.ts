import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import type { ControlRoute } from './route.ts';
import { lineOf, resumeSink } from './sinks.ts';

const encoder = new TextEncoder();

/** One event of a stream, in the format of `text/event-stream` (HTML, server-sent events). */
const frame = (kind: string, data: unknown, id?: number): Uint8Array<ArrayBuffer> =>
  encoder.encode(
    `${id === undefined ? '' : `id: ${id}\n`}event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`,
  );

const positionOf = (text: string | null): number => {
  if (text === null) return 0;
  if (/^[0-9]{1,12}$/.test(text)) return Number(text);
  throw refuse('PARAMETER_INVALID', {
    pointer: '/after',
    seen: { en: 'after is no position of the stream', zh: 'after 不是流的位置' },
    remedy: {
      en: 'Write the id of the last event that you have, as ?after=12.',
      zh: '请写已收到的最后一个 id，如 ?after=12。',
    },
  });
};

/**
 * Tells a tenant's moments as they come, from a position on. With the name of a sink, deliveries come over it as well,
 * and wait for their outcome.
 */
export const streamOf = (
  system: System,
  tenant: string,
  after: number,
  sink?: string,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const ends: (() => void)[] = [];
  return new ReadableStream(
    {
      start: (controller) => {
        // something at once, so that whoever asked knows that the line is open
        controller.enqueue(encoder.encode(': open\n\n'));
        for (const { seq, at, kind, record } of system.timeline.after(tenant, after))
          controller.enqueue(frame(kind, { seq, at, ...record }, seq));
        ends.push(
          system.timeline.watch(tenant, ({ seq, at, kind, record }) =>
            controller.enqueue(frame(kind, { seq, at, ...record }, seq)),
          ),
        );
        if (sink === undefined) return;
        ends.push(
          system.sinks.open(tenant, lineOf(sink), (handed) =>
            controller.enqueue(frame('handed', handed)),
          ),
        );
        resumeSink(system, tenant, sink);
      },
      cancel: () => {
        for (const end of ends) end();
      },
    },
    // moments are few and small: a viewer that is slow is waited for by nobody
    new CountQueuingStrategy({ highWaterMark: 1_000_000 }),
  );
};

/** What happens, live. */
export const streamRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/stream',
    answer: async ({ system, tenant, query, request }) => {
      const after = positionOf(query.get('after') ?? request.headers.get('Last-Event-ID'));
      const sink = query.get('sink');
      return new Response(streamOf(system, tenant.partyId, after, sink ?? undefined), {
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
        },
      });
    },
  },
];
