import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

const mask = async (input: string, ...words: readonly string[]) => {
  const io = memoryIo(
    { '-': input, 'a.ndjson': input },
    {
      interrupted: async (ended) => {
        await ended;
        return false;
      },
    },
  );
  return { code: await main(['mask', ...words], io), out: io.stdout };
};

test('lines go through with nobody in them', async () => {
  const { code, out } = await mask(
    [
      'started',
      'call 19900001234',
      '{"contact":{"name":"张三丰","mobile":"+8619900001234"},"n":1}',
      `packed ${Buffer.from('tel 19900001234 of a person').toString('base64')}`,
    ].join('\n'),
  );
  expect(code).toBe(0);
  expect(out).toEqual([
    'started',
    'call *******1234',
    '{"contact":{"name":"张**","mobile":"*******1234"},"n":1}',
    '[personal]',
  ]);
});

test('by a schema, what it does not name is left out or hidden', async () => {
  const { code, out } = await mask(
    '{"name":"张三丰","mobile":"+8619900001234","extra":"x"}\nnot a message\n',
    'a.ndjson',
    '--schema',
    'Contact',
  );
  expect(code).toBe(0);
  expect(out).toEqual(['{"name":"[personal]","mobile":"[personal]"}', '"[personal]"']);
});

test('Ctrl-C ends it', async () => {
  const io = memoryIo({ '-': 'x' }, { interrupted: async () => true });
  expect(await main(['mask'], io)).toBe(130);
});

test.each([
  ['an unknown message', { given: ['--schema', 'Contakt'], want: 'Contact' }],
  ['no file', { given: ['none.log'], want: 'none.log' }],
])('%s is wrong use', async (_title, { given, want }) => {
  const io = memoryIo({ '-': '' });
  expect(await main(['mask', ...given], io)).toBe(2);
  expect(io.stderr.join('\n')).toContain(want);
});
