import { Injectable } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { DOMAIN_NAMES } from '@jihui/events';
import { administratorOf, type OrganisationKind } from '@jihui/kernel';
import { asInnerReader } from '../auth/inner-reader.js';
import { Served } from '../served.js';
import { exportOrganisation, type Listener, type OrganisationManifest } from './organisation-export.js';
import type { Sink } from './sinks.js';

/** Whose things are exported. */
export interface ExportedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly divisionCode: string;
}

/** Exports what an organisation owns, where every domain is at hand. */
@Injectable()
export class OrganisationExporter {
  constructor(
    private readonly served: Served,
    private readonly http: HttpAdapterHost,
    private readonly modules: ModuleRef,
  ) {}

  /** Whether this process has every domain and the schema by which they are read. */
  get isAble(): boolean {
    return DOMAIN_NAMES.every((name) => this.served.has(name)) && this.schema !== undefined;
  }

  /** @throws Error where this process is not able to */
  export(
    { id, name, kind, divisionCode }: ExportedOrganisation,
    sink: Sink,
    at: Date,
    listener: Listener,
  ): Promise<OrganisationManifest> {
    const { schema } = this;
    if (schema === undefined) throw new Error('no schema is at hand');
    const reader = administratorOf({ organisationId: id, kind, divisionCode });
    const source = {
      schema,
      domains: this.served.domains,
      organisation: { id, name },
      reader,
      download: (url: string) => asInnerReader(reader, () => this.download(url)),
    };
    return exportOrganisation(source, sink, at, listener);
  }

  /** By the address that a page would ask, so that who may have a file is decided once. */
  private async download(url: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const server = this.http.httpAdapter.getInstance<FastifyInstance>();
    const answer = await server.inject({ method: 'GET', url, payloadAsStream: true });
    const bytes = answer.stream();
    if (answer.statusCode === 200) return bytes;
    bytes.destroy();
    return undefined;
  }

  private get schema(): GraphQLSchema | undefined {
    try {
      return this.modules.get(GraphQLSchemaHost, { strict: false }).schema;
    } catch {
      // A process without the graph has no such provider.
      return undefined;
    }
  }
}
