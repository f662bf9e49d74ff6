import { expect, test } from 'vitest';
import { controlRoutes } from '../src/control/routes.ts';
import { createRecorder } from '../src/inspector/recorder.ts';
import { PLATFORM, submission, testCourier } from './mock-courier.ts';

const courier = await testCourier({ recorder: createRecorder() });
await courier.call('POST', '/orders', submission());

/** Whoever asks. */
const BEARER = `Bearer ${courier.mock.developmentTokens.get(PLATFORM)}`;

const ask = async (method: string, path: string, text?: string, bearer = BEARER) => {
  const answer = await courier.mock.fetch(
    new Request(`https://courier.test${path}`, {
      method,
      headers: { Authorization: bearer },
      ...(text === undefined ? {} : { body: text }),
    }),
  );
  await courier.mock.settled();
  const body: ReturnType<typeof JSON.parse> = await answer.json();
  return { status: answer.status, body };
};

/** All that a refusal must leave as it is. */
const everything = async (): Promise<string> => {
  const { clock, defaults, faults, log, snapshots, state } = courier.mock.control;
  return JSON.stringify([
    await clock.read(),
    await defaults.read(),
    faults.list(),
    await log(),
    await snapshots.list(),
    await state(),
  ]);
};

type Wrong = readonly [
  method: string,
  path: string,
  body: unknown,
  want: readonly [code: string, pointer: string | undefined],
];

const SCHEMA = 'SCHEMA_VIOLATION';
const PARAMETER = 'PARAMETER_INVALID';
const at = (pointer: string): Wrong[3] => [SCHEMA, pointer];
const unknown = (pointer: string): Wrong[3] => ['CODE_UNKNOWN', pointer];

