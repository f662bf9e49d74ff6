import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackClass } from '../vocabulary/pack-class-codes.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { reusableBoxDeclaration } from './_examples.ts';
import { PackKind, PackMaterial } from './packaging-codes.ts';

const certificate = Part(
  {
    scheme: Line(
      40,
      { en: 'Scheme', zh: '认证制度' },
      { en: 'What it certifies, and by which rules.', zh: '认证的内容与依据。' },
      privacy('business', 'business-text'),
    ),
    number: Line(
      40,
      { en: 'Number', zh: '证书编号' },
      { en: 'Number of the certificate.', zh: '证书的编号。' },
      privacy('business', 'business-text'),
    ),
    validToOn: Ref(
      CivilDate,
      words({ en: 'Valid to', zh: '有效期至' }, { en: 'Last day.', zh: '最后有效日。' }),
    ),
  },
  words(
    { en: 'Certificate', zh: '认证' },
    { en: 'Of green packaging, where there is one.', zh: '绿色包装认证，如有。' },
  ),
);

const component = Part({
  kind: Ref(PackKind),
  material: Ref(PackMaterial),
  weightGrams: Whole(
    1,
    100_000,
    { en: 'Weight', zh: '重量' },
    { en: 'Of this component alone, in grams.', zh: '仅该组成部分的重量，单位为克。' },
    { 'x-unit': 'g', ...privacy('business', 'measure') },
  ),
  recycledPercent: Whole(
    0,
    100,
    { en: 'Recycled content', zh: '再生料占比' },
    { en: 'Share of recycled material by weight.', zh: '再生材料的重量占比。' },
    { 'x-unit': '%', ...privacy('business', 'measure') },
  ),
  thicknessMicrometres: Optional(
    Whole(
      1,
      100_000,
      { en: 'Thickness', zh: '厚度' },
      { en: 'Of films and bags above all, in micrometres.', zh: '主要用于薄膜与袋，单位为微米。' },
      { 'x-unit': 'um', ...privacy('business', 'measure') },
    ),
  ),
  certificate: Optional(certificate),
});

/** What a party says of the packaging of one package: the same in the submission and in what is stored. */
export const declarationMembers = {
  declarationId: Ref(
    Uuid,
    words(
      { en: 'Declaration id', zh: '申报标识' },
      { en: 'Made by its sender.', zh: '由发送方生成。' },
    ),
  ),
  orderNo: Ref(OrderNo),
  packageId: Ref(PackageId),
  components: ListOf(
    component,
    1,
    20,
    words(
      { en: 'Components', zh: '组成部分' },
      { en: 'All that is wrapped around the goods.', zh: '货物以外的全部包装材料。' },
    ),
  ),
  emptySpacePercent: Whole(
    0,
    100,
    { en: 'Empty space', zh: '空隙率' },
    { en: 'Share of the volume that holds no goods.', zh: '未装货物的容积占比。' },
    { 'x-unit': '%', ...privacy('business', 'measure') },
  ),
  packClass: Ref(PackClass),
  isSecondPackaging: Flag(
    { en: 'Second packaging', zh: '二次包装' },
    {
      en: "Whether it is put around the maker's own packaging.",
      zh: '是否在商品原包装之外另行包装。',
    },
  ),
};

/** Natural key: `declarationId`. */
export const PackagingDeclaration = Resource(
  'PackagingDeclaration',
  { en: 'Declaration of packaging', zh: '包装申报' },
  {
    en: 'What the packaging of one package is made of, as stored by the platform.',
    zh: '电商平台所存的单个包裹的包装构成。',
  },
  { ...declarationMembers, ...storedMembers },
);
export type PackagingDeclaration = Static<typeof PackagingDeclaration>;

const stored: PackagingDeclaration = {
  ...reusableBoxDeclaration,
  revision: 1,
  createdAt: '2026-11-22T10:00:00+08:00',
  updatedAt: '2026-11-22T10:00:00+08:00',
};
const { revision: _, ...withoutRevision } = stored;

export const packagingDeclaration = defineMessage({
  schema: PackagingDeclaration,
  requirements: [],
  examples: {
    valid: { 'a reusable box': stored },
    invalid: {
      'no revision': { value: withoutRevision, breaks: { pointer: '', rule: 'required' } },
      'more empty than whole': {
        value: { ...stored, emptySpacePercent: 101 },
        breaks: { pointer: '/emptySpacePercent', rule: 'maximum' },
      },
      'class A without anything to use again': {
        value: { ...stored, components: stored.components.slice(1) },
        breaks: { pointer: '/packClass', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
