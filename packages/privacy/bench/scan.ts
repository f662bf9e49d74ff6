import { corpusOf, needlesOf, scannerOf, shownIn } from '../src/scan/index.ts';
import { digests } from '../test/scan/digests.ts';
import { seeded } from '../test/scan/seeded.ts';

// node --conditions=@openwaybill/source packages/privacy/bench/scan.ts
// A transcript of 600 kB against the canaries of a run; the goal is a second.

const CHARACTERS = 600_000;
const CANARIES = 60;
const ROUNDS = 7;

const random = seeded(1);
const corpus = corpusOf(random);
const canaries = Array.from({ length: CANARIES }, (_, at) => corpus.canary(at));
const word = (): string =>
  Array.from({ length: 22 }, () =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(
      Math.floor(random() * 64),
    ),
  ).join('');
const lines: string[] = [];
for (let length = 0; length < CHARACTERS; ) {
  const line = JSON.stringify({
    kind: 'exchange',
    seq: lines.length,
    url: `https://courier.test/v1/orders/OW-${word()}`,
    headers: [
      ['authorization', '[secret:1]'],
      ['idempotency-key', word()],
    ],
    body: {
      orderNo: `OW-${word()}`,
      consignee: {
        consigneeRef: `csg_${word()}`,
        contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
      },
      label: { content: Buffer.from(`^XA^FD${word()}^FS^XZ`.repeat(4)).toString('base64') },
      weightGrams: 1200,
    },
  });
  lines.push(line);
  length += line.length;
}
const transcript = lines.join('\n');

const began = performance.now();
const needles = canaries.flatMap((canary) => needlesOf(canary, digests));
const scan = scannerOf(needles);
const built = performance.now() - began;
const times = Array.from({ length: ROUNDS }, () => {
  const start = performance.now();
  const found = scan(transcript).length + shownIn(transcript, canaries).length;
  if (found !== 0) throw new Error(`${found} findings in a transcript without any`);
  return performance.now() - start;
}).sort((a, b) => a - b);
const median = times[Math.floor(ROUNDS / 2)] ?? 0;
console.log(
  `${needles.length} needles of ${CANARIES} people, made in ${built.toFixed(0)} ms; ${transcript.length} characters scanned in ${median.toFixed(0)} ms (median of ${ROUNDS}), needles and masks, wrappings opened`,
);
