import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** Writes which modules each chunk holds and what it imports, for scripts/budget.mjs. */
const chunkList: Plugin = {
  name: 'chunk-list',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).flatMap((output) =>
      output.type === 'chunk'
        ? [[output.fileName, { entry: output.isEntry, imports: output.imports, modules: output.moduleIds }]]
        : [],
    );
    this.emitFile({
      type: 'asset',
      fileName: '.vite/chunks.json',
      source: JSON.stringify(Object.fromEntries(chunks)),
    });
  },
};

const server = 'http://127.0.0.1:3000';

/** The built portal is served by the server from dist/; in development Vite forwards to it. */
export default defineConfig({
  plugins: [react(), chunkList],
  // The offline check of a certificate comes from its own source, not from a server's build.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Inlined assets would need a laxer img-src; the policy of the server allows 'self' alone.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': server,
      '/files': server,
      '/open-data': server,
      '/auth': server,
      '/events': server,
      '/.well-known': server,
    },
  },
});
