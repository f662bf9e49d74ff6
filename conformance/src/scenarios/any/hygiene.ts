import type { CallInput } from '../../drive/stage.ts';
import { subscriptionBody } from '../../drive/subscription-body.ts';
import { oddities } from '../../negatives/oddities.ts';
import { defineScenario, step, text } from '../scenario.ts';

const LONG = 1_001;
/** What a run sends of one body at the most. */
const MOST_BYTES = 4_000_000;
/** What a few kilobytes swell to. */
const SWOLLEN_BYTES = 8 * 1024 * 1024;

const gzipped = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(
      new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer(),
  );

/** Bombs and oddities of JSON, wrong media types, several faults at once; and whether the system lives on. */
export const hygiene = defineScenario({
  id: 'hygiene',
  title: text('Bad bytes', '异常报文'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  touches: [
    'DSC-002',
    'DSC-014',
    'DSC-020',
    'LIM-001',
    'LIM-002',
    'ERR-004',
    'DSC-024',
    'DSC-031',
    'DSC-021',
  ],
  run: async function* (stage) {
    const body = () => subscriptionBody(stage);
    const right = body();
    const twin = await stage.call('createEventSubscription', { body: right, intent: 'CONTROL' });
    const send = (probe: string, more: CallInput) =>
      stage.call('createEventSubscription', { probe, twinOf: twin.seq, ...more });
    const isAlive = () => stage.callAs('nobody', 'getHealth', { probe: 'alive-after-bomb' });

    yield step('CALL', 'Oddities of JSON', 'JSON 异常');
    for (const [name, raw] of Object.entries(oddities(JSON.stringify(body())))) {
      await send(`bytes-${name}`, { raw });
      await isAlive();
    }
    yield step('CALL', 'As many bytes as the limit, and more', '达到与超出大小限制');
    const { maxBodyBytes } = stage.claim.document.limits;
    if (maxBodyBytes <= MOST_BYTES) {
      const text = JSON.stringify(body());
      // white space is no member: only the size is unusual
      await stage.call('createEventSubscription', {
        raw: text + ' '.repeat(Math.max(0, maxBodyBytes - text.length)),
        intent: 'CONTROL',
        probe: 'bytes-at-limit',
      });
    }
    await send('bytes-too-many', {
      raw: JSON.stringify({
        ...body(),
        note: 'x'.repeat(Math.min(maxBodyBytes, MOST_BYTES) + 1),
      }),
    });
    await isAlive();

    yield step(
      'CALL',
      'More members than the limit, and a coding that swells',
      '数组过长与压缩炸弹',
    );
    await send('bytes-long-array', {
      body: {
        ...body(),
        eventTypes: Array.from({ length: LONG }, (_, at) => `org.example.e${at}`),
      },
    });
    await isAlive();
    await send('bytes-compressed', {
      raw: await gzipped('['.repeat(SWOLLEN_BYTES)),
      headers: { 'Content-Encoding': 'gzip' },
    });
    await isAlive();

    yield step('CALL', 'Media types', '媒体类型');
    await send('media-type', { body: body(), headers: { 'Content-Type': 'text/plain' } });
    await send('accept', { body: body(), headers: { Accept: 'text/html' } });
    await send('method', { body: body(), method: 'PUT' });
    await send('path', { body: body(), target: '/v1/nothing-here' });

    yield step('CALL', 'Several faults at once', '多处错误');
    const wrongVersion = { 'OpenWaybill-Version': '7.0' };
    await send('order-path-before-token', { token: null, target: '/v1/nothing-here', raw: '{' });
    await send('order-token-before-version', { token: null, headers: wrongVersion, raw: '{' });
    await send('order-version-before-media', {
      headers: { ...wrongVersion, 'Content-Type': 'text/plain' },
      raw: '{',
    });
    await send('order-media-before-bytes', {
      headers: { 'Content-Type': 'text/plain' },
      raw: '{',
    });
    await send('order-bytes-before-key', { raw: '{', idempotencyKey: null });
    await send('order-key-before-body', { raw: '{}', idempotencyKey: null });
    await send('order-body-before-existence', { raw: '{"signing":"V9"}' });
  },
});
