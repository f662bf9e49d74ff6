import type { RequestHandler } from 'msw';
import type { Mock } from './engine/mock.ts';
import { TOKEN_PATH } from './engine/token-endpoint.ts';
import { handlersOf } from './shores/msw.ts';

/** The handlers of a mock for MSW, one an operation: a test may put its own before any of them. */
export const handlers = (mock: Mock): readonly RequestHandler[] => {
  const { registry, role, baseUrl } = mock.system.options;
  const served = {
    ...registry,
    operations: registry.operations.filter(({ servedBy }) => servedBy.includes(role)),
  };
  return handlersOf(mock.fetch, served, baseUrl, TOKEN_PATH);
};
