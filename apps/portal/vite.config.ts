import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://127.0.0.1:3000';

/** The built portal is served by the server from dist/; in development Vite forwards to it. */
export default defineConfig({
  plugins: [react()],
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
    proxy: { '/graphql': server, '/files': server, '/auth': server, '/events': server, '/.well-known': server },
  },
});
