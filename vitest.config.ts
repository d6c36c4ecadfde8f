import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'mendbook/kit': new URL('./src/kit/index.ts', import.meta.url).pathname } },
  test: { include: ['tests/**/*.test.{ts,tsx}'] },
});
