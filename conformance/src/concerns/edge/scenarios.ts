import { subscriptionBody } from '../../drive/subscription-body.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';

/** Addresses that an event is never sent to, in the spellings by which they slip through. */
const FORBIDDEN_TARGETS: readonly string[] = [
  'https://10.0.0.1/events',
  'https://172.16.0.1/events',
  'https://192.168.1.1/events',
  'https://169.254.169.254/latest/meta-data',
  'https://2852039166/events',
  'https://0xa9fea9fe/events',
  'https://0251.0376.0251.0376/events',
  'https://10.1/events',
  'https://[fe80::1]/events',
  'https://[fd00::1]/events',
  'https://[::ffff:10.0.0.1]/events',
  'https://[64:ff9b::a00:1]/events',
  'https://100.64.0.1/events',
  'https://198.18.0.1/events',
  'https://224.0.0.1/events',
  'https://receiver.example:22/events',
  'https://intranet/events',
  'http://receiver.example/events',
];

/** Targets that are no address of a receiver at all. */
const ILL_FORMED_TARGETS: readonly string[] = [
  'https://user:word@receiver.example/events',
  'https://receiver.example/events#part',
  'ftp://receiver.example/events',
];

/** Where events may be sent: not inside, however it is spelt. */
export const callbackTargets = defineScenario({
  id: 'callback-targets',
  title: text('Internal targets of events', '事件投递的内部目标'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  touches: ['WHK-004', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'A target that is right', '正确的目标');
    const right = subscriptionBody(stage);
    const twin = await stage.call('createEventSubscription', { body: right, intent: 'CONTROL' });
    yield step('CALL', 'Targets inside', '内部目标');
    for (const callbackUrl of FORBIDDEN_TARGETS)
      await stage.call('createEventSubscription', {
        body: { ...subscriptionBody(stage), callbackUrl },
        probe: 'target-inside',
        twinOf: twin.seq,
      });
    for (const callbackUrl of ILL_FORMED_TARGETS)
      await stage.call('createEventSubscription', {
        body: { ...subscriptionBody(stage), callbackUrl },
        probe: 'target-ill-formed',
        twinOf: twin.seq,
      });
  },
});

/** A secret is shown in the answer of the creation, and never again. */
export const subscriptionSecrets = defineScenario({
  id: 'subscription-secrets',
  title: text('A secret is told once', '密钥只告知一次'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  touches: ['WHK-007', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'A subscription with a symmetric signature', '对称签名的订阅');
    const body = { ...subscriptionBody(stage), signing: 'V1A_AND_V1' };
    const path = { subscriptionId: body.subscriptionId };
    await stage.call('createEventSubscription', {
      body,
      intent: 'CONTROL',
      probe: 'secret-created',
    });
    yield step('CALL', 'It is read and listed', '读取与列出');
    await stage.call('getEventSubscription', { path, probe: 'secret-read' });
    await stage.call('listEventSubscriptions', { query: { limit: '200' }, probe: 'secret-read' });
  },
});

const GONE = 410;

/** A receiver that says that it is gone. */
export const goneReceiver = defineScenario({
  id: 'gone-receiver',
  title: text('A receiver is gone for good', '接收方永久下线'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  touches: ['WHK-006', 'DSC-021'],
  run: async function* (stage) {
    const prepared = await stage.prepare('subscription');
    if ('blocked' in prepared) return;
    yield step('AWAIT', 'An event is answered with 410', '以 410 应答事件');
    prepared.inbox.answerNext({ status: GONE });
    const before = stage.earlier().at(-1)?.seq ?? 0;
    const event = await stage.prepare('event');
    // who was never told has nothing to end
    const told =
      'blocked' in event
        ? undefined
        : await stage.await(
            {
              operation: 'receiveEvent',
              after: before,
              matches: ({ scenario, response }) =>
                scenario === stage.scenario && response?.status === GONE,
            },
            stage.run.maxWaitMilliseconds,
          );
    await stage.settle();
    if (told !== undefined)
      await stage.call('getEventSubscription', {
        path: { subscriptionId: prepared.subscriptionId },
        probe: 'gone-read',
      });
  },
});

/** The key that another organisation used. */
export const foreignKey = defineScenario({
  id: 'foreign-key',
  title: text('A key that another used', '他方用过的幂等键'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  touches: ['IDM-002', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('second')) {
      stage.leaveOut(text('A second organisation', '第二单位'), 'NO_FACILITY');
      return;
    }
    yield step('CALL', 'One key, two organisations', '同一幂等键，两个单位');
    const idempotencyKey = stage.invent.uuid();
    await stage.call('createEventSubscription', {
      body: subscriptionBody(stage),
      idempotencyKey,
      intent: 'CONTROL',
      probe: 'key-of-ours',
    });
    await stage.callAs('second', 'createEventSubscription', {
      body: subscriptionBody(stage),
      idempotencyKey,
      intent: 'PROBE',
      probe: 'key-of-theirs',
    });
  },
});

/** Twice the numbers that may be tried within a minute. */
const STEPS = 200;

/** Somebody tries waybill numbers one after the other. */
export const walking = defineScenario({
  id: 'walking',
  title: text('Waybill numbers are tried in order', '逐号遍历运单号'),
  system: ['courier', 'hub'],
  when: { offers: 'getParcel' },
  tier: 'W',
  touches: ['ENU-001', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('second')) {
      stage.leaveOut(text('A second organisation', '第二单位'), 'NO_FACILITY');
      return;
    }
    yield step('CALL', 'Two hundred numbers within a minute', '一分钟内两百个号码');
    for (let at = 0; at < STEPS; at += 1)
      await stage.callAs('second', 'getParcel', {
        path: { carrierCode: TEST_CARRIER, waybillNo: `ZZ${7_000_000_000 + at}` },
        intent: 'PROBE',
        probe: 'walked-number',
      });
  },
});
