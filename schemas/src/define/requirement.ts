import type { Role } from './role.ts';
import type { Text } from './text.ts';

export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'MAY';
export type Position = 'caller' | 'server' | 'sender' | 'receiver';
/** The verb that each level is written with (GB/T 1.1; ISO/IEC Directives, Part 2, clause 7). */
export const LEVELS: Readonly<Record<Level, Text>> = {
  MUST: { en: 'shall', zh: '应' },
  'MUST NOT': { en: 'shall not', zh: '不应' },
  SHOULD: { en: 'should', zh: '宜' },
  MAY: { en: 'may', zh: '可' },
};

/** What a party does where a requirement binds it. */
export const POSITIONS: Readonly<Record<Position, Text>> = {
  caller: { en: 'caller', zh: '调用方' },
  server: { en: 'server', zh: '服务方' },
  sender: { en: 'sender', zh: '发送方' },
  receiver: { en: 'receiver', zh: '接收方' },
};

/** `as caller`, 作为调用方. */
export const positionText = (position: Position, language: keyof Text): string =>
  language === 'zh' ? `作为${POSITIONS[position].zh}` : `as ${POSITIONS[position].en}`;

export type Tier = 'W' | 'C' | 'S';
export type RequirementId = `${Uppercase<string>}-${number}`;

export type Exclusion = {
  readonly because: 'OFF_THE_WIRE' | 'HUMAN_JUDGEMENT' | 'UNSAFE_TO_PROVOKE' | 'LATER';
  readonly why: Text;
};

/** Data, never code: a condition is part of the contract. */
export type Condition =
  | { readonly claims: string }
  | { readonly offers: string }
  | { readonly sends: string }
  | { readonly receives: string }
  | { readonly environment: 'SANDBOX' | 'PRODUCTION' }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** One sentence of the standard that binds one role in one position. */
export type Requirement = {
  readonly id: RequirementId;
  readonly level: Level;
  readonly roles: readonly Role[] | 'any';
  readonly position: Position;
  /** The least depth of evidence that shows it: wire, controlled (clock, scans), sink (labels, logs). */
  readonly tier: Tier;
  /** Only where it is not the module's. */
  readonly class?: string;
  readonly part?: string;
  /** Only where it is not the first clause of the module. */
  readonly clause?: string;
  readonly since?: `${number}.${number}`;
  readonly text: Text;
  /** How a transcript shows it. */
  readonly wire: string;
  readonly when?: Condition;
} & ({ readonly judgedBy: 'derived' | 'check' } | { readonly excluded: Exclusion });

/** A requirement that is about no single message; all others stand in the file that they are about. */
export const defineRequirement = <const R extends Requirement>(requirement: R): R => requirement;

export const isRequirement = (value: unknown): value is Requirement =>
  typeof value === 'object' && value !== null && 'level' in value && 'position' in value;
