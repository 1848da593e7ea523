import type { Domain } from '@jihui/platform';
import { LawModule } from './law.module.js';
import { Law1764330100000 } from './store/migrations/1764330100000-law.js';
import { GRAVE } from './core/grave.js';

/** 法定参数与节假日: the tables are the platform's, by which every domain decides; here they are kept. */
export const lawDomain: Domain = {
  name: 'law',
  schema: 'law',
  module: LawModule,
  entities: [],
  migrations: [Law1764330100000],
  grave: GRAVE,
  sdl: new URL('./law.graphql', import.meta.url),
};
