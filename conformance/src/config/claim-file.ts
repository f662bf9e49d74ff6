import { ROLES, type Role } from '@openwaybill/schemas';
import { Type } from '@sinclair/typebox';
import { closed, oneOf } from '../result/form.ts';
import { DocumentForm } from './document-form.ts';
import { DURATION } from './duration.ts';
import { wanted } from './misfits.ts';

const optional = Type.Optional;

/** The form of a claim file: what a system says that implements a role, beside or in place of its document. */
export const ClaimFileForm = Type.Object(
  {
    $schema: optional(Type.String()),
    version: Type.Literal(1),
    role: oneOf(Object.keys(ROLES) as Role[]),
    requirementSet: optional(Type.String()),
    partyId: optional(Type.String()),
    software: optional(
      closed({
        name: Type.String(),
        version: Type.String(),
        build: optional(Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })),
      }),
    ),
    supplement: optional(
      closed({
        declines: optional(Type.Array(Type.String())),
        agreedTimes: optional(
          closed({
            /** In which a pending order is decided. */
            orderDecision: optional(
              Type.String({
                pattern: DURATION,
                ...wanted('a duration as PT30M', '形如 PT30M 的时长'),
              }),
            ),
          }),
        ),
      }),
    ),
    document: optional(DocumentForm),
  },
  { $id: 'https://openwaybill.org/schemas/claim/1.json', additionalProperties: false },
);
