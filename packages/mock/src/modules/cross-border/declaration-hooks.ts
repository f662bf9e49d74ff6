import { goodsWarnings } from '@openwaybill/reference/cross-border';
import { type CustomsDeclaration, CustomsMode, codesOf } from '@openwaybill/schemas';
import { Refusal } from '../../engine/refusal.ts';
import type { Happening, Hooks } from '../../resources/hooks.ts';
import { matchOf, replyTo } from './authority.ts';

const MATCH_RESULTED = 'org.openwaybill.crossborder.match.resulted';
/** Replies that come after the authority has compared the documents. */
const COMPARED = ['BOOKED', 'MESSAGE_REFUSED'];

/** The platform that declared, and the couriers that carry. */
const told = ({ system, owner }: Happening): readonly string[] =>
  system.options.counterparties
    .filter(({ partyId, role }) => partyId === owner || role === 'courier')
    .map(({ partyId }) => partyId);

/** No procedure is guessed, although the list of them may grow. */
const demandMode = (mode: string): void => {
  if (!Object.hasOwn(codesOf(CustomsMode), mode))
    throw new Refusal('CODE_UNKNOWN', {
      issues: [{ pointer: '/mode', rule: 'enum', params: {} }],
    });
};

/** A declaration keeps the last reply of the authority, and what was odd about its goods. */
export const declarationHooks: Hooks = {
  draft: ({ on }, next) => {
    const {
      authorityCode: _code,
      authorityText: _text,
      warnings: _old,
      ...declared
    } = next as CustomsDeclaration;
    demandMode(declared.mode);
    const warnings = goodsWarnings(declared.lines, '/lines');
    return {
      ...declared,
      ...replyTo(on),
      ...(warnings.length === 0 ? {} : { warnings }),
    };
  },
  changed: async (happening, next) => {
    const { system, unit, now, on } = happening;
    if (!COMPARED.includes(on)) return;
    const data = matchOf(next as CustomsDeclaration, now);
    for (const to of told(happening))
      await system.emit(unit, now, { type: MATCH_RESULTED, to, data });
  },
  recipients: told,
};
