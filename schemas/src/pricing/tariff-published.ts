import type { Static } from '@sinclair/typebox';
import { defineEvent, Resource } from '../define/index.ts';
import { tariff } from './_examples.ts';
import { effectiveFromOn, tariffId } from './tariff.ts';

/** Names the tariff; who wants it reads it. */
export const TariffPublication = Resource(
  'TariffPublication',
  { en: 'Publication of a tariff', zh: '资费表发布' },
  { en: 'A tariff can be read, and from when it is in force.', zh: '资费表已可查询及其生效日期。' },
  { tariffId, effectiveFromOn },
);
export type TariffPublication = Static<typeof TariffPublication>;

const publication: TariffPublication = {
  tariffId: tariff.tariffId,
  effectiveFromOn: tariff.effectiveFromOn,
};

/** Sent when a tariff is first readable. */
export const tariffPublished = defineEvent({
  type: 'org.openwaybill.pricing.tariff.published',
  since: '1.0',
  title: { en: 'Tariff published', zh: '资费表已发布' },
  from: ['courier'],
  to: ['platform', 'hub'],
  data: TariffPublication,
  subject: 'tariffId',
  requirements: [],
  examples: {
    valid: { 'from the first of the month': publication },
    invalid: {
      'from when is missing': {
        value: { tariffId: tariff.tariffId },
        breaks: { pointer: '', rule: 'required' },
      },
      'a day that does not exist': {
        value: { ...publication, effectiveFromOn: '2026-11-31' },
        breaks: { pointer: '/effectiveFromOn', rule: 'format' },
      },
    },
  },
});
