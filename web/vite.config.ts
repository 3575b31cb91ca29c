import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledTexts } from './build/compiled-texts.ts';
import { precompress } from './build/precompress.ts';
import { sizeBudget } from './build/size-budget.ts';

/** Where a running Beep listens while one develops the SPA with `npm run dev`. */
const backend = process.env['BEEP_URL'] ?? 'http://localhost:8080';

/** Bytes of compressed script that a first screen may load. */
const MOST_SCRIPT = 195_000;

export default defineConfig({
  plugins: [
    compiledTexts(),
    react(),
    tailwindcss(),
    sizeBudget(
      {
        'The app': ['src/app/signed-in.tsx', 'locales/fr.ts'],
        'The way in': ['components/way-in.tsx', 'locales/fr.ts'],
      },
      MOST_SCRIPT,
    ),
    precompress(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // The content security policy allows no data: sources, so nothing is inlined.
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What both halves of the app stand on: one file rather than a dozen small ones. Without what is needed only by
            // views that come later, which would make the first screen wait for it.
            {
              name: 'base',
              test: /\/node_modules\/(?:react|react-dom|scheduler|use-sync-external-store(?!.*with-selector)|@tanstack|valibot|wouter|regexparam|intl-messageformat|@formatjs)\/|\/src\/(?:gateway\/(?!contract\/audit|rights\/permissions|members\/)|shared\/(?:hooks(?!\/use-(?:sortable|way-back|idempotency-key))|model(?!\/(?:crop|fold)\.))\/|shared\/i18n\/[^/]+$)/,
            },
            // What floats over the page comes after the first screen.
            { name: 'floating', test: /\/node_modules\/(?:@base-ui|@floating-ui)\// },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/oauth2', '/login', '/logout', '/identity', '/userinfo', '/.well-known'].map(
        (path) => [path, { target: backend, changeOrigin: false }],
      ),
    ),
  },
});
