import type { RequirementId } from '../words.ts';
import { isExcluded, requirementOf } from './catalogue.ts';

type Twin = { readonly whole: RequirementId; readonly parts: readonly RequirementId[] };

/**
 * The same duty, seen from two clauses. What is seen of a part is seen of the whole; where there is one part, the
 * reverse holds too. One check reports for both, and a fault violates both.
 */
export const TWINS: readonly Twin[] = [
  { whole: 'CSN-001', parts: ['TOK-003'] },
  { whole: 'CSN-002', parts: ['TOK-002'] },
  { whole: 'CSN-003', parts: ['TOK-004'] },
  { whole: 'CSN-004', parts: ['PRV-004'] },
  { whole: 'CSN-005', parts: ['VEW-008'] },
  { whole: 'CSN-006', parts: ['VEW-007'] },
  { whole: 'CSN-007', parts: ['RVL-003'] },
  { whole: 'CSN-008', parts: ['RVL-006'] },
  { whole: 'CSN-009', parts: ['RVL-005'] },
  { whole: 'CSN-010', parts: ['RVL-004'] },
  { whole: 'CSN-012', parts: ['VNM-001', 'VNM-003'] },
  { whole: 'CSN-013', parts: ['RVL-010'] },
  { whole: 'CSN-014', parts: ['RET-002'] },
  { whole: 'CSN-015', parts: ['WHK-001'] },
  { whole: 'CSN-016', parts: ['ENU-002'] },
  { whole: 'CSN-017', parts: ['DGR-002'] },
  { whole: 'CTY-011', parts: ['DGR-002'] },
  { whole: 'CSN-018', parts: ['RVL-007'] },
  { whole: 'ORD-002', parts: ['PRV-007'] },
  { whole: 'WBL-007', parts: ['LBL-001', 'LBL-002', 'LBL-003'] },
  { whole: 'WHK-002', parts: ['DSC-008', 'DSC-010'] },
  { whole: 'DSC-009', parts: ['WHK-008'] },
  { whole: 'DSC-011', parts: ['WHK-003', 'WHK-005'] },
  { whole: 'DSC-013', parts: ['IDM-001'] },
  { whole: 'DSC-014', parts: ['ERR-001'] },
  { whole: 'DSC-015', parts: ['ERR-002'] },
  { whole: 'DSC-020', parts: ['LIM-001', 'LIM-002'] },
  { whole: 'DGR-001', parts: ['CTY-002', 'CTY-010'] },
  { whole: 'TRK-011', parts: ['VEW-006'] },
  { whole: 'STA-002', parts: ['SDC-001'] },
  { whole: 'STA-003', parts: ['SDC-002'] },
];

const told = new Map<RequirementId, Set<RequirementId>>();
const tell = (from: RequirementId, to: RequirementId): void => {
  if (isExcluded(requirementOf(to))) return;
  told.set(from, (told.get(from) ?? new Set()).add(to));
};
for (const { whole, parts } of TWINS)
  for (const part of parts) {
    tell(part, whole);
    if (parts.length === 1) tell(whole, part);
  }

/** Some requirements and all that say the same; those that have no check are left out. */
export const withTwins = <Ids extends readonly RequirementId[]>(ids: Ids): Ids => {
  const all = new Set<RequirementId>(ids);
  // a set that grows while it is walked is walked to its end
  for (const id of all) for (const twin of told.get(id) ?? []) all.add(twin);
  return [...all] as unknown as Ids;
};
