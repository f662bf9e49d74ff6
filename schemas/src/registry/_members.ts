import { ListOf, privacy, Ref, type Text, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { Uuid } from '../vocabulary/uuid.ts';

/** The party that a public record is about. */
export const publicParty = Ref(PartyId, privacy('public', 'none'));

/** The id of a public record. */
export const publicId = (title: Text, description: Text) =>
  Ref(Uuid, { ...words(title, description), ...privacy('public', 'technical') });

/** A day of a public record. */
export const publicDay = (title: Text, description: Text) =>
  Ref(CivilDate, { ...words(title, description), ...privacy('public', 'instant') });

/** Where a licence holds, or is applied for. */
export const licensedRegions = ListOf(Ref(RegionCode, privacy('public', 'addr.division')), 1, 100, {
  uniqueItems: true,
  ...words(
    { en: 'Regions', zh: '地区' },
    { en: 'In which business may be done.', zh: '许可经营的地区。' },
  ),
});
