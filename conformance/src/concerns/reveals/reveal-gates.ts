import type { RevealRequest } from '@openwaybill/schemas';
import type { Identity } from '../../drive/identity.ts';
import { observation } from '../../drive/observation.ts';

import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';
import { askFor, inventedPerson, parcelFor, referenceOf, sealedTo } from './ask.ts';

const NOBODYS = 'ZZ9999999999';

/** One request for each gate that fails it alone, and some that fail two. */
export const revealGates = defineScenario({
  id: 'reveal-gates',
  title: text('The gates of a reveal', '揭示的各道闸口'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-001', 'RVL-006', 'RVL-009', 'CSN-008'],
  run: async function* (stage) {
    if (!stage.has('core') || !stage.has('merchant')) {
      stage.leaveOut(text('Reveals of a headquarters', '总部揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of a person whom the runner invented', '虚构收件人的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'gates'));
    if (parcel === undefined) return;
    const control = await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      intent: 'CONTROL',
      probe: 'reveal-control',
    });
    const refused = (who: Identity, probe: string, body: RevealRequest) =>
      stage.callAs(who, 'requestReveal', { body, twinOf: control.seq, probe });

    yield step('CALL', 'Role, reference and stage', '角色、引用与阶段');
    if (stage.has('warehouse'))
      await refused(
        'warehouse',
        'reveal-by-warehouse',
        askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      );
    await refused('core', 'reveal-purpose-of-others', askFor(parcel, 'FULFIL_SELF_SHIP', ['NAME']));
    await refused(
      'runner',
      'reveal-purpose-of-facet',
      askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
    );
    await refused(
      'core',
      'reveal-unknown',
      askFor({ ...parcel, consigneeRef: stage.invent.consigneeRef() }, 'SERVICE_NAME_CHECK', [
        'NAME',
      ]),
    );
    await refused(
      'core',
      'reveal-other-waybill',
      askFor({ ...parcel, waybillNo: NOBODYS }, 'SERVICE_NAME_CHECK', ['NAME']),
    );
    await refused('second', 'reveal-foreign', askFor(parcel, 'FULFIL_CONTACT', ['PHONE']));
    await refused('core', 'reveal-early', askFor(parcel, 'SERVICE_AFTER_SALES', ['PHONE']));
    await refused('core', 'reveal-early-and-more', askFor(parcel, 'SERVICE_CLAIM', ['PHONE']));

    yield step('CALL', 'Assignment, field and consent', '分派、字段与同意');
    await refused('runner', 'reveal-unassigned', askFor(parcel, 'FULFIL_CONTACT', ['PHONE']));
    await refused(
      'runner',
      'reveal-unassigned-and-more',
      askFor(parcel, 'FULFIL_CONTACT', ['ADDRESS']),
    );
    await refused('core', 'reveal-other-field', askFor(parcel, 'SERVICE_NAME_CHECK', ['ADDRESS']));
    const forCustoms = stage.has('customs-agent')
      ? await referenceOf(stage, parcel, 'customs-agent')
      : undefined;
    if (forCustoms !== undefined) {
      const mine = { ...parcel, consigneeRef: forCustoms };
      const seal = sealedTo(stage, 'customs-agent');
      await refused(
        'customs-agent',
        'reveal-without-consent',
        askFor(mine, 'CUSTOMS_DECLARATION', ['NAME'], seal),
      );
      await refused(
        'customs-agent',
        'reveal-without-consent-and-more',
        askFor(mine, 'CUSTOMS_DECLARATION', ['NAME'], { ...seal, authentication: 'PASSWORD' }),
      );
      await refused(
        'customs-agent',
        'reveal-field-before-consent',
        askFor(mine, 'CUSTOMS_DECLARATION', ['DELIVERY_NOTE'], seal),
      );
    }

    yield step('DELIVER', 'The parcel meets an exception', '包裹出现异常');
    await stage.deliver(await observation(stage, parcel.waybillNo, 'PICKED_UP'));
    await stage.deliver(await observation(stage, parcel.waybillNo, 'LOST'));
    await stage.settle();
    await refused(
      'core',
      'reveal-not-proven',
      askFor(parcel, 'SERVICE_CLAIM', ['NAME'], { authentication: 'PASSWORD' }),
    );
    await refused(
      'core',
      'reveal-field-before-proof',
      askFor(parcel, 'SERVICE_CLAIM', ['PHONE'], { authentication: 'PASSWORD' }),
    );

    if (!stage.has('other-merchant')) return;
    yield step('CALL', 'A merchant whose agreement is suspended', '协议已中止的商家');
    const listed = await stage.callAs('other-merchant', 'listAgreements');
    const effective: readonly string[] = (answerOf(listed)?.items ?? []).flatMap(
      (one: { readonly agreementId?: string; readonly status?: string }) =>
        one.status === 'EFFECTIVE' ? [String(one.agreementId)] : [],
    );
    for (const agreementId of effective)
      await stage.callAs('other-merchant', 'suspendAgreement', {
        path: { agreementId },
        intent: 'PREPARE',
      });
    await refused(
      'other-merchant',
      'reveal-not-agreed',
      askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
    );
    await refused(
      'other-merchant',
      'reveal-not-agreed-and-more',
      askFor(parcel, 'FULFIL_LABEL', ['DELIVERY_NOTE']),
    );
    for (const agreementId of effective)
      await stage.callAs('other-merchant', 'resumeAgreement', {
        path: { agreementId },
        intent: 'PREPARE',
      });
    await stage.settle();
  },
});
