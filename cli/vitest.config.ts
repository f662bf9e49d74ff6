import { mergeConfig } from 'vitest/config';
import { room } from '../vitest.shared.ts';

export default mergeConfig(room('cli'), { test: { globalSetup: ['./test/_bundle.ts'] } });
