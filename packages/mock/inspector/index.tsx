import { render } from 'preact';
import type { Here } from '../src/inspector/wire.ts';
import { App } from './app.tsx';

const told = document.getElementById('here')?.textContent ?? '';
const root = document.getElementById('app');
if (root !== null && told !== '') render(<App here={JSON.parse(told) as Here} />, root);
