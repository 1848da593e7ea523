import type { Type } from '@nestjs/common';
import type { DomainName } from '@jihui/events';
import type { KeptReads } from './graph/kept/kept-reads.js';
import type { HoldingList } from './exports/holdings.js';
import type { Exporter } from './imports/exporter.js';
import type { Importer } from './imports/importer.js';
import type { Retains } from './retention/rules.js';
import type { SearchSource } from './search/source.js';

/** What a domain library exports, and all that anybody else sees of it. */
export interface Domain {
  readonly name: DomainName;
  /** Its PostgreSQL schema: always its name. */
  readonly schema: string;
  readonly module: Type;
  /** TypeORM entities of its store. */
  readonly entities: readonly unknown[];
  /** TypeORM migrations of its schema, oldest first. */
  readonly migrations: readonly unknown[];
  /** Its SDL: one file, or one an aggregate, each with what it adds to `Query` and `Mutation`. */
  readonly sdl: URL | readonly URL[];
  /** Mutations that ask for a recent proof of who one is, beside what the policies say ({@link RecentProof}). */
  readonly grave?: readonly string[];
  /** Answers to visitors that may be kept until a table of the domain changes. */
  readonly kept?: KeptReads;
  /** Providers that fill a demo city, run in order, each idempotent. */
  readonly seeds?: readonly Type<Seed>[];
  /** Provider that emits everything again so that projections can be rebuilt. */
  readonly republisher?: Type<Republisher>;
  /** Providers that take in files, by what they import: `jihui import <what> FILE`. */
  readonly importers?: Readonly<Record<string, Type<Importer>>>;
  /** Providers that give rows out: `jihui export <what> FILE`. */
  readonly exporters?: Readonly<Record<string, Type<Exporter>>>;
  /** Providers of what is to be found, one a type of document. */
  readonly searchables?: readonly Type<SearchSource>[];
  /** What an organisation owns here or is party to: `jihui export-organisation`. */
  readonly holdings?: readonly HoldingList[];
  /** Provider of what it keeps for a time alone. */
  readonly retains?: Type<Retains>;
  /** Providers that do one thing for the operator, by the command that asks: `jihui <command>`. */
  readonly tasks?: Readonly<Record<string, Type<Task>>>;
}

export interface Task {
  /** @param options as they were typed. @returns lines to show, at once or as they come. */
  run(options: Readonly<Record<string, string>>): Promise<readonly string[]> | AsyncIterable<string>;
}

export interface Seed {
  run(): Promise<void>;
}

export interface Republisher {
  /** Emits the present snapshot of every entity changed since then. @returns how many. */
  republish(since: Date): Promise<number>;
}
