import type { Text } from '@openwaybill/schemas';
import type { JsonRule } from '../json/parse-json.ts';

type Params = Readonly<Record<string, unknown>>;

/** What is wrong, and what to do about it. */
export type Words = { readonly text: Text; readonly hint: Text };

const words = (en: string, zh: string, doEn: string, doZh: string): Words => ({
  text: { en, zh },
  hint: { en: doEn, zh: doZh },
});

const TYPES: Readonly<Record<string, Text>> = {
  object: { en: 'an object', zh: '对象' },
  array: { en: 'an array', zh: '数组' },
  string: { en: 'a string', zh: '字符串' },
  integer: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: '布尔值' },
};

/** A list of so many names is told whole; of a longer one the first few are an example. */
const MAX_NAMED = 32;
const FIRST_NAMED = 12;

/** The names of a list, as English and Chinese join them. */
const namesOf = (values: unknown): Text => {
  const names = Array.isArray(values) ? values.map(String) : [];
  const named = names.length > MAX_NAMED ? [...names.slice(0, FIRST_NAMED), '…'] : names;
  return { en: named.join(', '), zh: named.join('、') };
};

/** What to do about a code that is none: the one that was meant, where the caller knows a near one. */
const codeHint = (allowedValues: unknown, meant: unknown): Text => {
  if (typeof meant === 'string')
    return { en: `Write ${meant}, if you meant that.`, zh: `若是 ${meant}，请改用此名。` };
  const isCapital =
    Array.isArray(allowedValues) &&
    allowedValues.every((one) => /[A-Z]/.test(String(one)) && !/[a-z]/.test(String(one)));
  return isCapital
    ? { en: 'Use a code of the list, in capitals.', zh: '请使用列表中的代码，注意大写。' }
    : { en: 'Use one of the list.', zh: '请使用列表中的取值。' };
};

const FORMATS: Readonly<Record<string, Text>> = {
  'date-time': {
    en: 'Write an instant as 2026-11-22T14:00:00+08:00: seconds and offset are required.',
    zh: '时刻写作 2026-11-22T14:00:00+08:00：秒与时区偏移必填。',
  },
  date: { en: 'Write a date as 2026-11-22.', zh: '日期写作 2026-11-22。' },
  uri: { en: 'Write a whole URI with its scheme.', zh: '请写带协议的完整 URI。' },
  email: { en: 'Write one e-mail address.', zh: '请写一个电子邮件地址。' },
};

