import { DataSource, DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';
import { ofDatabase } from '../config/away.js';
import type { Config } from '../config/config.js';
import type { Domain } from '../domain.js';
import { CalmClient } from './client.js';
import { types } from './type-parsers.js';

/** A property's name as that of its column. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

class SnakeCase extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string, prefixes: string[]): string {
    return snake(prefixes.concat(custom || property).join('_'));
  }
}

/** The one DataSource of a running process. */
export const runtimeDataSource = (
  url: string,
  domains: readonly Pick<Domain, 'entities'>[],
  { poolSize, poolWaitMs }: Pick<Config, 'poolSize' | 'poolWaitMs'>,
): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: domains.flatMap((domain) => [...domain.entities]) as never[],
    namingStrategy: new SnakeCase(),
    // A missing value in a `where` would otherwise match every row: typeorm#9316.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolSize,
    applicationName: 'jihui',
    extra: {
      Client: CalmClient,
      // A connection that does not come about is waited for no longer than a free one.
      connectionTimeoutMillis: poolWaitMs,
      keepAlive: true,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
      types,
    },
    logging: false,
  });

/** @throws DatabaseAway where it cannot be reached */
export async function opened(dataSource: DataSource): Promise<DataSource> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    throw ofDatabase(error);
  }
}

/** A DataSource for one schema's migrations, with its own migrations table. */
export const migrationDataSource = (
  url: string,
  schema: string,
  migrations: readonly unknown[],
): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    schema,
    migrations: migrations as never[],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
    extra: { Client: CalmClient },
    logging: false,
  });
