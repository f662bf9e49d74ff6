import { type BlacklistEntry, registry } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blacklistCheckOf,
  isAppealPeriodOver,
  isInEffect,
  isKeyInUse,
  subjectTokenOf,
} from '../../src/credit/index.ts';

const ENTRY = {
  ...(registry.schemas.get('BlacklistEntry')?.examples.valid.effective as BlacklistEntry),
  effectiveFromAt: '2026-12-15T00:00:00+08:00',
  expiresAt: '2028-12-14T00:00:00+08:00',
};
const during = '2027-01-01T00:00:00+08:00';

test.each([
  ['in its term', { entry: ENTRY, at: during, want: true }],
  ['at its first instant', { entry: ENTRY, at: '2026-12-14T16:00:00Z', want: true }],
  ['before it', { entry: ENTRY, at: '2026-12-14T15:59:59Z', want: false }],
  ['at its end', { entry: ENTRY, at: '2028-12-14T00:00:00+08:00', want: false }],
  ...(['PROPOSED', 'NOTIFIED', 'APPEALED', 'REVOKED', 'EXPIRED'] as const).map(
    (status) =>
      [`while ${status}`, { entry: { ...ENTRY, status }, at: during, want: false }] as const,
  ),
] as const)('an entry counts %s: %o', (_title, { entry, at, want }) => {
  expect(isInEffect(entry, at)).toBe(want);
});

test('an appeal may be filed up to the last second', () => {
  const term = { appealUntilAt: '2026-12-15T00:00:00+08:00' };
  expect(isAppealPeriodOver(term, '2026-12-14T23:59:59+08:00')).toBe(false);
  expect(isAppealPeriodOver(term, '2026-12-15T00:00:00+08:00')).toBe(true);
});

describe('a check', () => {
  const { subjectToken = '' } = ENTRY;
  const unknown = `ct_${'A'.repeat(43)}`;
  const revoked = { ...ENTRY, status: 'REVOKED' as const, subjectToken: `ct_${'B'.repeat(43)}` };

  test('tells of entries in effect alone, in the order of its items', () => {
    const items = [{ subjectToken: unknown }, { subjectToken }];
    expect(blacklistCheckOf([revoked, ENTRY], { items }, during)).toEqual({
      results: [
        { index: 0, listed: false },
        { index: 1, listed: true, reasonCode: ENTRY.reasonCode, entryId: ENTRY.entryId },
      ],
    });
  });

  test('answers unknown, revoked and expired subjects alike', () => {
    const answerTo = (token: string, at: string) =>
      blacklistCheckOf([revoked, ENTRY], { items: [{ subjectToken: token }] }, at);
    expect(answerTo(revoked.subjectToken, during)).toEqual(answerTo(unknown, during));
    expect(answerTo(subjectToken, '2029-01-01T00:00:00Z')).toEqual(answerTo(unknown, during));
  });

  test('finds an organisation whatever its role', () => {
    const party = { partyId: 'SEABREEZE', role: 'merchant' } as const;
    const { subjectToken: _, ...rest } = ENTRY;
    const entry: BlacklistEntry = { ...rest, subjectKind: 'ORGANISATION', subjectParty: party };
    const items = [{ subjectParty: { ...party, role: 'platform' as const } }];
    expect(blacklistCheckOf([entry], { items }, during).results[0]?.listed).toBe(true);
  });
});

describe('a subject token', () => {
  // RFC 4231, test case 6 has a longer key; the key of case 1 is too short to be taken
  test('is the HMAC of RFC 4231, test case 6', async () => {
    const key = new Uint8Array(131).fill(0xaa);
    const text = 'Test Using Larger Than Block-Size Key - Hash Key First';
    const digest = '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54';
    expect(await subjectTokenOf(key, text)).toBe(
      `ct_${Buffer.from(digest, 'hex').toString('base64url')}`,
    );
  });

  test('is another under another key, and has the form of the word', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 64 }),
        fc.uint8Array({ minLength: 32, maxLength: 64 }),
        async (a, b) => {
          fc.pre(Buffer.compare(a, b) !== 0);
          const [one, other] = await Promise.all([
            subjectTokenOf(a, '+8619900000001'),
            subjectTokenOf(b, '+8619900000001'),
          ]);
          expect(one).toMatch(/^ct_[A-Za-z0-9_-]{43}$/);
          expect(one).not.toBe(other);
        },
      ),
      { numRuns: 30 },
    ));

  test('needs a key that cannot be tried out', async () => {
    await expect(subjectTokenOf(new Uint8Array(31), '+8619900000001')).rejects.toThrow('32 bytes');
  });

  test('is made with one key for ninety days', () => {
    const since = '2026-11-01T00:00:00+08:00';
    expect(isKeyInUse(since, '2027-01-29T23:59:59+08:00')).toBe(true);
    expect(isKeyInUse(since, '2027-01-30T00:00:00+08:00')).toBe(false);
    expect(isKeyInUse(since, '2026-10-31T23:59:59+08:00')).toBe(false);
  });
});
