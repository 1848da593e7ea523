/**
 * Joins programs with all that they load into few files: node bundle-programs.mjs FOLDER NAME=FILE…
 * FOLDER stands four levels below the root of the checkout.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { inRoot } from './paths.mjs';

/** What stays where npm installed it. None of it shares a class or a schema with what is joined. */
const OUTSIDE = [
  /^node:/,
  // Native code.
  /\.node$/,
  /^@node-rs\//,
  'msgpackr-extract',
  // TypeORM asks for it by a name that no bundler sees: there is one of it for all.
  'pg',
  // They start threads or read data from files of their own.
  'pino',
  'pdfkit',
  // Large, and used by few.
  'exceljs',
  // Asked for by what we use and do without.
  'pg-native',
  'bufferutil',
  'utf-8-validate',
  'ts-morph',
  'mqtt',
  'kafkajs',
  /^@apollo\/(gateway|subgraph)/,
  /^@as-integrations\/express/,
  /^@fastify\/view/,
  /^@nestjs\/(websockets|microservices|cache-manager|platform-express)/,
  /^class-(validator|transformer)/,
];

/** Our own modules come with their maps, so that a trace names the line that was written. */
const ownModules = {
  name: 'own-modules',
  load: {
    filter: { id: { exclude: /node_modules/ } },
    handler: (id) =>
      existsSync(`${id}.map`)
        ? { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) }
        : null,
  },
};

/** Stands before every chunk: where a module stood before it was joined, from the root of the checkout. */
const PLACE = `import { fileURLToPath as placeOfModule } from 'node:url';
const moduleStoodAt = (place) => new URL('../../../../' + place, import.meta.url);`;

/** A module that looks for a file beside itself (an SDL, a worker, a font) finds it where it stood. */
const places = {
  name: 'places',
  transform: {
    filter: { code: /import\.meta\.url|__dirname|__filename/ },
    handler(code, id) {
      const place = path.relative(inRoot('.'), id).split(path.sep).join('/');
      const at = (where) => `moduleStoodAt(${JSON.stringify(where)})`;
      const names = /(const|let|var)\s+(__dirname|__filename)\b/.test(code)
        ? code
        : code
            .replaceAll(/\b__dirname\b/g, `placeOfModule(${at(path.posix.dirname(place))})`)
            .replaceAll(/\b__filename\b/g, `placeOfModule(${at(place)})`);
      return { code: names.replaceAll('import.meta.url', `${at(place)}.href`), map: null };
    },
  },
};

/** Node reads the map of each file that it loads; traces through packages of others are of use as they are. */
function dropMapsOfOthers(folder) {
  for (const file of readdirSync(folder).filter((name) => name.startsWith('installed'))) {
    const where = path.join(folder, file);
    if (file.endsWith('.map')) rmSync(where);
    else writeFileSync(where, readFileSync(where, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'));
  }
}

const [folder, ...inputs] = process.argv.slice(2);
const joined = await rolldown({
  input: Object.fromEntries(inputs.map((input) => input.split('='))),
  platform: 'node',
  external: OUTSIDE,
  // Nothing is left out: what a module does when it is loaded is part of the program.
  treeshake: false,
  plugins: [ownModules, places],
  onLog: (level, log, show) => {
    // Packages of others that evaluate code or ask for what is not installed do so unbundled as well.
    if (!['EVAL', 'UNRESOLVED_IMPORT'].includes(log.code)) show(level, log);
  },
});
// Nest, TypeORM and the logs know classes by their names.
await joined.write({
  dir: folder,
  format: 'esm',
  sourcemap: true,
  keepNames: true,
  banner: PLACE,
  codeSplitting: { groups: [{ name: 'installed', test: /node_modules/ }] },
});
await joined.close();
dropMapsOfOthers(folder);
