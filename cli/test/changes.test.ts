import { expect, test } from 'vitest';
import { changed } from '../src/check/changes.ts';
import type { Io } from '../src/io.ts';
import { memoryIo } from './_memory-io.ts';

const never = (): Promise<never> => new Promise(() => undefined);

/** A system whose document has these revisions, one a look; it is away where there is none. */
const system = (...revisions: readonly (number | undefined)[]) => {
  let look = 0;
  return async (): Promise<Response> => {
    const revision = revisions[Math.min(look++, revisions.length - 1)];
    if (revision === undefined) throw new TypeError('fetch failed');
    return Response.json({ revision });
  };
};

const WATCH = { url: 'http://courier.test', paths: ['src'] };

const REASONS: readonly (readonly [string, { given: Partial<Io>; want: string }])[] = [
  [
    'another revision of the document',
    { given: { fetch: system(1, 1, 2), changed: never }, want: 'DOCUMENT' },
  ],
  [
    'another revision after a restart',
    { given: { fetch: system(1, undefined, undefined, 2), changed: never }, want: 'DOCUMENT' },
  ],
  [
    'a changed file',
    { given: { fetch: system(1), sleep: never, changed: async () => undefined }, want: 'FILES' },
  ],
  [
    'a key',
    {
      given: {
        fetch: system(1),
        sleep: never,
        changed: never,
        canBeAsked: true,
        keyPressed: async () => undefined,
      },
      want: 'KEY',
    },
  ],
];

test.each(REASONS)('%s is a reason to run again', async (_title, { given, want }) => {
  const io = memoryIo({}, given);
  expect(await changed(WATCH, new AbortController().signal, io)).toBe(want);
});

test('Ctrl-C ends the wait', async () => {
  const stop = new AbortController();
  const io = memoryIo({}, { fetch: system(1), sleep: never, changed: never });
  const waiting = changed(WATCH, stop.signal, io);
  stop.abort();
  expect(await waiting).toBe('STOP');
});
