import type { EventDraft, Stage } from '../drive/stage.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Step } from '../words.ts';
import { step } from './scenario.ts';

/** Signed bytes that are no event, beside one that was taken. */
export async function* deliverNoEvents(
  stage: Stage,
  event: EventDraft,
  control: Exchange,
): AsyncGenerator<Step, void> {
  yield step('DELIVER', 'Signed bytes that are no event', '签名正确但并非事件的字节');
  const source = `urn:openwaybill:party:${stage.partyId()}`;
  const odd: Readonly<Record<string, string>> = {
    'inbox-duplicate-keys': `{"source":"${source}","specversion":"1.0","specversion":"1.0"}`,
    'inbox-deep': `{"source":"${source}","data":${'['.repeat(40)}${']'.repeat(40)}}`,
    'inbox-too-large': JSON.stringify({
      source,
      padding: 'x'.repeat(stage.claim.document.limits.maxBodyBytes + 1),
    }),
    'inbox-truncated': `{"source":"${source}","specversion":"1.0","data":{"eventCode":"DESTR`,
    'inbox-bare': JSON.stringify(event.data),
  };
  for (const [probe, raw] of Object.entries(odd))
    await stage.deliver(event, { probe, raw, intent: 'NEGATIVE', twinOf: control.seq });
  await stage.deliver(event, {
    probe: 'inbox-media-type',
    headers: { 'Content-Type': 'text/plain' },
    intent: 'NEGATIVE',
    twinOf: control.seq,
  });
}
