import { base64 } from '@openwaybill/validate';
import { alterAnswers, fresh, type TakenAnswer, withMember } from '../../faults/bend.ts';
import type { Bend, Fault, Role } from '../../words.ts';

const encoder = new TextEncoder();
const REGISTER = ['registerConsignee'];
const TERMS = ['getAgreement'];

/** Alters one member of the masked contact that a registration is answered with. */
const maskedOtherwise = (
  member: 'nameMasked' | 'phoneMasked',
  change: (contact: { readonly name: string; readonly mobile?: string }) => string | undefined,
): Bend =>
  alterAnswers(
    'platform',
    ({ status, asked, body }) => {
      const text = status === 201 ? change(asked.contact) : undefined;
      return text === undefined
        ? undefined
        : { body: withMember(body, ['consignee', 'contactMasked', member], () => text) };
    },
    REGISTER,
  );

/** Remembers whoever stood where nobody belongs, and tells of it later. */
const remembering = (
  role: Role,
  tell: (
    person: {
      readonly contact: { readonly name: string; readonly mobile: string };
      readonly idNumber: string;
      readonly address: object;
    },
    answer: TakenAnswer,
  ) => ReturnType<Parameters<typeof alterAnswers>[1]>,
): Bend =>
  fresh(() => {
    let person: Parameters<typeof tell>[0] | undefined;
    return alterAnswers(
      role,
      (answer) => {
        if (answer.asked?.idNumber !== undefined) person = answer.asked;
        return person === undefined || !TERMS.includes(answer.operation) || answer.status !== 200
          ? undefined
          : tell(person, answer);
      },
      ['proposeAgreement', ...TERMS],
    );
  });

const inExtensions = ({ body }: TakenAnswer, value: unknown) => ({
  body: withMember(body, ['extensions'], () => ({ 'test.example': { kept: value } })),
});

/** Faults of what is shown of people. */
export const leakFaults: readonly Fault[] = [
  {
    id: 'name-two-shown',
    kind: 'hand',
    role: 'platform',
    title: { en: 'shows two letters of a name', zh: '显示姓名中的两个字' },
    violates: ['MSK-001', 'MSK-007', 'DSC-021'],
    bend: maskedOtherwise('nameMasked', ({ name }) =>
      /^\p{L}{3}$/u.test(name) ? `${[...name].slice(0, 2).join('')}*` : undefined,
    ),
  },
  {
    id: 'mask-3-4',
    kind: 'hand',
    role: 'platform',
    title: { en: 'hides four digits of a phone and no more', zh: '电话仅隐藏四位' },
    violates: ['MSK-002', 'MSK-007', 'DSC-021'],
    bend: maskedOtherwise('phoneMasked', ({ mobile }) =>
      mobile?.startsWith('+861') ? `${mobile.slice(3, 6)}****${mobile.slice(-4)}` : undefined,
    ),
  },
  {
    id: 'address-no-tail',
    kind: 'hand',
    role: 'platform',
    title: { en: 'leaves out the tail of a masked address', zh: '省略脱敏地址的尾部' },
    violates: ['MSK-003', 'DSC-021'],
    bend: alterAnswers(
      'platform',
      ({ status, body }) =>
        status === 201
          ? { body: withMember(body, ['consignee', 'addressMasked', 'tail'], () => '') }
          : undefined,
      REGISTER,
    ),
  },
  {
    id: 'address-tells-length',
    kind: 'hand',
    role: 'platform',
    title: { en: 'shows a road where there is a building', zh: '有楼栋时显示道路' },
    violates: ['MSK-003'],
    bend: alterAnswers(
      'platform',
      ({ status, asked, body }) =>
        status === 201 && asked.address.building !== undefined
          ? { body: withMember(body, ['consignee', 'addressMasked', 'road'], () => '虚构路') }
          : undefined,
      REGISTER,
    ),
  },
  {
    id: 'id-first-last',
    kind: 'hand',
    role: 'insurer',
    title: { en: 'shows the ends of an id number', zh: '显示证件号的首尾' },
    violates: ['MSK-004'],
    bend: remembering('insurer', ({ idNumber }, answer) =>
      inExtensions(answer, `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`),
    ),
  },
  {
    id: 'name-length',
    kind: 'hand',
    role: 'platform',
    title: { en: 'hides each letter by a star', zh: '每个字以一个星号遮蔽' },
    violates: ['MSK-001', 'MSK-005', 'DSC-021'],
    bend: maskedOtherwise('nameMasked', ({ name }) =>
      /^\p{L}{4}$/u.test(name) ? `${name[0]}***` : undefined,
    ),
  },
  {
    id: 'mask-random-stars',
    kind: 'hand',
    role: 'platform',
    title: { en: 'masks one name in two ways', zh: '同一姓名的脱敏结果不一致' },
    violates: ['MSK-006'],
    bend: fresh(() => {
      const reads = new Map<string, number>();
      return alterAnswers(
        'platform',
        ({ status, body }) => {
          const ref = body?.consignee?.consigneeRef ?? body?.consigneeRef;
          if (status === 201) reads.set(ref, 0);
          const read = reads.get(ref);
          if (status !== 200 || read === undefined) return undefined;
          reads.set(ref, read + 1);
          return read % 2 === 0
            ? undefined
            : { body: withMember(body, ['contactMasked', 'nameMasked'], () => '***') };
        },
        [...REGISTER, 'getConsigneeView'],
      );
    }),
  },
  {
    id: 'two-masks',
    kind: 'hand',
    role: 'regulator',
    title: { en: 'shows the head of a number whose tail is known', zh: '尾号之外又显示号码前段' },
    violates: ['MSK-002', 'MSK-007'],
    bend: remembering('regulator', ({ contact: { mobile } }, answer) =>
      inExtensions(answer, [`*******${mobile.slice(-4)}`, `${mobile.slice(3, 10)}****`]),
    ),
  },
  {
    id: 'mask-fail-open',
    kind: 'hand',
    role: 'platform',
    title: { en: 'shows a name that cannot be taken apart', zh: '显示无法解析的姓名' },
    violates: ['MSK-008'],
    bend: maskedOtherwise('nameMasked', ({ name }) =>
      name.length === 1 ? `${name}**` : undefined,
    ),
  },
  {
    id: 'person-in-base64',
    kind: 'hand',
    role: 'locker',
    title: { en: 'keeps a person in base64', zh: '以 base64 保留个人信息' },
    violates: ['MSK-001', 'MSK-002', 'MSK-003'],
    bend: remembering('locker', ({ contact, address }, answer) =>
      inExtensions(answer, base64(encoder.encode(JSON.stringify({ contact, address })))),
    ),
  },
  {
    id: 'person-in-header',
    kind: 'hand',
    role: 'warehouse',
    title: { en: 'puts a name into a header', zh: '标头携带姓名' },
    violates: ['ENU-002', 'CSN-016'],
    bend: remembering('warehouse', ({ contact }, { headers }) => {
      headers.set('X-Recipient', encodeURIComponent(contact.name));
      return { headers };
    }),
  },
  {
    id: 'log-body',
    kind: 'hand',
    role: 'insurer',
    title: { en: 'logs whole bodies', zh: '日志记录完整报文' },
    violates: ['LOG-001'],
    bend: {
      options: (options, switchOn) => ({
        ...options,
        redaction: (body: unknown) => {
          switchOn.fired();
          return body;
        },
      }),
    },
  },
];
