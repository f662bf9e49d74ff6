import { signatureProfile } from '@openwaybill/privacy/signed-messages';
import { describe, expect, test } from 'vitest';
import { exchange } from '../exchange.ts';

/** A platform that calls a courier of class `signed-messages`; the platform itself takes what is not signed. */
const signedCourier = () => exchange({ courier: { signedMessages: signatureProfile } });

test('a platform signs for a courier that claims the class', async () => {
  const { act, faults } = await signedCourier();
  const ordered = await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p1' });
  const made = await act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  expect([ordered.state, made.state, faults]).toEqual(['SUCCEEDED', 'SUCCEEDED', []]);
});

test('a courier that claims the class refuses a caller that does not sign', async () => {
  const { toCourier } = await signedCourier();
  expect(await toCourier('GET', '/v1/orders')).toMatchObject({
    status: 401,
    body: { code: 'SIGNATURE_INVALID' },
  });
});

describe('a waybill whose answer was touched on its way is not believed', () => {
  const touched: readonly (readonly [string, (answer: Response) => Promise<Response>])[] = [
    [
      'another body',
      async (answer) =>
        new Response((await answer.text()).replace('"status":"', '"status":"X'), answer),
    ],
    [
      'its signature taken away',
      async (answer) => {
        const headers = new Headers(answer.headers);
        headers.delete('Signature');
        headers.delete('Signature-Input');
        return new Response(await answer.text(), { status: answer.status, headers });
      },
    ],
    [
      'another status',
      async (answer) =>
        new Response(await answer.text(), { ...answer, status: 200, headers: answer.headers }),
    ],
  ];
  test.each(touched)('%s', async (_, touch) => {
    const { act, courier, intervene } = await signedCourier();
    await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p1' });
    intervene(async (request) => {
      const isWaybill = new URL(request.url).pathname === '/v1/waybills';
      return isWaybill ? touch(await courier.fetch(request)) : undefined;
    });
    expect((await act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' })).state).toBe('FAILED');
  });
});
