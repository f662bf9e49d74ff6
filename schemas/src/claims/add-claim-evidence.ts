import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { evidenceOf } from './_evidence.ts';
import { crushedBox } from './_examples.ts';
import { Claim } from './claim.ts';

/** Added to what is there; nothing is taken away. */
export const ClaimEvidence = Closed(
  'ClaimEvidence',
  { en: 'Evidence of a claim', zh: '理赔证据' },
  { en: 'More files for a claim under review.', zh: '为审核中的理赔补充的材料。' },
  {
    evidence: evidenceOf(1, {
      en: 'Files that are added.',
      zh: '补充的材料。',
    }),
  },
);
export type ClaimEvidence = Static<typeof ClaimEvidence>;

export const addClaimEvidence = defineOperation({
  name: 'add-claim-evidence',
  since: '1.0',
  title: { en: 'Add evidence to a claim', zh: '补充理赔证据' },
  servedBy: ['courier', 'insurer'],
  calledBy: ['platform', 'merchant'],
  method: 'POST',
  path: '/v1/claims/{claimId}/evidence',
  request: ClaimEvidence,
  answer: { status: 200, body: Claim },
  lifecycle: 'claim',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {
    request: {
      valid: { 'one more photo': { evidence: [crushedBox] } },
      invalid: {
        'no file at all': {
          value: { evidence: [] },
          breaks: { pointer: '/evidence', rule: 'minItems' },
        },
        'a digest in upper case': {
          value: { evidence: [{ ...crushedBox, sha256: crushedBox.sha256.toUpperCase() }] },
          breaks: { pointer: '/evidence/0/sha256', rule: 'pattern' },
        },
      },
    },
  },
});
