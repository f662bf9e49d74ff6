import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, privacy } from '../define/index.ts';
import { desk } from './_examples.ts';

/** Of an organisation; a person's name or number does not belong here. */
export const ContactDesk = Closed(
  'ContactDesk',
  { en: 'Contact desk', zh: '联系台' },
  { en: 'A desk of an organisation, not a person.', zh: '组织的值班台，而非个人。' },
  {
    name: Line(
      40,
      { en: 'Name of the desk', zh: '值班台名称' },
      { en: 'A desk, not a person.', zh: '值班台名称，非人名。' },
      privacy('business', 'business-text'),
    ),
    phone: Line(
      20,
      { en: 'Telephone', zh: '电话' },
      { en: 'Number of the desk.', zh: '值班台号码。' },
      { pattern: '\\+?[0-9][0-9-]{2,18}', ...privacy('business', 'business-text') },
    ),
    url: Line(
      200,
      { en: 'Page', zh: '页面' },
      { en: 'Where the desk tells how things stand.', zh: '值班台公布进展的页面。' },
      {
        pattern: 'https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%/?=&-]*)?',
        format: 'uri',
        ...privacy('business', 'business-text'),
      },
    ),
  },
);
export type ContactDesk = Static<typeof ContactDesk>;

/** The desk, with its examples. */
export const contactDeskMessage = defineMessage({
  schema: ContactDesk,
  requirements: [],
  examples: {
    valid: { 'desk of a courier': desk },
    invalid: {
      'no page': {
        value: { name: desk.name, phone: desk.phone },
        breaks: { pointer: '', rule: 'required' },
      },
      'page is not secured': {
        value: { ...desk, url: 'http://courier.example/status' },
        breaks: { pointer: '/url', rule: 'pattern' },
      },
    },
  },
});
