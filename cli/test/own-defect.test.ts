import { inventPerson } from '@openwaybill/privacy';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { ownDefect } from '../src/own-defect.ts';
import { memoryIo } from './_memory-io.ts';

const { name, mobile } = inventPerson(() => 0.4);

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a defect of our own tells of nobody', () => {
  test.each<[string, { given: unknown; keeps: string }]>([
    ['by a number in its message', { given: new Error(`no row of ${mobile}`), keeps: 'no row of' }],
    [
      'by what a parser quotes',
      {
        given: thrownBy(() => JSON.parse(`{"name":${name}}`)),
        keeps: 'in text that is not valid JSON',
      },
    ],
    [
      'by what a parser quotes of a long text',
      {
        given: thrownBy(() =>
          JSON.parse(`{"a":"${'x'.repeat(60)}","name":${name},"b":"${'y'.repeat(60)}"}`),
        ),
        keeps: 'in text that is not valid JSON',
      },
    ],
    ['where it is no error at all', { given: `gone: ${mobile}`, keeps: 'gone' }],
  ])('%s', (_title, { given, keeps }) => {
    const said = ownDefect(given);
    expect(said).toContain(keeps);
    expect(said).not.toContain(name);
    expect(said).not.toContain(mobile);
    if (given instanceof Error) expect(said).toMatch(/\n {4}at .+/);
  });

  test('when a command ends by it, with exit code 3', async () => {
    const io = memoryIo(
      {},
      {
        read: async () => {
          throw new Error(`unreadable: ${mobile}`);
        },
      },
    );
    expect(await main(['check', 'http://a.test', '--config', 'a.json'], io)).toBe(3);
    const said = io.stderr.join('\n');
    expect(said).toContain('a defect of its own');
    expect(said).toContain('unreadable');
    expect(said).not.toContain(mobile);
  });
});
