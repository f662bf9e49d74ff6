import { type ProblemCode, type RequirementId, registry } from '@openwaybill/schemas';
import type { SingleFault } from './revalidate.ts';

/** The requirement about faults of which no other speaks, and their codes. */
const OTHERWISE = 'DSC-027';
const GENERAL: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'SCHEMA_VIOLATION',
  'CODE_UNKNOWN',
  'CHECK_DIGIT_INVALID',
  'CHARGE_SUM_MISMATCH',
  'RULE_VIOLATION',
]);

/** Faults of which a requirement about privacy speaks, whatever the message. */
const OF_PRIVACY: Readonly<Record<string, RequirementId>> = {
  'digit-run': 'PRV-006',
  'masked-input': 'PRV-004',
};
const MASKED = 'PRV-007';
/** How a text shows that it is not masked; one that is masked and too long may be called either. */
const UNMASKED: ReadonlySet<string> = new Set(['pattern', 'plaintext']);

const judged = new Map<string, RequirementId>(
  registry.requirements.flatMap((one) =>
    'judgedBy' in one && one.position === 'server' ? [[one.id as string, one.id]] : [],
  ),
);

/** The requirement that a fault is against; nothing where none says exactly how it is answered. */
export const spokenOf = ({ pointer, rule, code }: SingleFault): RequirementId | undefined =>
  OF_PRIVACY[rule] ??
  judged.get(rule) ??
  (code === 'PLAINTEXT_PERSONAL_DATA' && UNMASKED.has(rule) && pointer.endsWith('Masked')
    ? MASKED
    : GENERAL.has(code)
      ? OTHERWISE
      : undefined);

/** Every requirement that single faults are against, but for the one about all others. */
export const SPEAKING: readonly RequirementId[] = [
  ...new Set<RequirementId>([
    ...Object.values(OF_PRIVACY),
    MASKED,
    ...[...registry.schemas.values()].flatMap(({ examples }) =>
      Object.values(examples.invalid).flatMap(({ breaks }) => judged.get(breaks.rule) ?? []),
    ),
  ]),
];
