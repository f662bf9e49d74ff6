import { type LicenceRecord, registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { isLicensed, mayBeActive } from '../../src/registry/index.ts';

const LICENCE: LicenceRecord = {
  ...(Object.values(
    registry.schemas.get('LicenceRecord')?.examples.valid ?? {},
  )[0] as LicenceRecord),
  validFromOn: '2026-01-01',
  validToOn: '2026-12-31',
};

test.each([
  ['on its first second', { at: '2026-01-01T00:00:00+08:00', want: true }],
  ['on its last second', { at: '2026-12-31T15:59:59Z', want: true }],
  ['a second before', { at: '2025-12-31T23:59:59+08:00', want: false }],
  ['a second after', { at: '2026-12-31T16:00:00Z', want: false }],
  ['while suspended', { at: '2026-06-01T00:00:00Z', status: 'SUSPENDED', want: false }],
  ['once revoked', { at: '2026-06-01T00:00:00Z', status: 'REVOKED', want: false }],
] as const)('a licence entitles %s', (_title, given) => {
  const status = 'status' in given ? given.status : 'VALID';
  expect(isLicensed({ ...LICENCE, status }, given.at)).toBe(given.want);
});

test.each([
  ['a courier with a licence', { roles: ['courier'], licences: [LICENCE], want: true }],
  ['a courier without one', { roles: ['courier', 'hub'], licences: [], want: false }],
  [
    'a courier with an old and a new one',
    {
      roles: ['courier'],
      licences: [{ ...LICENCE, status: 'EXPIRED' as const }, LICENCE],
      want: true,
    },
  ],
  ['a platform', { roles: ['platform'], licences: [], want: undefined }],
])('%s may be active or not', (_title, { roles, licences, want }) => {
  expect(mayBeActive(roles, licences, '2026-06-01T00:00:00Z')).toBe(want);
});
