import { type RequirementId, ROLES, type Role } from '@openwaybill/schemas';
import { Type } from '@sinclair/typebox';
import { At, Count, closed, Digest, oneOf } from '../result/form.ts';
import { VerdictForm } from '../result/result-schema.ts';

/** The word that a statement bears in the header of its signature. */
export const STATEMENT_TYPE = 'openwaybill-statement';

/** A party that signs: a letter, a digit, `_` and `-` alone, so that a name of a subject has one reading. */
export const ISSUER_ID = '^[0-9A-Za-z_-]{1,64}$';

/** In whose name a statement is made; *verified* is the word of the last two alone. */
export const CAPACITIES = ['SELF', 'COUNTERPARTY', 'LABORATORY'] as const;

const { class: Name, depth, verdict, reason, aboveDepth } = VerdictForm.properties;

/** What is signed about a result: an in-toto Statement, so that others may wrap the same payload. */
export const StatementForm = Type.Object(
  {
    _type: Type.Literal('https://in-toto.io/Statement/v1'),
    subject: Type.Array(
      closed({
        name: Type.String(),
        digest: closed({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
      }),
      { minItems: 1, maxItems: 1 },
    ),
    predicateType: Type.Literal('https://openwaybill.org/statements/conformance/1'),
    predicate: closed({
      statementId: Type.String({ pattern: '^urn:uuid:[0-9a-f-]{36}$' }),
      issuedAt: At,
      expiresAt: At,
      issuer: closed({
        partyId: Type.String({ pattern: ISSUER_ID }),
        name: Type.String({ minLength: 1 }),
        capacity: oneOf(CAPACITIES),
      }),
      role: oneOf(Object.keys(ROLES) as Role[]),
      specVersion: Type.String({ pattern: '^[0-9]+[.][0-9]+$' }),
      set: closed({
        version: Type.String({ pattern: '^[0-9]+[.][0-9]+[.][0-9]+$' }),
        stage: oneOf(['PROVISIONAL', 'GENERAL']),
        digest: Digest,
      }),
      suite: closed({
        version: Type.String(),
        digest: Digest,
        /** Of the proof of the suite, where the issuer has it. */
        prove: Type.Optional(Digest),
      }),
      /** Every class that is claimed, the bad ones too. */
      verdicts: Type.Array(closed({ class: Name, depth, verdict, reason, aboveDepth })),
      shouldFailed: Type.Array(
        Type.Unsafe<RequirementId>(Type.String({ pattern: '^[A-Z]{3}-[0-9]{3}$' })),
      ),
      /** Clauses of the policy that requirements serve which passed, and how many of them did not pass. */
      clauses: Type.Array(closed({ clause: Type.String(), passed: Count, notPassed: Count })),
      digests: closed({ claim: Digest, transcript: Digest, result: Digest }),
      software: closed({
        name: Type.String(),
        version: Type.String(),
        build: Type.Optional(Digest),
      }),
    }),
  },
  {
    $id: 'https://openwaybill.org/schemas/statement/1.json',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Conformance statement',
    additionalProperties: false,
  },
);
