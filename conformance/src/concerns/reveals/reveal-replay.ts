import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import type { Exchange } from '../../transcript/format.ts';
import { askFor, inventedPerson, type Parcel, parcelFor, revealIdOf } from './ask.ts';

type Said = { readonly ask: () => Promise<Exchange>; readonly first: Exchange };

/** A request that can be sent again byte by byte, under its own key. */
const sayOnce = async (stage: Stage, parcel: Parcel): Promise<Said & { readonly key: string }> => {
  const key = stage.invent.uuid();
  const send = (probe: string) => () =>
    stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      idempotencyKey: key,
      intent: 'CONTROL',
      probe,
    });
  return { key, first: await send('reveal-said-once')(), ask: send('reveal-said-again') };
};

/** The key of a reveal used again: at once, by another actor, after a revocation, and after its time. */
export const revealReplay = defineScenario({
  id: 'reveal-replay',
  title: text('A reveal asked for again under its key', '同键重复的揭示请求'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  movesClock: true,
  touches: ['RVL-005', 'RVL-006', 'CSN-008', 'CSN-009'],
  run: async function* (stage) {
    if (!stage.has('core')) {
      stage.leaveOut(text('Reveals of a headquarters', '总部揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of a person whom the runner invented', '虚构收件人的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'replay'));
    if (parcel === undefined) return;

    yield step('CALL', 'Again at once, and by another actor', '立即重复与换人重复');
    const said = await sayOnce(stage, parcel);
    await said.ask();
    await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME'], {
        actor: { actorId: 'emp_other', kind: 'SYSTEM' },
      }),
      idempotencyKey: said.key,
      twinOf: said.first.seq,
      probe: 'reveal-said-by-other',
    });

    yield step('CALL', 'Again after it was revoked', '撤销后重复');
    const revoked = await sayOnce(stage, parcel);
    await stage.callAs('core', 'revokeReveal', {
      path: { revealId: revealIdOf(revoked.first) },
      intent: 'CONTROL',
      probe: 'reveal-revoked',
    });
    await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      idempotencyKey: revoked.key,
      intent: 'CONTROL',
      probe: 'reveal-said-after-revocation',
    });

    if (!stage.offers('CLOCK')) return;
    yield step('ADVANCE', 'Again after a minute, and after its life', '一分钟后与到期后重复');
    const late = await sayOnce(stage, parcel);
    await stage.advance('PT2M');
    const again = {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      intent: 'CONTROL',
      probe: 'reveal-said-late',
    } as const;
    await stage.callAs('core', 'requestReveal', { ...again, idempotencyKey: late.key });
    await stage.advance('PT20M');
    await stage.callAs('core', 'requestReveal', { ...again, idempotencyKey: late.key });
    await stage.settle();
  },
});
