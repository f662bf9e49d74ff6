import type { MemberFacts, MessageFacts } from '../material.ts';
import { javadoc } from './javadoc.ts';
import { argument, getter, literal } from './names.ts';
import { importsOf, importText, kindOf, typeOf } from './types.ts';

const rowText = ({ name, value, required, isPersonal, isPlain }: MemberFacts): string =>
  `        Member.${required ? 'must' : 'may'}(${literal(name)}, ${kindOf(value)})${isPersonal ? '.personal()' : ''}${isPlain ? '.plain()' : ''}`;

/** What may be absent is Optional, but for a list, which then has no items. */
const getterText = (member: MemberFacts): string => {
  const { name, title, value, required } = member;
  const [type, read] =
    value.is === 'LIST'
      ? [typeOf(value, true), 'items']
      : required
        ? [typeOf(value, false), 'must']
        : [`Optional<${typeOf(value, true)}>`, 'may'];
  const more = [
    ...(value.is === 'LIST' && !required ? ['Without items where it is absent.'] : []),
    ...(member.isPersonal ? ['Personal: it is never printed.'] : []),
  ];
  return `
${javadoc('    ', title, member, ...more)}    public ${type} ${getter(name, value)}() {
        return ${read}(${literal(name)});
    }
`;
};

const setterText = (message: string, { name, value }: MemberFacts): string => `
        /** Sets {@link ${message}#${getter(name, value)}()}. */
        public Builder ${argument(name)}(${typeOf(value, false)} value) {
            set(${literal(name)}, value);
            return this;
        }
`;

/** A message: it never changes, and a builder makes it. */
export const messageText = (name: string, message: MessageFacts): string => {
  const { title, members } = message;
  const imports = [
    ...['Json', 'Member', 'Message', 'MessageBuilder', 'Shape', 'Values'].map(
      (one) => `org.openwaybill.${one}`,
    ),
    ...(members.length === 0 ? [] : ['org.openwaybill.Kind']),
    ...members.flatMap(({ value }) => importsOf(value)),
    ...(members.some(({ value, required }) => !required && value.is !== 'LIST')
      ? ['java.util.Optional']
      : []),
  ].filter((one) => members.length > 0 || !one.endsWith('.Member'));
  const rows = members.map((member) => `,\n${rowText(member)}`).join('');
  return `package org.openwaybill.message;

${importText(imports)}
${javadoc('', title, message)}public final class ${name} extends Message {
    /** What it consists of. */
    public static final Shape<${name}> SHAPE = Shape.of(${literal(name)}, ${name}::new${rows});

    private ${name}(Values values) {
        super(values);
    }

    /** A builder of one. */
    public static Builder builder() {
        return new Builder(null);
    }

    /** The one that a text in JSON says; throws {@code JsonException} or {@code MisfitException} where it says none. */
    public static ${name} fromJson(String json) {
        return SHAPE.read(Json.read(json));
    }

    /** A builder of one that says the same. */
    public Builder toBuilder() {
        return new Builder(this);
    }
${members.map(getterText).join('')}
    /** Makes one. */
    public static final class Builder extends MessageBuilder<${name}> {
        private Builder(${name} from) {
            super(SHAPE, from);
        }
${members.map((member) => setterText(name, member)).join('')}    }
}
`;
};