const WRONG: readonly Wrong[] = [
  ['POST', '/_mock/clock/advance', {}, at('')],
  ['POST', '/_mock/clock/advance', { by: 'six hours' }, at('/by')],
  ['POST', '/_mock/clock/advance', { by: '-PT6H' }, at('/by')],
  ['POST', '/_mock/clock/advance', { by: 'PT6H', steps: 1 }, at('')],
  ['POST', '/_mock/clock/advance', { steps: 0 }, at('/steps')],
  ['POST', '/_mock/clock/advance', { steps: '1' }, at('/steps')],
  ['POST', '/_mock/clock/advance', { toAt: 'tomorrow' }, at('/toAt')],
  ['POST', '/_mock/clock/advance', { toAt: '2026-13-01T00:00:00Z' }, [PARAMETER, '/toAt']],
  ['POST', '/_mock/clock/advance', { toAt: '2020-01-01T00:00:00Z' }, ['RULE_VIOLATION', '/toAt']],
  ['POST', '/_mock/clock/advance', { until: { waybillNo: 'ZZ1' } }, at('/until')],
  [
    'POST',
    '/_mock/clock/advance',
    { until: { waybillNo: 'ZZ010000000016', status: 'ARRIVED' } },
    unknown('/until/status'),
  ],
  [
    'POST',
    '/_mock/clock/advance',
    { until: { waybillNo: 'ZZ010000000016', status: 'DELIVERED' } },
    ['NOT_FOUND', '/until/waybillNo'],
  ],
  ['PUT', '/_mock/clock', { mode: 'FAST' }, unknown('/mode')],
  ['PUT', '/_mock/clock', { mode: 'SCALED' }, at('/factor')],
  ['PUT', '/_mock/clock', { mode: 'FROZEN', factor: 2 }, at('/factor')],
  ['PUT', '/_mock/clock', { mode: 'SCALED', factor: 0 }, at('/factor')],
  ['PUT', '/_mock/defaults', { scenario: '1' }, at('/scenario')],
  ['PUT', '/_mock/defaults', { scenario: '42' }, ['NOT_FOUND', '/scenario']],
  ['PUT', '/_mock/defaults', { scenario: '01', more: 1 }, at('')],
  ['POST', '/_mock/faults', { do: { kind: 'flood' } }, unknown('/do/kind')],
  ['POST', '/_mock/faults', { do: { kind: 'drop' }, rate: 2 }, at('/rate')],
  ['POST', '/_mock/faults', { do: { kind: 'delay', by: '1h' } }, at('/do/by')],
  ['POST', '/_mock/faults', { do: { kind: 'drop', much: 1 } }, at('/do')],
  [
    'POST',
    '/_mock/faults',
    { match: { waybillNo: 'GONE!!' }, do: { kind: 'drop' } },
    at('/match/waybillNo'),
  ],
  ['POST', '/_mock/faults', { do: { kind: 'drop' }, times: 0 }, at('/times')],
  [
    'POST',
    '/_mock/faults',
    { match: { tenant: 'OTHER' }, do: { kind: 'drop' } },
    ['ROLE_NOT_PERMITTED', '/match/tenant'],
  ],
  ['DELETE', '/_mock/faults/flt_9', undefined, ['NOT_FOUND', undefined]],
  ['POST', '/_mock/deliveries/none/replay', {}, ['NOT_FOUND', undefined]],
  ['POST', '/_mock/deliveries/none/replay', { times: 0 }, at('/times')],
  ['POST', '/_mock/replay', { eventIds: [] }, at('/eventIds')],
  ['POST', '/_mock/replay', { eventIds: ['msg_1'] }, ['NOT_FOUND', '/eventIds/0']],
  ['POST', '/_mock/replay', { eventIds: ['msg_1'], mutate: 'melt' }, unknown('/mutate')],
  ['PUT', '/_mock/sinks/here', { eventTypes: ['x'] }, ['CODE_UNKNOWN', '/eventTypes/0']],
  ['PUT', '/_mock/sinks/here', { url: 'ftp://there' }, ['RULE_VIOLATION', undefined]],
  ['POST', '/_mock/handed/1', { status: 700 }, at('/status')],
  ['GET', '/_mock/snapshots/snp_none', undefined, ['NOT_FOUND', undefined]],
  ['POST', '/_mock/snapshots/snp_none/restore', undefined, ['NOT_FOUND', undefined]],
  ['POST', '/_mock/snapshots', { name: 'mine' }, at('')],
  ['POST', '/_mock/reset', { hard: true }, at('')],
  ['GET', '/_mock/log?after=first', undefined, [PARAMETER, '/after']],
  ['GET', '/_mock/stream?after=first', undefined, [PARAMETER, '/after']],
  ['GET', '/_mock/requests?after=first', undefined, [PARAMETER, '/after']],
  ['GET', '/_mock/requests/first', undefined, ['NOT_FOUND', '/seq']],
  ['GET', '/_mock/timeline/ZZ010000000016', undefined, ['NOT_FOUND', '/waybillNo']],
  ['GET', '/_mock/views', undefined, [PARAMETER, '/waybillNo']],
  ['GET', '/_mock/views?waybillNo=ZZ010000000016', undefined, ['NOT_FOUND', '/waybillNo']],
  ['GET', '/_mock/revisions?collection=order', undefined, [PARAMETER, '/id']],
  ['GET', '/_mock/differences?from=x', undefined, [PARAMETER, '/from']],
  ['GET', '/_mock/nothing', undefined, ['NOT_FOUND', undefined]],
  ['PUT', '/_mock/log', undefined, ['METHOD_NOT_ALLOWED', undefined]],
];

test.each(WRONG)(
  '%s %s with %j is refused, and changes nothing',
  async (method, path, body, want) => {
    const before = await everything();
    const told = await ask(method, path, body === undefined ? undefined : JSON.stringify(body));
    const [finding] = told.body.errors ?? [];
    expect([told.body.code, want[1] === undefined ? undefined : finding?.pointer]).toEqual(want);
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.body.type).toContain(told.body.code);
    // a form is told in words and by an example, never as an expression
    expect(JSON.stringify(told.body)).not.toMatch(/\[0-9\]|\^/);
    expect(await everything()).toBe(before);
  },
);

const fill = (path: string): string => path.replace(/\{\w+\}/g, 'x');

test.each(
  controlRoutes
    .filter(({ method }) => method !== 'GET')
    .map((route) => [route.method, fill(route.path)]),
)('%s %s takes no text that is no JSON', async (method = '', path = '') => {
  const before = await everything();
  const { body } = await ask(method, path, '{"by":');
  expect(body.code).toBe('MALFORMED_JSON');
  expect(await everything()).toBe(before);
});

test.each(
  controlRoutes
    .filter((route) => !('open' in route))
    .map((route) => [route.method, fill(route.path)]),
)('%s %s is for no bearer of a wrong token', async (method = '', path = '') => {
  const { status, body } = await ask(method, path, undefined, 'Bearer x');
  expect([status, body.code]).toEqual([401, 'UNAUTHENTICATED']);
});
