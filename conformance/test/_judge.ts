import { readFileSync } from 'node:fs';
import { judge } from '../src/judge.ts';
import { checks } from '../src/checks/index.ts';
const { transcript, claim } = JSON.parse(readFileSync(`/tmp/wire/clean-courier.json`,'utf8'));
let t=performance.now(); await judge(transcript, claim); console.log(performance.now()-t); t=performance.now(); await judge(transcript, claim); console.log(performance.now()-t);
const times:any[]=[]; for(const c of checks){ t=performance.now(); let n=0; for (const _ of c.judge(transcript, claim)) n++; times.push([Math.round(performance.now()-t), c.requirements.join(), n]); } console.log(times.sort((a,b)=>b[0]-a[0]).slice(0,15));
