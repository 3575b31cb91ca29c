import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

/** Where a running Beep listens while one develops the SPA with `npm run dev`. */
const backend = process.env['BEEP_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), precompress()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // The content security policy allows no data: sources, so nothing is inlined.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/oauth2', '/login', '/logout', '/identity', '/userinfo', '/.well-known'].map(
        (path) => [path, { target: backend, changeOrigin: false }],
      ),
    ),
  },
});
