import { expect, test } from 'vitest';
import { courierWithReceivers, order, told } from './receivers.ts';

const A = 'https://platform.test/a';
const B = 'https://platform.test/b';

/** Something that is waited for until somebody opens it. */
const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

test('a receiver that says nothing holds no other up', async () => {
  const asked = gate();
  const courier = await courierWithReceivers([A, B], async ({ url }) => {
    if (url === B) asked.open();
    // the first one ends only once the second was asked
    await asked.opened;
    return { status: url === A ? 0 : 200, body: '' };
  });
  const before = told(courier).length;
  await order(courier);
  expect(
    told(courier)
      .slice(before)
      .map((one) => one.split(' ').at(-1)),
  ).toEqual(['0', '200', '0', '200']);
  expect(courier.defects).toEqual([]);
});

test('one address is sent one thing after another', async () => {
  let waiting = 0;
  const seen: number[] = [];
  const courier = await courierWithReceivers([A, A], async () => {
    waiting += 1;
    seen.push(waiting);
    await Promise.resolve();
    waiting -= 1;
    return { status: 200, body: '' };
  });
  await order(courier);
  expect(seen).toEqual([1, 1, 1, 1]);
});

test('what cannot be sent to one receiver is sent to the others', async () => {
  const courier = await courierWithReceivers([A, B], async ({ url }) => {
    if (url === A) throw new Error('the line is cut');
    return { status: 200, body: '' };
  });
  const before = told(courier).length;
  await order(courier);
  expect(told(courier).slice(before)).toEqual([expect.stringMatching(/ 200$/)]);
  expect(courier.defects).toEqual([new Error('the line is cut')]);
});
