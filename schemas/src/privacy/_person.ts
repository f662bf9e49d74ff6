import { DeliveryNote } from '../consignee/delivery-note.ts';
import { Closed, Line, Optional, Part, privacy, Ref, type Text, words } from '../define/index.ts';
import { Address } from '../vocabulary/address.ts';
import { AddressMasked } from '../vocabulary/address-masked.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { ContactMasked } from '../vocabulary/contact-masked.ts';
import { Landline } from '../vocabulary/landline.ts';
import { NameMasked } from '../vocabulary/name-masked.ts';
import { PersonName } from '../vocabulary/person-name.ts';
import { PhoneCn } from '../vocabulary/phone-cn.ts';
import { PhoneExtension } from '../vocabulary/phone-extension.ts';
import { PhoneKind } from '../vocabulary/phone-kind-codes.ts';
import { PhoneMasked } from '../vocabulary/phone-masked.ts';
import { Region } from '../vocabulary/region.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

const personOf = (name: 'Consignee' | 'Consignor', title: Text) =>
  Closed(
    name,
    title,
    {
      en: 'All that is kept of a person. It is never sent: the views are made of it.',
      zh: '所保存的自然人全部信息；从不整体发送，各视图由其生成。',
    },
    {
      consigneeRef: Ref(ConsigneeRef),
      waybillNo: Ref(WaybillNo),
      region: Ref(Region),
      routing: Part(
        {
          sortingCode: Line(
            32,
            { en: 'Sorting code', zh: '三段码' },
            { en: 'Code by which the parcel is sorted.', zh: '用于分拣的代码。' },
            privacy('business', 'technical'),
          ),
        },
        words({ en: 'Routing', zh: '路由' }, { en: 'What sorting needs.', zh: '分拣所需。' }),
      ),
      nameMasked: Ref(NameMasked),
      phoneMasked: Ref(PhoneMasked),
      contactMasked: Ref(ContactMasked),
      addressMasked: Ref(AddressMasked),
      name: Ref(PersonName),
      phone: Ref(PhoneCn),
      phoneKind: Ref(PhoneKind),
      mobile: Optional(Ref(PhoneCn)),
      landline: Optional(Ref(Landline)),
      extension: Optional(Ref(PhoneExtension)),
      address: Ref(Address),
      deliveryNote: Optional(Ref(DeliveryNote)),
    },
  );

/** The source of every view of the person who receives. */
export const Consignee = personOf('Consignee', { en: 'Consignee', zh: '收件人' });

/** The source of every view of a natural person who sends: masked everywhere as a consignee is. */
export const Consignor = personOf('Consignor', { en: 'Consignor', zh: '寄件人' });
