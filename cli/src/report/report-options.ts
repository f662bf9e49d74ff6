import type { Text } from '../language.ts';

/** The reports that a run can be asked for, each an option of that name; a test compares it with the suite. */
export const REPORT_OPTIONS = {
  html: { en: 'HTML report', zh: 'HTML 报告' },
  junit: { en: 'JUnit XML report', zh: 'JUnit XML 报告' },
  ctrf: { en: 'Common Test Report Format', zh: '通用测试报告格式（CTRF）' },
  earl: { en: 'W3C EARL report (JSON-LD)', zh: 'W3C EARL 报告（JSON-LD）' },
  badge: { en: 'badge (SVG)', zh: '徽标（SVG）' },
  har: { en: 'all exchanges (HAR 1.2)', zh: '全部交换（HAR 1.2）' },
  intoto: { en: 'in-toto test result, unsigned', zh: 'in-toto 测试结果（未签名）' },
} as const satisfies Readonly<Record<string, Text>>;

/** In whose name a statement is made; a test compares it with the suite. */
export const SIGNING_CAPACITIES = ['SELF', 'COUNTERPARTY', 'LABORATORY'] as const;

/** The statement about a result, and who makes it. */
export type StatementOptions = {
  /** File of a private key (JWK). */
  readonly sign?: string;
  readonly statement?: string;
  /** Party id of who signs; absent: the system itself. */
  readonly issuer?: string;
  readonly issuerName?: string;
  readonly capacity?: (typeof SIGNING_CAPACITIES)[number];
  /** File of the proof of the suite, whose digest is stated. */
  readonly proof?: string;
};

/** Where reports go: the folder of a run, and the files that were named. */
export type ReportPlaces = {
  /** Folder of result, transcript and report. */
  readonly out: string;
} & StatementOptions & { readonly [name in keyof typeof REPORT_OPTIONS]?: string };
