import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const server = 'http://127.0.0.1:3000';

/** The built portal is served by the server from dist/; in development Vite forwards to it. */
export default defineConfig({
  plugins: [react()],
  // The offline check of a certificate comes from its own source, not from a server's build.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Inlined assets would need a laxer img-src; the policy of the server allows 'self' alone.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': server,
      '/files': server,
      '/auth': server,
      '/events': server,
      '/.well-known': server,
    },
  },
});