/** Words for every keyword of the profile, and for parameters that have no schema. They name members, limits and published codes, never a value. */
export const KEYWORDS: Readonly<Record<string, (params: Params) => Words>> = {
  required: ({ missingProperty }) =>
    words(
      `${missingProperty} is missing`,
      `缺少 ${missingProperty}`,
      `Add ${missingProperty}.`,
      `请补充 ${missingProperty}。`,
    ),
  additionalProperties: ({ plaintext, knownProperties }) => {
    if (Array.isArray(knownProperties)) {
      const known = namesOf(knownProperties);
      return words(
        'there is a member that has no place here',
        '存在此处没有的字段',
        known.en === '' ? 'Leave it out: nothing goes here.' : `What goes here: ${known.en}.`,
        known.zh === '' ? '请删去：此处没有字段。' : `此处可用：${known.zh}。`,
      );
    }
    return plaintext === true
      ? words(
          'a masked type holds a member of the plain one',
          '脱敏类型中出现了明文类型的字段',
          'Leave it out: plain personal data travels in a reveal only.',
          '请删去：明文个人信息只经揭示提供。',
        )
      : words(
          'there is a member that the schema does not have',
          '存在模式中没有的字段',
          'Correct its name, or put private data into extensions.',
          '请更正字段名，或将私有数据放入 extensions。',
        );
  },
  parameter: ({ name }) =>
    words(
      `${name === undefined ? 'a header' : `the parameter ${String(name)}`} has no form that is known`,
      `${name === undefined ? '消息头' : `参数 ${String(name)}`} 的格式不可识别`,
      name === 'cursor'
        ? 'Send a cursor as an answer gave it; leave it out to begin at the start.'
        : 'Look up its form in the reference.',
      name === 'cursor' ? '游标须与应答所给一致；省略则从头开始。' : '请查阅参考页中的格式。',
    ),
  type: ({ type }) => {
    const wanted = TYPES[String(type)];
    return words(
      `the type is wrong: ${wanted?.en ?? String(type)} is wanted`,
      `类型错误：应为${wanted?.zh ?? String(type)}`,
      type === 'integer'
        ? 'Write a whole number in the unit of the name; leave an unknown member out, null is not allowed.'
        : 'Change the type; leave an unknown member out, null is not allowed.',
      type === 'integer'
        ? '请按字段名中的单位写整数；未知则省略，不得为 null。'
        : '请更正类型；未知则省略，不得为 null。',
    );
  },
  enum: ({ allowedValues, meant }) => {
    const names = namesOf(allowedValues);
    const hint = codeHint(allowedValues, meant);
    return words(
      `the code is not one of ${names.en}`,
      `代码不在列表中：${names.zh}`,
      hint.en,
      hint.zh,
    );
  },
  const: ({ allowedValue }) =>
    words(
      `the value is not ${String(allowedValue)}`,
      `值应为 ${String(allowedValue)}`,
      `Write ${String(allowedValue)}.`,
      `请写 ${String(allowedValue)}。`,
    ),
  pattern: ({ pattern, mask, form }) => {
    if (form !== undefined) {
      const { en, zh } = form as Text;
      return words(`the text is not ${en}`, `文本不是${zh}`, `Write ${en}.`, `请写${zh}。`);
    }
    return mask === undefined
      ? words(
          `the text does not match ${String(pattern)}`,
          `文本不符合 ${String(pattern)}`,
          'Compare it, character by character, with the form in the reference.',
          '请对照参考页中的格式逐字检查。',
        )
      : words(
          `the text is not masked as ${String(mask)} demands`,
          `文本未按 ${String(mask)} 脱敏`,
          'Mask it with the algorithm of that name; plain personal data travels in a reveal only.',
          '请用该算法脱敏；明文个人信息只经揭示提供。',
        );
  },
  format: ({ format }) =>
    words(
      `the text is no ${String(format)}`,
      `文本不是有效的 ${String(format)}`,
      FORMATS[String(format)]?.en ?? 'Look up the format in the reference.',
      FORMATS[String(format)]?.zh ?? '请查阅参考页中的格式。',
    ),
  minLength: ({ limit }) =>
    words(
      `the text is shorter than ${String(limit)} characters`,
      `文本少于 ${String(limit)} 个字符`,
      'Leave an unknown member out instead of sending it empty.',
      '未知的字段请省略，不要发送空文本。',
    ),
  maxLength: ({ limit }) =>
    words(
      `the text is longer than ${String(limit)} characters`,
      `文本超过 ${String(limit)} 个字符`,
      'Shorten it; length counts Unicode code points.',
      '请缩短；长度按 Unicode 码点计。',
    ),
  minimum: ({ limit }) =>
    words(
      `the number is less than ${String(limit)}`,
      `数值小于 ${String(limit)}`,
      'Check the unit: it is in the name of the member.',
      '请检查单位：单位在字段名中。',
    ),
  maximum: ({ limit }) =>
    words(
      `the number is more than ${String(limit)}`,
      `数值大于 ${String(limit)}`,
      'Check the unit: it is in the name of the member.',
      '请检查单位：单位在字段名中。',
    ),
  minItems: ({ limit }) =>
    words(
      `the list has fewer than ${String(limit)} items`,
      `列表少于 ${String(limit)} 项`,
      'Add what is missing.',
      '请补充缺少的条目。',
    ),
  maxItems: ({ limit }) =>
    words(
      `the list has more than ${String(limit)} items`,
      `列表超过 ${String(limit)} 项`,
      'Split it into several messages.',
      '请拆分为多条消息。',
    ),
  uniqueItems: () =>
    words('two items of the list are equal', '列表中有重复项', 'Drop one of them.', '请删去一项。'),
  minProperties: ({ limit }) =>
    words(
      `the object has fewer than ${String(limit)} members`,
      `对象少于 ${String(limit)} 个字段`,
      'Name at least one member.',
      '请至少给出一个字段。',
    ),
  maxProperties: ({ limit }) =>
    words(
      `the object has more than ${String(limit)} members`,
      `对象超过 ${String(limit)} 个字段`,
      'Drop what is not needed.',
      '请删去不需要的字段。',
    ),
  propertyNames: () =>
    words(
      'the name of a member is not allowed',
      '字段名不符合规定',
      'Write keys of extensions as reverse DNS: example.shop.note.',
      'extensions 的键写作反向域名：example.shop.note。',
    ),
  discriminator: ({ tag }) =>
    words(
      `${String(tag)} names no branch of the union`,
      `${String(tag)} 未指明任何分支`,
      `Set ${String(tag)} to one of the published values.`,
      `请将 ${String(tag)} 设为已发布的取值之一。`,
    ),
  oneOf: () =>
    words(
      'the value is not exactly one of the branches',
      '值未恰好符合一个分支',
      'Compare it with the branches in the reference.',
      '请对照参考页中的各分支。',
    ),
};

/** Words for the faults of bytes. */
export const BYTES: Readonly<Record<JsonRule, Words>> = {
  size: words(
    'the body is larger than allowed',
    '正文超过允许的大小',
    'Split it, or use the bulk operation.',
    '请拆分，或使用批量操作。',
  ),
  utf8: words(
    'the bytes are not UTF-8',
    '字节不是 UTF-8',
    'Encode the text as UTF-8, not as GBK.',
    '请以 UTF-8（而非 GBK）编码。',
  ),
  'byte-order-mark': words(
    'the text begins with a byte order mark',
    '文本以字节顺序标记开头',
    'Save it as UTF-8 without byte order mark.',
    '请保存为无字节顺序标记的 UTF-8。',
  ),
  json: words(
    'the text is no JSON',
    '文本不是 JSON',
    'Look for a missing comma, quote or bracket.',
    '请检查是否缺少逗号、引号或括号。',
  ),
  depth: words(
    'the text nests deeper than allowed',
    '嵌套层数超过限制',
    'No message of the standard goes deeper than 32.',
    '标准中的消息不超过 32 层。',
  ),
  'duplicate-key': words(
    'an object has the same key twice',
    '对象中有重复的键',
    'Keep one of the two.',
    '请只保留一个。',
  ),
  'forbidden-key': words(
    'an object has the key __proto__, constructor or prototype',
    '对象含有键 __proto__、constructor 或 prototype',
    'Rename it.',
    '请改名。',
  ),
  'lone-surrogate': words(
    'a text holds half of a character',
    '文本含有半个字符',
    'Cut texts at code points, not at UTF-16 units.',
    '请按码点而非 UTF-16 单元截断文本。',
  ),
  nfc: words(
    'a text is not in Unicode normal form C',
    '文本不是 Unicode 规范形式 C',
    'Normalise texts to NFC before sending.',
    '发送前请将文本规范化为 NFC。',
  ),
  'unsafe-number': words(
    'a number is beyond 9007199254740991',
    '数值超出 9007199254740991',
    'Send identifiers as strings.',
    '标识符请以字符串发送。',
  ),
};
