import { check } from '../src/run.ts';
import { reference } from './reference.ts';
const [role='courier', ...only]=process.argv.slice(2);
const system = await reference(role as never);
const { transcript } = await check({ ...system, role: role as never, only });
for (const e of transcript.entries) if (e.kind==='exchange' && (e.scenario==='told-again'|| process.env.ALL)) console.log(e.seq, e.scenario, e.from, e.operation, e.probe, new URL(e.request.url).pathname+new URL(e.request.url).search.slice(0,60), e.response?.status);
