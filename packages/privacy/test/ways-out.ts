import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';

/** What a console prints of a value. */
const printed = (print: (console: Console) => void): string => {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  print(new Console(stream, stream));
  return chunks.join('');
};

const everything = { showHidden: true, depth: 9, customInspect: false } as const;

/** Every way by which a value gets into a log, a message or another process by accident, and the text that arrives. */
export const waysOut = (value: unknown): readonly (readonly [way: string, shown: string])[] => [
  ['console.log', printed((console) => console.log(value))],
  ['console.error of several', printed((console) => console.error('of', value, [value]))],
  ['console.dir of everything', printed((console) => console.dir(value, everything))],
  ['console.table', printed((console) => console.table([value]))],
  ['util.inspect', inspect(value, { depth: 9 })],
  ['util.inspect of everything', inspect(value, everything)],
  ['util.format', format('%s %o %O %j', value, value, value, value)],
  ['a template', `${value}`],
  ['a concatenation', `to ${String(value)}`],
  ['JSON.stringify', JSON.stringify({ value })],
  ['structuredClone', inspect(structuredClone(value), everything)],
  ['v8.serialize', inspect(deserialize(serialize(value)), everything)],
  ['a copy of its members', inspect({ ...(value as object) }, everything)],
  ['the message of an error', new Error(`unknown: ${value}`).message],
  ['the cause of an error', inspect(new Error('unknown', { cause: value }), { depth: 9 })],
  ['errors of an AggregateError', inspect(new AggregateError([value]), { depth: 9 })],
  ['an address', new URL(`/?q=${value}`, 'https://host.example').href],
];
