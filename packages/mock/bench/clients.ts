// A thousand clients at once at a courier on a SQLite file; exits 1 where anything was lost, doubled or answered 5xx.
// Run: node --conditions=@openwaybill/source packages/mock/bench/clients.ts [--seconds 60] [--clients 1000]
import { parseArgs } from 'node:util';
import { crowd } from './crowd.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    clients: { type: 'string', default: '1000' },
  },
});
const [clients, seconds] = [Number(values.clients), Number(values.seconds)];
if (!(clients >= 1 && seconds >= 0)) {
  console.error(
    'clients.ts: --clients and --seconds are numbers; write --clients 1000 --seconds 60',
  );
  process.exit(2);
}
const began = performance.now();
const { answers, waybills, events, violations } = await crowd(clients, seconds);
const taken = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `${clients} clients, ${taken} s: ${answers} answers, ${waybills} waybills, ${events} events after an outage, ${violations.length} violations`,
);
for (const violation of violations.slice(0, 20)) console.error(violation);
process.exitCode = violations.length === 0 ? 0 : 1;
