import { registry } from '@openwaybill/schemas';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { act } from '../../drive/prepare.ts';
import type { AnswerMaker, Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';

const [GRANT] = Object.values(registry.schemas.get('RevealGrant')?.examples.valid ?? {});
const SOON = 5_000;
const HOUR = 3600;
const REVEAL_ID = 'rv_2Jx8mQ4tVb7LkD0sYw9cRA';
const PURPOSE = 'FULFIL_DELIVER';
const FIELDS = ['ADDRESS'] as const;

type Claims = {
  readonly aud: string;
  readonly waybillNo: string;
  readonly purpose: string;
  readonly revealId: string;
  readonly exp: number;
};

/** A payload for a recipient, sealed as the standard asks, with the claims that are given. */
const sealed = async (stage: Stage, key: JWK, claims: Claims): Promise<string> => {
  const { address } = { address: stage.person('sealed') };
  const fields = {
    address: {
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      road: address.road,
      structured: true,
    },
  };
  const crit = Object.keys(claims);
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(fields)))
    .setProtectedHeader({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      typ: 'consignee+jwe',
      kid: String(key.kid),
      iss: stage.partyId(),
      iat: claims.exp - HOUR,
      ...claims,
      crit,
    })
    .encrypt(await importJWK(key, 'ECDH-ES+A256KW'), {
      crit: Object.fromEntries(crit.map((name) => [name, true])),
    });
};

/** A courier gets sealed fields for its parcel, and some that were meant for another one, party, purpose or time. */
export const sealedRecipient = defineScenario({
  id: 'sealed-recipient',
  title: text('Sealed fields that do not fit', '与用途不符的密封字段'),
  system: 'courier',
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['TOK-008'],
  run: async function* (stage) {
    yield step('PREPARE', 'A waybill, and the key of the courier', '运单与快递企业的密钥');
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill) return;
    const published = await stage.call('getKeys', {});
    const key = (answerOf(published)?.keys ?? []).find(
      ({ use, alg }: JWK) => use === 'enc' && alg === 'ECDH-ES+A256KW',
    );
    if (key === undefined) {
      stage.leaveOut(text('A key to seal to', '可密封的公钥'), 'NO_FACILITY');
      return;
    }
    const { waybillNo } = waybill;
    const fits: Claims = {
      aud: stage.claim.document.organisation.partyId,
      waybillNo,
      purpose: PURPOSE,
      revealId: REVEAL_ID,
      exp: Math.floor((await stage.now()) / 1000) + HOUR,
    };
    const cases: Readonly<Record<string, Partial<Claims>>> = {
      'sealed-right': {},
      'sealed-other-waybill': { waybillNo: 'ZZ9999999999' },
      'sealed-other-recipient': { aud: 'SOMEBODYELSE' },
      'sealed-other-purpose': { purpose: 'FULFIL_LABEL' },
      'sealed-expired': { exp: fits.exp - 2 * HOUR },
    };
    for (const [probe, claims] of Object.entries(cases)) {
      yield step('SERVE', 'A grant with sealed fields', '含密封字段的授权');
      const body = {
        ...(GRANT as object),
        revealId: REVEAL_ID,
        status: 'GRANTED',
        purpose: PURPOSE,
        fieldsGranted: [...FIELDS],
        remainingUseCount: 2,
        expiresAt: new Date(fits.exp * 1000).toISOString(),
        fields: undefined,
        sealedFields: await sealed(stage, key, { ...fits, ...claims }),
      };
      const answer: AnswerMaker = { status: 201, body: JSON.parse(JSON.stringify(body)) };
      stage.serve('requestReveal', answer);
      const started = await act(stage, 'REQUEST_REVEAL', {
        consigneeRef: waybill.order.consignee.consigneeRef,
        waybillNo,
        purpose: PURPOSE,
        fields: FIELDS,
      });
      await stage.await({ operation: 'requestReveal', after: started.seq - 1 }, SOON);
      await stage.settle();
      await stage.call('getTestAction', {
        path: { actionId: String(answerOf(started)?.actionId) },
        intent: 'TEST_CONTROL',
        probe,
      });
    }
  },
});
