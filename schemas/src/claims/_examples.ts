import type { Claim } from './claim.ts';
import type { Complaint } from './complaint.ts';
import type { ExceptionReport } from './exception-report.ts';

/** A photo of a crushed box. */
export const crushedBox = {
  attachmentId: '019398a0-0000-7000-8000-0000000000e1',
  mediaType: 'image/jpeg',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  sizeBytes: 48_213,
} as const;

/** A box of tea was crushed at the hub. */
export const crushedReport: ExceptionReport = {
  exceptionId: '019398a0-0000-7000-8000-0000000000c1',
  waybillNo: 'ZZ010000000016',
  kind: 'DAMAGED',
  severity: 'MEDIUM',
  foundAt: '2026-11-12T03:10:00+08:00',
  evidence: [crushedBox],
  instructionDueAt: '2026-11-14T03:10:00+08:00',
  status: 'RAISED',
  revision: 1,
  createdAt: '2026-11-12T03:10:30+08:00',
  updatedAt: '2026-11-12T03:10:30+08:00',
};

/** The platform claims the price of the tea, which was insured. */
export const teaClaim: Claim = {
  claimId: '019398a0-0000-7000-8000-0000000000c2',
  waybillNo: 'ZZ010000000016',
  kind: 'DAMAGED',
  claimedAmount: { currency: 'CNY', minor: 12_800 },
  declaredValue: { currency: 'CNY', minor: 10_000 },
  isInsured: true,
  evidence: [crushedBox],
  status: 'FILED',
  decisionDueAt: '2026-12-13T10:00:00+08:00',
  revision: 1,
  createdAt: '2026-11-13T10:00:00+08:00',
  updatedAt: '2026-11-13T10:00:00+08:00',
};

/** A consumer found the parcel in a locker that nobody had agreed to. */
export const lockerComplaint: Complaint = {
  complaintId: '019398a0-0000-7000-8000-0000000000c3',
  waybillNo: 'ZZ010000000016',
  topic: 'NO_CONSENT_LOCKER',
  openedAt: '2026-11-13T18:05:00+08:00',
  status: 'OPEN',
  answerDueAt: '2026-11-20T18:05:10+08:00',
  revision: 1,
  createdAt: '2026-11-13T18:05:10+08:00',
  updatedAt: '2026-11-13T18:05:10+08:00',
};
