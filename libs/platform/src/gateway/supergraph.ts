import { readFileSync } from 'node:fs';
import type { ApolloServerPlugin } from '@apollo/server';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import {
  isScalarType,
  valueFromASTUntyped,
  type GraphQLScalarType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import type { DomainName } from '@jihui/events';
import { ActorSeal } from '../auth/actor-seal.js';
import type { Config } from '../config/config.js';
import type { GraphContext } from '../graph/context.js';
import type { KeptRequests } from '../graph/kept/kept-requests.js';
import { scalars } from '../graph/scalars.js';
import { Places } from './places.js';
import { Service } from './service.js';
import { serviceExecutor } from './service-executor.js';
import { askWhole, WholeOperations, type Process } from './whole-operations.js';

/** The services' schemas composed into one: generated from the SDL files, committed, held against schema/all.graphql. */
export const SUPERGRAPH = 'schema/supergraph.graphql';

interface Supergraph {
  readonly schema: GraphQLSchema;
  readonly plugin: ApolloServerPlugin<GraphContext>;
}

/**
 * The whole graph, each part of it answered by its domain's service, and what one process can answer alone by that process.
 * @param kept hears what the services let be kept, and what is written by way of here
 */
export function supergraph(config: Config, kept: KeptRequests, file = SUPERGRAPH): Supergraph {
  const seal = new ActorSeal(config);
  const supergraphSdl = readFileSync(file, 'utf8');
  const services = new Map(
    [...config.services].map(([name, address]) => [name, new Service(name, address, seal, kept)]),
  );
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    batch: true,
    onSubschemaConfig: (part) => {
      const service = services.get(part.name.toLowerCase() as DomainName);
      if (service === undefined) throw new Error(`no service of ${part.name}`);
      part.executor = serviceExecutor(service);
    },
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isScalarType(type) && type.name in scalars)
      checkOnly(type, scalars[type.name as keyof typeof scalars]);
  const whole = new WholeOperations(new Places(supergraphSdl), processesOf(config, services));
  return { schema, plugin: askWhole(whole) };
}

/** Domains at one address are one process. */
const processesOf = (
  { services: addresses }: Config,
  services: ReadonlyMap<DomainName, Service>,
): readonly Process[] =>
  [...new Set(addresses.values())].map(
    (address) => new Map([...services].filter(([name]) => addresses.get(name) === address)),
  );

/** Here a value is checked and passed on as it was written: the service that takes it reads it. */
function checkOnly(passed: GraphQLScalarType, own: GraphQLScalarType): void {
  passed.serialize = (value) => value;
  passed.parseValue = (value) => {
    own.parseValue(value);
    return value;
  };
  passed.parseLiteral = (node: ValueNode, variables) => {
    own.parseLiteral(node, variables);
    return valueFromASTUntyped(node, variables);
  };
}
